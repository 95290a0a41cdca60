import { type AlignedLink, align } from '../align/align.ts';
import { clauseWords } from '../draft/clause-words.ts';
import type { Clause, Draft } from '../draft/draft.ts';
import { type SeenText, seenText } from '../draft/seen-text.ts';
import { type Change, type ChangeClass, type Direction, substantiveChange } from '../wording/change.ts';
import { deceptions } from '../wording/deceptions.ts';
import { type Edit, readEdits } from '../wording/edits.ts';
import { formattingChanges, isRenumbered } from '../wording/formatting.ts';
import type { Lexicon } from '../wording/lexicon.ts';
import { nameChanges } from '../wording/name-changes.ts';
import { unseenChanges, withUnseen } from '../wording/unseen-changes.ts';
import { wholeClauseChanges } from '../wording/whole-clause.ts';
import { type Alignment, alignmentOf } from './alignment.ts';
import { accountBrackets } from './brackets.ts';
import type { Comparison, DraftSummary, Link, LinkedClause, ReferenceCheck, Summary } from './comparison.ts';
import { readDigest } from './digest/digest.ts';
import { writeLedger } from './ledger.ts';
import { type CompareOptions, lexiconFor } from './options.ts';
import { redLineChanges } from './red-lines.ts';
import { checkReferences } from './references.ts';
import { sectionChanges } from './section-changes.ts';
import { setAsideChanges } from './set-aside-changes.ts';
import { isIdentical } from './substance.ts';
import { unsaidChange } from './unsaid.ts';

/**
 * Compares two drafts clause by clause.
 *
 * Every clause of both drafts is in exactly one link; any visible difference shows in at least one change, kind or
 * flag. The result depends on the two texts alone: same in, same out.
 */
export function compare(older: Draft, newer: Draft, options: CompareOptions = {}): Comparison {
  const lexicon = lexiconFor(older, newer, options);
  const alignment = alignmentOf(align(older, newer));
  const links = alignment.links.map((link, i) =>
    readLink(link, `L${i + 1}`, { older, newer, lexicon, options }),
  );
  for (const { change, link } of setAsideChanges(older, newer, alignment)) links[link]?.changes.push(change);
  for (const { change, link } of sectionChanges(older, newer, alignment)) links[link]?.changes.push(change);
  const references = attachReferences(links, alignment, older, newer, lexicon);
  if (older.source !== newer.source && links.every(isIdentical)) {
    const unsaid = unsaidChange(older, newer);
    const link = links.find(({ new: now }) => now[0]?.index === unsaid?.clause);
    if (unsaid) link?.changes.push(unsaid.change);
  }
  for (const { changes } of links) changes.sort((a, b) => b.rank - a.rank);
  let digest: Comparison['digest'] | undefined;
  return {
    schema: 'clausediff/comparison/1',
    old: summariseDraft(older),
    new: summariseDraft(newer),
    summary: summarise(links, [...older.limits, ...newer.limits]),
    links,
    ledger: writeLedger(links, lexicon),
    brackets: accountBrackets(links),
    references,
    /** Worked out when it is first read: checks, histories and hooks never do, and it takes two fifths of the time. */
    get digest() {
      digest ??= readDigest(links, lexicon);
      return digest;
    },
  };
}

interface Reading {
  readonly older: Draft;
  readonly newer: Draft;
  readonly lexicon: Lexicon;
  readonly options: CompareOptions;
}

/** Joins the texts of the clauses of a split or merge; not a change in itself. */
const CLAUSE_BREAK = '\n';

type WritableLink = Omit<Link, 'changes'> & { changes: Change[] };

function readLink(link: AlignedLink, id: string, { older, newer, lexicon, options }: Reading): WritableLink {
  const [old, now] = [sideOf(link.old, older), sideOf(link.new, newer)];
  const edits = readEdits(old.text, now.text);
  const isAllSaid = old.said === old.text && now.said === now.text;
  const said = isAllSaid ? edits : readEdits(old.said, now.said);
  const [first, second] = [old.clauses[0], now.clauses[0]];
  const isPair = link.kind === 'paired' && first !== undefined && second !== undefined;
  const renumbered = isPair && isRenumbered(first, second);
  const changes = [
    ...changesOf(old, now, said, lexicon).map((change) => withUnseen(change, old.seen, now.seen)),
    ...unseenChanges(old.seen, now.seen),
    ...redLineChanges(old.said, now.said, options.redLines ?? []),
  ];
  const isUnchanged = isEqual(edits) && isEqual(said);
  if (isPair) {
    const sources = { old: older.source, new: newer.source };
    const shown = changes.length > 0 || renumbered || link.moved || !isUnchanged;
    for (const change of formattingChanges(first, second, sources, shown)) changes.push(change);
    for (const change of lostNumber(first, second)) changes.push(change);
  }
  return {
    id,
    kind: link.kind !== 'paired' ? link.kind : isUnchanged ? 'same' : 'edited',
    moved: link.moved,
    renumbered,
    old: old.clauses.map(linkedClause),
    new: now.clauses.map(linkedClause),
    match:
      link.by === undefined ? null : { by: link.by, similarity: Math.round(link.similarity * 1000) / 1000 },
    edits,
    changes,
  };
}

