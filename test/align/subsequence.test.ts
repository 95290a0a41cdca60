import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heaviestIncreasing, longestIncreasing } from '../../src/align/subsequence.ts';

const distinct = fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 9 });

/** All strictly increasing subsequences, by trying every subset. */
function bestWeight(values: readonly number[], weights: readonly number[]): number {
  let best = 0;
  for (let subset = 0; subset < 1 << values.length; subset++) {
    const chosen = values.map((_, i) => i).filter((i) => subset & (1 << i));
    const increases = chosen.every(
      (i, k) => k === 0 || (values[chosen[k - 1] as number] as number) < (values[i] as number),
    );
    if (increases)
      best = Math.max(
        best,
        chosen.reduce((sum, i) => sum + (weights[i] as number), 0),
      );
  }
  return best;
}

const increasing = (values: readonly number[], chosen: readonly number[]): boolean =>
  chosen.every(
    (i, k) =>
      k === 0 ||
      ((chosen[k - 1] as number) < i && (values[chosen[k - 1] as number] as number) < (values[i] as number)),
  );

describe('against trying everything', () => {
  it('finds a longest increasing subsequence', () => {
    fc.assert(
      fc.property(distinct, (values) => {
        const chosen = longestIncreasing(values);
        expect(increasing(values, chosen)).toBe(true);
        expect(chosen.length).toBe(
          bestWeight(
            values,
            values.map(() => 1),
          ),
        );
      }),
    );
  });

  it('finds a heaviest increasing subsequence', () => {
    fc.assert(
      fc.property(
        distinct,
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 9, maxLength: 9 }),
        (values, weights) => {
          const chosen = heaviestIncreasing(values, weights.slice(0, values.length));
          expect(increasing(values, chosen)).toBe(true);
          expect(chosen.reduce((sum, i) => sum + (weights[i] as number), 0)).toBe(
            bestWeight(values, weights),
          );
        },
      ),
    );
  });
});
