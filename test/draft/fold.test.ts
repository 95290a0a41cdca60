import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTypography } from '../../src/draft/fold.ts';
import { parseDraft } from '../../src/draft/parse-draft.ts';

describe('typography folded for comparison', () => {
  it.each([
    ['a non-breaking blank', 'EUR\u00a020', 'EUR 20'],
    ['a narrow and a thin blank', '3\u202f000\u2009000', '3 000 000'],
    ['a non-breaking hyphen', 'co\u2011operation', 'co-operation'],
    ['dashes and the minus sign', '20–30 — \u22125', '20-30 - -5'],
    ['curly quotes', '“the Union’s ‘own’ means”', "\"the Union's 'own' means\""],
    ['low and angled quotes', '„Wort“ «mot» ‹x›', '"Wort" "mot" \'x\''],
    ['soft hyphens and zero-width characters', 'com\u00adpli\u200bance\ufeff', 'compliance'],
    ['direction marks', '\u200fא\u202cב\u2069', 'אב'],
    ['an ellipsis', 'and so on…', 'and so on...'],
    ['a decomposed letter', 'cafe\u0301 \u1100\u1161', 'café 가'],
  ])('%s', (_, text, expected) => {
    expect(foldTypography(text)).toBe(expected);
  });

  it('keeps letters, digits and case as they are', () => {
    const text = 'Straße ǅ ﬁ ½ ² İ Ελλάδα 理事会';
    expect(foldTypography(text)).toBe(text);
  });

  it('folded text stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldTypography(text);
        expect(foldTypography(folded)).toBe(folded);
      }),
    );
  });

  it('is not applied to what a draft holds', () => {
    const text = 'cafe\u0301, co\u2011operation, EUR\u00a020, “so\u00adft”…';
    expect(parseDraft(`1. ${text}`).clauses[0]?.text).toBe(text);
  });
});
