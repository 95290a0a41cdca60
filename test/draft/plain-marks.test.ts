import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/compare.ts';
import { parseDraft } from '../../src/draft/parse-draft.ts';
import { misplaced } from './outline.ts';

const AROUND = ['# Heading\n\n1. A **bold** word.\n\n', '\n\n- a *point*\n'] as const;

describe('a paragraph with markup beyond all measure is read as plain text, and the draft says so', () => {
  it.each([
    ['brackets opened and closed', `*x* ${'[a '.repeat(2_000)}${'b] '.repeat(2_000)}`],
    ['images', '!['.repeat(4_000)],
    ['emphasis', '***a***'.repeat(8_000)],
    ['emphasis never closed', `${'a*'.repeat(5_000)}${'b_'.repeat(5_000)}`],
    ['backticks', Array.from({ length: 300 }, (_, i) => `${'`'.repeat(i + 1)} `).join('')],
    ['comments never closed', 'a <!-- b '.repeat(5_000)],
    ['links never closed', '[a](<b '.repeat(3_000)],
  ])('%s', (_, text) => {
    const draft = parseDraft(AROUND.join(text), 'x.md');
    expect(draft.limits).toEqual(['x.md: one paragraph with more markup than is read taken as plain text']);
    expect(misplaced(draft)).toEqual([]);
    expect(draft.clauses.map((clause) => clause.type)).toContain('section');
    expect(draft.clauses.some((clause) => clause.text === text.trim())).toBe(true);
    expect(draft.clauses.filter(({ marks }) => marks.length > 0).map((clause) => clause.text)).toEqual([
      'A bold word.',
      'a point',
    ]);
    expect(compare(draft, draft).summary.complete).toBe(false);
  });

  it('headings underlined, thousands without a blank line', () => {
    const draft = parseDraft('a\n=\n'.repeat(4_000));
    expect(draft.limits).toHaveLength(1);
    expect(draft.clauses.map(({ text }) => text).join(' ')).toContain('a = a');
  });

  it('also where a draft uses private-use characters', () => {
    const text = `\ue000\ue001 ${'*a '.repeat(4_000)}`;
    expect(parseDraft(text).clauses[0]?.text).toBe(text.trim());
  });
});

describe('what is much, but not beyond measure, keeps its markup', () => {
  it.each([
    ['a table of a thousand rows', `| a | b |\n|---|---|\n${'| **x** | [y](z) |\n'.repeat(1_000)}`],
    ['a list of a thousand links', '- [a](b) *c*\n'.repeat(1_000)],
    ['a numbered list', '14. [a](b) *c*\n'.repeat(1_000)],
    ['code', `\`\`\`\n${'[a](b) *c*\n'.repeat(1_000)}\`\`\`\n`],
    ['a table in HTML', `<table>\n${'<tr><td>a</td></tr>\n'.repeat(1_000)}</table>\n`],
    ['link definitions', Array.from({ length: 8_000 }, (_, i) => `[d${i}]: u${i}\n`).join('')],
    ['a page', `${'The **Council** welcomes the [plan](u). '.repeat(80)}\n`],
  ])('%s', (_, text) => expect(parseDraft(text).limits).toEqual([]));

  it('and references find definitions wherever they stand', () => {
    const { clauses } = parseDraft('See [the Plan].\n\n```\ncode\n```\n\n> [the  plan]: https://x.eu\n');
    expect(clauses[0]?.marks).toEqual([{ type: 'link', start: 4, endExclusive: 12, target: 'the plan' }]);
  });
});
