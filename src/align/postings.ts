import type { Features } from './features.ts';
import { SETTINGS } from './settings.ts';

/** For each feature (a word or a bigram) the clauses that hold it, by index. */
export type Postings = ReadonlyMap<number, readonly number[]>;

/** An inverted index. What more than `maxPostings` clauses hold tells nothing about which is meant, and is left out. */
export function indexFeatures(
  clauses: Iterable<Features>,
  featuresOf: (clause: Features) => readonly number[],
): Postings {
  const index = new Map<number, number[]>();
  for (const features of clauses) {
    for (const feature of featuresOf(features)) {
      const postings = index.get(feature);
      if (postings) postings.push(features.clause.index);
      else index.set(feature, [features.clause.index]);
    }
  }
  for (const [feature, { length }] of index) if (length > SETTINGS.maxPostings) index.delete(feature);
  return index;
}

/** Each value of a sorted list once. */
export const distinct = (sorted: Int32Array | Float64Array): number[] => [...new Set(sorted)];
