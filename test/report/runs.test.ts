import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { measureFor } from '../../src/report/measure.ts';
import { type Run, rowWidth, wrapRuns } from '../../src/report/runs.ts';

const words = fc.array(
  fc.constantFrom(
    'a',
    'Council',
    'Europeans',
    '理事会注意到',
    'ไทย',
    'العربية',
    '👩‍⚕️',
    'e\u0301',
    'Überschuldungsstatistikgesetz',
    ' ',
    '  ',
    '\n',
    '⟨U+202E⟩',
  ),
  { maxLength: 30 },
);
const runs: fc.Arbitrary<Run[]> = fc.array(
  fc.record({ text: words.map((all) => all.join('')), tone: fc.constantFrom('plain', 'insert', 'delete') }),
  { maxLength: 5 },
);

const unbroken = (text: string): string => text.replace(/\s/g, '');

describe('wrapping', () => {
  it('keeps every character and stays within the width', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 4, max: 60 }), (all, width) => {
        const rows = wrapRuns(all, width, stringWidth);
        const text = rows
          .flat()
          .map((run) => run.text)
          .join('');
        expect(unbroken(text)).toBe(unbroken(all.map((run) => run.text).join('')));
        for (const row of rows) expect(rowWidth(row, stringWidth)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 300 },
    );
  });

  it('breaks between words, and a word only where it is wider than the line', () => {
    const rows = wrapRuns([{ text: 'the extraordinarily long word', tone: 'plain' }], 8, stringWidth);
    expect(rows.map((row) => row.map((run) => run.text).join(''))).toEqual([
      'the',
      'extraord',
      'inarily',
      'long',
      'word',
    ]);
  });

  it('keeps a word together whose letters have several tones', () => {
    const parts: Run[] = [
      { text: 'one two[', tone: 'plain' },
      { text: 'three', tone: 'insert' },
      { text: ']', tone: 'plain' },
    ];
    const rows = wrapRuns(parts, 9, stringWidth);
    expect(rows.map((row) => row.map((run) => run.text).join(''))).toEqual(['one', 'two[three', ']']);
  });
});

describe('measuring', () => {
  it('agrees with the exact measure, whichever is chosen', async () => {
    const texts = [
      'plain',
      'Ελλάδα – “Україна” …',
      'naïve ⇄ ∪ ÷ − ¶ ␛',
      '理事会',
      'e\u0301',
      '👩‍⚕️',
      'العربية',
    ];
    for (const text of texts) expect((await measureFor([text]))(text), text).toBe(stringWidth(text));
  });
});
