import { findGaps, groupBy, type Pairing } from './pairing.ts';
import { SETTINGS } from './settings.ts';

/**
 * Pairs clauses of equal text.
 *
 *     old   A  x  B  x  C            x is boilerplate that recurs. Pairing equal texts at once would cross the
 *     new   A  N  x  B  x  C         wires; A, B and C are unique and pin down which x is which.
 *
 * Head and tail first, then texts unique in both drafts, then whatever stands next to a pair, then the gaps between
 * pairs, again and again (patience diff, with growing). Under paired parents comes before between paired neighbours: a
 * heading that moved takes its "Deleted." along.
 */
export function pairEqualTexts(pairing: Pairing): void {
  pairHeadAndTail(pairing);
  pairUnique(pairing);
  growPairs(pairing);
  while (pairUnderParents(pairing) + pairInGaps(pairing) > 0) growPairs(pairing);
  pairBulkClasses(pairing);
}

function pairHeadAndTail(pairing: Pairing): void {
  const { old, new: newer } = pairing;
  let head = 0;
  while (pairing.canPairEqual(head, head)) {
    pairing.pair(head, head, 'identical');
    head++;
  }
  let a = old.length - 1;
  let b = newer.length - 1;
  while (pairing.canPairEqual(a, b)) pairing.pair(a--, b--, 'identical');
}

function pairUnique(pairing: Pairing): void {
  const inOld = groupBy(pairing.unpairedOld(), (a) => pairing.old[a]!.canonical);
  const inNew = groupBy(pairing.unpairedNew(), (b) => pairing.new[b]!.canonical);
  for (const [text, [a, ...more]] of inOld) {
    const [b, ...others] = inNew.get(text) ?? [];
    if (a === undefined || b === undefined || more.length > 0 || others.length > 0) continue;
    if (pairing.old[a]!.words.length >= SETTINGS.anchorWords && pairing.isEqual(a, b))
      pairing.pair(a, b, 'identical');
  }
}

/** From every new pair, tries the neighbours in the document, the siblings and the parents. */
export function growPairs(pairing: Pairing): void {
  const { fresh, old, new: newer, newOf } = pairing;
  for (let a = fresh.pop(); a !== undefined; a = fresh.pop()) {
    const b = newOf[a]!;
    const x = old[a]!;
    const y = newer[b]!;
    tryPair(a + 1, b + 1);
    tryPair(a - 1, b - 1);
    tryPair(x.nextSibling, y.nextSibling);
    tryPair(x.previousSibling, y.previousSibling);
    tryPair(x.parent, y.parent);
  }
  function tryPair(a: number, b: number): void {
    if (pairing.canPairEqual(a, b) && !pairing.parentsPairedElsewhere(a, b)) pairing.pair(a, b, 'identical');
  }
}

function pairInGaps(pairing: Pairing): number {
  const gaps = findGaps(pairing);
  const inNew = groupBy(pairing.unpairedNew(), (b) => gaps.new[b]!);
  let found = 0;
  for (const [gap, group] of groupBy(pairing.unpairedOld(), (a) => gaps.old[a]!)) {
    found += pairInOrder(pairing, group, inNew.get(gap) ?? []);
  }
  return found;
}

function pairUnderParents(pairing: Pairing): number {
  let found = 0;
  pairing.newOf.forEach((b, a) => {
    if (b < 0) return;
    const left = pairing.unpairedOld(pairing.old[a]!.clause.children);
    found += pairInOrder(pairing, left, pairing.unpairedNew(pairing.new[b]!.clause.children));
  });
  return found;
}

/** The heaviest common subsequence of equal texts; longer clauses weigh more, because they are less likely chance. */
function pairInOrder(pairing: Pairing, as: readonly number[], bs: readonly number[]): number {
  const [n, m] = [as.length, bs.length];
  if (n * m > SETTINGS.maxEqualCells) return 0;
  const width = m + 1;
  const best = new Float64Array((n + 1) * width);
  const weightOf = (i: number): number => 1 + Math.min(3, pairing.old[as[i]!]!.words.length / 8);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const at = i * width + j;
      const skip = Math.max(best[at + width]!, best[at + 1]!);
      const take = pairing.isEqual(as[i]!, bs[j]!) ? best[at + width + 1]! + weightOf(i) : 0;
      best[at] = Math.max(skip, take);
    }
  }
  let found = 0;
  for (let i = 0, j = 0; i < n && j < m; ) {
    const at = i * width + j;
    if (pairing.isEqual(as[i]!, bs[j]!) && best[at] === best[at + width + 1]! + weightOf(i)) {
      pairing.pair(as[i++]!, bs[j++]!, 'identical');
      found++;
    } else if (best[at + width]! >= best[at + 1]!) i++;
    else j++;
  }
  return found;
}

/** Hundreds of equal clauses left on both sides: in order, never all against all. */
function pairBulkClasses(pairing: Pairing): void {
  const keyOf = (text: string, family: string): string => `${family} ${text}`;
  const inNew = groupBy(pairing.unpairedNew(), (b) =>
    keyOf(pairing.new[b]!.canonical, pairing.new[b]!.family),
  );
  const inOld = groupBy(pairing.unpairedOld(), (a) =>
    keyOf(pairing.old[a]!.canonical, pairing.old[a]!.family),
  );
  for (const [key, as] of inOld) {
    const bs = inNew.get(key) ?? [];
    if (Math.min(as.length, bs.length) < SETTINGS.bulkClass) continue;
    for (let i = 0; i < Math.min(as.length, bs.length); i++) pairing.pair(as[i]!, bs[i]!, 'identical');
  }
}
