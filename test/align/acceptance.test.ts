import { describe, expect, it } from 'vitest';
import { align } from '../../src/align/align.ts';
import { parseDraft } from '../../src/draft/parse-draft.ts';
import { numbered } from './numbered.ts';

/** A text of `count` words of its own, the first `kept` of them those of the old one. */
const text = (count: number, kept: number, version: 'old' | 'new'): string =>
  Array.from({ length: count }, (_, i) => (i < kept ? `kept${i}` : `${version}${i}`)).join(' ');

const FIXED = ['alpha beta gamma delta.', 'epsilon zeta eta theta.', 'iota kappa lambda mu.'];

/** A draft that tells where the text stands: between the first two, or after the last. */
const draft = (place: 'here' | 'elsewhere', one: string): string =>
  numbered(place === 'here' ? FIXED.toSpliced(1, 0, one) : [...FIXED, one]);

/** The fewest words that must be kept for two texts to be one clause, and the reason that is given then and for all. */
function fewest(count: number, oldPlace: 'here' | 'elsewhere', newPlace: 'here' | 'elsewhere'): string {
  const reasons = Array.from({ length: count + 1 }, (_, kept) => {
    const older = parseDraft(draft(oldPlace, `${text(count, kept, 'old')}.`));
    const newer = parseDraft(draft(newPlace, `${text(count, kept, 'new')}.`));
    const clause = older.clauses.findIndex((one) => /kept|old/.test(one.text));
    const link = align(older, newer).find(({ old }) => old.includes(clause));
    return link?.kind === 'paired' ? link.by : undefined;
  });
  const least = reasons.findIndex((by) => by !== undefined);
  expect(reasons.slice(least).includes(undefined)).toBe(false);
  return `${least} of ${count}, by ${[...new Set(reasons.slice(least))].join(', ')}`;
}

describe('how much of a text must be left for it to be the same clause', () => {
  it('in its place, between neighbours that stayed', () => {
    expect(fewest(20, 'here', 'here')).toBe('5 of 20, by label, text, identical');
    expect(fewest(8, 'here', 'here')).toBe('2 of 8, by label, text, identical');
    expect(fewest(3, 'here', 'here')).toBe('1 of 3, by label, text, identical');
  });

  it('elsewhere', () => {
    expect(fewest(20, 'here', 'elsewhere')).toBe('10 of 20, by text, identical');
    expect(fewest(20, 'elsewhere', 'here')).toBe('10 of 20, by text, identical');
    expect(fewest(8, 'here', 'elsewhere')).toBe('4 of 8, by text, identical');
    expect(fewest(3, 'here', 'elsewhere')).toBe('3 of 3, by identical');
  });

  it('for what holds others: enough that most of them stayed under it', () => {
    const points = ['nu xi omicron pi.', 'rho sigma tau upsilon.', 'phi chi psi omega.'];
    const under = (chapeau: string): string =>
      [`1. ${FIXED[0]}`, `2. ${chapeau}`, ...points.map((one, i) => `${'abc'[i]}) ${one}`)].join('\n\n');
    const became = (older: string, newer: string) => {
      const [old, now] = [parseDraft(older), parseDraft(newer)];
      return align(old, now)
        .filter(({ old: [a] }) => old.clauses[a ?? -1]?.path === '2')
        .map(({ kind, by }) => [kind, by].join(' by '));
    };
    expect(became(under('old1 old2 kept stays old5:'), under('new1 new2 kept stays new5:'))).toEqual([
      'paired by label',
    ]);
    const heading = (title: string): string => under('kept:').replace('2. kept:', `## ${title}`);
    const titles = align(parseDraft(heading('OLD NAME')), parseDraft(heading('ANOTHER TITLE')));
    expect(titles.map(({ kind }) => kind)).toEqual(titles.map(() => 'paired'));
  });
});
