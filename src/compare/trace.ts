import type { Lexicon } from '../wording/lexicon.ts';
import { readWords } from '../wording/words.ts';
import type { Link, LinkedClause } from './comparison.ts';
import { type Lineage, type LineageStep, stepsTo } from './lineage.ts';
import { lineageThreads } from './lineage-threads.ts';

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
 * Follows a phrase through successive drafts. It is matched word by word, whatever its case, its line breaks and the
 * spelling. A draft that was merged of several is told only where it has the phrase more often, or less often, than all
 * of them.
 *
 * @param forms with other forms of its words: those of the lexicon's entry, and singular and plural
 */
export function tracePhrase(lineage: Lineage, phrase: string, lexicon: Lexicon, forms: boolean): Trace {
  const wanted = formsOf(phrase, lexicon, forms);
  const find = (clauses: readonly LinkedClause[]): Found[] =>
    clauses.flatMap((clause) => occurrences(clause, wanted, forms));
  const threadOf = lineageThreads(lineage);
  const known = new Set<number>();
  const events = stepsTo(lineage).flatMap((steps, draft) => {
    const now = byThread(find(lineage.drafts[draft]!), (found) => threadOf(draft, found.clause.index));
    const before = steps.map((step) => {
      const found = find(lineage.drafts[step.from]!);
      return { step, found: byThread(found, ({ clause }) => threadOf(step.from, clause.index)) };
    });
    const threads = new Set([...now.keys(), ...before.flatMap(({ found }) => [...found.keys()])]);
    return [...threads].flatMap((thread) => {
      const sides = before.map(({ step, found }) => ({ step, found: found.get(thread) ?? [] }));
      const told = eventIn(now.get(thread) ?? [], sides, draft, known.has(thread));
      if (now.has(thread)) known.add(thread);
      return told ?? [];
    });
  });
  return {
    phrase,
    counts: lineage.drafts.map((clauses) => find(clauses).length),
    events: events.sort((a, b) => a.draft - b.draft || a.lines[0] - b.lines[0]),
  };
}

function byThread(found: readonly Found[], threadOf: (found: Found) => number): Map<number, Found[]> {
  const groups = new Map<number, Found[]>();
  for (const one of found) {
    const thread = threadOf(one);
    groups.set(thread, [...(groups.get(thread) ?? []), one]);
  }
  return groups;
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

/** Where a phrase stood in one thread, in a draft that this one was made from. */
interface Side {
  readonly step: LineageStep;
  readonly found: readonly Found[];
}

function eventIn(
  now: readonly Found[],
  sides: readonly Side[],
  draft: number,
  isKnown: boolean,
): TraceEvent | undefined {
  const counts = sides.map(({ found }) => found.length);
  const [nearest] = sides;
  if (now.length > 0 && counts.every((count) => now.length > count)) {
    const what = isKnown ? 'returns' : 'appears';
    const [first = now[0]!] = nearest ? fresh(now, nearest.found) : now;
    return event(what, draft, first, nearest?.step.comparison.links, 'new');
  }
  if (nearest && counts.every((count) => now.length < count)) {
    const [gone = nearest.found[0]!] = fresh(nearest.found, now);
    return event('disappears', draft, gone, nearest.step.comparison.links, 'old');
  }
  return undefined;
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
  links: readonly Link[] | undefined,
  side: 'old' | 'new',
): TraceEvent {
  const { path, lines, text } = clause;
  const [from, to] = [Math.max(0, start - CONTEXT), Math.min(text.length, endExclusive + CONTEXT)];
  const excerpt = `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  return { what, draft, path, lines, instead: insteadOf(clause, start, endExclusive, links, side), excerpt };
}

/** The other side of the edits that touch the phrase. */
function insteadOf(
  clause: LinkedClause,
  start: number,
  endExclusive: number,
  links: readonly Link[] = [],
  side: 'old' | 'new',
): string {
  const link = links.find((one) => one[side].some(({ index }) => index === clause.index));
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
