import { expect, it } from 'vitest';
import { builtInLexicon } from '../../src/wording/languages.ts';
import { compileLexicon } from '../../src/wording/lexicon.ts';
import { wholeClauseChanges } from '../../src/wording/whole-clause.ts';

const told = (text: string, side: 'old' | 'new'): string[] =>
  wholeClauseChanges(text, side, compileLexicon(builtInLexicon('en')!)).map(
    ({ class: name, direction, rule, old, new: now, note }) =>
      `${name} ${direction}: ${old} → ${now} | ${rule} | ${note}`,
  );

it.each([
  ['Ferries sail twice a day.', 'new', []],
  ['Two ferries met in June 2025.', 'new', []],
  [
    'The Council calls on the Commission to report by June 2025.',
    'new',
    [
      'scope broader:  → Council … calls on … Commission … by June 2025 | scope:clause:added | the clause brings',
    ],
  ],
  [
    'The Council calls on the Commission to report by June 2025.',
    'old',
    [
      'scope narrower: Council … calls on … Commission … by June 2025 →  | scope:clause:removed | the clause takes away',
    ],
  ],
  [
    'It costs EUR 5 million.',
    'new',
    ['scope broader:  → EUR 5 million | scope:clause:added | the clause brings'],
  ],
  [
    'The text was firmly supported by 26 Heads of State or Government.',
    'new',
    [
      'actor weaker:  → supported by 26 Heads of State or Government | actor:formula:n-of-27 | no consensus: not conclusions of the European Council',
      'scope broader:  → firmly supported … 26 Heads of State or Government | scope:clause:added | the clause brings',
    ],
  ],
  [
    'The text was supported by 26 Heads of State or Government.',
    'old',
    [
      'actor stronger: supported by 26 Heads of State or Government →  | actor:formula:n-of-27 | no consensus: not conclusions of the European Council',
      'scope narrower: supported … 26 Heads of State or Government →  | scope:clause:removed | the clause takes away',
    ],
  ],
  [
    'The Council welcomes, notes, endorses, supports, calls on, urges and invites by June 2025.',
    'new',
    [
      'scope broader:  → Council … welcomes … notes … endorses … supports … calls on | scope:clause:added | the clause brings',
    ],
  ],
] as const)('%s (%s)', (text, side, expected) => {
  expect(told(text, side)).toEqual(expected);
});
