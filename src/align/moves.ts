import type { Features } from './features.ts';
import type { Pairing } from './pairing.ts';
import { heaviestIncreasing } from './subsequence.ts';

/** Wholes and their parts, as found by `findParts`. */
export interface Regrouping {
  readonly splits: ReadonlyMap<number, readonly number[]>;
  readonly merges: ReadonlyMap<number, readonly number[]>;
}

/**
 * The old clauses that moved: their order or parent changed beyond what insertions and deletions explain.
 *
 *     old  1 2 3 4 5        4 moved. 2, 3 and 5 did not: they only have something new before them, or something
 *     new  4 1 2 x 3 5      gone. Nor did the points of 4: they went with it.
 *
 * Among the pairs under corresponding parents, those outside the heaviest subsequence that kept its order moved, so
 * the smaller block is the one that moved. A change of parent is a move only where both parents live on elsewhere.
 */
export function findMoves(pairing: Pairing, regrouping: Regrouping): Set<number> {
  const moved = new Set<number>();
  const uprooted: number[] = [];
  const byParent = new Map<number, number[]>();
  pairing.newOf.forEach((b, a) => {
    if (b < 0 || pairing.old[a]!.family === 'footnote') return;
    const [p, q] = [parentForOrder(pairing.old, a), parentForOrder(pairing.new, b)];
    if (correspond(pairing, regrouping, p, q)) {
      const group = byParent.get(q);
      if (group) group.push(a);
      else byParent.set(q, [a]);
    } else if (
      livesOn(p, pairing.newOf, pairing.old, pairing.new) &&
      livesOn(q, pairing.oldOf, pairing.new, pairing.old)
    )
      moved.add(a);
    else uprooted.push(a);
  });
  for (const group of byParent.values()) {
    for (const a of outOfOrder(pairing, group, (i) => subtreeWords(pairing.old, i))) moved.add(a);
  }
  // Where a parent came or went, only the order within the whole text can tell.
  if (uprooted.length > 0) {
    const settled = [...byParent.values()].flat().filter((a) => !wentAlong(a));
    const all = [...settled, ...uprooted].sort((p, q) => p - q);
    const suspects = new Set(uprooted);
    const weightOf = (a: number): number =>
      (pairing.old[a]!.words.length + 1) * (suspects.has(a) ? 1 : SETTLED);
    for (const a of outOfOrder(pairing, all, weightOf)) if (suspects.has(a)) moved.add(a);
  }
  return moved;

  /** Whether a clause moved, alone or with what it stands in. */
  function wentAlong(a: number): boolean {
    for (let at = a; at >= 0; at = pairing.old[at]!.parent) if (moved.has(at)) return true;
    return false;
  }

  /**
   * An unnumbered paragraph follows the number before it only by its place, so it is ordered within the section;
   * where it stands under the same number as before, it went with it.
   */
  function parentForOrder(features: readonly Features[], i: number): number {
    const { clause, parent } = features[i]!;
    if (clause.label !== undefined || clause.type === 'section' || parent < 0) return parent;
    const a = features === pairing.old ? i : pairing.oldOf[i]!;
    if (a >= 0 && pairing.parentsPaired(a, pairing.newOf[a]!)) return parent;
    return sectionOf(features, parent);
  }
}

/** How much more a clause weighs that stayed under its parent: what crosses it moved, however long it is. */
const SETTLED = 1_000_000;

/** The clauses outside the heaviest subsequence of `group` that kept its order. */
function outOfOrder(pairing: Pairing, group: readonly number[], weightOf: (a: number) => number): number[] {
  const places = group.map((a) => pairing.newOf[a]!);
  const kept = new Set(heaviestIncreasing(places, group.map(weightOf)));
  return group.filter((_, i) => !kept.has(i));
}

function sectionOf(features: readonly Features[], from: number): number {
  let at = from;
  while (at >= 0 && features[at]!.family !== 'section') at = features[at]!.parent;
  return at;
}

function correspond(pairing: Pairing, { splits, merges }: Regrouping, p: number, q: number): boolean {
  if (p < 0 || q < 0) return p < 0 && q < 0;
  return pairing.newOf[p] === q || !!splits.get(p)?.includes(q) || !!merges.get(q)?.includes(p);
}

/** Whether a parent is there on the other side too; a heading that became a line of text holds nothing any more. */
function livesOn(
  parent: number,
  partnerOf: Int32Array,
  here: readonly Features[],
  there: readonly Features[],
): boolean {
  if (parent < 0) return true;
  const partner = partnerOf[parent]!;
  return partner >= 0 && here[parent]!.family === there[partner]!.family;
}

function subtreeWords(features: readonly Features[], root: number): number {
  let words = 0;
  const stack = [root];
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    words += features[i]!.words.length + 1;
    for (const child of features[i]!.clause.children) stack.push(child);
  }
  return words;
}
