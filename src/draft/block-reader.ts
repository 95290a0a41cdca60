import type { Block, SkippedNode } from './blocks.ts';
import { ClauseBuilder, type Piece } from './clause-builder.ts';
import { implicitHeading } from './headings.ts';
import { isBullet, readLabels, readListMarker } from './labels.ts';
import { furnitureLines } from './page-furniture.ts';
import type { SourceLines } from './source-lines.ts';

/** No sentence, no chapeau and no item of a list ends with an article. */
const ENDS_WITH_ARTICLE =
  /(?:^|\s)(?:the|an?|its|their|der|die|das|des|dem|den|le|la|les|du|un|une|el|los|las|il|lo|gli)$/iu;

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
    const style = block.kind === 'heading' ? 'heading' : implicitHeading(block);
    if (style !== undefined) this.#readHeading(block, style);
    else if (block.footnote !== undefined) this.#readFootnote(block, block.footnote);
    else if (block.kind === 'paragraph') this.#readParagraph(block);
    else {
      this.builder.enter(block.containers);
      this.builder.unlabelled(wholePiece(block), block);
    }
    this.#cutByPage = false;
    this.#separated = false;
  }

  #readHeading(block: Block, style: string): void {
    const text = block.flow.text.trimStart();
    const [reading] = readLabels(text, 'heading');
    const indent = block.flow.text.length - text.length;
    const piece = wholePiece(block, reading ? indent + reading.length : 0);
    const depth = block.kind === 'heading' ? block.depth : undefined;
    this.builder.section(piece, reading?.label, depth, style);
  }

  #readFootnote(block: Block, name: string): void {
    this.builder.enter(block.containers.slice(0, -1));
    this.builder.footnote(wholePiece(block), name);
    this.builder.open(block.containers.at(-1)!);
  }

  #readParagraph(block: Block): void {
    const furniture = furnitureLines(block.flow);
    let before: FlowLine | undefined;
    for (const [i, line] of flowLines(block).entries()) {
      if (furniture.has(i)) {
        const [start, endExclusive] = [
          this.#lines.contentStart(line.number),
          this.#lines.contentEnd(line.number),
        ];
        this.skipped.push({ start, endExclusive, kind: 'furniture' });
        continue;
      }
      if (before === undefined) this.#openParagraph(block, line);
      else this.#continueParagraph(block, line, before);
      before = line;
    }
  }

  #openParagraph(block: Block, line: FlowLine): void {
    const { builder } = this;
    const { containers, marker } = block;
    const readings = readLabels(line.text, 'paragraph');
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
      builder.labelled(emptyPiece(this.#piece(block, line)), listLabel);
      builder.open(containers.at(-1)!);
      builder.labelled(this.#piece(block, line, printed.length), printed);
    }
  }

  #continueParagraph(block: Block, line: FlowLine, before: FlowLine): void {
    const { builder } = this;
    // A writer that wraps `27. January` to the start of a line escapes the dot to say that it is no label.
    const escaped = this.#lines.startsWithEscapedLabel(line.number);
    const readings = escaped ? [] : readLabels(line.text, 'paragraph');
    const reading = builder.chooseInside(readings, before.text.trimEnd());
    if (reading) builder.labelled(this.#piece(block, line, reading.length), reading);
    else builder.extend(this.#piece(block, line));
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
    if (this.#cutByPage) return !/[.;:!?…][\])"'”’»]*(?:\[\^[^\]]+\])*$/.test(lastText);
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
      lines: [line.number, line.number],
    };
  }
}

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

function wholePiece(block: Block, skip = 0): Piece {
  const { flow, start, endExclusive } = block;
  return {
    part: { flow, start: skip, endExclusive: flow.text.length },
    span: { start, endExclusive },
    lines: [flow.lines[0] as number, flow.lines.at(-1) as number],
  };
}

function emptyPiece({ part, span, lines }: Piece): Piece {
  return {
    part: { ...part, endExclusive: part.start },
    span: { start: span.start, endExclusive: span.start },
    lines,
  };
}
