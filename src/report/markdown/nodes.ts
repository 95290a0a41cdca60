import type { BlockContent, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Run } from '../runs.ts';
import { visible } from '../visible.ts';

/** A text from a draft; what looks like Markdown in it is escaped when it is written. */
export const text = (value: string): PhrasingContent => ({
  type: 'text',
  value: visible(value).replace(/\s+/g, ' '),
});
const REFERENCE = /(\[\^[^[\]\s]+\])/;

/** A text whose footnote references stay references. */
export const textWithReferences = (value: string): PhrasingContent[] =>
  value.split(REFERENCE).flatMap((part): PhrasingContent[] => {
    if (part === '') return [];
    return REFERENCE.test(part)
      ? [{ type: 'footnoteReference', identifier: idOf(part), label: idOf(part) }]
      : [text(part)];
  });

/** The definition that references to a label lead to. */
export const footnote = (label: string, ...children: PhrasingContent[]): RootContent => ({
  type: 'footnoteDefinition',
  identifier: idOf(label),
  label: idOf(label),
  children: [paragraph(...children)],
});

const idOf = (reference: string): string => visible(reference).slice(2, -1);

export const strong = (...children: PhrasingContent[]): PhrasingContent => ({ type: 'strong', children });
export const emphasis = (...children: PhrasingContent[]): PhrasingContent => ({ type: 'emphasis', children });
export const struck = (...children: PhrasingContent[]): PhrasingContent => ({ type: 'delete', children });
export const underlined = (...children: PhrasingContent[]): PhrasingContent[] => [
  { type: 'html', value: '<u>' },
  ...children,
  { type: 'html', value: '</u>' },
];

export const heading = (depth: 1 | 2 | 3 | 4 | 5 | 6, value: string): RootContent => ({
  type: 'heading',
  depth,
  children: [text(value)],
});
export const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });
export const quoted = (...children: BlockContent[]): BlockContent => ({ type: 'blockquote', children });

export const list = (items: readonly PhrasingContent[][]): BlockContent => ({
  type: 'list',
  spread: false,
  children: items.map((children) => ({
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children }],
  })),
});

export const table = (head: readonly string[], rows: readonly PhrasingContent[][][]): BlockContent => ({
  type: 'table',
  children: [rowOf(head.map((name) => [text(name)])), ...rows.map(rowOf)],
});

const rowOf = (cells: readonly PhrasingContent[][]): TableRow => ({
  type: 'tableRow',
  children: cells.map((children) => ({ type: 'tableCell', children })),
});

/** Marked wording: bold for what came, struck through for what went. Blanks at its ends stay outside the marks. */
export const wording = (runs: readonly Run[]): PhrasingContent[] =>
  runs.flatMap(({ text: value, tone }) => {
    const core = value.trim();
    if (core === '' || (tone !== 'insert' && tone !== 'delete')) return [text(value)];
    const [before, after] = [
      value.slice(0, value.indexOf(core)),
      value.slice(value.indexOf(core) + core.length),
    ];
    const marked = tone === 'insert' ? strong(text(core)) : struck(text(core));
    return [...(before === '' ? [] : [text(before)]), marked, ...(after === '' ? [] : [text(after)])];
  });

/** Written so that any text survives being read again. */
export function toMarkdown(children: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...children] };
  return unified()
    .use(remarkStringify, { bullet: '-', emphasis: '*', strong: '*', rule: '-', listItemIndent: 'one' })
    .data('toMarkdownExtensions', [
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmStrikethroughToMarkdown(),
      gfmFootnoteToMarkdown(),
    ])
    .stringify(root);
}
