import type { Comparison, LinkedClause, Thread } from './comparison.ts';

/**
 * Follows every clause through a chain.
 *
 *     draft 1    draft 2    draft 3
 *     1 ──────── 2 ──────── 2        one thread, renumbered
 *     2 ───┬──── 3 ──────── 3        split: both parts stay with it
 *          └──── 4
 *                5 ──────── 1        came in draft 2, moved in draft 3
 *
 * Clauses that any link joins are one thread (the connected components of the links). Threads stand in the order of the
 * last draft; one that ended earlier stands behind the clause that it followed in the last draft that had it.
 */
export function readThreads(steps: readonly Comparison[]): Thread[] {
  const drafts = steps.length + 1;
  const threadOf = Array.from({ length: drafts }, () => new Map<number, OpenThread>());
  steps.forEach(({ links }, step) => {
    for (const { old, new: newer } of links) {
      const [older, later] = [threadOf[step]!, threadOf[step + 1]!];
      const known = new Set(old.flatMap(({ index }) => older.get(index) ?? []));
      const thread = joined([...known], drafts, threadOf);
      if (step === 0) add(thread, 0, old, older);
      add(thread, step + 1, newer, later);
    }
  });
  return ordered(threadOf).map(({ clauses }, i) => ({
    id: `T${i + 1}`,
    clauses: clauses.map((cell) => cell.sort((a, b) => a.index - b.index)),
  }));
}

interface OpenThread {
  readonly clauses: LinkedClause[][];
}

type ThreadOf = readonly Map<number, OpenThread>[];

/** The one thread that several became, or a new one. */
function joined([first, ...others]: readonly OpenThread[], drafts: number, threadOf: ThreadOf): OpenThread {
  const thread = first ?? { clauses: Array.from({ length: drafts }, () => []) };
  for (const { clauses } of others) {
    clauses.forEach((cell, draft) => {
      add(thread, draft, cell, threadOf[draft]!);
    });
  }
  return thread;
}

function add(
  thread: OpenThread,
  draft: number,
  added: readonly LinkedClause[],
  threadOf: Map<number, OpenThread>,
): void {
  for (const clause of added) {
    thread.clauses[draft]!.push(clause);
    threadOf.set(clause.index, thread);
  }
}

/** Later drafts first: a thread that is not there yet comes behind the one that stands before it in its draft. */
function ordered(threadOf: ThreadOf): OpenThread[] {
  const next = new Map<OpenThread | undefined, OpenThread | undefined>();
  for (const clauses of [...threadOf].reverse()) {
    let before: OpenThread | undefined;
    for (const index of [...clauses.keys()].sort((a, b) => a - b)) {
      const thread = clauses.get(index) as OpenThread;
      if (!next.has(thread)) {
        next.set(thread, next.get(before));
        next.set(before, thread);
      }
      before = thread;
    }
  }
  const order: OpenThread[] = [];
  for (let thread = next.get(undefined); thread; thread = next.get(thread)) order.push(thread);
  return order;
}
