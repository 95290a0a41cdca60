import { expect, it } from 'vitest';
import type { Clause } from '../../src/draft/draft.ts';
import { parseDraft } from '../../src/draft/parse-draft.ts';
import { formattingChanges, isRenumbered } from '../../src/wording/formatting.ts';

/** What is said of the first clauses of two drafts, if nothing else tells that they differ. */
function told(old: string, now: string, alreadyShown = false): string[] {
  const [a, b] = [parseDraft(old).clauses[0] as Clause, parseDraft(now).clauses[0] as Clause];
  return formattingChanges(a, b, { old, new: now }, alreadyShown).map(
    (change) => `${change.class} ${change.rule}: ${change.old} → ${change.new} | ${change.note}`,
  );
}

it.each([
  ['Ships sail.', 'Ships sail.', []],
  ['Ships  sail.', 'Ships sail.', []],
  [
    'a) Ships sail.',
    '(a) Ships sail.',
    ['formatting formatting:label: a) → (a) | the same number or dash, printed otherwise'],
  ],
  [
    'a) Ships sail.',
    'b) Ships sail.',
    ['formatting formatting:markup: a) Ships sail. → b) Ships sail. | the same text in other Markdown'],
  ],
  [
    'Ships *sail*.',
    'Ships sail.',
    ['formatting formatting:emphasis: emphasis “sail” →  | the same words, marked up otherwise'],
  ],
  [
    '**Ships** *sail*.',
    '[Ships](https://a.eu) *sail*.',
    [
      'formatting formatting:emphasis: strong “Ships”, emphasis “sail” → link “Ships” https://a.eu, emphasis “sail” | the same words, marked up otherwise',
    ],
  ],
  [
    '*Ships* sail.',
    '*Boats* sail.',
    ['formatting formatting:markup: *Ships* sail. → *Boats* sail. | the same text in other Markdown'],
  ],
  [
    'Ships sail\\.',
    'Ships sail.',
    ['formatting formatting:markup: Ships sail\\. → Ships sail. | the same text in other Markdown'],
  ],
] as const)('%s → %s', (old, now, expected) => {
  expect(told(old, now)).toEqual(expected);
});

it('says nothing of Markdown where something else tells the difference', () => {
  expect(told('Ships sail\\.', 'Ships sail.', true)).toEqual([]);
  expect(told('Ships *sail*.', 'Ships sail.', true)).toHaveLength(1);
});

it('a dash has no number, and a footnote is known by another', () => {
  const renumbered = (old: string, now: string): boolean =>
    isRenumbered(parseDraft(old).clauses.at(-1) as Clause, parseDraft(now).clauses.at(-1) as Clause);
  expect(renumbered('1. A', '2. A')).toBe(true);
  expect(renumbered('1. A', '1) A')).toBe(false);
  expect(renumbered('1. A', 'A')).toBe(true);
  expect(renumbered('A', '1. A')).toBe(true);
  expect(renumbered('A', 'A')).toBe(false);
  expect(renumbered('– A', 'A')).toBe(false);
  expect(renumbered('– A', '• A')).toBe(false);
  expect(renumbered('A.[^1]\n\n[^1]: B', 'A.[^2]\n\n[^2]: B')).toBe(false);
});
