import type { Comparison, Link, LinkedClause, Summary } from './comparison.ts';

/** What a comparison says without the texts: all that a history tells, and little enough to keep for every commit. */
export interface ComparisonOutline {
  readonly summary: Summary;
  readonly links: readonly OutlineLink[];
  /** Clauses of the new draft. */
  readonly clauses: number;
}

export interface OutlineLink extends Pick<Link, 'id' | 'kind' | 'moved' | 'renumbered' | 'changes'> {
  readonly old: readonly PlacedClause[];
  readonly new: readonly PlacedClause[];
}

export type PlacedClause = Pick<LinkedClause, 'index' | 'path'>;

export const outlineComparison = ({ summary, links, new: newer }: Comparison): ComparisonOutline => ({
  summary,
  clauses: newer.clauses,
  links: links.map(outlineLink),
});

export function outlineLink({ id, kind, moved, renumbered, changes, old, new: newer }: Link): OutlineLink {
  const placed = ({ index, path }: LinkedClause): PlacedClause => ({ index, path });
  return { id, kind, moved, renumbered, changes, old: old.map(placed), new: newer.map(placed) };
}
