import type { Link } from '../compare/comparison.ts';
import type { OutlineLink, PlacedClause } from '../compare/outline.ts';
import type { Change } from '../wording/change.ts';
import { isWanted, type Selection } from './selection.ts';

/** A change and where it is. */
export interface Finding<L extends OutlineLink = Link> {
  readonly change: Change;
  readonly link: L;
}

/** The changes that are asked for, the most important first and in the order of the text where they weigh the same. */
export function rankedFindings<L extends OutlineLink>(
  { links }: { readonly links: readonly L[] },
  selection: Selection,
): Finding<L>[] {
  const { only } = selection;
  return links
    .flatMap((link) => link.changes.map((change) => ({ change, link })))
    .filter(({ change }) => isWanted(change, selection))
    .filter(({ change, link }) => only.length === 0 || only.some((name) => isOf(name, change, link)))
    .sort((a, b) => b.change.rank - a.change.rank);
}

function isOf(name: string, change: Change, { kind, moved, renumbered }: OutlineLink): boolean {
  if (name === 'moved') return moved;
  if (name === 'renumbered') return renumbered;
  return kind === name || change.class === name;
}

/** `II/4 + II/5`; a dash where there is nothing. */
export const placeOf = (clauses: readonly PlacedClause[]): string =>
  clauses.map(({ path }) => path).join(' + ') || '–';
