import type { Comparison, Link, LinkedClause } from './comparison.ts';

/** A run of words of a clause and the draft that brought it. */
interface Phrase {
  readonly text: string;
  /** Position in the chain, from 0. */
  readonly draft: number;
}

/** A clause of the last draft, phrase by phrase. */
export interface ClauseOrigin {
  readonly clause: LinkedClause;
  /** The draft that brought the clause; its wording may be of later ones. */
  readonly draft: number;
  /** Joined they are the clause's text. */
  readonly phrases: readonly Phrase[];
}

/** For each UTF-16 unit of a clause's text the draft that brought it. */
interface Traced {
  readonly draft: number;
  readonly units: readonly number[];
}

/**
 * Which draft brought each clause and each phrase of the last draft.
 *
 *     draft 1   2. The Council welcomes the plan.
 *     draft 2   3. The Council welcomes the new plan.          renumbered, and a word more
 *     draft 3   7. The Council notes the new plan.             moved, and a verb replaced
 *     answer    The Council|1 notes|3 the|1 new|2 plan.|1
 *
 * Moves, new numbers, splits and merges bring nothing; what is only typeset otherwise keeps its origin. Words that were
 * dropped and came back are of the draft that brought them back.
 *
 * @param steps the comparisons of a chain, the oldest first; at least one
 */
export function readOrigins(steps: readonly Comparison[]): ClauseOrigin[] {
  let traced = new Map<number, Traced>();
  for (const { index, text } of clausesOf(steps[0], 'old'))
    traced.set(index, { draft: 0, units: filled(text, 0) });
  steps.forEach(({ links }, i) => {
    const next = new Map<number, Traced>();
    for (const link of links) for (const [index, one] of follow(link, traced, i + 1)) next.set(index, one);
    traced = next;
  });
  return clausesOf(steps.at(-1), 'new').map((clause) => {
    const { draft, units } = traced.get(clause.index) as Traced;
    return { clause, draft, phrases: phrasesOf(clause.text, units) };
  });
}

const clausesOf = (comparison: Comparison | undefined, side: 'old' | 'new'): LinkedClause[] =>
  (comparison?.links ?? []).flatMap((link) => link[side]).sort((a, b) => a.index - b.index);

const filled = (text: string, draft: number): number[] => new Array<number>(text.length).fill(draft);

/** The clauses of a split or merge are joined with one line feed, as in the edits. */
function follow(
  { old, new: newer, edits }: Link,
  traced: ReadonlyMap<number, Traced>,
  now: number,
): [number, Traced][] {
  const before = old.map(({ index }) => traced.get(index) as Traced);
  const units = before.flatMap((one, i) => (i === 0 ? one.units : [now, ...one.units]));
  const after: number[] = [];
  let at = 0;
  for (const { op, old: was, new: is } of edits) {
    const own = op === 'equal' ? carried(was, is, units.slice(at, at + was.length)) : filled(is, now);
    for (const unit of own) after.push(unit);
    at += was.length;
  }
  let start = 0;
  return newer.map(({ index, text }) => {
    const own = after.slice(start, start + text.length);
    start += text.length + 1;
    return [
      index,
      {
        draft: before.length > 0 ? before.reduce((first, { draft }) => Math.min(first, draft), now) : now,
        units: own,
      },
    ];
  });
}

/** Equal words may be typeset otherwise: each word of the new text is of the draft that brought its old counterpart. */
function carried(was: string, is: string, units: readonly number[]): number[] {
  if (was === is) return [...units];
  const starts = [...was.matchAll(/\S+/g)].map(({ index }) => index);
  let word = -1;
  return [...is.matchAll(/\S+|\s+/g)].flatMap(([piece]) => {
    if (piece.trim() !== '') word++;
    return filled(piece, units[starts[Math.max(0, word)] ?? 0] ?? units.at(-1) ?? 0);
  });
}

/** Blanks between two phrases belong to the first. */
function phrasesOf(text: string, units: readonly number[]): Phrase[] {
  const phrases: { text: string; draft: number }[] = [];
  for (const { 0: piece, index } of text.matchAll(/\s+|\S+/g)) {
    const last = phrases.at(-1);
    if (last && piece.trim() === '') last.text += piece;
    else {
      for (let i = 0; i < piece.length; i++) {
        const draft = units[index + i] ?? 0;
        const end = phrases.at(-1);
        if (end?.draft === draft) end.text += piece[i];
        else phrases.push({ text: piece[i] as string, draft });
      }
    }
  }
  return phrases;
}
