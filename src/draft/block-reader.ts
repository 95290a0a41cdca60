import type { Block, SkippedNode } from './blocks.ts';
import { ClauseBuilder, type Piece } from './clause-builder.ts';
import { withMarker } from './flow.ts';
import { splitHeadLine } from './head-line.ts';
import { implicitHeading } from './headings.ts';
import { isBullet, type LabelReading, readLabels, readListMarker } from './labels.ts';
import { withoutNotes } from './note-references.ts';
import { furnitureLines } from './page-furniture.ts';
import type { SourceLines } from './source-lines.ts';

/** No sentence, no chapeau and no item of a list ends with an article. */
const ENDS_WITH_ARTICLE =
  /(?:^|\s)(?:the|an?|its|their|der|die|das|des|dem|den|le|la|les|du|un|une|el|los|las|il|lo|gli)$/iu;

/** Shortest text, in UTF-16 units, that a page may have cut where a capital follows; what is shorter is a title. */
const FULL_LINE = 40;

/** How many lines below a first point its second one is looked for. */
const LINES_AHEAD = 24;

/** One line of a block: offsets in the flow, and its number in the source. */
interface FlowLine {
  readonly text: string;
  readonly start: number;
  readonly number: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Reads blocks one after another, line by line, and hands labelled and unlabelled text to the clause builder. */
export class BlockReader {
  readonly builder = new ClauseBuilder();
  readonly skipped: SkippedNode[];
  readonly #lines: SourceLines;
  /** True from a piece of page furniture to the next text: the page may have cut a sentence. */
  #cutByPage = false;
  /** True if a separator stands between the last clause and the next text. */
  #separated = false;

  constructor(lines: SourceLines, skipped: readonly SkippedNode[]) {
    this.#lines = lines;
    this.skipped = [...skipped];
  }

  skip({ start, endExclusive }: Block, kind: 'furniture' | 'separator'): void {
    this.skipped.push({ start, endExclusive, kind });
    if (kind === 'furniture') this.#cutByPage = true;
    else this.#separated = true;
  }

