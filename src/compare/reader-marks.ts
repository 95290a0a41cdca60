import { createHash } from 'node:crypto';
import type { Change } from '../wording/change.ts';
import type { Link } from './comparison.ts';
import { hasSubstance } from './substance.ts';

/** What a reader said of one change. */
export interface ReaderMark {
  readonly seen: boolean;
  readonly star: boolean;
  /** A short note; empty if there is none. */
  readonly note: string;
}

/** By the keys of `unitsOf`. */
export type ReaderMarks = ReadonlyMap<string, ReaderMark>;

export const NO_MARK: ReaderMark = { seen: false, star: false, note: '' };

/** What a reader marks: one change of a clause, or the clause where nothing about it is a change of wording. */
export interface Unit {
  /**
   * Made of the wording alone, so that a mark survives renamed files, renumbered clauses and changes elsewhere: the
   * same change of the same clause has the same key wherever it stands.
   */
  readonly key: string;
  readonly change: Change | undefined;
}

const known = new WeakMap<Link, readonly Unit[]>();

/** What can be marked of a link, one at least: its changes in their order, otherwise the link itself. */
export function unitsOf(link: Link): readonly Unit[] {
  const before = known.get(link);
  if (before) return before;
  const texts = [link.old, link.new].map((clauses) => clauses.map(({ text }) => text));
  const counts = new Map<string, number>();
  const digest = digester(texts);
  const keyOf = (...parts: readonly string[]): string => {
    const key = digest(parts);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? key : `${key}.${count}`;
  };
  const units =
    link.changes.length > 0
      ? link.changes.map((change) => ({ key: keyOf(change.class, change.old, change.new), change }))
      : [{ key: keyOf(), change: undefined }];
  known.set(link, units);
  return units;
}

/** What a reader has to see of a link: its substantive changes, or the link if it moved, came or went without any. */
export function unitsToSee(link: Link): readonly Unit[] {
  if (!hasSubstance(link)) return [];
  const substantive = unitsOf(link).filter(({ change }) => change?.substantive);
  return substantive.length > 0 ? substantive : unitsOf(link).slice(0, 1);
}

/** Hexadecimal digits of a key: 64 bits, so that two changes of a reader's lifetime do not meet. */
const KEY_LENGTH = 16;

/** Digests of a list that begins with `head`, which is read once. */
function digester(head: readonly unknown[]): (parts: readonly string[]) => string {
  const begun = createHash('sha256').update(JSON.stringify(head).slice(0, -1));
  return (parts) => {
    const rest = parts.map((part) => `,${JSON.stringify(part)}`).join('');
    return begun.copy().update(`${rest}]`).digest('hex').slice(0, KEY_LENGTH);
  };
}
