import { clauseWords } from '../draft/clause-words.ts';
import type { Comparison, DroppedWording, Link, LinkedClause, Thread } from './comparison.ts';

/**
 * The wordings that a chain dropped, and when each came back.
 *
 *     draft 1   The Union will provide security guarantees by June.
 *     draft 2   The Union will provide support by June.           "security guarantees" dropped
 *     draft 3   The Union will provide security guarantees.       back; "by June" dropped, for good
 *
 * A wording is one that a substantive change took away, or the text of a clause that was deleted. The former is back
 * once its clause has it again, the latter once any clause has its words.
 */
export function readDropped(steps: readonly Comparison[], threads: readonly Thread[]): DroppedWording[] {
  const drafts = steps.length + 1;
  const clausesOf = Array.from({ length: drafts }, (_, draft) =>
    threads.flatMap(({ clauses }) => clauses[draft] ?? []),
  );
  const threadOf = steps.map((_, step) => threadsByClause(threads, step));
  return steps.flatMap(({ links }, step) =>
    links.flatMap((link): DroppedWording[] => {
      const [first] = link.old;
      const thread = first && threadOf[step]?.get(first.index);
      if (!first || !thread) return [];
      const isIn = (text: string, draft: number): boolean =>
        holds((link.kind === 'deleted' ? clausesOf : thread.clauses)[draft] ?? [], text);
      return dropsOf(link).flatMap(({ text, rank }) => {
        if (isIn(text, step + 1)) return [];
        const back = range(step + 2, drafts).find((draft) => isIn(text, draft));
        return [{ text, rank, thread: thread.id, path: first.path, draft: step, returnedIn: back ?? null }];
      });
    }),
  );
}

/** Numbers and places, and brackets around a text that stays, are no wording that could be missed. */
const NO_WORDING = /^(?:bracket|reference|scope:section|scope:number-)/;

/** What a link takes away, each wording once. */
function dropsOf({ kind, old, changes }: Link): { text: string; rank: number }[] {
  const rank = changes.reduce((most, change) => Math.max(most, change.rank), 0);
  if (kind === 'deleted') return old.filter(({ text }) => text !== '').map(({ text }) => ({ text, rank }));
  const found = new Map<string, number>();
  for (const change of changes) {
    if (change.substantive && change.old !== '' && !NO_WORDING.test(change.rule))
      found.set(change.old, Math.max(found.get(change.old) ?? 0, change.rank));
  }
  return [...found].map(([text, own]) => ({ text, rank: own }));
}

/** Whether clauses have a wording, word by word, whatever its case and its spelling. */
function holds(clauses: readonly LinkedClause[], wording: string): boolean {
  const wanted = ` ${clauseWords(wording).canonical.toLowerCase()} `;
  return clauses.some(({ text }) => ` ${clauseWords(text).canonical.toLowerCase()} `.includes(wanted));
}

const threadsByClause = (threads: readonly Thread[], draft: number): Map<number, Thread> =>
  new Map(
    threads.flatMap((thread) =>
      (thread.clauses[draft] ?? []).map(({ index }): [number, Thread] => [index, thread]),
    ),
  );

const range = (from: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - from) }, (_, i) => from + i);
