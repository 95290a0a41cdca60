import type { Root } from 'mdast';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

const FRONT_MATTER = ['yaml', 'toml'] as const;

/**
 * CommonMark with footnotes, tables, strike-through and front matter. Indented code is switched off: in a draft,
 * four blanks before `a)` are a point, not a program.
 */
function draftSyntax(this: Processor): void {
  Object.assign(this.data(), {
    micromarkExtensions: [
      { disable: { null: ['codeIndented'] } },
      gfmFootnote(),
      gfmTable(),
      gfmStrikethrough(),
      frontmatter([...FRONT_MATTER]),
    ],
    fromMarkdownExtensions: [
      gfmFootnoteFromMarkdown(),
      gfmTableFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      frontmatterFromMarkdown([...FRONT_MATTER]),
    ],
  });
}

const processor = unified().use(remarkParse).use(draftSyntax).freeze();

export const parseMarkdown = (source: string): Root => processor.parse(source) as Root;
