import type { Chain, LinkedClause, Thread } from '../compare/comparison.ts';

/** All drafts of a chain beside each other: a column each, a row for each clause and what became of it. */
export interface Synopsis {
  readonly columns: readonly string[];
  readonly rows: readonly SynopsisRow[];
}

/** For each draft what stands there; empty where the clause did not exist. */
type SynopsisRow = readonly SynopsisCell[];

export interface SynopsisCell {
  readonly clauses: readonly LinkedClause[];
  /** Unlike the draft before, or new there. */
  readonly changed: boolean;
  /** The clause stands elsewhere in the next draft that has it: here it is only named, with its new place. */
  readonly movedTo?: string;
  /** Where it stood in the draft before, if it moved. */
  readonly movedFrom?: string;
}

const EMPTY: SynopsisCell = { clauses: [], changed: false };

/**
 * The synopsis of a chain, as in the tables of several columns that negotiators read.
 *
 *     draft 1                 draft 2                draft 3
 *     2. It welcomes …        3. It takes note of …  3. It takes note of …
 *     5. → I/3 in draft 2
 */
export function synopsisOf({ drafts, steps, threads }: Chain): Synopsis {
  const threadAt = drafts.map(
    (_, draft) =>
      new Map(threads.flatMap((thread) => thread.clauses[draft]!.map(({ index }) => [index, thread]))),
  );
  const moved = movesOf(steps);
  const pointers = new Map<Thread | undefined, SynopsisRow[]>();
  moved.forEach((indexes, draft) => {
    const before = [...threadAt[draft]!.keys()].sort((a, b) => a - b);
    for (const [index, to] of indexes) {
      const previous = before.findLast((other) => other < index && !indexes.has(other));
      const thread = previous === undefined ? undefined : threadAt[draft]!.get(previous);
      const cell = threadAt[draft]!.get(index)?.clauses[draft] ?? [];
      const clause = cell.find((one) => one.index === index);
      if (!clause) continue;
      const row = drafts.map((_, at) =>
        at === draft ? { clauses: [clause], changed: false, movedTo: to } : EMPTY,
      );
      pointers.set(thread, [...(pointers.get(thread) ?? []), row]);
    }
  });
  return {
    columns: drafts.map(({ name }) => name),
    rows: [
      ...(pointers.get(undefined) ?? []),
      ...threads.flatMap((thread) => [rowOf(thread, moved), ...(pointers.get(thread) ?? [])]),
    ],
  };
}

/** For each draft but the last the clauses that stand elsewhere in the next, with their new place. */
function movesOf(steps: Chain['steps']): ReadonlyMap<number, string>[] {
  return steps.map(
    ({ links }) =>
      new Map(
        links
          .filter(({ moved, new: newer }) => moved && newer.length > 0)
          .flatMap(({ old, new: newer }) => old.map(({ index }) => [index, newer[0]!.path] as const)),
      ),
  );
}

function rowOf({ clauses }: Thread, moved: readonly ReadonlyMap<number, string>[]): SynopsisRow {
  return clauses.map((cell, draft) => {
    const before = clauses[draft - 1] ?? [];
    const from = before.find(({ index }) => moved[draft - 1]?.has(index));
    return {
      clauses: cell,
      changed: draft > 0 && cell.length > 0 && textOf(cell) !== textOf(before),
      ...(from && cell.length > 0 ? { movedFrom: from.path } : {}),
    };
  });
}

/** A change of number alone is none of the wording. */
const textOf = (cell: readonly LinkedClause[]): string => cell.map(({ text }) => text).join('\n');

/** `4. The European Council …`, one line for each clause. */
export const cellLines = ({ clauses }: SynopsisCell): string[] =>
  clauses.map(({ label, text }) => (label === '' ? text : `${label} ${text}`));
