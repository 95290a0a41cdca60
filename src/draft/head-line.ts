import type { Block } from './blocks.ts';
import type { Flow } from './flow.ts';
import { implicitHeading, isTitle } from './headings.ts';
import { readLabels } from './labels.ts';
import type { SourceLines } from './source-lines.ts';

/**
 * Parts a heading from the text below it where no blank line does.
 *
 *     II. EUROPEAN DEFENCE          Markdown sees one paragraph; it is a heading and paragraph 5.
 *     5. The European Council …
 *
 *     ANNEX I                       Here the second line is the title of the first: one heading.
 *     Security guarantees
 *
 * A bold line counts only where a label stands on it or below it, because a paragraph may begin with bold words that
 * end where the line was wrapped.
 */
export function splitHeadLine(block: Block, lines: SourceLines): Block[] {
  const end = block.flow.text.indexOf('\n');
  if (end < 0) return [block];
  const head = headBlock(block, end, lines);
  const style = implicitHeading(head);
  if (style === undefined) return [block];
  const rest = restBlock(block, end + 1, lines);
  const below = rest.flow.text.trimStart();
  if (/^\p{Ll}/u.test(below) && readLabels(below, 'paragraph').length === 0) return [block];
  if (style === 'bold' && readLabels(below, 'paragraph').length === 0) return [block];
  const [reading] = readLabels(head.flow.text.trim(), 'heading');
  const hasTitle = reading === undefined ? style !== 'annex' : reading.length < head.flow.text.trim().length;
  return !hasTitle && !below.includes('\n') && isTitle(below) ? [{ ...block, heading: style }] : [head, rest];
}

function headBlock(block: Block, end: number, lines: SourceLines): Block {
  return {
    ...block,
    flow: flowPart(block.flow, 0, end),
    endExclusive: lines.contentEnd(block.flow.lines[0] as number),
  };
}

function restBlock(block: Block, start: number, lines: SourceLines): Block {
  return {
    ...block,
    flow: flowPart(block.flow, start, block.flow.text.length),
    start: lines.contentStart(block.flow.lines[1] as number),
  };
}

/** The lines of a flow from `start` on, which begins a line, to `endExclusive`. */
function flowPart(flow: Flow, start: number, endExclusive: number): Flow {
  const text = flow.text.slice(start, endExclusive);
  const before = flow.text.slice(0, start).split('\n').length - 1;
  const within = (offset: number): number => Math.max(0, Math.min(text.length, offset - start));
  return {
    text,
    lines: flow.lines.slice(before, before + text.split('\n').length),
    marks: flow.marks
      .filter((mark) => mark.start < endExclusive && mark.endExclusive > start)
      .map((mark) => ({ ...mark, start: within(mark.start), endExclusive: within(mark.endExclusive) })),
  };
}
