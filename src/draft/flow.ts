import type { PhrasingContent } from 'mdast';
import type { Mark } from './draft.ts';
import { OpenTags } from './open-tags.ts';

/**
 * The running text of one block: markup removed, line ends kept, so that a label at the start of a hard-wrapped
 * line can still be seen.
 */
export interface Flow {
  readonly text: string;
  /** For each line of `text`, its line in the source, counted from 1. */
  readonly lines: readonly number[];
  /** Offsets in `text`. */
  readonly marks: readonly Mark[];
}

const BREAKING_TAG = /^<(?:br|\/p|\/div|\/li|\/tr)\b/i;

/**
 * Reads phrasing content into a flow. Iterative, because markup may nest as deep as the text is long.
 *
 * @param firstLine line in the source where the flow begins
 * @param linesBefore what the positions of the nodes are short of lines in the source
 */
export function readFlow(nodes: readonly PhrasingContent[], firstLine: number, linesBefore: number): Flow {
  let text = '';
  const lines = [firstLine];
  const marks: Mark[] = [];
  const tags = new OpenTags();

  const append = (raw: string, firstOfValue: number): void => {
    const value = raw.replace(/\r\n?/g, '\n');
    let line = firstOfValue;
    text += value;
    for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) lines.push(++line);
  };

  const addMark = (mark: Mark | undefined): void => {
    if (mark) marks.push(mark);
  };

  type Step = PhrasingContent | (() => void);
  const steps: Step[] = [...nodes].reverse();
  while (steps.length > 0) {
    const step = steps.pop() as Step;
    if (typeof step === 'function') {
      step();
      continue;
    }
    const line = step.position ? linesBefore + step.position.start.line : firstLine;
    const start = text.length;
    switch (step.type) {
      case 'text':
        append(step.value, line);
        break;
      case 'inlineCode':
        append(step.value, line);
        marks.push({ type: 'code', start, endExclusive: text.length });
        break;
      case 'break':
        append('\n', line);
        break;
      case 'html':
        if (BREAKING_TAG.test(step.value)) text += ' ';
        addMark(tags.take(step.value, start));
        break;
      case 'image':
      case 'imageReference': {
        append(step.alt ?? '', line);
        const target = step.type === 'image' ? step.url : step.identifier;
        marks.push({ type: 'image', start, endExclusive: text.length, target });
        break;
      }
      case 'footnoteReference':
        append(`[^${step.label ?? step.identifier}]`, line);
        break;
      case 'strong':
      case 'emphasis':
      case 'delete':
      case 'link':
      case 'linkReference': {
        steps.push(() => marks.push(spanning(step, start, text.length)));
        for (let i = step.children.length - 1; i >= 0; i--) steps.push(step.children[i] as PhrasingContent);
        break;
      }
      default:
        throw new Error(`unknown phrasing content \`${(step as { type: string }).type}\``);
    }
  }
  for (const mark of tags.unended(text.length)) addMark(mark);
  return { text, lines, marks: marks.sort((a, b) => a.start - b.start || b.endExclusive - a.endExclusive) };
}

function spanning(node: PhrasingContent, start: number, endExclusive: number): Mark {
  switch (node.type) {
    case 'link':
      return { type: 'link', start, endExclusive, target: node.url };
    case 'linkReference':
      return { type: 'link', start, endExclusive, target: node.identifier };
    default:
      return { type: node.type as 'strong' | 'emphasis' | 'delete', start, endExclusive };
  }
}

/** A flow with a list marker put back in front, where the marker turns out to be text. */
export function withMarker(flow: Flow, marker: string): Flow {
  const shift = marker.length + 1;
  const marks = flow.marks.map((mark) => ({
    ...mark,
    start: mark.start + shift,
    endExclusive: mark.endExclusive + shift,
  }));
  return { text: `${marker} ${flow.text}`, lines: flow.lines, marks };
}

/** Text with white space collapsed and trimmed, and the marks that lie on it; marks that hold nothing go. */
export function sliceFlow(
  flow: Flow,
  start: number,
  endExclusive: number,
): { text: string; marks: readonly Mark[] } {
  const raw = flow.text.slice(start, endExclusive);
  const text = raw.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
  if (flow.marks.length === 0) return { text, marks: [] };

  const offsets = collapsedOffsets(raw);
  const at = (offset: number): number => offsets[Math.max(0, Math.min(raw.length, offset - start))] as number;
  const marks: Mark[] = [];
  for (const mark of flow.marks) {
    if (mark.endExclusive < start || mark.start >= endExclusive) continue;
    const moved = { ...mark, start: at(mark.start), endExclusive: at(mark.endExclusive) };
    if (mark.type === 'html' || moved.endExclusive > moved.start) marks.push(moved);
  }
  return { text, marks };
}

/** For each offset of `raw`, the offset in the collapsed and trimmed text. */
function collapsedOffsets(raw: string): number[] {
  const offsets: number[] = [];
  let length = 0;
  let blank = false;
  for (const char of raw.split('')) {
    const isBlank = char === ' ' || char === '\t' || char === '\r' || char === '\n';
    if (!isBlank && blank && length > 0) length++;
    offsets.push(length);
    if (!isBlank) length++;
    blank = isBlank;
  }
  offsets.push(length);
  return offsets;
}
