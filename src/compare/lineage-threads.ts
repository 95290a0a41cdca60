import type { Lineage } from './lineage.ts';

/**
 * Which clauses of all drafts are one clause followed through them: those that any link joins, directly or through
 * others (the connected components of the links, by union-find).
 *
 * @returns the number of the thread of a clause in a draft
 */
export function lineageThreads({ drafts, steps }: Lineage): (draft: number, clause: number) => number {
  let count = 0;
  const starts = drafts.map((clauses) => {
    const start = count;
    count += clauses.length;
    return start;
  });
  const parents = Array.from({ length: count }, (_, i) => i);
  const find = (node: number): number => {
    let root = node;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root]!]!;
      root = parents[root]!;
    }
    return root;
  };
  for (const { from, to, comparison } of steps)
    for (const { old, new: newer } of comparison.links) {
      const nodes = [
        ...old.map(({ index }) => starts[from]! + index),
        ...newer.map(({ index }) => starts[to]! + index),
      ];
      for (const node of nodes.slice(1)) parents[find(node)] = find(nodes[0]!);
    }
  return (draft, clause) => find(starts[draft]! + clause);
}
