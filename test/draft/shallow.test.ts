import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/draft/parse-draft.ts';
import { limitNesting } from '../../src/draft/shallow.ts';
import { misplaced } from './outline.ts';

/** `count` lines, each two blanks deeper than the one before. */
const stairs = (count: number, line: string): string =>
  Array.from({ length: count }, (_, i) => `${'  '.repeat(i)}${line}`).join('\n');

describe('nesting', () => {
  it('is left alone where it is within the limit', () => {
    const sources = [stairs(32, '- x'), '> '.repeat(60), `One.\n\n${'-'.repeat(200)}\n\n${'.'.repeat(200)}`];
    for (const text of sources)
      expect(limitNesting(text)).toEqual({ text, flattenedLines: 0, cut: new Map() });
  });

  it('beyond the limit becomes blanks, in the same columns', () => {
    const source = `One.\n${'- '.repeat(100)}x\nTwo.`;
    const { text, flattenedLines, cut } = limitNesting(source);
    expect(text).toBe(`One.\n${'- '.repeat(64)}${'  '.repeat(36)}x\nTwo.`);
    expect(flattenedLines).toBe(1);
    expect(cut.size).toBe(0);
  });

  it('counts tabs as four columns, and knows every line end', () => {
    const { text, cut } = limitNesting(`One.\r${'\t'.repeat(80)}- x\r\nTwo.`);
    expect(text).toBe(`One.\r${'\t'.repeat(48)}- x\r\nTwo.`);
    expect([...cut]).toEqual([[2, 32]]);
  });

  it('by indentation beyond the limit is cut, by a known number of columns', () => {
    const { text, flattenedLines, cut } = limitNesting(`One.\n${' '.repeat(300)}- x\nTwo.`);
    expect(text).toBe(`One.\n${' '.repeat(192)}- x\nTwo.`);
    expect(flattenedLines).toBe(1);
    expect([...cut]).toEqual([[2, 108]]);
  });
});

describe('a draft with nesting beyond all measure is read, and says so', () => {
  it.each([
    ['10,000 dashes on a line', '- '.repeat(10_000)],
    ['10,000 quotations on a line', '> '.repeat(10_000)],
    ['10,000 quotations without blanks', '>'.repeat(10_000)],
    ['3,000 lines, each two blanks deeper', `${stairs(3_000, 'text')}\n\n`],
    ['3,000 numbers, each two blanks deeper', `${stairs(3_000, '1. text:')}\n\n`],
    ['3,000 dashes, each two blanks deeper', `${stairs(3_000, '- text')}\n\n`],
    ['1,200 dashes on lines that end with CR', `${stairs(1_200, '- text').replaceAll('\n', '\r')}\r\r`],
    ['1,200 dashes, each a tab deeper', `${stairs(1_200, '- text').replaceAll('  ', '\t')}\n\n`],
  ])('%s', (_, source) => {
    const draft = parseDraft(`${source}The end.`);
    expect(draft.limits).toHaveLength(1);
    expect(draft.limits[0]).toMatch(/deeper than 64 levels/);
    expect(draft.clauses.at(-1)?.text).toMatch(/The end\.$/);
    expect(misplaced(draft)).toEqual([]);
  });

  it('chapeaux below chapeaux', () => {
    const draft = parseDraft('1. below this:\n\n'.repeat(200));
    expect(draft.clauses).toHaveLength(200);
    expect(draft.limits[0]).toMatch(/deeper than 64 levels/);
  });

  it('and one within all measure says nothing', () => {
    expect(parseDraft(`${stairs(31, '- x')}\n\nThe end.`).limits).toEqual([]);
  });
});
