import type { Cache } from '../cache/cache.ts';
import { compare } from '../compare/compare.ts';
import { chainOf } from '../compare/compare-all.ts';
import type { Chain, Comparison } from '../compare/comparison.ts';
import type { CompareOptions } from '../compare/options.ts';
import type { Draft } from '../draft/draft.ts';
import { asComparison } from './comparison-shapes.ts';

/**
 * Compares each of several drafts with the next, as `compareAll` does; what the cache knows is not compared again.
 *
 * @param drafts the oldest first; two at least
 */
export const compareChain = (drafts: readonly Draft[], options: CompareOptions, cache: Cache): Chain =>
  chainOf(drafts.slice(1).map((newer, i) => compareCached(drafts[i]!, newer, options, cache)));

/** As `compare`; what the cache knows is not compared again. */
export function compareCached(older: Draft, newer: Draft, options: CompareOptions, cache: Cache): Comparison {
  const key = ['comparison', options, ...[older, newer].flatMap(({ name, source }) => [name, source])];
  const known = asComparison(cache.get(...key));
  if (known) return known;
  const comparison = compare(older, newer, options);
  cache.put(comparison, ...key);
  return comparison;
}
