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

const FRONT_MATTER: ('yaml' | 'toml')[] = ['yaml', 'toml'];

/**
 * CommonMark with footnotes, tables, strike-through and front matter. Indented code is switched off: in a draft,
 * four blanks before `a)` are a point, not a program.
 */
function draftSyntax(this: Processor, { tables }: { tables: boolean }): void {
  Object.assign(this.data(), {
    micromarkExtensions: [
      { disable: { null: ['codeIndented'] } },
      gfmFootnote(),
      gfmStrikethrough(),
      frontmatter(FRONT_MATTER),
      ...(tables ? [gfmTable()] : []),
    ],
    fromMarkdownExtensions: [
      gfmFootnoteFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      frontmatterFromMarkdown(FRONT_MATTER),
      ...(tables ? [gfmTableFromMarkdown()] : []),
    ],
  });
}

/** Looking for tables costs a third of the time; most text has no bar in it. */
const withTables = unified().use(remarkParse).use(draftSyntax, { tables: true }).freeze();
const withoutTables = unified().use(remarkParse).use(draftSyntax, { tables: false }).freeze();

export const parseMarkdown = (source: string): Root =>
  (source.includes('|') ? withTables : withoutTables).parse(source);
