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

/** What a source may hold besides CommonMark with footnotes and strike-through. */
interface Syntax {
  readonly tables: boolean;
  readonly frontMatter: boolean;
}

/**
 * CommonMark with footnotes, tables, strike-through and front matter. Indented code is switched off: in a draft,
 * four blanks before `a)` are a point, not a program.
 */
function draftSyntax(this: Processor, { tables, frontMatter }: Syntax): void {
  Object.assign(this.data(), {
    micromarkExtensions: [
      { disable: { null: ['codeIndented'] } },
      gfmFootnote(),
      gfmStrikethrough(),
      ...(frontMatter ? [frontmatter(FRONT_MATTER)] : []),
      ...(tables ? [gfmTable()] : []),
    ],
    fromMarkdownExtensions: [
      gfmFootnoteFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      ...(frontMatter ? [frontmatterFromMarkdown(FRONT_MATTER)] : []),
      ...(tables ? [gfmTableFromMarkdown()] : []),
    ],
  });
}

const parserFor = (syntax: Syntax) => unified().use(remarkParse).use(draftSyntax, syntax).freeze();
const parsers = new Map<string, ReturnType<typeof parserFor>>();

/**
 * Parses Markdown. Looking for tables costs a third of the time, and most text has no bar in it.
 *
 * @param frontMatter whether `source` begins with front matter
 */
export function parseMarkdown(source: string, frontMatter: boolean): Root {
  const syntax = { tables: source.includes('|'), frontMatter };
  const key = JSON.stringify(syntax);
  const parser = parsers.get(key) ?? parserFor(syntax);
  parsers.set(key, parser);
  // The parser takes a first U+FEFF for a byte-order mark and drops it; here it is text.
  return parser.parse(source.startsWith('\ufeff') ? `\ufeff${source}` : source);
}
