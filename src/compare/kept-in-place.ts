import type { AlignedLink } from '../align/align.ts';
import type { Draft } from '../draft/draft.ts';

/** The clauses of both drafts that are one to one and kept their order: neither moved nor carried by one that did. */
export function keptInPlace(
  drafts: Readonly<Record<'old' | 'new', Draft>>,
  aligned: readonly AlignedLink[],
): { readonly old: ReadonlySet<number>; readonly new: ReadonlySet<number> } {
  const moved = { old: movedClauses(aligned, 'old'), new: movedClauses(aligned, 'new') };
  const isCarried = (side: 'old' | 'new', clause: number): boolean => {
    const { clauses } = drafts[side];
    for (let at = clause; at >= 0; at = clauses[at]?.parent ?? -1) if (moved[side].has(at)) return true;
    return false;
  };
  const kept = aligned.filter(
    (link) => link.kind === 'paired' && !isCarried('old', link.old[0]!) && !isCarried('new', link.new[0]!),
  );
  return { old: new Set(kept.flatMap((link) => link.old)), new: new Set(kept.flatMap((link) => link.new)) };
}

const movedClauses = (aligned: readonly AlignedLink[], side: 'old' | 'new'): ReadonlySet<number> =>
  new Set(aligned.filter((link) => link.moved).flatMap((link) => link[side]));
