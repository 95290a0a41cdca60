import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  Literal,
  PhrasingContent,
  RootContent,
  TableRow,
} from 'mdast';
import type { Chunk } from './chunks.ts';
import type { Mark, SetAsideKind, Span } from './draft.ts';
import { type Flow, readFlow } from './flow.ts';
import { OpenTags } from './open-tags.ts';
import type { SourceLines } from './source-lines.ts';

/** What Markdown puts blocks into. Two blocks stand in the same container if it is the same object. */
export interface Container {
  readonly type: 'item' | 'quote' | 'footnote';
}

/** A leaf of the Markdown tree that holds text, before labels are read. */
export interface Block extends Span {
  readonly kind: 'heading' | 'paragraph' | 'row' | 'code';
  /** 1 to 6 for a heading, otherwise 0. */
  readonly depth: number;
  readonly flow: Flow;
  /** Outermost first. */
  readonly containers: readonly Container[];
  /** On the first block of a list item: the item's marker as printed. */
  readonly marker: string | undefined;
  /** On a paragraph of two lines that is known to be a heading: the style of the heading. */
  readonly heading?: string;
  /** On the first block of a footnote: its identifier as printed. */
  readonly footnote: string | undefined;
}

export interface SkippedNode extends Span {
  readonly kind: SetAsideKind;
}

export interface Blocks {
  readonly blocks: readonly Block[];
  readonly skipped: readonly SkippedNode[];
  readonly frontMatter: string;
}

type Flowing = RootContent | BlockContent | DefinitionContent;

/** Flattens Markdown trees into blocks of text in document order, and the nodes that hold none. */
export function readBlocks(
  chunks: readonly Pick<Chunk, 'root' | 'linesBefore'>[],
  source: string,
  lines: SourceLines,
): Blocks {
  const blocks: Block[] = [];
  const skipped: SkippedNode[] = [];
  const tags = new OpenTags();
  let frontMatter = '';
  let linesBefore = 0;

  /** What is struck out or hidden by HTML around blocks is so in each of them. */
  const put = (block: Block): void => {
    const { flow } = block;
    const around = tags.unended(flow.text.length);
    tags.leaveText();
    blocks.push(
      around.length > 0 ? { ...block, flow: { ...flow, marks: [...around, ...flow.marks] } } : block,
    );
  };

  const spanOf = (node: Flowing | TableRow | ListItem): Span => {
    if (!node.position) throw new Error(`\`${node.type}\` has no position`);
    return {
      start: lines.offsetOf(node.position.start, linesBefore),
      endExclusive: lines.offsetOf(node.position.end, linesBefore),
    };
  };
  /** A heading underlined on the next line is said to begin with the link definitions above it; its text does not. */
  const textSpan = (node: Flowing): Span => {
    const span = spanOf(node);
    const first = node.type === 'heading' ? node.children[0]?.position?.start : undefined;
    const begins = first && node.position && first.line > node.position.start.line;
    return begins ? { ...span, start: lines.offsetOf(first, linesBefore) } : span;
  };
  const lineOf = (node: Flowing | TableRow): number => linesBefore + (node.position?.start.line ?? 1);

  const visit = (
    node: Flowing,
    containers: readonly Container[],
    head: Partial<Pick<Block, 'marker' | 'footnote' | 'start'>>,
  ): void => {
    const add = (kind: Block['kind'], flow: Flow, depth = 0): void => {
      const { start, endExclusive } = textSpan(node);
      put({
        kind,
        depth,
        flow,
        containers,
        marker: head.marker,
        footnote: head.footnote,
        start: head.start ?? start,
        endExclusive,
      });
    };
    switch (node.type) {
      case 'heading':
        add('heading', readFlow(node.children, lineOf(node), linesBefore), node.depth);
        break;
      case 'paragraph':
        add('paragraph', readFlow(node.children, lineOf(node), linesBefore));
        break;
      case 'code':
        add('code', codeFlow(node.value, lineOf(node) + 1));
        break;
      case 'html': {
        const flow = htmlFlow(node.value, lineOf(node), tags);
        if (flow.text.trim() !== '') add('code', flow);
        else {
          skipped.push({ ...spanOf(node), kind: commentOrMarkup(node.value) });
          tags.leaveText();
        }
        break;
      }
      case 'table':
        for (const row of node.children) {
          const cells = row.children.map((cell) => cell.children);
          const span = spanOf(row);
          put({
            kind: 'row',
            depth: 0,
            flow: readFlow(joinCells(cells), lineOf(row), linesBefore),
            containers,
            marker: undefined,
            footnote: undefined,
            ...span,
          });
        }
        break;
      case 'list':
        for (const item of node.children) visitItem(item, containers);
        break;
      case 'blockquote': {
        const inside = [...containers, { type: 'quote' } as const];
        for (const child of node.children) visit(child, inside, {});
        break;
      }
      case 'footnoteDefinition': {
        const inside = [...containers, { type: 'footnote' } as const];
        const footnote = node.label ?? node.identifier;
        const { start, endExclusive } = spanOf(node);
        const first = node.children[0];
        if (first?.type !== 'paragraph') {
          put(
            emptyBlock(
              inside,
              undefined,
              footnote,
              start,
              Math.min(endExclusive, start + footnote.length + 4),
              lineOf(node),
            ),
          );
        }
        node.children.forEach((child, i) => {
          visit(child, inside, i === 0 && child.type === 'paragraph' ? { footnote, start } : {});
        });
        break;
      }
      case 'thematicBreak':
        skipped.push({ ...spanOf(node), kind: 'separator' });
        break;
      case 'definition':
        skipped.push({ ...spanOf(node), kind: 'definition' });
        break;
      case 'yaml':
        skipped.push({ ...spanOf(node), kind: 'front-matter' });
        frontMatter = node.value;
        break;
      default:
        if (!isToml(node)) throw new Error(`unknown block \`${node.type}\``);
        skipped.push({ ...spanOf(node), kind: 'front-matter' });
        frontMatter = node.value;
    }
  };

  const visitItem = (item: ListItem, containers: readonly Container[]): void => {
    const { start, endExclusive } = spanOf(item);
    const marker = /^\S+/.exec(source.slice(start, endExclusive))?.[0] ?? '';
    const inside = [...containers, { type: 'item' } as const];
    const first = item.children[0];
    if (first?.type !== 'paragraph') {
      const line = linesBefore + (item.position?.start.line ?? 1);
      put(emptyBlock(inside, marker, undefined, start, start + marker.length, line));
    }
    item.children.forEach((child, i) => {
      visit(child, inside, i === 0 && child.type === 'paragraph' ? { marker, start } : {});
    });
  };

  for (const chunk of chunks) {
    linesBefore = chunk.linesBefore;
    for (const node of chunk.root.children) visit(node, [], {});
  }
  return { blocks, skipped, frontMatter };
}

