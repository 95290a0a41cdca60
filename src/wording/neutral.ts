import { withoutHidden } from '../draft/hidden-characters.ts';
import { type Token, tokenize } from '../draft/tokens.ts';
import { type Change, neutralChange, substantiveChange } from './change.ts';
import { isOnlyDeceptive } from './deceptions.ts';
import type { Edit } from './edits.ts';
import { spellingKey } from './spelling.ts';

/**
 * What an edit says if it is noise, or a footnote reference: both sides are the same words, written otherwise.
 *
 * @returns undefined for an edit of substance; nothing for one that `deceptions` tell
 */
export function neutralChanges(edit: Edit): Change[] | undefined {
  if (edit.op === 'equal') return edit.old === edit.new ? [] : typographyChanges(edit);
  if (isOnlyDeceptive(edit)) return [];
  const [old, newer] = [tokenize(edit.old), tokenize(edit.new)];
  const change =
    onlyPunctuation(edit, old, newer) ?? footnoteReference(edit, old, newer) ?? sameWords(edit, old, newer);
  return change && [change];
}

/** Equal runs are equal word for word, so tokens and the blanks between them can be compared in step. */
function typographyChanges({ old, new: newer }: Edit): Change[] {
  const [a, b] = [withBlanks(old), withBlanks(newer)];
  const seen = new Set<string>();
  const changes: Change[] = [];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i] ?? '', b[i] ?? ''];
    if (x === y || isClauseBreak(x, y) || seen.has(`${x}\n${y}`)) continue;
    if (withoutHidden(x) === withoutHidden(y)) continue;
    seen.add(`${x}\n${y}`);
    changes.push(typographyChange(x, y));
  }
  return changes;
}

/** Where a split or a merge joins clauses; the link says that already. */
const isClauseBreak = (old: string, newer: string): boolean =>
  old.trim() === '' && newer.trim() === '' && (old.includes('\n') || newer.includes('\n'));

function typographyChange(old: string, newer: string): Change {
  if (/^\[\^/.test(old))
    return neutralChange('numbering', 'footnote', old, newer, 'the footnote has another number');
  if (old.trim() === '' && newer.trim() === '')
    return neutralChange('typography', 'blank', old, newer, 'another blank');
  return neutralChange('typography', 'character', old, newer, 'the same words, typeset otherwise');
}

/** Blanks and tokens in turn, beginning and ending with blanks. */
function withBlanks(text: string): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, endExclusive } of tokenize(text)) {
    pieces.push(text.slice(at, start), text.slice(start, endExclusive));
    at = endExclusive;
  }
  pieces.push(text.slice(at));
  return pieces;
}

/**
 * Punctuation of sentences. Signs stand for words (`≤`, `€`, `%`, `☒`), and brackets mark open text: these say
 * something of their own.
 */
export const PUNCTUATION = /^(?:(?![[\]%‰§&#@*†‡])\p{P}|\.\.\.)\p{M}*$/u;

function onlyPunctuation(edit: Edit, old: readonly Token[], newer: readonly Token[]): Change | undefined {
  const isPunctuation = ({ word, key }: Token): boolean => !word && PUNCTUATION.test(key);
  if (![...old, ...newer].every(isPunctuation)) return undefined;
  if (old.length + newer.length === 0) return typographyChange(edit.old, edit.new);
  return neutralChange('punctuation', edit.op, edit.old, edit.new, 'only punctuation');
}

function footnoteReference(edit: Edit, old: readonly Token[], newer: readonly Token[]): Change | undefined {
  if (![...old, ...newer].every(({ key }) => key === '[^]')) return undefined;
  const note = edit.op === 'insert' ? 'a footnote is added here' : 'a footnote is removed here';
  return substantiveChange('reference', 'changed', 'footnote', edit, note);
}

function sameWords(edit: Edit, old: readonly Token[], newer: readonly Token[]): Change | undefined {
  if (old.length === 0 || newer.length === 0) return undefined;
  const change = (rule: string, note: string): Change =>
    neutralChange('spelling', rule, edit.old, edit.new, note);
  if (sameBy(old, newer, (key) => key.toLowerCase())) return change('case', 'only capital letters');
  if (sameBy(old, newer, spellingKey)) return change('variant', 'two spellings of one word');
  if (joined(old) === joined(newer)) return change('hyphen', 'written together, apart or with a hyphen');
  return undefined;
}

function sameBy(old: readonly Token[], newer: readonly Token[], keyOf: (key: string) => string): boolean {
  return old.length === newer.length && old.every(({ key }, i) => keyOf(key) === keyOf(newer[i]?.key ?? ''));
}

/** Letters only may be joined: `1 5` and `15` are different numbers. */
function joined(tokens: readonly Token[]): string {
  if (tokens.some(({ key }) => /\p{N}/u.test(key))) return tokens.map(({ key }) => key).join(' ');
  return tokens
    .filter(({ key }) => key !== '-')
    .map(({ key }) => spellingKey(key.replaceAll('-', '')))
    .join('');
}
