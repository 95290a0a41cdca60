import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Blocks, readBlocks } from '../../src/draft/blocks.ts';
import { parseChunks } from '../../src/draft/chunks.ts';
import type { Span } from '../../src/draft/draft.ts';
import { frontMatterEnd } from '../../src/draft/margin-chunks.ts';
import { parseMarkdown } from '../../src/draft/markdown.ts';
import { parseDraft } from '../../src/draft/parse-draft.ts';
import { parsePlain } from '../../src/draft/plain-markdown.ts';
import { SourceLines } from '../../src/draft/source-lines.ts';
import { blockDocument, soup } from './block-arbitrary.ts';

/** Without line ends at the end of a block: what ends with its container ends before or behind the last one. */
function blocksOf(chunks: Parameters<typeof readBlocks>[0], source: string): Blocks {
  const { blocks, skipped, frontMatter } = readBlocks(chunks, source, new SourceLines(source, new Map()));
  const trimmed = <T extends Span>(span: T): T => ({
    ...span,
    endExclusive: span.start + source.slice(span.start, span.endExclusive).trimEnd().length,
  });
  return { blocks: blocks.map(trimmed), skipped: skipped.map(trimmed), frontMatter };
}

/** The blocks of a source that the parser reads as a whole. */
const wholly = (source: string): Blocks =>
  blocksOf([{ root: parseMarkdown(source, frontMatterEnd(source) > 0), linesBefore: 0 }], source);

/** Lines as plain drafts have them, and those that only look plain. */
const plainLine = fc.constantFrom(
  '1. one',
  '2. two',
  '12) twelve',
  '2025. a year',
  '3.  wide',
  '1.     wider',
  '4.',
  '- dash',
  '-5 degrees',
  '+ plus',
  '+',
  'text & more',
  '    a) point',
  '   indented text',
  ' - below',
  'wrapped',
  '# Heading',
  '## Closed ##',
  '# ',
  '#hash',
  '[A] [B]',
  '[open',
  '[^1] note',
  '[^1]: note',
  '[^a b]: note',
  '[^2]:',
  '* * *',
  '- - -',
  '___',
  '***',
  'R&D',
  '=',
  '===',
  '---',
  '+++',
  '> quoted',
  'a > b',
  'at! [x]',
  'end ',
  ' ',
  '',
  '',
);

/** What reaches over blank lines, or may seem to, and what refers to it. */
const reachingLine = fc.constantFrom(
  '```',
  '````',
  '``` text',
  '``` a `b`',
  '  ```',
  '- ```',
  '> ```',
  '1. ```',
  '~~~',
  '~~~~ ~',
  '<!--',
  '<!-- a -->',
  '-->',
  'b --> c',
  ' <!-- a',
  '- <!-- a',
  '<?',
  '?>',
  '<!A',
  '>',
  '<![CDATA[',
  ']]>',
  '<pre>',
  '</pre>',
  '<script',
  '<div>',
  '</div>',
  '<a b',
  '<b>',
  '[x]: u',
  '[x]: u "t"',
  '[X y]:',
  '[x',
  'y]: u',
  '- [y]: v',
  '> [z]: w',
  '  [z]: w',
  '[x] and [y][z]',
  '[a][X  Y] ![z]',
  '[y\\]] [x][]',
  '| [x] | b |',
  '|---|---|',
  '# [z]',
  '- a [x]',
  '  b [y]',
  '14. a',
  'a',
  '=',
  '---',
  '',
  '',
  '',
);

describe('chunks and the whole', () => {
  it.each([
    ['Text.\n\n---\nfoo: 1\n---\n\nMore.'],
    ['Text.\n\n+++\nfoo = 1\n+++\n\nMore.'],
    ['---\nfoo: 1\n---\n\nText.\n\n---\nfoo: 1\n---\n\nMore.'],
    ['---\n---\n\nText.'],
    ['+++\n\ntitle = "x"\n+++\n\n\nText.'],
    ['---\na: 1\n--- \nb: 2\n---\n\nText.'],
    ['1. a\n\n\n   b\n\nc\n'],
  ])('are read the same: %j', (source) =>
    expect(blocksOf(parseChunks(source), source)).toEqual(wholly(source)),
  );

  it('are read the same, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(plainLine, { maxLength: 10 }).map((lines) => lines.join('\n')),
          blockDocument,
          soup,
          fc.array(reachingLine, { maxLength: 14 }).map((lines) => lines.join('\n')),
          blockDocument.map((source) => `---\ntitle: One\n---\n\n${source}`),
        ),
        (source) => {
          expect(blocksOf(parseChunks(source), source)).toEqual(wholly(source));
        },
      ),
      { numRuns: 4_000 },
    );
  });

  it('a rule between two paragraphs is no front matter', () => {
    const { clauses, setAside } = parseDraft('One.\n\n---\n\nTwo.\n\n---\n\nThree.');
    expect(clauses.map(({ text }) => text)).toEqual(['One.', 'Two.', 'Three.']);
    expect(setAside.map(({ kind }) => kind)).toEqual(['separator', 'separator']);
  });
});

describe('the plain reader', () => {
  it.each([
    'A paragraph\nof two lines.\n\n',
    '4. A chapeau:\n\n    a) a point;\n\n    b) another.\n\n',
    '- one;\n- two.\n',
    '## II. DEFENCE\n\n',
    '* * *\n\n',
    '[^1]: A note\n    of two lines.\n\n',
    '---\n',
    'With [brackets] & a dash – and [two] [kinds].',
  ])('reads %j', (source) => expect(parsePlain(source)).toBeDefined());

  it.each(['with *stress*', 'a\n===', '[a](b)', '&amp;', 'a  \nb', '- a\n  - b', '| a |\n| - |'])(
    'leaves %j to the parser',
    (source) => expect(parsePlain(source)).toBeUndefined(),
  );
});