/** The type of `toml` nodes is known to their own extension alone. */
const isToml = (node: object): node is Literal => 'type' in node && node.type === 'toml';

function emptyBlock(
  containers: readonly Container[],
  marker: string | undefined,
  footnote: string | undefined,
  start: number,
  endExclusive: number,
  line: number,
): Block {
  const flow = { text: '', lines: [line], marks: [] };
  return { kind: 'paragraph', depth: 0, flow, containers, marker, footnote, start, endExclusive };
}

function plainFlow(text: string, firstLine: number): Flow {
  return { text, lines: text.split('\n').map((_, i) => firstLine + i), marks: [] };
}

/** Code as it stands on its lines; blanks at their ends say nothing. */
function codeFlow(value: string, firstLine: number): Flow {
  const flow = plainFlow(value.replace(/\r\n?/g, '\n'), firstLine);
  const target = flow.text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
  return { ...flow, marks: [{ type: 'layout', start: 0, endExclusive: flow.text.length, target }] };
}

/** Comments and tags; what is not closed is text, but for a comment, which then reaches to the end. */
function* markupIn(html: string): Generator<{ readonly markup: string; readonly index: number }> {
  for (let index = html.indexOf('<'); index >= 0; ) {
    const isComment = html.startsWith('<!--', index);
    const close = isComment ? html.indexOf('-->', index) : html.indexOf('>', index);
    if (close < 0 && !isComment) return;
    const end = close < 0 ? html.length : close + (isComment ? '-->'.length : 1);
    yield { markup: html.slice(index, end), index };
    index = html.indexOf('<', end);
  }
}

/** The text of a block of HTML, with what is struck out or hidden in it. */
function htmlFlow(value: string, firstLine: number, tags: OpenTags): Flow {
  const marks: Mark[] = [];
  let [text, at] = ['', 0];
  for (const { markup, index } of markupIn(value)) {
    text += value.slice(at, index);
    at = index + markup.length;
    if (markup.startsWith('<!--')) continue;
    const mark = tags.take(markup, text.length);
    if (mark && mark.type !== 'html') marks.push(mark);
    text += ' ';
  }
  text += value.slice(at);
  return /^\s*<pre\b/i.test(value)
    ? { ...codeFlow(text, firstLine), marks: [...codeFlow(text, firstLine).marks, ...marks] }
    : { ...plainFlow(text, firstLine), marks };
}

/** A row reads as its cells with a bar between them. */
function joinCells(cells: readonly (readonly PhrasingContent[])[]): PhrasingContent[] {
  return cells.flatMap((cell, i) => (i === 0 ? cell : [{ type: 'text', value: ' | ' } as const, ...cell]));
}

const commentOrMarkup = (html: string): SetAsideKind => (/^\s*<!--/.test(html) ? 'comment' : 'markup');
