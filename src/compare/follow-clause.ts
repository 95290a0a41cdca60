import type { OutlineLink } from './outline.ts';

/** A version of a text, with what was compared to tell what it changed. */
export interface FollowedVersion {
  /** What is told of it; its old side may be no version. Undefined where nothing is. */
  readonly told: readonly OutlineLink[] | undefined;
  /** The versions that it was made from. */
  readonly steps: readonly { readonly from: number; readonly links: readonly OutlineLink[] }[];
}

/**
 * Follows clauses of the newest version back through the versions of a text.
 *
 * @param versions each behind all that it was made from
 * @param start positions of the clauses in the newest version
 * @returns for each version the ids of the told links that the clauses and their parts are in
 */
export function followClause(
  versions: readonly FollowedVersion[],
  start: readonly number[],
): ReadonlySet<string>[] {
  const wanted = versions.map(() => new Set<number>());
  for (const index of start) wanted.at(-1)?.add(index);
  const isWanted = (version: number, { new: newer }: OutlineLink): boolean =>
    newer.some(({ index }) => wanted[version]!.has(index));
  for (let i = versions.length - 1; i >= 0; i--)
    for (const { from, links } of versions[i]!.steps)
      for (const link of links.filter((one) => isWanted(i, one)))
        for (const { index } of link.old) wanted[from]!.add(index);
  return versions.map(
    ({ told = [] }, i) => new Set(told.filter((link) => isWanted(i, link)).map(({ id }) => id)),
  );
}
