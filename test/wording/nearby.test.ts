import { describe, expect, it } from 'vitest';
import { readEdits } from '../../src/wording/edits.ts';
import { nearby } from '../../src/wording/nearby.ts';
import { SETTINGS } from '../../src/wording/settings.ts';

/** The old text as far as it is read, with the changed words in braces; a line break where something is left out. */
const read = (old: string, now: string): string =>
  nearby(readEdits(old, now))
    .map((edit) => (edit.op === 'equal' ? edit.old : `{${edit.old}}`))
    .join('');

describe('what is read for the meaning of a change', () => {
  it.each([
    [
      'the sentence',
      'It meets. It welcomes it. It ends.',
      'It meets. It notes it. It ends.',
      'It {welcomes} it. ',
    ],
    ['the first one', 'It welcomes it. It ends.', 'It notes it. It ends.', 'It {welcomes} it. '],
    ['the last one', 'It meets. It welcomes it.', 'It meets. It notes it.', 'It {welcomes} it.'],
    [
      'all between two changes of one',
      'It meets. It welcomes it and ends it. It goes.',
      'It meets. It notes it and stops it. It goes.',
      'It {welcomes} it and {ends} it. ',
    ],
    [
      'what two sentences have beside it',
      'It asks for it. It meets. It hears of it. It calls.',
      'It begs for it. It meets. It hears of him. It calls.',
      'It {asks} for it. \nIt hears of {it}. ',
    ],
    [
      'neighbours whole',
      'It asks for it. It hears it.',
      'It begs for it. It hears him.',
      'It {asks} for it. It hears {it}.',
    ],
    ['sentences that ask or call', 'Why? It asks! Now.', 'Why? It begs! Now.', 'It {asks}! '],
    [
      'none that ends with an abbreviation',
      'See Art. 5 of it. It asks it.',
      'See Art. 5 of it. It begs it.',
      'It {asks} it.',
    ],
    ['none that begins small', 'See it. then it asks.', 'See it. then it begs.', 'See it. then it {asks}.'],
    ['no date', 'Am 1. März tagt er. Er ruft.', 'Am 1. März tagt sie. Er ruft.', 'Am 1. März tagt {er}. '],
    ['but a number of three digits', 'There are 100. It asks.', 'There are 100. It begs.', 'It {asks}.'],
    [
      'a sentence in quotation marks',
      'He said “No.” “It asks.” It ends.',
      'He said “No.” “It begs.” It ends.',
      '“It {asks}.” ',
    ],
    [
      'one in parentheses',
      '(It meets.) (It asks.) It ends.',
      '(It meets.) (It begs.) It ends.',
      '(It {asks}.) ',
    ],
    ['a sentence that no blank follows', '他来。他去。他回。', '他来。他走。他回。', '他{去}。'],
    [
      'all, where there is a bracket',
      'It [meets]. It asks. It ends.',
      'It [meets]. It begs. It ends.',
      'It [meets]. It {asks}. It ends.',
    ],
    ['all, where there is one now', 'It meets. It asks.', 'It meets. It [asks].', 'It meets. It {}asks{}.'],
  ])('%s', (_, old, now, expected) => {
    expect(read(old, now)).toBe(expected);
  });

  it('of a sentence without an end, as much as can bear on it', () => {
    const long = 'word '.repeat(1_000);
    const both = read(`${long}asks ${long}ends ${long}`.trim(), `${long}begs ${long}stops ${long}`.trim());
    const [before = '', between = '', after = ''] = both.split(/\{\w+\}/);
    for (const part of [before, after]) {
      expect(part.length).toBeLessThanOrEqual(SETTINGS.maxSentence);
      expect(part.length).toBeGreaterThan(SETTINGS.maxSentence - 10);
      expect(part).toMatch(/^\s?(?:word\s?)+$/);
    }
    expect(between).toMatch(/^ (?:word )+\n ?(?:word )+$/);
    expect(between.length).toBeLessThanOrEqual(2 * SETTINGS.maxSentence + 1);
  });

  it('all of it where only the typography of the rest differs', () => {
    expect(read('It meets "here". It asks.', 'It meets “here”. It begs.')).toBe(
      'It meets "here". It {asks}.',
    );
  });
});
