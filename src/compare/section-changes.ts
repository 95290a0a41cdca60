import type { Draft } from '../draft/draft.ts';
import { type Change, substantiveChange } from '../wording/change.ts';
import { type Alignment, heirsOf } from './alignment.ts';

/** A clause that moved out of one section into another says so. */
export function sectionChanges(
  older: Draft,
  newer: Draft,
  alignment: Alignment,
): { readonly change: Change; readonly link: number }[] {
  return alignment.links.flatMap(({ moved, old, new: now }, link) => {
    const [a, b] = [old[0], now[0]];
    if (!moved || a === undefined || b === undefined) return [];
    const [from, to] = [sectionOf(older, a), sectionOf(newer, b)];
    if (from < 0 && to < 0) return [];
    if (from >= 0 && heirsOf(alignment, from)[0] === to) return [];
    // Below a paragraph that moved itself there is nothing more to say.
    const parent = older.clauses[a]?.parent ?? -1;
    if (parent >= 0 && parent !== from && heirsOf(alignment, parent)[0] === newer.clauses[b]?.parent)
      return [];
    const names = { old: sectionName(older, from), new: sectionName(newer, to) };
    const note = `moved from ${names.old || 'no section'} to ${names.new || 'no section'}`;
    return [{ change: substantiveChange('scope', 'changed', 'section', names, note), link }];
  });
}

function sectionOf({ clauses }: Draft, index: number): number {
  let at = clauses[index]?.parent ?? -1;
  while (at >= 0 && clauses[at]?.type !== 'section') at = clauses[at]?.parent ?? -1;
  return at;
}

/** As one cites it: by its label, or by its heading where it has none. */
function sectionName({ clauses }: Draft, index: number): string {
  const section = clauses[index];
  return section?.label?.text ?? section?.text ?? '';
}
