import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/compare.ts';
import { type ReaderMarks, unitsOf, unitsToSee } from '../../src/compare/reader-marks.ts';
import { parseDraft } from '../../src/draft/parse-draft.ts';
import { formatNamed, reportOf } from './reports.ts';

const OLD = '1. The Council welcomes the plan.\n\n2. The Council meets by June 2025.\n';
const NEW = '1. The Council takes note of the plan.\n\n2. The Council meets by the end of 2025.\n';
const comparison = compare(parseDraft(OLD), parseDraft(NEW));
const first = comparison.links.flatMap(unitsToSee).find(({ change }) => change?.class === 'verb');
const marks: ReaderMarks = new Map([
  [first?.key ?? '', { seen: true, star: true, note: 'ask <Paris> & =SUM(1)' }],
]);

/** All that a reader of the file could read. */
async function readable(name: string, options: Parameters<typeof reportOf>[1]): Promise<string> {
  const content = await formatNamed(name).write(await reportOf([OLD, NEW], options));
  if (typeof content === 'string') return content;
  return Object.values(unzipSync(content as Uint8Array))
    .map((bytes) => Buffer.from(bytes).toString())
    .join('\n');
}

describe('marks of a reader', () => {
  it.each([
    ['html', '✓ ★ ask &#x3C;Paris> &#x26; =SUM(1)'],
    ['markdown', '✓ ★ ask \\<Paris> & =SUM(1)'],
    ['csv', '✓ ★ ask <Paris> & =SUM(1)'],
    ['text', '[✓ ★ ask <Paris> & =SUM(1)]'],
    ['docx', '[✓ ★ ask &lt;Paris&gt; &amp; =SUM(1)]'],
  ])('are in %s once, when asked for', async (name, said) => {
    const content = await readable(name, { marks });
    expect(content.split(said)).toHaveLength(2);
    expect(await readable(name, {})).not.toContain('Paris');
  });
});

describe('what can be marked', () => {
  const keys = (old: string, newer: string): string[] =>
    compare(parseDraft(old), parseDraft(newer)).links.flatMap((link) =>
      unitsToSee(link).map(({ key }) => key),
    );

  it('has the same key in a renumbered clause of a renamed draft', () => {
    const before = keys(OLD, NEW);
    const moved = keys(
      `1. A new start.\n\n${OLD.replace('2.', '3.').replace('1.', '2.')}`,
      `1. A new start.\n\n${NEW.replace('2.', '3.').replace('1.', '2.')}`,
    );
    expect(moved).toEqual(before);
  });

  it('has another key if its wording is another', () => {
    expect(keys(OLD, NEW.replace('the plan', 'the report'))).not.toEqual(keys(OLD, NEW));
  });

  it('has a key of its own, also beside the same change of the same clause', () => {
    const twice = (text: string): string => `- ${text}\n\nAnd:\n\n- ${text}\n`;
    for (const { links } of [
      comparison,
      compare(parseDraft(twice('by June 2025, by June 2025')), parseDraft(twice('by May 2025, by May 2025'))),
    ])
      for (const link of links) {
        const own = unitsOf(link).map(({ key }) => key);
        expect(new Set(own).size).toBe(own.length);
        expect(own.length).toBeGreaterThan(0);
      }
  });
});
