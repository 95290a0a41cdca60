import type { Clause, Draft } from '../draft/draft.ts';
import { recall } from '../draft/recall.ts';
import { type Change, neutralChange, substantiveChange } from '../wording/change.ts';
import type { Citation } from '../wording/citations.ts';
import type { Lexicon } from '../wording/lexicon.ts';
import { findValues } from '../wording/values.ts';
import { readWords, textOf } from '../wording/words.ts';
import { type Alignment, heirsOf } from './alignment.ts';
import type { ReferenceCheck } from './comparison.ts';

/** A reference that was checked, with the clause of the new draft it stands in. */
export interface CheckedReference extends Omit<ReferenceCheck, 'link'> {
  readonly clause: number;
  readonly change: Change;
}

/**
 * Checks references inside the text against what became of the clauses they point to. One is stale if it does not lead to
 * the same clause in both drafts, whichever of them is the older one.
 *
 *     1. …            1. New.           "paragraph 1" still written: stale, it points to another clause now
 *     2. See 1.       2. …              "paragraph 2" written:       corrected
 *                     3. See 1.         two clauses with the label:  not told
 */
export function checkReferences(
  older: Draft,
  newer: Draft,
  alignment: Alignment,
  lexicon: Lexicon,
): CheckedReference[] {
  const citationsIn = citationReader(lexicon);
  const labels = { old: labelled(older), new: labelled(newer) };
  const numbers = new Set([...labels.old.keys(), ...labels.new.keys()]);
  const shifted = [...numbers].filter((key) => !isSameClause(labels.old.get(key), labels.new.get(key)));
  const mayBeStale = namesOneOf(shifted.map((key) => key.replace(/^.*\s/, '')));
  const found: CheckedReference[] = [];
  for (const link of alignment.links) {
    const [a, b] = [link.old[0], link.new[0]];
    if (link.kind !== 'paired' || a === undefined || b === undefined) continue;
    const [before, after] = [older.clauses[a] as Clause, newer.clauses[b] as Clause];
    // What still reads the same points where it did, unless the number means another clause now.
    if (before.text === after.text && !mayBeStale(after.text)) continue;
    const now = citationsIn(after.text);
    if (now.length === 0) continue;
    const cited = { old: citationsIn(before.text), new: now };
    cited.new.forEach((citation, i) => {
      const checked = check(citation, cited.old[i], cited.old.length === cited.new.length);
      if (checked) found.push({ clause: b, ...checked });
    });
  }
  return found;

  function check(
    { to, targets, text }: Cited,
    was: Cited | undefined,
    inStep: boolean,
  ): Omit<CheckedReference, 'clause'> | undefined {
    if (!inStep || !was || was.to !== to || targets.length !== 1 || was.targets.length !== 1)
      return undefined;
    const before = labels.old.get(keyOf(to, was.targets[0] as string));
    const after = labels.new.get(keyOf(to, targets[0] as string));
    if (before === undefined && after === undefined) return undefined;
    // Of two clauses with one number nobody knows which is meant.
    if (before === AMBIGUOUS || after === AMBIGUOUS) return undefined;
    const meant = before === undefined ? undefined : (older.clauses[before] as Clause);
    const heir = before === undefined ? after : heirsOf(alignment, before)[0];
    const now = heir === undefined ? undefined : (newer.clauses[heir] as Clause);
    const common = { text, was: meant?.path ?? '', now: now?.path ?? '' };
    if (isSameClause(before, after)) {
      if (was.targets[0] === targets[0]) return undefined;
      const note = 'the reference follows the renumbering';
      return {
        ...common,
        stale: false,
        change: neutralChange('reference', 'corrected', was.text, text, note),
      };
    }
    const wording = { old: was.text, new: text };
    const change = substantiveChange('reference', 'changed', 'stale', wording, staleNote(common));
    return { ...common, stale: true, change };
  }

  /** Whether two clauses are one that was kept, or parts of one that was split or merged. */
  function isSameClause(before: number | undefined, after: number | undefined): boolean {
    if (before === undefined || after === undefined) return false;
    return alignment.linkOf.old[before] === alignment.linkOf.new[after];
  }
}

function staleNote({ was, now }: { readonly was: string; readonly now: string }): string {
  if (was === '') return `it led nowhere before, and leads to ${now} now`;
  return now === '' ? `what was ${was} is no longer there` : `what was ${was} is ${now} now`;
}

/** Most numbers that a text is searched for; where more have changed, all references are read. */
const MAX_NUMBERS = 50;

/** Whether a text may name one of some numbers; true where these are not written in figures. */
function namesOneOf(numbers: readonly string[]): (text: string) => boolean {
  if (numbers.length > MAX_NUMBERS || !numbers.every((number) => /^\d+[a-z]*$/.test(number)))
    return () => true;
  if (numbers.length === 0) return () => false;
  const pattern = new RegExp(`(?<!\\d)(?:${numbers.join('|')})`, 'i');
  return (text) => pattern.test(text);
}

type Cited = Citation & { readonly text: string };

const readers = new WeakMap<Lexicon, (text: string) => readonly Cited[]>();

/** What finds the citations of a text; the words of a lexicon tell where it is worth looking. */
function citationReader(lexicon: Lexicon): (text: string) => readonly Cited[] {
  const known = readers.get(lexicon);
  if (known) return known;
  const mentions = Object.entries(lexicon.data.references).flatMap(([name, words]) =>
    name === 'join' ? [] : words,
  );
  const names = mentions.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const likely = new RegExp(`(?:${names})[\\s\\u00a0]{1,4}\\(?[\\da-lvx]`, 'i');
  const reader = recall((text): readonly Cited[] => {
    if (!likely.test(text)) return [];
    const words = readWords(text);
    return findValues(words, lexicon).flatMap((value) =>
      value.kind === 'citation' && RESOLVED.has(value.to) ? [{ ...value, text: textOf(words, value) }] : [],
    );
  });
  readers.set(lexicon, reader);
  return reader;
}

/** What is looked up by number in the whole draft; a point is one of many `a)` and not told. */
const RESOLVED = new Set(['paragraph', 'article', 'annex', 'section']);

const keyOf = (to: string, target: string): string => `${to} ${target.split('(')[0]}`;

const AMBIGUOUS = -1;

/** Clauses by kind and number. */
function labelled({ clauses }: Draft): Map<string, number> {
  const found = new Map<string, number>();
  for (const { index, label, type } of clauses) {
    if (!label) continue;
    const [, division, number] = /^(\p{L}+)\.?\s+(\S+)$/u.exec(label.value) ?? [];
    const to = division
      ? division
      : type === 'section'
        ? 'section'
        : type === 'paragraph'
          ? 'paragraph'
          : undefined;
    if (to === undefined) continue;
    const key = keyOf(to === 'art' ? 'article' : to, number ?? label.value);
    found.set(key, found.has(key) ? AMBIGUOUS : index);
  }
  return found;
}
