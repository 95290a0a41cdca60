import type { Lexicon } from '../wording/lexicon.ts';
import { readWords } from '../wording/words.ts';
import type { Chain, LinkedClause, Thread } from './comparison.ts';

/** What became of a phrase in one clause, from one draft to the next. */
export interface TraceEvent {
  readonly what: 'appears' | 'disappears' | 'returns';
  /** The draft with which it happened, from 0. */
  readonly draft: number;
  /** Where: in that draft, or in the one before for what disappears. */
  readonly path: string;
  readonly lines: readonly [first: number, last: number];
  /** What stands in its place; for what appears, what stood there before. Empty if the clause came or went, or nothing did. */
  readonly instead: string;
  /** The clause's text around it. */
  readonly excerpt: string;
}

export interface Trace {
  readonly phrase: string;
  /** For each draft how often the phrase stands in it. */
  readonly counts: readonly number[];
  readonly events: readonly TraceEvent[];
}

/** Text quoted on each side, in UTF-16 units. */
const CONTEXT = 40;

/**
 * Follows a phrase through a chain. It is matched word by word, whatever its case, its line breaks and the spelling.
 *
 * @param forms with other forms of its words: those of the lexicon's entry, and singular and plural
 */
export function tracePhrase(chain: Chain, phrase: string, lexicon: Lexicon, forms: boolean): Trace {
  const wanted = formsOf(phrase, lexicon, forms);
  const find = (clauses: readonly LinkedClause[]): Found[] =>
    clauses.flatMap((clause) => occurrences(clause, wanted, forms));
  const events = chain.threads.flatMap((thread) => eventsOf(thread, chain, find));
  return {
    phrase,
    counts: chain.drafts.map((_, draft) =>
      chain.threads.reduce((sum, { clauses }) => sum + find(clauses[draft] ?? []).length, 0),
    ),
    events: events.sort((a, b) => a.draft - b.draft || a.lines[0] - b.lines[0]),
  };
}

interface Found {
  readonly clause: LinkedClause;
  readonly start: number;
  readonly endExclusive: number;
}

function formsOf(phrase: string, lexicon: Lexicon, forms: boolean): string[][] {
  const own = keysOf(phrase, forms);
  if (!forms) return [own];
  const { actors, verbs, modals, hedges, scope, times } = lexicon.data;
  const entry = [actors, verbs, modals, hedges, scope, times]
    .flat()
    .find((one) => one.forms.some((form) => keysOf(form, true).join(' ') === own.join(' ')));
  return [own, ...(entry?.forms ?? []).map((form) => keysOf(form, true))];
}

const keysOf = (text: string, forms: boolean): string[] =>
  readWords(text).keys.map((key) => keyOf(key, forms));

/** Singular and plural fall together where other forms are wanted too. */
const keyOf = (key: string, forms: boolean): string => {
  const lower = key.toLowerCase();
  return forms ? lower.replace(/(?<=\p{L}{3})(?:ies|y)$/u, 'y').replace(/(?<=\p{L}{3})(?<!s)s$/u, '') : lower;
};

function occurrences(clause: LinkedClause, wanted: readonly (readonly string[])[], forms: boolean): Found[] {
  const { keys, tokens } = readWords(clause.text);
  const folded = keys.map((key) => keyOf(key, forms));
  const found: Found[] = [];
  for (let at = 0; at < folded.length; at++) {
    const fits = wanted
      .filter((form) => form.length > 0 && form.every((key, i) => folded[at + i] === key))
      .sort((a, b) => b.length - a.length)[0];
    if (!fits) continue;
    const end = at + fits.length - 1;
    found.push({ clause, start: tokens[at]!.start, endExclusive: tokens[end]!.endExclusive });
    at = end;
  }
  return found;
}

function eventsOf(
  { clauses }: Thread,
  { steps }: Chain,
  find: (clauses: readonly LinkedClause[]) => Found[],
): TraceEvent[] {
  const events: TraceEvent[] = [];
  let isKnown = false;
  clauses.forEach((cell, draft) => {
    const [before, now] = [find(clauses[draft - 1] ?? []), find(cell)];
    if (draft === 0 ? now.length > 0 : now.length > before.length) {
      const [first] = draft === 0 ? now : fresh(now, before);
      events.push(event(isKnown ? 'returns' : 'appears', draft, first ?? now[0]!, steps[draft - 1], 'new'));
      isKnown = true;
    }
    if (draft > 0 && now.length < before.length) {
      const [gone] = fresh(before, now);
      events.push(event('disappears', draft, gone ?? before[0]!, steps[draft - 1], 'old'));
    }
  });
  return events;
}

/** Those whose surroundings have no counterpart on the other side. */
function fresh(here: readonly Found[], there: readonly Found[]): Found[] {
  const around = ({ clause, start, endExclusive }: Found): string =>
    clause.text.slice(Math.max(0, start - CONTEXT / 2), endExclusive + CONTEXT / 2);
  const known = new Set(there.map(around));
  return here.filter((found) => !known.has(around(found)));
}

function event(
  what: TraceEvent['what'],
  draft: number,
  { clause, start, endExclusive }: Found,
  step: Chain['steps'][number] | undefined,
  side: 'old' | 'new',
): TraceEvent {
  const { path, lines, text } = clause;
  const [from, to] = [Math.max(0, start - CONTEXT), Math.min(text.length, endExclusive + CONTEXT)];
  const excerpt = `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  return { what, draft, path, lines, instead: insteadOf(clause, start, endExclusive, step, side), excerpt };
}

/** The other side of the edits that touch the phrase. */
function insteadOf(
  clause: LinkedClause,
  start: number,
  endExclusive: number,
  step: Chain['steps'][number] | undefined,
  side: 'old' | 'new',
): string {
  const link = step?.links.find((one) => one[side].some(({ index }) => index === clause.index));
  if (!link || link.old.length === 0 || link.new.length === 0) return '';
  const before = link[side].filter(({ index }) => index < clause.index);
  let at = -before.reduce((sum, { text }) => sum + text.length + 1, 0);
  const other = side === 'old' ? 'new' : 'old';
  const parts: string[] = [];
  for (const edit of link.edits) {
    const end = at + edit[side].length;
    if (edit.op !== 'equal' && at < endExclusive && (end > start || (end === at && at > start)))
      parts.push(edit[other]);
    at = end;
  }
  return parts.join(' … ').trim();
}
