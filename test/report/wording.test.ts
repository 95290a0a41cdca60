import { describe, expect, it } from 'vitest';
import { compare, type Link, parseDraft } from '../../src/index.ts';
import { diffTexts } from '../cli/run.ts';
import { CHAIN_PAIRS, SGR } from './samples.ts';

/** Two columns of it are wider than any clause of the demo, so nothing is wrapped. */
const UNWRAPPED = ['--all', '--width=9999'] as const;

/** A mark lies on words, so blanks are left on both sides of a dropped run; breaks between clauses are no text. */
const unspaced = (text: string): string => text.replace(/[ \n¶]/g, '');

const textOf = (clauses: Link['new']): string => unspaced(clauses.map(({ text }) => text).join('\n'));

/** The line below the head of each link: its wording. */
function wordings(report: string): string[] {
  const lines = report.split('\n');
  return lines.flatMap((line, i) =>
    /^(?:\u001b\[1m)?(?:[=~÷∪+−]⇄?|⇄) /.test(line) ? [lines[i + 1] ?? ''] : [],
  );
}

describe.each(CHAIN_PAIRS)('every clause of $name', ({ old, new: newer }) => {
  const { links } = compare(parseDraft(old), parseDraft(newer));

  it.each([
    {
      form: 'without colour',
      options: ['--color=never'],
      read: (line: string) => line.replace(/\{-.*?-\}/g, '').replace(/\{\+(.*?)\+\}/g, '$1'),
    },
    {
      form: 'with colour',
      options: ['--color=always'],
      read: (line: string) => line.replace(/\u001b\[31;9m.*?\u001b\[0m/g, '').replace(SGR, ''),
    },
  ])('reads as in the new draft if deleted runs are dropped, $form', async ({ options, read }) => {
    const { stdout } = await diffTexts(old, newer, ...UNWRAPPED, ...options);
    expect(wordings(stdout).map((line) => unspaced(read(line)))).toEqual(
      links.map((link) => textOf(link.new)),
    );
  });

  it.each([
    {
      form: 'without colour',
      options: ['--color=never'],
      read: (line: string) => line.replace(/\{[-+]|[-+]\}/g, ''),
    },
    { form: 'with colour', options: ['--color=always'], read: (line: string) => line.replace(SGR, '') },
  ])('has both wordings side by side, $form', async ({ options, read }) => {
    const { stdout } = await diffTexts(old, newer, ...UNWRAPPED, '--side-by-side', ...options);
    const columns = wordings(stdout).map((line) => {
      const [left = '', right = ''] = read(line).split('│');
      return [unspaced(left), unspaced(right)];
    });
    expect(columns).toEqual(links.map((link) => [textOf(link.old), textOf(link.new)]));
  });
});