  read(block: Block): void {
    for (const part of splitHeadLine(block, this.#lines)) this.#readPart(part);
    this.#cutByPage = false;
    this.#separated = false;
  }

  #readPart(block: Block): void {
    const style = block.kind === 'heading' ? 'heading' : implicitHeading(block);
    if (style !== undefined) this.#readHeading(block, style);
    else if (block.footnote !== undefined) this.#readFootnote(block, block.footnote);
    else if (block.kind === 'paragraph') this.#readParagraph(block);
    else {
      this.builder.enter(block.containers);
      this.builder.unlabelled(wholePiece(block, this.#lines), block);
    }
  }

  #readHeading(block: Block, style: string): void {
    const text = block.flow.text.trimStart();
    // `# 1.5 million people` begins with a figure; `# 1.5 Millions` with a label.
    const reading = readLabels(text, 'heading').find((r) => !(r.weak && r.label.style.startsWith('decimal')));
    const indent = block.flow.text.length - text.length;
    const piece = wholePiece(block, this.#lines, reading ? indent + reading.length : 0);
    const depth = block.kind === 'heading' ? block.depth : undefined;
    this.builder.section(piece, reading?.label, depth, style);
  }

  #readFootnote(block: Block, name: string): void {
    this.builder.enter(block.containers.slice(0, -1));
    this.builder.footnote(wholePiece(block, this.#lines), name);
    this.builder.open(block.containers.at(-1)!);
  }

  #readParagraph(read: Block): void {
    const isText = this.#isMarkerText(read);
    const block = isText ? { ...read, marker: undefined, flow: withMarker(read.flow, read.marker) } : read;
    const furniture = furnitureLines(block.flow);
    let before: FlowLine | undefined;
    const lines = flowLines(block);
    for (const [i, line] of lines.entries()) {
      if (furniture.has(i)) {
        const [start, endExclusive] = [
          this.#lines.contentStart(line.number),
          this.#lines.contentEnd(line.number),
        ];
        this.skipped.push({ start, endExclusive, kind: 'furniture' });
        continue;
      }
      if (before === undefined)
        this.#openParagraph(block, line, isText ? [] : readLabels(line.text, 'paragraph'));
      else this.#continueParagraph(block, line, before, lines.slice(i + 1, i + 1 + LINES_AHEAD));
      before = line;
    }
  }

  /**
   * Whether Markdown took text for a list marker: a year, or a number that a wrapped line begins with.
   *
   *     8. The directive of 27 January and that of
   *     12. May apply …                             12 does not follow 8, and the sentence has not ended
   */
  #isMarkerText(block: Block): block is Block & { marker: string } {
    const { marker, start } = block;
    if (marker === undefined || !/^\d/.test(marker)) return false;
    if (/^\d{4}/.test(marker)) return true;
    const { builder } = this;
    const { last, lastText } = builder;
    if (!last || last.type === 'section' || this.#lines.lineAt(start) !== last.lines[1] + 1) return false;
    if (!/[\p{L}\p{N}]$/u.test(lastText)) return false;
    builder.enter(block.containers.slice(0, -1));
    return !builder.mayFollow(readListMarker(marker));
  }

  #openParagraph(block: Block, line: FlowLine, readings: readonly LabelReading[]): void {
    const { builder } = this;
    const { containers, marker } = block;
    if (marker === undefined) {
      builder.enter(containers);
      const reading = builder.choose(readings);
      if (reading) builder.labelled(this.#piece(block, line, reading.length), reading);
      else if (this.#continuesLast(block, line)) builder.extend(this.#piece(block, line));
      else builder.unlabelled(this.#piece(block, line), block);
      return;
    }
    builder.enter(containers.slice(0, -1));
    const listLabel = readListMarker(marker);
    const printed = builder.choose(readings);
    if (!printed) {
      builder.labelled(this.#piece(block, line), listLabel);
      builder.open(containers.at(-1)!);
    } else if (isBullet(listLabel.label)) {
      // `- a) text`: the dash only carries the printed label.
      builder.labelled(this.#piece(block, line, printed.length), printed);
      builder.open(containers.at(-1)!);
    } else {
      builder.labelled(this.#markerPiece(block, marker), listLabel);
      builder.open(containers.at(-1)!);
      builder.labelled(this.#pieceBehindMarker(block, line, marker, printed.length), printed);
    }
  }

  #continueParagraph(block: Block, line: FlowLine, before: FlowLine, below: readonly FlowLine[]): void {
    const { builder } = this;
    const readings = this.#readLine(line);
    const reading =
      readings.length > 0 && !isParenthesis(line.text, before.text)
        ? builder.chooseInside(
            readings,
            before.text,
            below.flatMap((next) => this.#readLine(next)),
          )
        : undefined;
    if (reading) builder.labelled(this.#piece(block, line, reading.length), reading);
    else builder.extend(this.#piece(block, line));
  }

  /** A writer that wraps `27. January` to the start of a line escapes the dot to say that it is no label. */
  #readLine({ number, text }: FlowLine): LabelReading[] {
    return this.#lines.startsWithEscapedLabel(number) ? [] : readLabels(text, 'paragraph');
  }

  /**
   * Whether unlabelled text goes on with the clause before it: the number stood alone on its line, or the page or
   * the paragraph broke in the middle of a sentence.
   */
  #continuesLast(block: Block, line: FlowLine): boolean {
    const { last, lastText } = this.builder;
    if (!last || last.type === 'section' || last.type === 'row' || last.type === 'code') return false;
    if (this.#separated || block.containers.at(-1)?.type === 'quote') return false;
    if (lastText === '') return last.label !== undefined;
    if (line.number === last.lines[1] + 1 && /^\d/.test(line.text)) return true;
    if (this.#cutByPage) {
      const isCut = !/[.;:!?…][\])"'”’»]*$/.test(withoutNotes(lastText).trimEnd());
      const isTitleLike = last.label === undefined && lastText.length < FULL_LINE;
      return isCut && !(isTitleLike && /^\p{Lu}/u.test(line.text) && !ENDS_WITH_ARTICLE.test(lastText));
    }
    return ENDS_WITH_ARTICLE.test(lastText) && /^\p{Ll}/u.test(line.text);
  }

  #piece(block: Block, line: FlowLine, skip = 0): Piece {
    const blanks = line.text.length - line.text.trimStart().length;
    const start = line.start + (skip > 0 ? Math.min(line.text.length, blanks + skip) : 0);
    return {
      part: { flow: block.flow, start, endExclusive: line.start + line.text.length },
      span: {
        start: line.isFirst ? block.start : this.#lines.contentStart(line.number),
        endExclusive: line.isLast ? block.endExclusive : this.#lines.contentEnd(line.number),
      },
      lines: [line.isFirst ? this.#lines.lineAt(block.start) : line.number, line.number],
    };
  }

  /** The marker of a list item alone, where the text behind it has a label of its own. */
  #markerPiece({ flow, start }: Block, marker: string): Piece {
    const line = this.#lines.lineAt(start);
    return {
      part: { flow, start: 0, endExclusive: 0 },
      span: { start, endExclusive: start + marker.length },
      lines: [line, line],
    };
  }

  #pieceBehindMarker(block: Block, line: FlowLine, marker: string, skip: number): Piece {
    const piece = this.#piece(block, line, skip);
    if (!line.isFirst) return piece;
    const start = this.#lines.nextVisible(block.start + marker.length);
    return { ...piece, span: { ...piece.span, start }, lines: [this.#lines.lineAt(start), line.number] };
  }
}

/** Whether the dash that begins a line opens a parenthesis: `– and its members –`. */
const isParenthesis = (line: string, before: string): boolean =>
  /^[–—−]\s.*\s[–—−](?:\s|$)/u.test(line) && !/[.;,:]$/.test(before);

function flowLines({ flow }: Block): FlowLine[] {
  let start = 0;
  return flow.text.split('\n').map((text, i, all) => {
    const line = {
      text: text.trimEnd(),
      start,
      number: flow.lines[i] as number,
      isFirst: i === 0,
      isLast: i === all.length - 1,
    };
    start += text.length + 1;
    return line;
  });
}

function wholePiece(block: Block, lines: SourceLines, skip = 0): Piece {
  const { flow, start, endExclusive } = block;
  return {
    part: { flow, start: skip, endExclusive: flow.text.length },
    span: { start, endExclusive },
    lines: [lines.lineAt(start), lines.lineAt(endExclusive - 1)],
  };
}