/** The clauses of one draft in a link, with what they say: their text without what is struck out or hidden in it. */
interface Side {
  readonly clauses: readonly Clause[];
  readonly seen: readonly SeenText[];
  readonly text: string;
  readonly said: string;
}

function sideOf(indexes: readonly number[], draft: Draft): Side {
  const clauses = indexes.map((i) => draft.clauses[i] as Clause);
  const seen = clauses.map(seenText);
  const joined = (texts: readonly { readonly text: string }[]): string =>
    texts.map(({ text }) => text).join(CLAUSE_BREAK);
  return { clauses, seen, text: joined(clauses), said: joined(seen) };
}

const isEqual = (edits: readonly Edit[]): boolean => edits.every(({ op }) => op === 'equal');

function changesOf(old: Side, now: Side, edits: readonly Edit[], lexicon: Lexicon): Change[] {
  const isPair = old.clauses.length > 0 && now.clauses.length > 0;
  if (isPair && isWhollyUnseen(old) === isWhollyUnseen(now)) return nameChanges(edits, lexicon);
  const isGone = isPair ? isWhollyUnseen(now) : old.clauses.length > 0;
  const [name, side] = isGone ? (['old', old] as const) : (['new', now] as const);
  const said = side.clauses.flatMap(({ type }, i) =>
    type === 'section' ? [] : wholeClauseChanges(side.seen[i]!.text, name, lexicon),
  );
  const isTold = !isPair || said.some(({ class: known }) => known === 'scope');
  return [...deceptions(edits), ...said, ...(isTold ? [] : [wholeChange(name, side.said)])];
}

/** A clause that is there, but struck out or hidden as a whole. */
const isWhollyUnseen = ({ text, said }: Side): boolean => said.trim() === '' && text.trim() !== '';

const wholeChange = (side: 'old' | 'new', said: string): Change =>
  side === 'old'
    ? substantiveChange('scope', 'narrower', 'clause:removed', { old: said, new: '' }, 'the whole clause')
    : substantiveChange('scope', 'broader', 'clause:added', { old: '', new: said }, 'the whole clause');

/** A numbered paragraph is one that can be cited and voted on. */
function lostNumber({ label: was, type }: Clause, { label: now, type: isNow }: Clause): Change[] {
  if ((was && now) || (type !== 'paragraph' && isNow !== 'paragraph') || (!was && !now)) return [];
  const wording = { old: was?.text ?? '', new: now?.text ?? '' };
  const note = was
    ? `the paragraph lost its number ${was.text}`
    : `the paragraph has a number now: ${now?.text}`;
  return [substantiveChange('scope', 'changed', was ? 'number-lost' : 'number-gained', wording, note)];
}

/** A clause as comparisons hold it. */
export function linkedClause({ index, path, label, type, lines, text }: Clause): LinkedClause {
  return { index, path, label: label?.text ?? '', type, lines, text };
}

/** What the whole text says of a reference takes the place of what the link alone could say. */
function attachReferences(
  links: readonly WritableLink[],
  alignment: Alignment,
  older: Draft,
  newer: Draft,
  lexicon: Lexicon,
): ReferenceCheck[] {
  return checkReferences(older, newer, alignment, lexicon).map(({ clause, change, ...checked }) => {
    const link = links[alignment.linkOf.new[clause]!] as WritableLink;
    const known = link.changes.findIndex(
      (c) => c.class === 'reference' && c.old === change.old && c.new === change.new,
    );
    if (known >= 0) link.changes.splice(known, 1);
    link.changes.push(change);
    return { link: link.id, ...checked };
  });
}

function summariseDraft({ name, title, clauses, setAside }: Draft): DraftSummary {
  return {
    name,
    title,
    clauses: clauses.length,
    words: clauses.reduce((sum, { text }) => sum + clauseWords(text).words.length, 0),
    setAside: setAside.map(({ kind, lines, text }) => ({ kind, lines, text })),
  };
}

/** Counts what links say. */
export function summarise(links: readonly Link[], limits: readonly string[]): Summary {
  const counts = {
    same: 0,
    edited: 0,
    split: 0,
    merged: 0,
    inserted: 0,
    deleted: 0,
    moved: 0,
    renumbered: 0,
  };
  const byClass: Partial<Record<ChangeClass, number>> = {};
  const byDirection: Partial<Record<Direction, number>> = {};
  let [substantive, neutral] = [0, 0];
  for (const { kind, moved, renumbered, changes } of links) {
    counts[kind]++;
    if (moved) counts.moved++;
    if (renumbered) counts.renumbered++;
    for (const change of changes) {
      byClass[change.class] = (byClass[change.class] ?? 0) + 1;
      if (change.substantive) {
        substantive++;
        byDirection[change.direction] = (byDirection[change.direction] ?? 0) + 1;
      } else neutral++;
    }
  }
  return {
    links: counts,
    changes: { substantive, neutral, byClass, byDirection },
    complete: limits.length === 0,
    limits,
  };
}
