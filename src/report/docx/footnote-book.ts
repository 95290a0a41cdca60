import { Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { Link, LinkedClause } from '../../compare/comparison.ts';
import type { ReportOptions } from '../report.ts';
import { type TrackedOp, type TrackedRun, trackedText } from '../tracked-text.ts';
import { visible } from '../visible.ts';
import { footnoteRun, type Tracker, textRun } from './tracked-run.ts';

/** The footnotes of a document: a number of its own for each reference, whatever the drafts call them. */
export class FootnoteBook {
  /** What stands in the body: all but the footnotes that some text refers to. */
  readonly bodyLinks: readonly Link[];
  readonly #byLabel: Readonly<Record<'old' | 'new', ReadonlyMap<string, Link>>>;
  readonly #manner: 'tracked' | 'council';
  readonly #deletions: ReportOptions['deletions'];
  readonly #tracker: Tracker;
  readonly #written: Record<string, { children: Paragraph[] }> = {};
  #last = 0;

  constructor(
    links: readonly Link[],
    manner: 'tracked' | 'council',
    deletions: ReportOptions['deletions'],
    tracker: Tracker,
  ) {
    this.#manner = manner;
    this.#deletions = deletions;
    this.#tracker = tracker;
    this.#byLabel = { old: footnotesOf(links, 'old'), new: footnotesOf(links, 'new') };
    this.bodyLinks = links.filter((link) => !this.#isReferred(link, links));
  }

  /** Writes the footnote that a reference names, and gives its number in the document; undefined if there is none. */
  refer(reference: string, op: TrackedOp): number | undefined {
    const link = this.#byLabel[op === 'deleted' ? 'old' : 'new'].get(reference);
    if (!link) return undefined;
    this.#last++;
    this.#written[this.#last] = { children: this.#content(link, op) };
    return this.#last;
  }

  footnotes(): Record<string, { children: Paragraph[] }> {
    return this.#written;
  }

  /** Marks as the Council prints them. */
  councilRuns({ op, text }: TrackedRun): ParagraphChild[] {
    return text.split(/(\[\^[^[\]\s]+\])/).flatMap((part): ParagraphChild[] => {
      if (part === '') return [];
      const footnote = part.startsWith('[^') && op !== 'deleted' ? this.refer(part, op) : undefined;
      if (footnote !== undefined) return [footnoteRun('kept', footnote, this.#tracker)];
      if (op === 'kept') return [textRun('kept', part, this.#tracker)];
      if (op === 'inserted') return [new TextRun({ text: part, bold: true, underline: {} })];
      if (this.#deletions === 'strike') return [new TextRun({ text: part, strike: true })];
      return part.trim() === '' ? [] : [new TextRun('[…]')];
    });
  }

  /** The footnote's text: marked inside where its reference is kept, whole where the reference came or went. */
  #content(link: Link, op: TrackedOp): Paragraph[] {
    if (op !== 'kept' || link.old.length === 0 || link.new.length === 0) {
      const clauses = op === 'deleted' ? link.old : link.new;
      return clauses.map(({ text }) => new Paragraph({ children: [new TextRun(visible(text))] }));
    }
    const bare = (clauses: readonly LinkedClause[]) => clauses.map((clause) => ({ ...clause, label: '' }));
    const paragraphs = trackedText({
      links: [{ ...link, moved: false, old: bare(link.old), new: bare(link.new) }],
    });
    return paragraphs.map(
      ({ runs }) =>
        new Paragraph({
          children: runs.flatMap((run) =>
            this.#manner === 'council' ? this.councilRuns(run) : [textRun(run.op, run.text, this.#tracker)],
          ),
        }),
    );
  }

  #isReferred({ old, new: newer }: Link, links: readonly Link[]): boolean {
    const isIn = (side: 'old' | 'new', { label, type }: LinkedClause): boolean =>
      type === 'footnote' && links.some((link) => link[side].some(({ text }) => text.includes(label)));
    return (
      old.length + newer.length > 0 &&
      old.every((clause) => isIn('old', clause)) &&
      newer.every((clause) => isIn('new', clause))
    );
  }
}

const footnotesOf = (links: readonly Link[], side: 'old' | 'new'): ReadonlyMap<string, Link> =>
  new Map(
    links.flatMap((link) =>
      link[side].flatMap(({ type, label }) =>
        type === 'footnote' && label !== '' ? [[label, link] as const] : [],
      ),
    ),
  );
