import type { Features } from './features.ts';
import type { Pairing } from './pairing.ts';
import { SETTINGS } from './settings.ts';

/**
 * Similarity of two texts from 0 to 1, and 1 only if they are equal: the mean of Dice and cosine over words weighted
 * by rarity, and a fifth of the Dice of bigrams. A text that stands whole and in order in the other is nearer than
 * these say:
 *
 *     old    The Council is invited to report by May.
 *     new    The Council is invited to report by May, in particular on the areas most exposed to …    the same, grown
 *     new    The Council is invited to report in the first half of 2026.                             another clause
 */
export function textSimilarity(x: Features, y: Features, idf: Float64Array): number {
  if (x.canonical === y.canonical) return 1;
  const shared = sharedWeight(x.sortedWords, y.sortedWords, idf);
  const dice = (2 * shared) / (x.weight + y.weight || 1);
  const cosine = shared / Math.sqrt(x.weight * y.weight || 1);
  const words = (dice + cosine) / 2;
  const pairs = x.sortedBigrams.length + y.sortedBigrams.length;
  const sharedPairs = sharedCount(x.sortedBigrams, y.sortedBigrams);
  const bigrams = pairs > 0 ? (2 * sharedPairs) / pairs : words;
  const shorter = Math.min(x.sortedBigrams.length, y.sortedBigrams.length);
  const isWhole =
    shorter >= SETTINGS.wholeBigrams &&
    sharedPairs >= SETTINGS.wholeInOrder * shorter &&
    shared >= SETTINGS.wholeWords * Math.min(x.weight, y.weight);
  const similarity = (1 - SETTINGS.bigramShare) * words + SETTINGS.bigramShare * bigrams;
  return Math.min(0.999, similarity + (isWhole ? SETTINGS.wholeBonus : 0));
}

/** How many elements two sorted lists share, repeats counted. */
export function sharedCount(xs: Float64Array, ys: Float64Array): number {
  let shared = 0;
  forEachShared(xs, ys, () => void shared++);
  return shared;
}

function sharedWeight(xs: Int32Array, ys: Int32Array, idf: Float64Array): number {
  let shared = 0;
  forEachShared(xs, ys, (word) => {
    shared += idf[word]!;
  });
  return shared;
}

/** From this ratio of lengths on the shorter list is looked up in the longer one, which is not walked through. */
const LOOK_UP = 16;

function forEachShared<T extends Int32Array | Float64Array>(
  xs: T,
  ys: T,
  tell: (value: number) => void,
): void {
  if (xs.length > LOOK_UP * ys.length) lookUp(ys, xs, tell);
  else if (ys.length > LOOK_UP * xs.length) lookUp(xs, ys, tell);
  else merge(xs, ys, tell);
}

function merge<T extends Int32Array | Float64Array>(xs: T, ys: T, tell: (value: number) => void): void {
  for (let i = 0, j = 0; i < xs.length && j < ys.length; ) {
    const [x, y] = [xs[i]!, ys[j]!];
    if (x === y) {
      tell(x);
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
}

function lookUp<T extends Int32Array | Float64Array>(short: T, long: T, tell: (value: number) => void): void {
  let from = 0;
  for (const value of short) {
    let high = long.length;
    while (from < high) {
      const middle = (from + high) >> 1;
      if (long[middle]! < value) from = middle + 1;
      else high = middle;
    }
    if (long[from] === value) {
      tell(value);
      from++;
    }
  }
}

/** What the place of two clauses adds to the similarity of their words. */
export function contextScore(pairing: Pairing, a: number, b: number): number {
  const x = pairing.old[a]!;
  const y = pairing.new[b]!;
  const s = SETTINGS;
  let score = 0;
  if (x.family !== y.family) {
    if (x.family === 'section' || y.family === 'section') score += s.sectionAgainstText;
  } else if (x.clause.type === y.clause.type && x.clause.label?.style === y.clause.label?.style) {
    score += s.sameStyle;
  }
  const parents = pairing.parentsPaired(a, b);
  if (parents) {
    score += s.parentsPaired;
    const label = x.clause.label;
    if (label?.value && label.style === y.clause.label?.style && label.value === y.clause.label.value) {
      score += s.sameLabel;
    }
  } else if (
    x.parent >= 0 &&
    y.parent >= 0 &&
    pairing.newOf[x.parent]! >= 0 &&
    pairing.oldOf[y.parent]! >= 0
  ) {
    score += s.parentsPairedElsewhere;
  }
  if (neighboursPaired(pairing, x.previousSibling, y.previousSibling, parents)) score += s.neighbourPaired;
  if (neighboursPaired(pairing, x.nextSibling, y.nextSibling, parents)) score += s.neighbourPaired;
  if (x.family === 'section' && y.family === 'section') score += s.childVotes * childVotes(pairing, a, b);
  if (x.family === 'footnote' && pairing.citationsPaired(a, b)) score += s.citationsPaired;
  return score;
}

function neighboursPaired(pairing: Pairing, a: number, b: number, parents: boolean): boolean {
  if (a < 0 && b < 0) return parents;
  return a >= 0 && b >= 0 && pairing.newOf[a] === b;
}

/** Share of the paired children of two clauses, of the one that has more, that are paired with each other. */
export function childVotes(pairing: Pairing, a: number, b: number): number {
  const partners = pairing.old[a]!.clause.children.map((child) => pairing.newOf[child]!).filter(
    (it) => it >= 0,
  );
  const others = pairing.new[b]!.clause.children.filter((child) => pairing.oldOf[child]! >= 0);
  const agreeing = partners.filter((partner) => pairing.new[partner]!.parent === b).length;
  return agreeing / (Math.max(partners.length, others.length) || 1);
}
