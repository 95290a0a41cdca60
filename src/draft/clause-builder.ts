import type { Block, Container } from './blocks.ts';
import type { ClauseType, Label, Span } from './draft.ts';
import type { Flow } from './flow.ts';
import type { LabelReading } from './labels.ts';
import { OpenSections } from './open-sections.ts';
import {
  chooseInside,
  chooseReading,
  isRunning,
  mayFollow,
  openAbove,
  type Series,
  siblingOf,
} from './series.ts';
import { MAX_DEPTH } from './shallow.ts';

/**
 * Builds the clause tree from labels and Markdown containers.
 *
 *     3. … the following principles:        Markdown sees four paragraphs side by side. The labels tell that
 *     a) there can be no …;                 a) and b) are points of 3, that 4 is its sibling, and that the
 *     b) there can be no …                  unnumbered paragraph belongs to 4.
 *     4. The European Council …
 *     It also …
 *
 * Inside each container the labels that are still open form a stack: a label of a style on the stack closes what
 * is above it and becomes a sibling; a new style opens a level.
 */
export interface ClauseDraft {
  readonly type: ClauseType;
  readonly label: Label | undefined;
  readonly parts: Part[];
  readonly spans: Span[];
  readonly lines: [first: number, last: number];
  readonly parent: number;
  readonly depth: number;
  /** On a footnote: its name in lower case. */
  readonly footnote: string | undefined;
}

/** A run of text of a clause, as offsets in a flow. */
interface Part extends Span {
  readonly flow: Flow;
}

/** Text to be placed: where it is in the flow, and where in the source. */
export interface Piece {
  readonly part: Part;
  readonly span: Span;
  readonly lines: readonly [first: number, last: number];
}

interface Frame {
  readonly container: Container | undefined;
  readonly owner: number;
  open: Series;
  /** The unnumbered paragraph placed last here, or -1. */
  unlabelled: number;
}

export class ClauseBuilder {
  readonly clauses: ClauseDraft[] = [];
  flattened = 0;
  readonly #sections = new OpenSections();
  #frames: Frame[] = [{ container: undefined, owner: -1, open: [], unlabelled: -1 }];

  get last(): ClauseDraft | undefined {
    return this.clauses.at(-1);
  }

  /** The text of the last clause so far, as far as it is in the last piece. */
  get lastText(): string {
    const part = this.last?.parts.at(-1);
    return part ? part.flow.text.slice(part.start, part.endExclusive).trimEnd() : '';
  }

  /** Adds a piece to the clause placed last. */
  extend({ part, span, lines }: Piece): void {
    const last = this.last as ClauseDraft;
    const before = last.parts.at(-1) as Part;
    const adjoins =
      before.flow === part.flow && /^\s*$/.test(part.flow.text.slice(before.endExclusive, part.start));
    if (adjoins && lines[0] <= last.lines[1] + 1) {
      const open = last.spans.pop() as Span;
      last.parts[last.parts.length - 1] = { ...before, endExclusive: part.endExclusive };
      last.spans.push({ start: open.start, endExclusive: span.endExclusive });
    } else {
      last.parts.push(part);
      last.spans.push(span);
    }
    last.lines[1] = lines[1];
  }

