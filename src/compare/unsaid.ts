import type { Draft } from '../draft/draft.ts';
import { type Change, neutralChange } from '../wording/change.ts';

/**
 * A difference that no clause and nothing set aside has told, as where the definition of a footnote stands in the
 * source; with the clause of the new draft at which the sources part.
 */
export function unsaidChange(older: Draft, newer: Draft): { change: Change; clause: number } | undefined {
  const [old, now] = [older.source.replace(/\s/g, ''), newer.source.replace(/\s/g, '')];
  if (old === now) return undefined;
  let common = 0;
  while (common < now.length && now[common] === old[common]) common++;
  const offset = offsetOf(newer.source, common);
  const clause = newer.clauses.findLastIndex(({ spans }) => (spans[0]?.start ?? 0) <= offset);
  const change = neutralChange('formatting', 'order', '', '', 'the source has the same in another order');
  return { change, clause: Math.max(0, clause) };
}

/** Where the visible character of this number stands, from 0. */
function offsetOf(source: string, visible: number): number {
  let seen = 0;
  for (const { index } of source.matchAll(/\S/g)) if (seen++ === visible) return index;
  return source.length;
}
