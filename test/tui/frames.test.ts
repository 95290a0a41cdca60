import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Size } from '../../src/tui/state.ts';
import { SCRIPTS } from '../report/samples.ts';
import { demo, measure, Viewer } from './viewer.ts';

const SIZES: readonly Size[] = [
  { columns: 60, rows: 24 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 30 },
  { columns: 200, rows: 40 },
];

/** How each view is come to. */
const VIEWS: Readonly<Record<string, readonly string[]>> = {
  clauses: [],
  'side by side': ['v'],
  texts: ['s'],
  ledger: ['l'],
  'places of the ledger': ['l', 'enter', 'j'],
  brackets: ['b'],
  timeline: ['T'],
  filter: ['f'],
  help: ['?'],
  search: ['/', 'u', 'n', 'i', 'o', 'n'],
};

describe.each(SIZES)('a terminal of $columns × $rows', (size) => {
  it.each(Object.entries(VIEWS))('%s', async (name, keys) => {
    const view = new Viewer(demo(2, 3), { size }).press('n', 'n', 'n', ...keys);
    await expect(`${view.screen}\n`).toMatchFileSnapshot(
      `frames/${name.replaceAll(' ', '-')}-${size.columns}.txt`,
    );
  });
});

/** Drafts in all scripts, with what a hostile author may put in. */
const HOSTILE = [
  '\x1b[2J',
  '\x1b]0;title\x07',
  '\u202e',
  '\u200b'.repeat(50),
  '\x07',
  '\x9b31m',
  'a\u0301'.repeat(9),
];

describe('every frame', () => {
  const words = fc.constantFrom(
    ...Object.values(SCRIPTS),
    ...HOSTILE,
    'The Council [welcomes]',
    'by June 2025',
  );
  const text = fc
    .array(fc.array(words, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 })
    .map((clauses) => clauses.map((parts, i) => `${i + 1}. ${parts.join(' ')}`).join('\n\n'));
  const keys = fc.array(
    fc.constantFrom(
      ...'jkdugGnNvwzZsclbtTf?xX*m'.split(''),
      'enter',
      'escape',
      'tab',
      'space',
      'right',
      'left',
      '}',
    ),
    { maxLength: 15 },
  );
  const size = fc.record({
    columns: fc.integer({ min: 10, max: 160 }),
    rows: fc.integer({ min: 4, max: 50 }),
  });

  it('fills the screen, is nowhere wider, and obeys nothing in a draft', () => {
    fc.assert(
      fc.property(text, text, keys, size, size, (old, newer, pressed, before, after) => {
        const view = new Viewer(
          [
            ['old.md', old],
            ['new\x1b[31m.md', newer],
          ],
          { size: before },
        );
        view.press(...pressed);
        for (const { columns, rows } of [before, after]) {
          view.resize(columns, rows);
          expect(view.rows).toHaveLength(rows);
          for (const row of view.rows) {
            expect(measure(row), row).toBeLessThanOrEqual(columns);
            expect(row).not.toMatch(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same again after the terminal was small', () => {
    for (const keys of Object.values(VIEWS)) {
      const view = new Viewer(demo(2, 3), { size: { columns: 200, rows: 60 } }).press('n', 'n', ...keys);
      const before = view.screen;
      expect(view.resize(30, 5).screen).toMatch(/^Too small: 30×5/);
      view.resize(40, 10).resize(200, 60);
      expect(view.screen.split('\n').filter((row) => row.includes('▸'))).toEqual(
        before.split('\n').filter((row) => row.includes('▸')),
      );
    }
  });
});
