import type { Link } from './comparison.ts';

/**
 * Carries what is known of each UTF-16 unit of the old clauses of a link on to the new ones.
 *
 * @param known of the units of an old clause, by its position in its draft
 * @returns for each new clause its position and what is known of its units; undefined for what the link brought
 */
export function carryUnits<T>(
  { old, new: newer, edits }: Pick<Link, 'old' | 'new' | 'edits'>,
  known: (clause: number) => readonly (T | undefined)[],
): [clause: number, units: (T | undefined)[]][] {
  // The clauses of a split or merge are joined with one line feed, as in the edits.
  const before = old.flatMap(({ index }, i) => (i === 0 ? known(index) : [undefined, ...known(index)]));
  const after: (T | undefined)[] = [];
  let at = 0;
  for (const { op, old: was, new: is } of edits) {
    const own =
      op === 'equal' ? typesetUnits(was, is, before.slice(at, at + was.length)) : filled(is, undefined);
    for (const unit of own) after.push(unit);
    at += was.length;
  }
  let start = 0;
  return newer.map(({ index, text }) => {
    const own = after.slice(start, start + text.length);
    start += text.length + 1;
    return [index, own];
  });
}

/** Equal words may be typeset otherwise: what is known of a word is that of its old counterpart. */
function typesetUnits<T>(was: string, is: string, units: readonly T[]): readonly (T | undefined)[] {
  if (was === is) return units;
  const starts = [...was.matchAll(/\S+/g)].map(({ index }) => index);
  let word = -1;
  return [...is.matchAll(/\S+|\s+/g)].flatMap(([piece]) => {
    if (piece.trim() !== '') word++;
    return filled(piece, units[starts[Math.max(0, word)] ?? 0] ?? units.at(-1));
  });
}

const filled = <T>(text: string, value: T): T[] => new Array<T>(text.length).fill(value);
