import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { type Run, type Tone, wrapRuns } from '../../src/report/runs.ts';
import { SCRIPTS } from './samples.ts';

const tone = fc.constantFrom<Tone>('plain', 'insert', 'delete', 'quiet');
const runsOf = (text: fc.Arbitrary<string>): fc.Arbitrary<Run[]> =>
  fc.array(fc.record({ text, tone }), { maxLength: 8 });

const latin = runsOf(fc.string({ unit: fc.constantFrom('a', 'b', 'é', ',', ' ', '\n'), maxLength: 30 }));
const anything = runsOf(
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(fc.constantFrom(' ', ...Object.values(SCRIPTS)), { maxLength: 4 })
      .map((parts) => parts.join('')),
  ),
);
const width = fc.integer({ min: 4, max: 70 });

const join = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
const wordsIn = (text: string): string[] => text.split(/[ \n]+/).filter((word) => word !== '');
/** Each character with its tone, blanks left out. */
const letters = (runs: readonly Run[]): string[] =>
  runs.flatMap((run) =>
    [...run.text].filter((char) => !/[ \n]/.test(char)).map((char) => `${char} ${run.tone}`),
  );

describe('wrapped runs', () => {
  it('have the same words in the same order', () => {
    fc.assert(
      fc.property(latin, width, (runs, columns) => {
        fc.pre(wordsIn(join(runs)).every((word) => word.length <= columns));
        const rows = wrapRuns<Tone>(runs, columns, stringWidth);
        expect(rows.flatMap((row) => wordsIn(join(row)))).toEqual(wordsIn(join(runs)));
      }),
      { numRuns: 1000 },
    );
  });

  it('have the same characters with the same tones, in every script', () => {
    fc.assert(
      fc.property(anything, width, (runs, columns) => {
        expect(letters(wrapRuns<Tone>(runs, columns, stringWidth).flat())).toEqual(letters(runs));
      }),
      { numRuns: 500 },
    );
  });

  it('are never wider than asked', () => {
    fc.assert(
      fc.property(anything, width, (runs, columns) => {
        for (const row of wrapRuns(runs, columns, stringWidth)) {
          expect(stringWidth(join(row))).toBeLessThanOrEqual(columns);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('fill each line as far as its words allow', () => {
    fc.assert(
      fc.property(latin, width, (runs, columns) => {
        fc.pre(wordsIn(join(runs)).every((word) => word.length <= columns));
        const rows = wrapRuns<Tone>(runs, columns, stringWidth).map(join);
        rows.slice(1).forEach((row, i) => {
          const [next = ''] = wordsIn(row);
          expect(`${rows[i]} ${next}`.length).toBeGreaterThan(columns);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('begin and end no line with a blank', () => {
    fc.assert(
      fc.property(latin, width, (runs, columns) => {
        for (const row of wrapRuns(runs, columns, stringWidth)) expect(join(row)).toBe(join(row).trim());
      }),
      { numRuns: 500 },
    );
  });

  it('cut a word that is wider than a line, and only that', () => {
    const rows = wrapRuns<Tone>(
      [{ text: `see https://example.eu/${'x'.repeat(30)} there`, tone: 'plain' }],
      20,
      stringWidth,
    );
    expect(rows.map(join)).toEqual([
      'see',
      'https://example.eu/x',
      'xxxxxxxxxxxxxxxxxxxx',
      'xxxxxxxxx there',
    ]);
  });

  it('cut between characters, never inside one', () => {
    const rows = wrapRuns<Tone>(
      [{ text: '👩‍👩‍👧‍👦'.repeat(3) + 'e\u0301'.repeat(5), tone: 'plain' }],
      4,
      stringWidth,
    );
    expect(rows.map(join)).toEqual(['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦e\u0301e\u0301', 'e\u0301e\u0301e\u0301']);
  });

  it('break Chinese anywhere but before its closing punctuation', () => {
    const rows = wrapRuns<Tone>([{ text: '歐洲理事會，歡迎。', tone: 'plain' }], 10, stringWidth);
    expect(rows.map(join)).toEqual(['歐洲理事', '會，歡迎。']);
  });

  it('are one empty row where there is nothing', () => {
    expect(wrapRuns<Tone>([], 20, stringWidth)).toEqual([[]]);
  });
});