  /** Makes `containers` the place where the next clauses go. */
  enter(containers: readonly Container[]): void {
    let shared = 0;
    while (shared < containers.length && this.#frames[shared + 1]?.container === containers[shared]) shared++;
    this.#frames.length = shared + 1;
    for (const container of containers.slice(shared)) this.open(container);
  }

  /** Opens a container inside the clause placed last. */
  open(container: Container): void {
    const outer = this.#frame;
    this.#frames.push({
      container,
      owner: outer.open.at(-1)?.clause ?? outer.owner,
      open: [],
      unlabelled: -1,
    });
  }

  /** Reads the label of a new paragraph; see `chooseReading`. */
  choose(readings: readonly LabelReading[]): LabelReading | undefined {
    return chooseReading(this.#frame.open, readings, this.#isAnnounced());
  }

  /** Reads the label of a line inside a paragraph; see `chooseInside`. */
  chooseInside(
    readings: readonly LabelReading[],
    before: string,
    below: readonly LabelReading[],
  ): LabelReading | undefined {
    return chooseInside(this.#frame.open, readings, before, below);
  }

  mayFollow(reading: LabelReading): boolean {
    return mayFollow(this.#frame.open, reading);
  }

  section(piece: Piece, label: Label | undefined, depth: number | undefined, style: string): void {
    const isTitle = (clause: number): boolean => this.clauses[clause]?.label === undefined;
    const parent = this.#sections.closeFor(depth, style, isTitle);
    const clause = this.#add('section', piece, label, parent);
    this.#sections.open(clause, depth, style);
    this.#frames = [{ container: undefined, owner: clause, open: [], unlabelled: -1 }];
  }

  labelled(piece: Piece, reading: LabelReading): void {
    const { label, ordinal } = reading;
    const frame = this.#frame;
    const at = siblingOf(frame.open, reading, this.#isAnnounced());
    if (ordinal <= 1 && this.#isChapeau()) this.#openChapeau();
    else if (at >= 0) frame.open = frame.open.slice(0, at);
    else frame.open = openAbove(frame.open, reading, this.#isAnnounced());
    const parent = frame.open.at(-1)?.clause ?? frame.owner;
    const clause = this.#add(this.#labelledType(label, parent), piece, label, parent);
    frame.open = [...frame.open, { clause, style: label.style, ordinal }];
  }

  unlabelled(piece: Piece, block: Block): void {
    const frame = this.#frame;
    if (block.kind === 'row' || block.kind === 'code') {
      this.#add(block.kind, piece, undefined, frame.open.at(-1)?.clause ?? frame.owner);
      return;
    }
    const [outermost] = frame.open;
    const numbered = outermost !== undefined && isRunning(outermost.style);
    if (!numbered) frame.open = [];
    const quoted = block.containers.at(-1)?.type === 'quote';
    frame.unlabelled = this.#add(
      quoted ? 'quote' : 'paragraph',
      piece,
      undefined,
      numbered ? outermost.clause : frame.owner,
    );
  }

  footnote(piece: Piece, name: string): void {
    const label = { text: `[^${name}]`, value: name.toLowerCase(), style: 'footnote' };
    const clause = this.#add('footnote', piece, label, -1, label.value);
    this.#frame.open = [{ clause, style: 'footnote', ordinal: 0 }];
  }

  get #frame(): Frame {
    return this.#frames.at(-1) as Frame;
  }

  /** Whether the text so far ends with a colon. */
  #isAnnounced(): boolean {
    return this.lastText.endsWith(':');
  }

  /** Whether the last clause is an unnumbered paragraph that announces points. */
  #isChapeau(): boolean {
    return (
      this.#frame.unlabelled === this.clauses.length - 1 && this.clauses.length > 0 && this.#isAnnounced()
    );
  }

  #openChapeau(): void {
    const frame = this.#frame;
    const { parent } = this.clauses[frame.unlabelled]!;
    const above = frame.open.slice(0, frame.open.findLastIndex(({ clause }) => clause === parent) + 1);
    frame.open = [...above, { clause: frame.unlabelled, style: 'chapeau', ordinal: 0 }];
  }

  #labelledType(label: Label, parent: number): ClauseType {
    const underSection = parent < 0 || this.clauses[parent]?.type === 'section';
    return underSection && (isRunning(label.style) || /ROMAN/.test(label.style)) ? 'paragraph' : 'point';
  }

  #add(type: ClauseType, piece: Piece, label: Label | undefined, wanted: number, footnote?: string): number {
    let parent = wanted;
    if (parent >= 0 && this.clauses[parent]!.depth >= MAX_DEPTH - 1) this.flattened++;
    while (parent >= 0 && this.clauses[parent]!.depth >= MAX_DEPTH - 1) parent = this.clauses[parent]!.parent;
    const depth = parent < 0 ? 0 : this.clauses[parent]!.depth + 1;
    this.clauses.push({
      type,
      label,
      parts: [piece.part],
      spans: [piece.span],
      lines: [...piece.lines],
      parent,
      depth,
      footnote,
    });
    return this.clauses.length - 1;
  }
}
