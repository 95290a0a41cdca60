import { diffArrays } from 'diff';
import type { Draft, SetAside } from '../draft/draft.ts';
import { type Change, neutralChange } from '../wording/change.ts';
import type { Alignment } from './alignment.ts';
import { keptInPlace } from './kept-in-place.ts';

/** A difference in what was set aside, told with the clause before it, or with the first one. */
export interface SetAsideChange {
  readonly change: Change;
  /** Index of the link. */
  readonly link: number;
}

/** Longest edit script searched between two lists of set-aside text; beyond, all of it counts as changed. */
const MAX_EDITS = 2_000;

/** So that nothing visible differs unseen: page furniture, separators and front matter are compared too. */
export function setAsideChanges(older: Draft, newer: Draft, alignment: Alignment): SetAsideChange[] {
  const keyOf = ({ kind, text }: SetAside): string => `${kind} ${text.replace(/\s/g, '')}`;
  const [old, now] = [older.setAside.map(keyOf), newer.setAside.map(keyOf)];
  if (old.length === 0 && now.length === 0) return [];
  const parts = alignSetAside(old, now);
  const isDisplaced = displacement(older, newer, alignment);
  const found: SetAsideChange[] = [];
  const tell = (side: 'old' | 'new', item: SetAside, was: string, is: string, what: string): void => {
    const clause = Math.max(0, clauseBefore(side === 'old' ? older : newer, item));
    const change = neutralChange('formatting', item.kind, was, is, `${item.kind.replace('-', ' ')} ${what}`);
    found.push({ change, link: alignment.linkOf[side][clause] ?? 0 });
  };
  let [i, j] = [0, 0];
  let isRepaginated = false;
  for (const { added, removed, count } of parts) {
    for (let k = 0; k < count; k++) {
      const [a, b] = [older.setAside[i + k] as SetAside, newer.setAside[j + k] as SetAside];
      if (removed) tell('old', a, a.text, '', 'differs');
      else if (added) tell('new', b, '', b.text, 'differs');
      else if (!(isRepaginated && b.kind === 'furniture') && isDisplaced(a, b)) {
        tell('new', b, a.text, b.text, 'stands elsewhere');
        // With one page break all that follow may have gone elsewhere.
        isRepaginated ||= b.kind === 'furniture';
      }
    }
    if (!added) i += count;
    if (!removed) j += count;
  }
  return found;
}

interface Part {
  readonly added: boolean;
  readonly removed: boolean;
  readonly count: number;
}

/** Of two ways that are equally short the one that the swapped lists give as well: always worked out in one direction. */
function alignSetAside(old: readonly string[], now: readonly string[]): Part[] {
  const isSwapped = now.join('\n') < old.join('\n');
  const [a, b] = isSwapped ? [now, old] : [old, now];
  const parts = diffArrays([...a], [...b], { maxEditLength: MAX_EDITS }) ?? [
    { removed: true, added: false, count: a.length },
    { removed: false, added: true, count: b.length },
  ];
  return isSwapped
    ? parts.map(({ added, removed, count }) => ({ added: removed, removed: added, count }))
    : parts;
}

/** Index of the last clause that begins before a text, or -1; clauses stand in the order of the source. */
function clauseBefore({ clauses }: Draft, { start }: SetAside): number {
  let [low, high] = [0, clauses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((clauses[middle]?.spans[0]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Tells whether a text that both drafts have set aside stands elsewhere: after more or fewer of the clauses that kept
 * their place, or at another place inside a clause that stayed as it was.
 */
function displacement(
  older: Draft,
  newer: Draft,
  { links }: Alignment,
): (a: SetAside, b: SetAside) => boolean {
  const kept = keptInPlace({ old: older, new: newer }, links);
  const keptUpTo = { old: countUpTo(older, kept.old), new: countUpTo(newer, kept.new) };
  return (a, b) => {
    const [i, j] = [clauseBefore(older, a), clauseBefore(newer, b)];
    if (keptUpTo.old(i) !== keptUpTo.new(j)) return true;
    const [was, is] = [printed(older, i, a), printed(newer, j, b)];
    return was.all === is.all && was.before !== is.before;
  };
}

/** Counts those of some clauses that stand up to a clause, itself included. */
function countUpTo({ clauses }: Draft, some: ReadonlySet<number>): (clause: number) => number {
  let count = 0;
  const counts = clauses.map(({ index }) => (some.has(index) ? ++count : count));
  return (clause) => counts[clause] ?? 0;
}

/** What a clause shows in all, and before a text that is set aside. */
function printed({ source, clauses }: Draft, clause: number, { start }: SetAside) {
  const show = (limit: number): string =>
    (clauses[clause]?.spans ?? [])
      .map((span) => source.slice(span.start, Math.max(span.start, Math.min(span.endExclusive, limit))))
      .join('')
      .replace(/\s/g, '');
  return { all: show(source.length), before: show(start) };
}
