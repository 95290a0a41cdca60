import type { Draft } from '../draft/draft.ts';
import { compare } from './compare.ts';
import type { Chain, Comparison } from './comparison.ts';
import { readDropped } from './dropped.ts';
import type { CompareOptions } from './options.ts';
import { readThreads } from './threads.ts';

/**
 * Compares each of several drafts with the next and follows every clause through all of them.
 *
 * @param drafts the oldest first
 * @throws {RangeError} if there are fewer than two
 */
export function compareAll(drafts: readonly Draft[], options: CompareOptions = {}): Chain {
  return chainOf(drafts.slice(1).map((newer, i) => compare(drafts[i] as Draft, newer, options)));
}

/**
 * A chain of comparisons, each beginning with the draft with which the one before ended.
 *
 * @throws {RangeError} if there is none
 */
export function chainOf(steps: readonly Comparison[]): Chain {
  const [first] = steps;
  if (!first) throw new RangeError('a chain needs two drafts at least');
  const threads = readThreads(steps);
  return {
    schema: 'clausediff/chain/1',
    drafts: [first.old, ...steps.map((step) => step.new)],
    steps,
    threads,
    dropped: readDropped(steps, threads),
  };
}
