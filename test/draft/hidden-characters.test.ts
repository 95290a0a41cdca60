import { describe, expect, it } from 'vitest';
import { hiddenCharacters, withoutHidden } from '../../src/draft/hidden-characters.ts';
import { tokenize } from '../../src/draft/tokens.ts';

const found = (text: string): string[] =>
  hiddenCharacters(text).map(({ char, start }) => `${char.codePointAt(0)?.toString(16)} at ${start}`);

describe('a hidden character', () => {
  it.each([
    ['an override', 'of \u202eEUR 100', ['202e at 3']],
    ['isolates', '\u2066a\u2069', ['2066 at 0', '2069 at 2']],
    ['marks of direction, in any script', 'a\u200e \u200fא\u061c', ['200e at 1', '200f at 3', '61c at 5']],
    [
      'zero-width blanks and joiners of words',
      'a\u200bb\u2060c\ufeff',
      ['200b at 1', '2060 at 3', 'feff at 5'],
    ],
    ['a joiner that joins nothing', 'wel\u200dcome \u200c', ['200d at 3', '200c at 9']],
    ['a second joiner', 'می\u200c\u200cشود', ['200c at 3']],
    ['fillers', 'a\u3164 \uffa0\u115f', ['3164 at 1', 'ffa0 at 3', '115f at 4']],
    ['tags without a flag', 'a\u{e0061}', ['e0061 at 1']],
    ['selectors of nothing', 'a\ufe0f 100\ufe0f b\u{e0101}', ['fe0f at 1', 'fe0f at 6', 'e0101 at 9']],
    ['a combining joiner of graphemes', 'a\u034fb', ['34f at 1']],
    ['separators of lines', 'a\u2028b\u2029', ['2028 at 1', '2029 at 3']],
  ])('is %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['a soft hyphen', 'com\u00adpliance'],
    ['a joiner in Persian and in Hindi', 'می\u200cشود क्\u200dष'],
    ['a joiner at the end of an Arabic word', 'ه\u200d'],
    ['joined emoji', '👩\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 👍🏽'],
    ['emoji made by selectors', '☎\ufe0f 1\ufe0f\u20e3 ↔\ufe0f'],
    ['the flag of a part of a country', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['a selector of a Chinese form', '葛\u{e0100}'],
    ['Korean in parts', '\u1100\u1160 한국어'.normalize('NFD')],
    ['blanks, quotes and dashes', '“a”\u00a0–\u202fb…'],
  ])('is not %s', (_, text) => {
    expect(found(text)).toEqual([]);
    expect(withoutHidden(text)).toBe(text);
  });

  it('does not cut a word or a number', () => {
    expect(tokenize('wel\u200bcome EUR 1\u200b00').map(({ key }) => key)).toEqual(['welcome', 'EUR', '100']);
  });
});
