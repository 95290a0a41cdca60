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

export function outlineComparison({ summary, links, new: newer }: Comparison): ComparisonOutline {
  const placed = ({ index, path }: LinkedClause): PlacedClause => ({ index, path });
  return {
    summary,
    clauses: newer.clauses,
    links: links.map(({ id, kind, moved, renumbered, changes, old, new: now }) => ({
      id,
      kind,
      moved,
      renumbered,
      changes,
      old: old.map(placed),
      new: now.map(placed),
    })),
  };
}
