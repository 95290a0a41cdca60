import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assign, type Edge } from '../../src/align/assign.ts';

const edges = fc.uniqueArray(
  fc.record({ a: fc.nat({ max: 4 }), b: fc.nat({ max: 4 }), weight: fc.integer({ min: 1, max: 50 }) }),
  {
    selector: ({ a, b }) => a * 10 + b,
    maxLength: 10,
  },
);

function bestTotal([first, ...rest]: readonly Edge[]): number {
  if (!first) return 0;
  const compatible = rest.filter(({ a, b }) => a !== first.a && b !== first.b);
  return Math.max(bestTotal(rest), first.weight + bestTotal(compatible));
}

const total = (chosen: readonly Edge[]): number => chosen.reduce((sum, { weight }) => sum + weight, 0);

const isMatching = (chosen: readonly Edge[]): boolean =>
  new Set(chosen.map(({ a }) => a)).size === chosen.length &&
  new Set(chosen.map(({ b }) => b)).size === chosen.length;

it('chooses the heaviest edges of which no two share a clause', () => {
  fc.assert(
    fc.property(edges, (all) => {
      const chosen = assign(all, 160);
      expect(isMatching(chosen)).toBe(true);
      expect(total(chosen)).toBe(bestTotal(all));
    }),
  );
});

it('stays a matching where components are too large to be solved exactly', () => {
  fc.assert(
    fc.property(edges, (all) => {
      const chosen = assign(all, 0);
      expect(isMatching(chosen)).toBe(true);
      expect(total(chosen) * 2).toBeGreaterThanOrEqual(bestTotal(all));
    }),
  );
});
