import { describe, expect, it } from 'vitest';
import { readEdits } from '../../src/wording/edits.ts';
import { builtInLexicon } from '../../src/wording/languages.ts';
import { compileLexicon } from '../../src/wording/lexicon.ts';
import { nameChanges } from '../../src/wording/name-changes.ts';
import { spellingKey } from '../../src/wording/spelling.ts';

const lexicon = compileLexicon(builtInLexicon('en')!);
const changesOf = (old: string, now: string) => nameChanges(readEdits(old, now), lexicon);
const rules = (old: string, now: string): string[] => changesOf(old, now).map(({ rule }) => rule);

describe('noise is named', () => {
  it.each([
    ['the “open” text', 'the "open" text', ['typography:character', 'typography:character']],
    ['5 March', '5\u00a0March', ['typography:blank']],
    ['long-term', 'long\u2011term', ['typography:character']],
    ['co\u00adoperation', 'cooperation', ['typography:character']],
    ['organisation', 'organization', ['spelling:variant']],
    ['the Parties agree', 'the parties agree', ['spelling:case']],
    ['cease-fire', 'ceasefire', ['spelling:hyphen']],
    ['long term', 'long-term', ['spelling:hyphen']],
    ['first second', 'first, second', ['punctuation:insert']],
    ['as agreed.[^2]', 'as agreed.[^3]', ['numbering:footnote']],
    ['and so on...', 'and so on…', ['typography:character']],
  ])('%s → %s', (old, now, expected) => expect(rules(old, now)).toEqual(expected));
});

describe('what survives is substance', () => {
  it.each([
    ['a pause', 'pauses'],
    ['may act', 'may not act'],
    ['[shall]', 'shall'],
    ['10 %', '10'],
    ['15', '1 5'],
    ['size', 'sise of it'],
    ['at ≤ 5', 'at ≥ 5'],
    ['☐ yes', '☒ yes'],
    ['the Parties', 'Parties'],
    ['agreed.', 'agreed.[^4]'],
  ])('%s → %s', (old, now) => {
    expect(changesOf(old, now).some(({ substantive }) => substantive)).toBe(true);
  });
});

it.each([
  ['organisation', 'organization'],
  ['recognised', 'recognized'],
  ['analyse', 'analyze'],
  ['labour', 'labor'],
  ['neighbouring', 'neighboring'],
  ['centre', 'center'],
  ['defence', 'defense'],
  ['programme', 'program'],
  ['travelling', 'traveling'],
  ['judgement', 'judgment'],
  ['fulfil', 'fulfill'],
  ['towards', 'toward'],
  ['sœurs', 'soeurs'],
  ['organisation’s', "organization's"],
])('%s and %s are one word', (a, b) => expect(spellingKey(a)).toBe(spellingKey(b)));

it.each([
  ['four', 'for'],
  ['hour', 'hor'],
  ['prise', 'prize'],
  ['rise', 'rize'],
  ['there', 'theer'],
  ['fence', 'fense'],
  ['states', "state's"],
])('%s and %s are two', (a, b) => expect(spellingKey(a)).not.toBe(spellingKey(b)));
