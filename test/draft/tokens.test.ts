import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/draft/tokens.ts';

/** The tokens of a text, those that are no words in brackets: `Member | States | ⟨,⟩`. */
const tokens = (text: string): string =>
  tokenize(text)
    .map(({ start, endExclusive, word }) => {
      const token = text.slice(start, endExclusive);
      return word ? token : `⟨${token}⟩`;
    })
    .join(' | ');

const keys = (text: string): string[] => tokenize(text).map(({ key }) => key);

describe('words', () => {
  it.each([
    ['The Council, meeting here, agrees.', 'The | Council | ⟨,⟩ | meeting | here | ⟨,⟩ | agrees | ⟨.⟩'],
    ['Η Ευρωπαϊκή Ένωση·', 'Η | Ευρωπαϊκή | Ένωση | ⟨·⟩'],
    ['צה״ל ג׳ורג׳', 'צה״ל | ג׳ורג | ⟨׳⟩'],
    ['Європейська рада п’яти', 'Європейська | рада | п’яти'],
    ['المجلس الأوروبي، 2025', 'المجلس | الأوروبي | ⟨،⟩ | 2025'],
    ['הַמּוֹעֵצָה הָאֵירוֹפִּית', 'הַמּוֹעֵצָה | הָאֵירוֹפִּית'],
    ['हिन्दी भाषा', 'हिन्दी | भाषा'],
    ['한국어 문장', '한국어 | 문장'],
    ['欧洲理事会。', '欧 | 洲 | 理 | 事 | 会 | ⟨。⟩'],
    ['EUの理事会', 'EU | の | 理 | 事 | 会'],
    ['ไทยดี่', 'ไ | ท | ย | ดี่'],
    ["États membres d’ici l'été", "États | membres | d’ici | l'été"],
    ['co-operate co‑operate p.m.', 'co-operate | co‑operate | p.m | ⟨.⟩'],
    ['States’ ‘goals’', 'States | ⟨’⟩ | ⟨‘⟩ | goals | ⟨’⟩'],
    ['mid-2025 well – yes', 'mid-2025 | well | ⟨–⟩ | yes'],
    ['cafe\u0301 so\u00adft', 'cafe\u0301 | so\u00adft'],
    ['[shall][should] (may)', '⟨[⟩ | shall | ⟨]⟩ | ⟨[⟩ | should | ⟨]⟩ | ⟨(⟩ | may | ⟨)⟩'],
    ['👍 ok', '⟨👍⟩ | ok'],
    ['  \t\u00a0 ', ''],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(tokens(text)).toBe(expected);
  });
});

describe('numbers', () => {
  it.each([
    ['EUR 3 000, 2.5 % or 1,000,000.50', 'EUR | 3 000 | ⟨,⟩ | 2.5 | ⟨%⟩ | or | 1,000,000.50'],
    ['EUR 3\u00a0000\u202f000', 'EUR | 3\u00a0000\u202f000'],
    ['in 2025 300 people', 'in | 2025 | 300 | people'],
    ['12 345 6789', '12 345 | 6789'],
    ['15381/1/06 at 10:30', '15381/1/06 | at | 10:30'],
    ['paragraph 2(3)', 'paragraph | 2 | ⟨(⟩ | 3 | ⟨)⟩'],
    ['3bis, 5a, 21st, 20-fold', '3bis | ⟨,⟩ | 5a | ⟨,⟩ | 21st | ⟨,⟩ | 20-fold'],
    ['20–30 -5', '20 | ⟨–⟩ | 30 | ⟨-⟩ | 5'],
    ['by 2025.', 'by | 2025 | ⟨.⟩'],
    ['٣٠٠ ½', '٣٠٠ | ½'],
  ])('%j', (text, expected) => {
    expect(tokens(text)).toBe(expected);
  });
});

describe('footnote references', () => {
  it('are one token, with the same key whatever their name', () => {
    expect(tokens('agreed[^4], noted[^b-2].')).toBe('agreed | ⟨[^4]⟩ | ⟨,⟩ | noted | ⟨[^b-2]⟩ | ⟨.⟩');
    expect(keys('[^4]')).toEqual(keys('[^b-2]'));
  });

  it('are not brackets that hold words', () => {
    expect(tokens('[^a b]')).toBe('⟨[⟩ | ⟨^⟩ | a | b | ⟨]⟩');
  });
});

describe('keys', () => {
  it.each([
    ['co‑operation', 'co-operation'],
    ['l’Union', "l'Union"],
    ['“x”', '"x"'],
    ['com\u00adpliance', 'compliance'],
    ['cafe\u0301', 'café'],
    ['EUR\u00a020', 'EUR 20'],
    ['3\u202f000', '3 000'],
    ['and so on…', 'and so on...'],
  ])('%j and %j are the same words', (one, other) => {
    expect(keys(one)).toEqual(keys(other));
  });

  it.each([
    ['Council', 'council'],
    ['3 000', '3000'],
    ['2.5', '2,5'],
    ['re-sent', 'resent'],
    ['е', 'e'],
  ])('%j and %j are not', (one, other) => {
    expect(keys(one)).not.toEqual(keys(other));
  });
});

describe('any text', () => {
  it('is held by tokens in order, but for blanks and invisible characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let end = 0;
        let between = '';
        for (const { start, endExclusive } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(end);
          expect(endExclusive).toBeGreaterThan(start);
          between += text.slice(end, start);
          end = endExclusive;
        }
        between += text.slice(end);
        expect(between.replace(/[\s\p{Cf}]/gu, '')).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
