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
  [
    'Sail\\\nfar  \naway.',
    'Sail far\naway.',
    ['formatting formatting:line-break: after “Sail”, after “far” →  | a line is broken on purpose here'],
  ],
  ['Sail\nfar.', 'Sail far.', []],
  [
    '```\nif a\n  b\n```',
    '```\nif a\nb\n```',
    ['formatting formatting:code: if a\n  b → if a\nb | the same code with other lines or indentation'],
  ],
  [
    '```\na\nb\n```',
    '```\na  b\n```',
    ['formatting formatting:code: a\nb → a  b | the same code with other lines or indentation'],
  ],
  ['```\na  \nb\n```', '```\r\na\r\nb\r\n```', []],
  ['- x\n\n  ```\n  a\n  ```', '- x\n\n    ```\n    a\n    ```', []],
  [
    'Ships [sail](https://a.eu).',
    'Ships [sail](https://b.eu).',
    ['reference reference:address: https://a.eu → https://b.eu | the link “sail” leads elsewhere'],
  ],
  ['A ![seal](a.png).', 'A ![seal](b.png).', ['reference reference:address: a.png → b.png | another image']],
] as const)('%j → %j', (old, now, expected) => {
  expect(told(old, now)).toEqual(expected);
  expect(told(now, old)).toHaveLength(expected.length);
});

it('says nothing of Markdown where something else tells the difference', () => {
  expect(told('Ships sail\\.', 'Ships sail.', true)).toEqual([]);
  expect(told('Ships *sail*.', 'Ships sail.', true)).toHaveLength(1);
});

it('tells what is marked up otherwise beside other words', () => {
  expect(told('Ships *may* sail far.', 'Ships may sail near.', true)).toEqual([
    'formatting formatting:emphasis: emphasis “may” →  | the same words, marked up otherwise',
  ]);
  expect(told('Ships [sail](https://a.eu) far.', 'Ships [sail](https://b.eu) near.', true)).toEqual([
    'reference reference:address: https://a.eu → https://b.eu | the link “sail” leads elsewhere',
  ]);
  expect(told('Ships\\\nsail far.', 'Ships sail near.', true)).toEqual([
    'formatting formatting:line-break: after “Ships” →  | a line is broken on purpose here',
  ]);
  expect(told('Pay **30 June**.', 'Pay **31 July**.', true)).toEqual([]);
  expect(told('See <https://a.eu>.', 'See <https://b.eu>.', true)).toEqual([]);
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
