import type { AlignedLink } from '../align/align.ts';
import type { Draft } from '../draft/draft.ts';

/** The clauses of both drafts that are one to one and kept their order: neither moved nor carried by one that did. */
export function keptInPlace(
  newer: Draft,
  aligned: readonly AlignedLink[],
): { readonly old: ReadonlySet<number>; readonly new: ReadonlySet<number> } {
  const moved = new Set(aligned.filter((link) => link.moved).flatMap((link) => link.new));
  const isCarried = (clause: number): boolean => {
    for (let at = clause; at >= 0; at = newer.clauses[at]?.parent ?? -1) if (moved.has(at)) return true;
    return false;
  };
  const kept = aligned.filter((link) => link.kind === 'paired' && !isCarried(link.new[0] as number));
  return { old: new Set(kept.flatMap((link) => link.old)), new: new Set(kept.flatMap((link) => link.new)) };
}
