import type { Block, Container } from './blocks.ts';
import type { ClauseType, Label, Span } from './draft.ts';
import type { Flow } from './flow.ts';
import { isBullet, type LabelReading } from './labels.ts';
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

interface Open {
  readonly clause: number;
  readonly style: string;
  readonly ordinal: number;
}

interface Frame {
  readonly container: Container | undefined;
  readonly owner: number;
  open: Open[];
  /** The unnumbered paragraph placed last here, or -1. */
  unlabelled: number;
}

interface OpenSection {
  readonly clause: number;
  /** Depth of a Markdown heading; undefined for a heading set as a bold or a numbered line. */
  readonly depth: number | undefined;
  readonly style: string;
}

/** A style whose series runs through a text and never stands below a letter, a Roman number or a dash. */
const isRunning = (style: string): boolean => /^\(?num|^decimal|^article|^art\.|^artikel|^§/.test(style);

/** Text that ends in the middle of a reference, so that `(b)` on the next line is what it refers to. */
const CITES =
  /(?:^|\s)(?:(?:points?|(?:sub-?)?paragraphs?|letters?|items?|articles?|annex(?:es)?|sections?|buchstaben?|abs(?:atz|ätze)|nummern?|artikeln?|alinéas?|paragraphes?|lettres?|litt?\.)|\(\w{1,4}\)\s*(?:,|and|or|to|und|oder|bis|et|ou|à))$/iu;

const isSecondOf = (reading: LabelReading, style: string): boolean =>
  reading.ordinal === 2 && reading.label.style === style;

export class ClauseBuilder {
  readonly clauses: ClauseDraft[] = [];
  flattened = 0;
  #sections: OpenSection[] = [];
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

  /** The reading that continues or begins a series here, or undefined if the line is ordinary text. */
  choose(readings: readonly LabelReading[]): LabelReading | undefined {
    const next = readings.find((reading) => this.#continues(reading));
    if (next) return next;
    const [first] = readings;
    if (first?.weak) return readings.find((reading) => this.#mayBegin(reading));
    const seen = readings.find((reading) => this.#isNear(reading));
    return seen ?? first;
  }

  /**
   * The reading of a label at the start of a line inside a paragraph. Stricter than `choose`, because a wrapped
   * line may begin with `12. ` or `(b) ` by chance: it must be next in an open series, or first where points are
   * announced, by a colon or by a second one further down.
   *
   * @param before the line above
   * @param below the readings of the lines below in the same paragraph
   */
  chooseInside(
    readings: readonly LabelReading[],
    before: string,
    below: readonly LabelReading[],
  ): LabelReading | undefined {
    if (CITES.test(before)) return undefined;
    const afterColon = before.endsWith(':');
    const afterItem = /[.;,:]$|(?:^|[\s;,])(?:and|or|und|oder|et|ou|y|o|e)$/.test(before);
    return readings.find((reading) => {
      const { label, ordinal } = reading;
      if (afterColon && (ordinal === 1 || isBullet(label))) return true;
      if (isBullet(label)) return this.#frame.open.at(-1)?.style === 'bullet';
      const isBracketed = label.style.endsWith(')');
      if (this.#continues(reading)) return afterItem || isBracketed;
      return isBracketed && ordinal === 1 && below.some((next) => isSecondOf(next, label.style));
    });
  }

  section(piece: Piece, label: Label | undefined, depth: number | undefined, style: string): void {
    if (depth !== undefined) {
      const deeper = this.#sections.findIndex((s) => (s.depth ?? 0) >= depth);
      if (deeper >= 0) this.#sections.length = deeper;
      while (this.#sections.at(-1)?.depth === undefined && this.#sections.length > 0) this.#sections.pop();
    } else if (style === 'annex') {
      const [title] = this.#sections;
      const isTitle = title?.depth === 1 && this.clauses[title.clause]?.label === undefined;
      this.#sections.length = isTitle ? 1 : 0;
    } else {
      const same = this.#sections.findLastIndex((s) => s.depth === undefined && s.style === style);
      if (same >= 0) this.#sections.length = same;
    }
    const parent = this.#sections.at(-1)?.clause ?? -1;
    const clause = this.#add('section', piece, label, parent);
    this.#sections.push({ clause, depth, style });
    this.#frames = [{ container: undefined, owner: clause, open: [], unlabelled: -1 }];
  }

  labelled(piece: Piece, { label, ordinal }: LabelReading): void {
    const frame = this.#frame;
    const at = this.#sibling(label, ordinal);
    if (ordinal <= 1 && this.#isChapeau()) this.#openChapeau();
    else if (at >= 0) frame.open.length = at;
    else this.#closeFor(label, ordinal);
    const parent = frame.open.at(-1)?.clause ?? frame.owner;
    const clause = this.#add(this.#labelledType(label, parent), piece, label, parent);
    frame.open.push({ clause, style: label.style, ordinal });
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

  #find(style: string): number {
    return this.#frame.open.findLastIndex((open) => open.style === style);
  }

  /** Whether a label may stand here: next in an open series, after a small gap, or first. */
  mayFollow(reading: LabelReading): boolean {
    return reading.ordinal === 1 || this.#continues(reading) || this.#isNear(reading);
  }

  #continues({ label, ordinal }: LabelReading): boolean {
    return (
      ordinal > 1 &&
      this.#frame.open.some(
        (open) =>
          open.style === label.style &&
          (open.ordinal === ordinal - 1 || (open.ordinal === ordinal && /\d[a-z]+$/.test(label.value))),
      )
    );
  }

  /** `a.` and `I.` may begin a series anywhere; `A.` may be an initial, unless points are announced. */
  #mayBegin({ label, ordinal }: LabelReading): boolean {
    return ordinal === 1 && (!label.style.includes('ALPHA') || this.#endsWithColon());
  }

  /** Whether a label follows in an open series with a gap of one or two, as where a point was deleted. */
  #isNear({ label, ordinal }: LabelReading): boolean {
    const gapOf = (open: Open): number => ordinal - open.ordinal;
    return this.#frame.open.some((open) => open.style === label.style && gapOf(open) > 0 && gapOf(open) <= 3);
  }

  /** Index on the stack of the clause that a label is a sibling of, or -1 if it opens a level of its own. */
  #sibling(label: Label, ordinal: number): number {
    const { open } = this.#frame;
    const predecessor = open.findLastIndex((o) => o.style === label.style && o.ordinal === ordinal - 1);
    if (ordinal > 1 && predecessor >= 0) return predecessor;
    const same = this.#find(label.style);
    const restarts = ordinal === 1 && same === open.length - 1 && this.#endsWithColon();
    return restarts ? -1 : same;
  }

  #closeFor(label: Label, ordinal: number): void {
    const { open } = this.#frame;
    if (isRunning(label.style) && ordinal > 1) {
      while (open.length > 0 && !isRunning(open.at(-1)!.style)) open.pop();
    }
    if (!isBullet(label) && !this.#endsWithColon()) {
      while (open.at(-1)?.style === 'bullet') open.pop();
      // Dashes have answered the chapeau; another series stands beside it.
      if (open.at(-1)?.style === 'chapeau') open.pop();
    }
  }

  #endsWithColon(): boolean {
    return this.lastText.endsWith(':');
  }

  /** Whether the last clause is an unnumbered paragraph that announces points. */
  #isChapeau(): boolean {
    return (
      this.#frame.unlabelled === this.clauses.length - 1 && this.clauses.length > 0 && this.#endsWithColon()
    );
  }

  #openChapeau(): void {
    const frame = this.#frame;
    const { parent } = this.clauses[frame.unlabelled]!;
    frame.open.length = frame.open.findLastIndex(({ clause }) => clause === parent) + 1;
    frame.open.push({ clause: frame.unlabelled, style: 'chapeau', ordinal: 0 });
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
