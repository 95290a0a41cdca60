import type { Features } from './features.ts';
import { groupBy, type Pairing } from './pairing.ts';
import { distinct, indexFeatures, type Postings } from './postings.ts';
import { SETTINGS } from './settings.ts';
import { sharedCount } from './similarity.ts';

/**
 * Finds clauses that were cut out of another: for a split the whole is old and the parts are new, for a merge the
 * other way round.
 *
 *     whole   The Council welcomes A. It invites the Commission to report by June on B.
 *     main    The Council welcomes A.                                  already paired with the whole
 *     part    The Commission is invited to report by June on B.        unpaired
 *
 * A part's words must be found among those of the whole that the main part does not explain; otherwise every
 * near-copy would be a part.
 */
export interface PartsView {
  readonly wholes: readonly Features[];
  readonly parts: readonly Features[];
  /** The main part of a whole, or -1. */
  readonly mainOf: Int32Array;
  readonly wholeOf: Int32Array;
  readonly idf: Float64Array;
}

export const splitView = (p: Pairing): PartsView => ({
  wholes: p.old,
  parts: p.new,
  mainOf: p.newOf,
  wholeOf: p.oldOf,
  idf: p.idf,
});

export const mergeView = (p: Pairing): PartsView => ({
  wholes: p.new,
  parts: p.old,
  mainOf: p.oldOf,
  wholeOf: p.newOf,
  idf: p.idf,
});

interface Found {
  readonly whole: number;
  readonly part: number;
  readonly contained: number;
}

/** For each whole, its parts without the main one where there is a main one. */
export function findParts(view: PartsView): Map<number, number[]> {
  const loose = view.parts.filter(
    ({ family, words, clause }) =>
      family === 'text' && view.wholeOf[clause.index]! < 0 && words.length >= SETTINGS.partWords,
  );
  if (loose.length === 0) return new Map();
  const wanted = new Set(loose.flatMap(({ sortedBigrams }) => distinct(sortedBigrams)));
  const index = indexFeatures(view.wholes, ({ sortedBigrams }) =>
    distinct(sortedBigrams).filter((bigram) => wanted.has(bigram)),
  );
  const leftOver = leftOverIn(view);
  const found = loose.flatMap((part) => bestWhole(view, part, index, leftOver) ?? []);
  const byWhole = new Map<number, number[]>();
  for (const [whole, positions] of groupBy(found.keys(), (i) => found[i]!.whole)) {
    if (view.mainOf[whole]! < 0 && positions.length < 2) continue;
    byWhole.set(
      whole,
      positions.map((i) => found[i]!.part),
    );
  }
  return byWhole;
}

function bestWhole(view: PartsView, part: Features, index: Postings, leftOver: LeftOver): Found | undefined {
  const votes = new Map<number, number>();
  const vote = (whole: number, weight: number): void =>
    void votes.set(whole, (votes.get(whole) ?? 0) + weight);
  for (const bigram of distinct(part.sortedBigrams)) {
    const postings = index.get(bigram) ?? [];
    for (const whole of postings) vote(whole, 1 / postings.length);
  }
  for (const sibling of [part.previousSibling, part.nextSibling]) {
    const whole = sibling < 0 ? -1 : view.wholeOf[sibling]!;
    if (whole >= 0) vote(whole, 0.01);
  }
  const ranked = [...votes].sort((p, q) => q[1] - p[1] || p[0] - q[0]).slice(0, SETTINGS.indexCandidates);
  let best: Found | undefined;
  for (const [whole] of ranked) {
    const contained = containedShare(view, view.wholes[whole]!, part, leftOver);
    if (contained > (best?.contained ?? 0)) best = { whole, part: part.clause.index, contained };
  }
  return best;
}

/** How often each word stands in a whole and not in its main part, or -1 for none. */
type LeftOver = (whole: Features, main: number) => ReadonlyMap<number, number>;

/** Counts each whole once, however many parts it may have. */
function leftOverIn({ parts }: PartsView): LeftOver {
  const known = new Map<Features, ReadonlyMap<number, number>>();
  return (whole, main) => {
    const before = known.get(whole);
    if (before) return before;
    const left = new Map<number, number>();
    for (const word of whole.words) left.set(word, (left.get(word) ?? 0) + 1);
    if (main >= 0) for (const word of parts[main]!.words) left.set(word, (left.get(word) ?? 0) - 1);
    known.set(whole, left);
    return left;
  };
}

/** How much of a part its whole explains, from 0 to 1; 0 if it is no part of it. */
function containedShare(view: PartsView, whole: Features, part: Features, leftOver: LeftOver): number {
  if (whole.family !== 'text') return 0;
  const main = view.mainOf[whole.clause.index]!;
  const s = SETTINGS;
  if (main >= 0 && !standsBeside(view, part, main)) return 0;

  const left = leftOver(whole, main);
  const taken = new Map<number, number>();
  let weight = 0;
  for (const word of part.words) {
    const count = taken.get(word) ?? 0;
    if (count >= (left.get(word) ?? 0)) continue;
    taken.set(word, count + 1);
    weight += view.idf[word]!;
  }
  const contained = weight / (part.weight || 1);
  const share = weight / (whole.weight || 1);
  const bigrams = sharedCount(whole.sortedBigrams, part.sortedBigrams) / (part.sortedBigrams.length || 1);
  const suffices =
    main >= 0
      ? contained >= s.partContained && bigrams >= s.partBigrams && share >= s.partShare
      : contained >= s.loosePartContained && bigrams >= s.loosePartBigrams && share >= s.loosePartShare;
  return suffices ? contained : 0;
}

function standsBeside({ parts }: PartsView, part: Features, main: number): boolean {
  if (part.parent === main) return true;
  if (part.parent !== parts[main]!.parent) return false;
  let [before, after] = [part.previousSibling, part.nextSibling];
  for (let step = 0; step < SETTINGS.partDistance; step++) {
    if (before === main || after === main) return true;
    before = before < 0 ? -1 : parts[before]!.previousSibling;
    after = after < 0 ? -1 : parts[after]!.nextSibling;
  }
  return false;
}
