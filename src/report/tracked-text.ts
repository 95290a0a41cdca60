import { longestIncreasing } from '../align/subsequence.ts';
import type { Comparison, Link, LinkedClause } from '../compare/comparison.ts';
import type { Change } from '../wording/change.ts';
import type { Edit } from '../wording/edits.ts';
import { visible } from './visible.ts';

/**
 * Both drafts as one text with marks, such that accepting all marks gives the new draft and rejecting all the old one.
 *
 *     old                new                  tracked
 *     1. The Council     1. In May             [+1. In May.¶+]
 *        meets. It       2. The Council        [-1.-][+2.+] The Council meets.[- -][+¶3. +]It votes.¶
 *        votes.             meets.
 *                        3. It votes.
 *
 * A clause that moved is deleted where it stood and inserted where it stands. What stands in the same order in both
 * drafts is marked inside.
 */
export interface TrackedParagraph {
  readonly runs: readonly TrackedRun[];
  /** What becomes of the end of the paragraph. */
  readonly end: TrackedOp;
  /** Of the clause that the paragraph begins with. */
  readonly type: LinkedClause['type'];
  /** How deep it stands in the tree; 0 at the top. */
  readonly depth: number;
  /** The link it comes from, for its findings; absent where a moved clause is only taken away. */
  readonly changes: readonly Change[];
}

export type TrackedOp = 'kept' | 'inserted' | 'deleted';

export interface TrackedRun {
  readonly op: TrackedOp;
  readonly text: string;
}

/** Between a label and its text. */
export const LABEL_GAP = '\t';

export function trackedText({ links }: Pick<Comparison, 'links'>): TrackedParagraph[] {
  const inPlace = linksInPlace(links);
  const [gone, come] = [restOf(links, 'old', inPlace), restOf(links, 'new', inPlace)];
  const paragraphs: TrackedParagraph[] = [];
  const takeBefore = (old: number, newer: number): void => {
    while ((gone[0]?.clause.index ?? Number.POSITIVE_INFINITY) < old)
      paragraphs.push(whole(gone.shift()!, 'deleted'));
    while ((come[0]?.clause.index ?? Number.POSITIVE_INFINITY) < newer)
      paragraphs.push(whole(come.shift()!, 'inserted'));
  };
  for (const link of links) {
    if (!inPlace.has(link)) continue;
    takeBefore(link.old[0]!.index, link.new[0]!.index);
    for (const paragraph of marked(link)) paragraphs.push(paragraph);
  }
  takeBefore(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  return paragraphs;
}

/** The links whose clauses stand together and in one order in both drafts. */
function linksInPlace(links: readonly Link[]): ReadonlySet<Link> {
  const candidates = links.filter(
    ({ old, new: newer, moved }) =>
      !moved && old.length > 0 && newer.length > 0 && isRun(old) && isRun(newer),
  );
  return new Set(longestIncreasing(candidates.map(({ old }) => old[0]!.index)).map((at) => candidates[at]!));
}

const isRun = (clauses: readonly LinkedClause[]): boolean =>
  clauses.every(({ index }, i) => index === clauses[0]!.index + i);

interface Placed {
  readonly clause: LinkedClause;
  readonly link: Link;
}

/** The clauses of one draft that are not marked inside, in their order. */
function restOf(links: readonly Link[], side: 'old' | 'new', inPlace: ReadonlySet<Link>): Placed[] {
  return links
    .filter((link) => !inPlace.has(link))
    .flatMap((link) => link[side].map((clause) => ({ clause, link })))
    .sort((a, b) => a.clause.index - b.clause.index);
}

function whole({ clause, link }: Placed, op: 'inserted' | 'deleted'): TrackedParagraph {
  const isTold = op === 'inserted' ? clause === link.new[0] : link.new.length === 0;
  return {
    runs: [{ op, text: labelOf(clause) + visible(clause.text) }],
    end: op,
    type: clause.type,
    depth: depthOf(clause),
    changes: isTold ? link.changes : [],
  };
}

const labelOf = ({ label }: LinkedClause): string => (label === '' ? '' : visible(label) + LABEL_GAP);

const depthOf = ({ path }: LinkedClause): number => path.split('/').length - 1;

/** A link in place: one paragraph, or several where one clause became more or more became one. */
function marked({ old, new: newer, edits, changes }: Link): readonly TrackedParagraph[] {
  const writer = new ParagraphWriter(old, newer, changes);
  for (const edit of edits) {
    if (edit.op === 'equal') writeEqual(writer, edit);
    else {
      writer.write('deleted', edit.old);
      writer.write('inserted', edit.new);
    }
  }
  return writer.paragraphs();
}

/** Words that are the same may have other blanks and typography between and inside them. */
function writeEqual(writer: ParagraphWriter, { old, new: newer }: Edit): void {
  const [a, b] = [pieces(old), pieces(newer)];
  if (a.length !== b.length) {
    writer.write('deleted', old);
    writer.write('inserted', newer);
    return;
  }
  a.forEach((piece, i) => {
    const other = b[i] as string;
    if (piece === other && piece !== '\n') writer.write('kept', piece);
    else {
      writer.write('deleted', piece);
      writer.write('inserted', other);
    }
  });
}

/** Words and blanks by turns, a break by itself. */
const pieces = (text: string): string[] => text.split(/(\s+)/);

class ParagraphWriter {
  readonly #old: readonly LinkedClause[];
  readonly #new: readonly LinkedClause[];
  readonly #changes: readonly Change[];
  readonly #paragraphs: TrackedParagraph[] = [];
  #runs: TrackedRun[] = [];
  #at = { deleted: 0, inserted: 0 };

  constructor(old: readonly LinkedClause[], newer: readonly LinkedClause[], changes: readonly Change[]) {
    this.#old = old;
    this.#new = newer;
    this.#changes = changes;
    const [was, is] = [labelOf(old[0]!), labelOf(newer[0]!)];
    if (was === is) this.#append('kept', was);
    else {
      this.#append('deleted', was);
      this.#append('inserted', is);
    }
  }

  /** A line feed ends the paragraph, and the next one begins with the label of the next clause. */
  write(op: TrackedOp, text: string): void {
    text.split('\n').forEach((part, i) => {
      if (i > 0 && op !== 'kept') {
        this.#end(op);
        const clauses = op === 'inserted' ? this.#new : this.#old;
        this.#append(op, labelOf(clauses[++this.#at[op]] as LinkedClause));
      }
      this.#append(op, visible(part));
    });
  }

  paragraphs(): readonly TrackedParagraph[] {
    this.#end('kept');
    return this.#paragraphs;
  }

  #append(op: TrackedOp, text: string): void {
    if (text === '') return;
    const last = this.#runs.at(-1);
    if (last?.op === op) this.#runs[this.#runs.length - 1] = { op, text: last.text + text };
    else this.#runs.push({ op, text });
  }

  #end(op: TrackedOp): void {
    const clause = (this.#new[this.#at.inserted] ?? this.#old[0]) as LinkedClause;
    const changes = this.#paragraphs.length === 0 ? this.#changes : [];
    this.#paragraphs.push({ runs: this.#runs, end: op, type: clause.type, depth: depthOf(clause), changes });
    this.#runs = [];
  }
}
