import type { AlignedLink } from '../align/align.ts';

/** The links of two drafts, and which of them each clause is in. */
export interface Alignment {
  readonly links: readonly AlignedLink[];
  /** By index of the clause in its draft: the index of its link. Every clause is in exactly one. */
  readonly linkOf: { readonly old: readonly number[]; readonly new: readonly number[] };
}

export const alignmentOf = (links: readonly AlignedLink[]): Alignment => ({
  links,
  linkOf: { old: linkOf(links, 'old'), new: linkOf(links, 'new') },
});

/** The clauses of the new draft that a clause of the old one became; none if it was deleted. */
export const heirsOf = ({ links, linkOf }: Alignment, clause: number): readonly number[] =>
  links[linkOf.old[clause] ?? -1]?.new ?? [];

function linkOf(links: readonly AlignedLink[], side: 'old' | 'new'): number[] {
  const found: number[] = [];
  links.forEach((link, i) => {
    for (const clause of link[side]) found[clause] = i;
  });
  return found;
}
