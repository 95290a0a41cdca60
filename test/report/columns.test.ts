import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { diffTexts } from '../cli/run.ts';
import { SCRIPTS, SGR, STEPS } from './samples.ts';

const TEXT_FORMS = [
  ['--color=never'],
  ['--color=always'],
  ['--color=never', '--side-by-side'],
  ['--color=always', '--side-by-side'],
];
const FORMS = [...TEXT_FORMS, ['--color=never', '--stat']].map((options) => ({
  form: options.join(' '),
  options,
}));
const WIDTHS = [60, 80, 160] as const;

async function expectFits(
  old: string,
  newer: string,
  width: number,
  options: readonly string[],
): Promise<void> {
  const { stdout } = await diffTexts(old, newer, `--width=${width}`, ...options);
  const lines = stdout.replace(SGR, '').split('\n');
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
}

describe.each(FORMS)('no line is wider than asked: $form', ({ options }) => {
  it.each(WIDTHS)('%i columns, for every step of the demo', async (width) => {
    for (const pair of STEPS) await expectFits(pair.old, pair.new, width, [...options, '--all']);
  });

  describe.each(Object.entries(SCRIPTS))('%s', (_, text) => {
    const filled = `${text} ${text} `.repeat(6);
    const old = `---\ntitle: ${filled}\n---\n\n# ${filled}\n\n1. ${filled}\n\n2. one ${filled}\n\n3. ${filled}\n`;
    const newer = old
      .replace('one ', 'two three ')
      .replace('1. ', `1. new ${text}\n\n2. `)
      .replace(/3\. .*\n$/, `3. ${filled.split(' ').reverse().join(' ')}\n`);

    it.each(WIDTHS)('%i columns', (width) => expectFits(old, newer, width, options));
  });
});

it('holds for any mixture of scripts and changes', () => {
  const word = fc.oneof(
    fc.constantFrom(...Object.values(SCRIPTS)).chain((text) => fc.constantFrom(...text.split(/[ ，、。]/))),
    fc.string({ unit: 'grapheme-ascii', maxLength: 12 }),
    fc.constantFrom('the', 'Council', '[', ']', ',', '\u0301', '\u3000', '\u00a0'),
  );
  const text = fc
    .array(word, { minLength: 1, maxLength: 25 })
    .chain((words) => fc.constantFrom('', ' ').map((separator) => words.join(separator)));
  return fc.assert(
    fc.asyncProperty(
      text,
      text,
      fc.integer({ min: 24, max: 90 }),
      fc.constantFrom(...TEXT_FORMS),
      (a, b, width, form) => expectFits(`1. start ${a}\n\n2. ${b}`, `1. start ${b}\n\n2. ${a}`, width, form),
    ),
    { numRuns: 200 },
  );
});
