import { carryUnits } from './carry-units.ts';
import type { Link, LinkedClause } from './comparison.ts';
import { type Lineage, type LineageStep, stepsTo } from './lineage.ts';

/** A run of words of a clause and the draft that brought it. */
interface Phrase {
  readonly text: string;
  /** Position in the lineage, from 0. */
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

/** What one draft carried on of a clause: for each UTF-16 unit the draft that brought it, or undefined. */
interface Traced {
  readonly draft: number;
  readonly units: readonly (number | undefined)[];
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
 * dropped and came back are of the draft that brought them back. Where branches were merged, words are of the branch
 * that has them; of those that both have, the branch that is nearest to the clause answers.
 */
export function readOrigins(lineage: Lineage): ClauseOrigin[] {
  const traced: ReadonlyMap<number, Traced>[] = [];
  stepsTo(lineage).forEach((steps, draft) => {
    const carried = steps.map((step) => carriedBy(step, traced[step.from]!));
    traced.push(
      new Map(
        lineage.drafts[draft]!.map((clause): [number, Traced] => [
          clause.index,
          joined(
            carried.flatMap((clauses) => clauses.get(clause.index) ?? []),
            clause.text,
            draft,
          ),
        ]),
      ),
    );
  });
  return (lineage.drafts.at(-1) ?? []).map((clause) => {
    const { draft, units } = traced.at(-1)!.get(clause.index)!;
    return { clause, draft, phrases: phrasesOf(clause.text, units) };
  });
}

/** What a clause has of each earlier draft, put together: the one that gives most of its words comes first. */
function joined(sources: readonly Traced[], text: string, now: number): Traced {
  const shareOf = ({ units }: Traced): number => units.filter((draft) => draft !== undefined).length;
  const nearestFirst = [...sources].sort((a, b) => shareOf(b) - shareOf(a));
  const units = Array.from(
    { length: text.length },
    (_, i) => nearestFirst.find((source) => source.units[i] !== undefined)?.units[i] ?? now,
  );
  return { draft: nearestFirst.reduce((first, { draft }) => Math.min(first, draft), now), units };
}

/** What a step carries into each clause. */
function carriedBy(
  { comparison, copied }: LineageStep,
  before: ReadonlyMap<number, Traced>,
): Map<number, Traced> {
  const clauses = comparison.links.flatMap((link) => follow(link, before));
  return new Map(copied ? clauses.filter(([, { units }]) => isPassage(units)) : clauses);
}

/** UTF-16 units of a clause that is no chance find in another text; `git blame -C` asks for 40 letters and digits. */
const MIN_PASSAGE = 48;

/** Of another text only whole clauses are taken. */
const isPassage = (units: Traced['units']): boolean =>
  units.length >= MIN_PASSAGE && units.every((draft) => draft !== undefined);

function follow(link: Link, traced: ReadonlyMap<number, Traced>): [number, Traced][] {
  if (link.old.length === 0) return [];
  const drafts = link.old.map(({ index }) => traced.get(index)!.draft);
  const draft = drafts.reduce((first, one) => Math.min(first, one));
  return carryUnits(link, (clause) => traced.get(clause)!.units).map(([index, units]) => [
    index,
    { draft, units },
  ]);
}

/** Blanks between two phrases belong to the first. */
function phrasesOf(text: string, units: Traced['units']): Phrase[] {
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
