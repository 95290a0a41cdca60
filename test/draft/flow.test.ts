import type { Paragraph } from 'mdast';
import { describe, expect, it } from 'vitest';
import { readFlow, sliceFlow } from '../../src/draft/flow.ts';
import { parseMarkdown } from '../../src/draft/markdown.ts';
import { marks, outline } from './outline.ts';

/** The flow of a paragraph that begins on line 10. */
const flowOf = (source: string): ReturnType<typeof readFlow> =>
  readFlow((parseMarkdown(source, false).children[0] as Paragraph).children, 10, 9);

describe('the text of a paragraph', () => {
  it('keeps its line ends, with their lines in the source', () => {
    const { text, lines } = flowOf('One **two\nthree** four\nfive');
    expect(text).toBe('One two\nthree four\nfive');
    expect(lines).toEqual([10, 11, 12]);
  });

  it('keeps them at breaks and inside code', () => {
    const { text, lines } = flowOf('One  \ntwo\\\nthree `four\nfive` six');
    expect(text.split('\n')).toHaveLength(lines.length);
    expect(outline('One  \ntwo\\\nthree `four\nfive` six')).toEqual([
      '¶1 paragraph 1-4 One two three four five six',
    ]);
  });

  it('says the same with every line ending', () => {
    for (const lineEnd of ['\r\n', '\r']) {
      expect(flowOf(`One **two${lineEnd}three**${lineEnd}four`)).toEqual(flowOf('One **two\nthree**\nfour'));
    }
  });

  it('is without markup, entities and escapes', () => {
    expect(flowOf('*a* __b__ `c` [d](e "f") ![g](h) &amp; \\* <u>i</u>').text).toBe('a b c d g & * i');
  });

  it('has a blank where a tag breaks the line', () => {
    expect(outline('one<br>two<br/>three<u>four</u>')).toEqual(['¶1 paragraph 1-1 one two threefour']);
  });

  it('keeps footnote references as printed', () => {
    expect(flowOf('agreed[^Note]\n\n[^Note]: Text.').text).toBe('agreed[^Note]');
  });

  it('reads markup as deep as the text is long', () => {
    const deep = `${'*a **b '.repeat(300)}x${'** *'.repeat(300)}`;
    expect(flowOf(deep).text).toContain('x');
  });
});

describe('a part of it', () => {
  it('has its blanks collapsed and its ends trimmed, with the marks moved along', () => {
    const flow = flowOf('1\\.   **one  \n  two** three');
    const { text, marks: moved } = sliceFlow(flow, 2, flow.text.length);
    expect(text).toBe('one two three');
    expect(moved).toEqual([{ type: 'strong', start: 0, endExclusive: 7 }]);
  });

  it('keeps non-breaking blanks', () => {
    const flow = { text: ' EUR\u00a020\u00a0 \n billion\u00a0', lines: [1, 2], marks: [] };
    expect(sliceFlow(flow, 0, flow.text.length).text).toBe('EUR\u00a020\u00a0 billion\u00a0');
  });

  it('keeps of a mark what lies in it, and no mark that holds nothing', () => {
    const flow = flowOf('**one two** three *four*');
    expect(sliceFlow(flow, 4, 13)).toEqual({
      text: 'two three',
      marks: [{ type: 'strong', start: 0, endExclusive: 3 }],
    });
  });
});

describe('marks', () => {
  it('are kept with the text they are on', () => {
    expect(
      marks('1. A **strong word** and _two stressed_, ~~gone~~, `code`, [here](a.html), ![seal](s.png).'),
    ).toEqual([
      'strong strong word',
      'emphasis two stressed',
      'delete gone',
      'code code',
      'link here → a.html',
      'image seal → s.png',
    ]);
  });

  it('nest, the outer one first', () => {
    expect(marks('_one **two** three_')).toEqual(['emphasis one two three', 'strong two']);
  });

  it('hold over wrapped lines', () => {
    expect(marks('Text **bold\nover   lines** end')).toEqual(['strong bold over lines']);
  });

  it('hold behind a page', () => {
    const source = '1. The Union and its\nEUCO 10/25   3\nLIMITE EN\nMember **States** are ready.';
    expect(marks(source)).toEqual(['strong States']);
    expect(marks('1. The Union **and** its\n\nEUCO 10/25   3\n\n**Member** States.')).toEqual([
      'strong and',
      'strong Member',
    ]);
  });

  it('hold behind a label that is marked too', () => {
    expect(marks('**4. The** Council')).toEqual(['strong The']);
  });

  it('hold in a cell of a table', () => {
    expect(marks('| a | **b** |\n| - | - |')).toEqual(['strong b']);
  });

  it('name the tags of raw HTML and where they stand', () => {
    expect(marks('Text <u>under</u>.')).toEqual(['html  → <u>', 'html  → </u>']);
  });

  it('resolve references to links', () => {
    expect(marks('See [the text][Ref].\n\n[ref]: a.html')).toEqual(['link the text → ref']);
  });

  it('count UTF-16 units, as the text does', () => {
    expect(marks('👍🏽 理事会 **Європа** x')).toEqual(['strong Європа']);
  });
});
