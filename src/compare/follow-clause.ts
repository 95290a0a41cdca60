import type { ComparisonOutline } from './outline.ts';

/**
 * Follows one clause back through a history.
 *
 * @param steps the newest first
 * @param path the clause in the newest draft
 * @returns for each step the ids of the links that the clause and its parts are in; undefined if there is no such clause
 */
export function followClause(
  steps: readonly (Pick<ComparisonOutline, 'links'> | undefined)[],
  path: string,
): ReadonlySet<string>[] | undefined {
  const newest = steps.find((step) => step !== undefined);
  const start =
    newest?.links.flatMap(({ new: newer }) => newer.filter((clause) => clause.path === path)) ?? [];
  if (start.length === 0) return undefined;
  let wanted = new Set(start.map(({ index }) => index));
  return steps.map((step) => {
    if (!step) return new Set<string>();
    const links = step.links.filter(({ new: newer }) => newer.some(({ index }) => wanted.has(index)));
    wanted = new Set(links.flatMap(({ old }) => old.map(({ index }) => index)));
    return new Set(links.map(({ id }) => id));
  });
}
