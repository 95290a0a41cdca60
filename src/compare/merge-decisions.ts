import type { Draft } from '../draft/draft.ts';
import { carryUnits } from './carry-units.ts';
import { summarise } from './compare.ts';
import type { Comparison, Link, LinkedClause } from './comparison.ts';
import { type ComparisonOutline, outlineLink } from './outline.ts';

/** Drafts that were merged: what all came from, each side, and what the merge made of them. */
export interface DraftMerge {
  /** Undefined where the sides have no draft in common. */
  readonly base: Draft | undefined;
  /** Two at least. */
  readonly sides: readonly Draft[];
  readonly result: Draft;
}

/**
 * What a merge itself decided, beside what its sides brought:
 *
 *     base     1. The Council welcomes the plan.        2. Aid of EUR 30 million is given.
 *     ours     1. The Council welcomes the new plan.    2. Aid of EUR 40 million is given.
 *     theirs   1. The Council notes the plan.           2. Aid of EUR 20 million is given.
 *     merge    1. The Council notes the new plan.       2. Aid of EUR 35 million is given.
 *
 *     ugly     the merge against ours: welcomes → notes, 40 → 35. The first of them is theirs.
 *     wanted   40 → 35
 *
 * An edit from a side to the result is that of another side if that one has all its new words and dropped all its old
 * ones; otherwise the merge decided it: it wrote what no side has, dropped what two sides have, or took one side's
 * wording where both had changed the same words. New numbers and moves are not told: merging makes them.
 *
 * @returns undefined if the merge decided nothing
 */
export function mergeDecisions(
  { base, sides, result }: DraftMerge,
  compare: (older: Draft, newer: Draft) => Comparison,
): ComparisonOutline | undefined {
  const read = sides.map((side) => readSide(base && compare(base, side), compare(side, result)));
  const told = chooseLinks(read);
  if (!told.some(({ isDecided }) => isDecided)) return undefined;
  const links = told.map(({ link, isDecided }, i): Link => {
    const unmoved = { ...link, id: `L${i + 1}`, moved: false, renumbered: false };
    return isDecided ? unmoved : { ...unmoved, kind: 'same', changes: [] };
  });
  return {
    summary: summarise(links, [...new Set([...sides, result].flatMap(({ limits }) => limits))]),
    links: links.map(outlineLink),
    clauses: result.clauses.length,
  };
}

/** A unit of a clause of the base. */
interface Place {
  readonly clause: number;
  readonly at: number;
}

interface Side {
  /** To the result. */
  readonly links: readonly Link[];
  /** Where a unit of the side stood in the base. */
  inBase(unit: Place): Place | undefined;
  /** Whether the side still has a unit of the base. */
  keeps(unit: Place): boolean;
  /** Whether the result has a unit from the side. */
  gave(unit: Place): boolean;
}

function readSide(fromBase: Comparison | undefined, { links }: Comparison): Side {
  const inBase = carriedPlaces(fromBase?.links ?? []);
  const given = carriedPlaces(links);
  const kept = new Set(
    [...inBase.values()].flatMap((units) => units.flatMap((unit) => (unit ? keyOf(unit) : []))),
  );
  return {
    links,
    inBase: ({ clause, at }) => inBase.get(clause)?.[at],
    keeps: (unit) => kept.has(keyOf(unit)),
    gave: ({ clause, at }) => given.get(clause)?.[at] !== undefined,
  };
}

/** Where each unit of the new clauses stood in the old ones. */
const carriedPlaces = (links: readonly Link[]): Map<number, (Place | undefined)[]> =>
  new Map(
    links.flatMap((link) => {
      const lengths = new Map(link.old.map(({ index, text }) => [index, text.length]));
      return carryUnits(link, (clause) => unitsOf(clause, lengths.get(clause)!));
    }),
  );

const unitsOf = (clause: number, length: number): Place[] =>
  Array.from({ length }, (_, at) => ({ clause, at }));

const keyOf = ({ clause, at }: Place): string => `${clause}:${at}`;

interface ChosenLink {
  readonly link: Link;
  readonly isDecided: boolean;
}

/** For each clause of the result the link that says most of it, and the clauses that the merge dropped. */
function chooseLinks(sides: readonly Side[]): ChosenLink[] {
  const choices = sides.flatMap((side) => {
    const others = sides.filter((other) => other !== side);
    return side.links.map((link) => ({
      link,
      isDecided: link.edits.some(({ op }) => op !== 'equal') && isDecided(link, side, others),
      kept: link.edits.reduce((sum, { op, new: is }) => sum + (op === 'equal' ? is.length : 0), 0),
    }));
  });
  const best = choices.toSorted((a, b) => Number(b.isDecided) - Number(a.isDecided) || b.kept - a.kept);
  const taken = new Set<number>();
  const chosen = best.filter(({ link: { new: newer } }) => {
    if (newer.length === 0 || newer.some(({ index }) => taken.has(index))) return false;
    for (const { index } of newer) taken.add(index);
    return true;
  });
  chosen.sort((a, b) => a.link.new[0]!.index - b.link.new[0]!.index);
  const dropped = new Map(
    best
      .filter(({ link, isDecided }) => link.new.length === 0 && isDecided)
      .map((choice) => [textOf(choice.link.old), choice]),
  );
  return [...chosen, ...dropped.values()];
}

const textOf = (clauses: readonly LinkedClause[]): string => clauses.map(({ text }) => text).join('\n');

/** Whether an edit of the link is explained by no other side. */
function isDecided({ old, new: newer, edits }: Link, side: Side, others: readonly Side[]): boolean {
  const [oldUnits, newUnits] = [placesIn(old), placesIn(newer)];
  let [oldAt, newAt] = [0, 0];
  for (const { op, old: was, new: is } of edits) {
    const dropped = wordUnits(was, oldUnits, oldAt);
    const written = wordUnits(is, newUnits, newAt);
    oldAt += was.length;
    newAt += is.length;
    if (op === 'equal') continue;
    const isTheirs = others.some(
      (other) =>
        written.every((unit) => other.gave(unit)) &&
        dropped.every((unit) => {
          const place = side.inBase(unit);
          return place !== undefined && !other.keeps(place);
        }),
    );
    if (!isTheirs) return true;
  }
  return false;
}

/** The units of clauses that are joined with one line feed. */
const placesIn = (clauses: readonly LinkedClause[]): (Place | undefined)[] =>
  clauses.flatMap(({ index, text }, i) => [...(i > 0 ? [undefined] : []), ...unitsOf(index, text.length)]);

/** The units of a text that are no blanks. */
const wordUnits = (text: string, units: readonly (Place | undefined)[], from: number): Place[] =>
  Array.from({ length: text.length }, (_, i) => i).flatMap((i) =>
    /\S/.test(text[i]!) ? (units[from + i] ?? []) : [],
  );
