import type { Link, LinkedClause } from '../compare/comparison.ts';
import type { Change } from '../wording/change.ts';
import type { Edit } from '../wording/edits.ts';
import { plain, quiet, type Run } from './runs.ts';
import { nameBlanks, oneLine, visible } from './visible.ts';

/** The sign of a link at the start of its line. */
export function signOf({ kind, moved }: Link): string {
  const sign = { same: '=', edited: '~', split: '÷', merged: '∪', inserted: '+', deleted: '−' }[kind];
  if (!moved) return sign;
  return kind === 'same' ? '⇄' : `${sign}⇄`;
}

/** What a link is, in one line: `~ II/5 was II/4`. */
export function headRuns(link: Link): Run[] {
  const { old, new: newer, kind } = link;
  const runs: Run[] = [
    { text: `${signOf(link)} ${places(kind === 'deleted' ? old : newer)}`, tone: 'strong' },
  ];
  const facts = factsOf(link);
  if (facts.length > 0) runs.push(quiet(`  ${facts.join(', ')}`));
  return runs;
}

export function factsOf({ kind, moved, old, new: newer, match }: Link): string[] {
  switch (kind) {
    case 'inserted':
      return ['new'];
    case 'deleted':
      return ['deleted'];
    case 'split':
      return [`${places(old)} split into ${newer.length}${moved ? ' and moved' : ''}`];
    case 'merged':
      return [`${places(old)} merged${moved ? ' and moved' : ''}`];
    case 'same':
    case 'edited': {
      const [was, is] = [old[0]?.path ?? '', newer[0]?.path ?? ''];
      const facts = moved
        ? [was === is ? 'moved' : `moved from ${oneLine(was)}`]
        : was === is
          ? []
          : [`was ${oneLine(was)}`];
      if (match && kind === 'edited' && match.similarity < 0.5)
        facts.push(`${Math.round(match.similarity * 100)} % alike`);
      return facts;
    }
  }
}

const places = (clauses: readonly LinkedClause[]): string =>
  clauses.map(({ path }) => oneLine(path)).join(' + ');

/** Where one clause ended inside a split or a merge. */
const CLAUSE_BREAK = ' ¶ ';

/** Old and new wording in one text. */
export function inlineRuns(edits: readonly Edit[]): Run[] {
  return edits.flatMap(({ op, old, new: newer }): Run[] => {
    if (op === 'equal') return breakRuns(withBreaksOf(old, newer));
    return [...sideText(old, 'delete'), ...sideText(newer, 'insert')];
  });
}

/** One side of the edits, with what is not on the other side marked. */
export function sideRuns(edits: readonly Edit[], side: 'old' | 'new'): Run[] {
  return edits.flatMap((edit): Run[] => {
    if (edit.op === 'equal') return breakRuns(edit[side]);
    return sideText(edit[side], side === 'old' ? 'delete' : 'insert');
  });
}

/** The new text, broken where clauses of the old one were merged. Both hold the same words. */
function withBreaksOf(old: string, newer: string): string {
  if (!old.includes('\n')) return newer;
  const words = [...newer.matchAll(/\S+/g)];
  let [text, from, count] = ['', 0, 0];
  for (const part of old.split('\n').slice(0, -1)) {
    count += part.match(/\S+/g)?.length ?? 0;
    const next = words[count]?.index ?? newer.length;
    text += `${newer.slice(from, next).trimEnd()}\n`;
    from = next;
  }
  return text + newer.slice(from);
}

function breakRuns(text: string): Run[] {
  return text
    .split('\n')
    .flatMap((part, i) => (i === 0 ? [plain(visible(part))] : [quiet(CLAUSE_BREAK), plain(visible(part))]))
    .filter((run) => run.text !== '');
}

const sideText = (text: string, tone: 'insert' | 'delete'): Run[] =>
  text === '' ? [] : [{ text: visible(text).replaceAll('\n', CLAUSE_BREAK), tone }];

/** Longest quotation in a note, in characters. */
const MAX_QUOTE = 40;

/** The neutral changes of a link in a few words: `spelling: organization → organisation; typography (3)`. */
export function neutralNote(changes: readonly Change[]): string {
  const byClass = new Map<string, Change[]>();
  for (const change of changes) {
    if (change.substantive) continue;
    const known = byClass.get(change.class);
    if (known) known.push(change);
    else byClass.set(change.class, [change]);
  }
  return [...byClass]
    .map(([name, all]) =>
      all.length > 2 ? `${name} (${all.length})` : `${name}: ${all.map(pairNote).join(', ')}`,
    )
    .join('; ');
}

/** Changes whose old and new text would say less than their name. */
const NAMED_ONLY = new Set(
  ['markup', 'emphasis', 'front-matter', 'comment', 'definition'].map((name) => `formatting:${name}`),
);

function pairNote({ old, new: newer, note, rule }: Change): string {
  if (NAMED_ONLY.has(rule)) return note;
  return `${quote(old)} → ${quote(newer)}`;
}

function quote(text: string): string {
  if (text.trim() === '') return text === '' ? '∅' : nameBlanks(text === ' ' ? 'blank' : text);
  const named = nameBlanks(text).replace(/\s+/g, ' ');
  return [...named].length > MAX_QUOTE ? `${[...named].slice(0, MAX_QUOTE - 1).join('')}…` : named;
}
