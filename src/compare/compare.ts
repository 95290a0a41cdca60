import { type AlignedLink, align } from '../align/align.ts';
import type { Clause, Draft } from '../draft/draft.ts';
import { tokenize } from '../draft/tokens.ts';
import type { Change, ChangeClass } from '../wording/change.ts';
import { type Edit, readEdits } from '../wording/edits.ts';
import { formattingChanges, isRenumbered } from '../wording/formatting.ts';
import { nameChanges } from '../wording/neutral.ts';
import type { Comparison, DraftSummary, Link, LinkedClause, LinkKind, Summary } from './comparison.ts';
import { setAsideChanges } from './set-aside-changes.ts';

/**
 * Compares two drafts clause by clause.
 *
 * Every clause of both drafts is in exactly one link; any visible difference shows in at least one change, kind or
 * flag. The result depends on the two texts alone: same in, same out.
 */
export function compare(older: Draft, newer: Draft): Comparison {
  const aligned = align(older, newer);
  const links = aligned.map((link, i) => readLink(link, `L${i + 1}`, older, newer));
  attachSetAside(links, aligned, older, newer);
  return {
    schema: 'clausediff/comparison/1',
    old: summariseDraft(older),
    new: summariseDraft(newer),
    summary: summarise(links, [...older.limits, ...newer.limits]),
    links,
    ledger: [],
    brackets: { opened: [], closed: [], changed: [], open: 0 },
    references: [],
  };
}

/** Joins the texts of the clauses of a split or merge; not a change in itself. */
const CLAUSE_BREAK = '\n';

type WritableLink = Omit<Link, 'changes'> & { changes: Change[] };

function readLink(link: AlignedLink, id: string, older: Draft, newer: Draft): WritableLink {
  const old = link.old.map((i) => older.clauses[i] as Clause);
  const now = link.new.map((i) => newer.clauses[i] as Clause);
  const joined = (clauses: readonly Clause[]): string => clauses.map(({ text }) => text).join(CLAUSE_BREAK);
  const edits = readEdits(joined(old), joined(now));
  const [first, second] = [old[0], now[0]];
  const isPair = link.kind === 'paired' && first !== undefined && second !== undefined;
  const renumbered = isPair && isRenumbered(first, second);
  const changes = link.old.length > 0 && link.new.length > 0 ? edits.flatMap(nameChanges) : [];
  if (isPair) {
    const sources = { old: older.source, new: newer.source };
    const shown = changes.length > 0 || renumbered || link.moved || edits.some(({ op }) => op !== 'equal');
    changes.push(...formattingChanges(first, second, sources, shown));
  }
  return {
    id,
    kind: kindOf(link, edits),
    moved: link.moved,
    renumbered,
    old: old.map(linkedClause),
    new: now.map(linkedClause),
    match:
      link.by === undefined ? null : { by: link.by, similarity: Math.round(link.similarity * 1000) / 1000 },
    edits,
    changes,
  };
}

function kindOf({ kind }: AlignedLink, edits: readonly Edit[]): LinkKind {
  if (kind !== 'paired') return kind;
  return edits.every(({ op }) => op === 'equal') ? 'same' : 'edited';
}

function linkedClause({ path, label, type, lines, text }: Clause): LinkedClause {
  return { path, label: label?.text ?? '', type, lines, text };
}

/** Differences outside the clauses are told with the clause before them, or with the first one. */
function attachSetAside(
  links: WritableLink[],
  aligned: readonly AlignedLink[],
  older: Draft,
  newer: Draft,
): void {
  const found = setAsideChanges(older, newer);
  if (found.length === 0) return;
  const linkOf = { old: new Map<number, WritableLink>(), new: new Map<number, WritableLink>() };
  aligned.forEach((link, i) => {
    for (const a of link.old) linkOf.old.set(a, links[i] as WritableLink);
    for (const b of link.new) linkOf.new.set(b, links[i] as WritableLink);
  });
  for (const { change, side, line } of found) {
    const { clauses } = side === 'old' ? older : newer;
    const before = clauses.findLastIndex((clause) => clause.lines[0] <= line);
    const link = linkOf[side].get(Math.max(0, before)) ?? links[0];
    link?.changes.push(change);
  }
}

function summariseDraft({ name, title, clauses, setAside }: Draft): DraftSummary {
  return {
    name,
    title,
    clauses: clauses.length,
    words: clauses.reduce((sum, { text }) => sum + tokenize(text).filter(({ word }) => word).length, 0),
    setAside: setAside.map(({ kind, lines, text }) => ({ kind, lines, text })),
  };
}

function summarise(links: readonly Link[], limits: readonly string[]): Summary {
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
  let [substantive, neutral] = [0, 0];
  for (const { kind, moved, renumbered, changes } of links) {
    counts[kind]++;
    if (moved) counts.moved++;
    if (renumbered) counts.renumbered++;
    for (const change of changes) {
      byClass[change.class] = (byClass[change.class] ?? 0) + 1;
      if (change.substantive) substantive++;
      else neutral++;
    }
  }
  return { links: counts, changes: { substantive, neutral, byClass }, complete: limits.length === 0, limits };
}
