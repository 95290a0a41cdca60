import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, parseDraft } from '../../src/index.ts';
import { jsonReport } from '../../src/report/json.ts';
import { OBEYED } from '../cli/cases.ts';
import { CHAIN_PAIRS } from './samples.ts';

describe('the JSON report', () => {
  it.each(CHAIN_PAIRS)('reads back as the same comparison: $name', ({ old, new: newer }) => {
    const comparison = compare(parseDraft(old, 'old.md'), parseDraft(newer, 'new.md'));
    expect(JSON.parse(jsonReport(comparison))).toStrictEqual(comparison);
  });

  it('reads back as the same comparison, and moves no cursor, whatever the drafts hold', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            '1. ',
            'word',
            ' ',
            '\n\n',
            '# ',
            '\u001b[31m',
            '\u0000',
            '\u007f',
            '\u0085',
            '\u009b',
            '\u2028',
            '\u202e',
            '\u2069',
            '"',
            '\\',
            '\ud800',
          ),
          { maxLength: 30 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, text, text, (old, newer, name) => {
        const comparison = compare(parseDraft(old, name), parseDraft(newer, 'new.md'));
        const report = jsonReport(comparison);
        expect(JSON.parse(report)).toStrictEqual(comparison);
        expect(report).not.toMatch(OBEYED);
      }),
      { numRuns: 500 },
    );
  });
});
