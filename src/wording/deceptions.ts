import { foldTypography } from '../draft/fold.ts';
import { codePointName, hiddenCharacters, withoutHidden, withoutUnseen } from '../draft/hidden-characters.ts';
import { type Token, tokenize } from '../draft/tokens.ts';
import { type Change, substantiveChange } from './change.ts';
import type { Edit } from './edits.ts';
import { areLookAlikes, foreignLetters, mayDeceive, skeleton, strayLetters } from './look-alikes.ts';
import { difference, type SideName } from './site-reader.ts';

/**
 * What deceives the eye, as findings of their own: characters that hide or reorder text, and words with letters of
 * another alphabet that look the same. What both drafts have is none.
 */
export const deceptions = (edits: readonly Edit[]): Change[] => [
  ...hiddenChanges(edits),
  ...edits.flatMap((edit) => (edit.op === 'equal' ? [] : lookAlikeChanges(edit))),
];

/** A hidden character as it stands in a text: with the word around it, by which it is known again. */
interface Placed {
  readonly char: string;
  readonly edit: Edit;
  /** The words it stands in or between, without it. */
  readonly context: string;
  /** Offsets of the words it is quoted with. */
  readonly start: number;
  readonly endExclusive: number;
}

function hiddenChanges(edits: readonly Edit[]): Change[] {
  const texts = { old: textOf(edits, 'old'), new: textOf(edits, 'new') };
  const placed = { old: placedIn(edits, texts.old, 'old'), new: placedIn(edits, texts.new, 'new') };
  if (placed.old.length + placed.new.length === 0) return [];
  const byEdit = { old: groupByEdit(placed.old), new: groupByEdit(placed.new) };
  const left: Record<SideName, Placed[]> = { old: [], new: [] };
  for (const edit of edits) {
    const found = difference(byEdit.old.get(edit) ?? [], byEdit.new.get(edit) ?? [], ({ char, context }) =>
      edit.op === 'equal' ? `${char} ${context}` : char,
    );
    for (const one of found.old) left.old.push(one);
    for (const one of found.new) left.new.push(one);
  }
  return (['old', 'new'] as const).flatMap((side) =>
    quotedTogether(left[side]).map((group) => hiddenChange(group, side, texts[side])),
  );
}

function groupByEdit(placed: readonly Placed[]): ReadonlyMap<Edit, readonly Placed[]> {
  const groups = new Map<Edit, Placed[]>();
  for (const one of placed) {
    const known = groups.get(one.edit);
    if (known) known.push(one);
    else groups.set(one.edit, [one]);
  }
  return groups;
}

const textOf = (edits: readonly Edit[], side: SideName): string => edits.map((edit) => edit[side]).join('');

function placedIn(edits: readonly Edit[], text: string, side: SideName): Placed[] {
  const hidden = hiddenCharacters(text);
  let [at, end] = [-1, 0];
  return hidden.map(({ char, start }) => {
    while (start >= end) end += (edits[++at] as Edit)[side].length;
    const span = quotedAround(text, start, start + char.length);
    const context = foldTypography(withoutUnseen(text.slice(span.start, span.endExclusive)));
    return { char, edit: edits[at] as Edit, context, ...span };
  });
}

/** Longest quotation on one side of a hidden character, in UTF-16 units. */
const MAX_QUOTE = 30;

/** From the blank before a character to the one behind it; with the next word if it stands alone. */
function quotedAround(text: string, start: number, end: number): { start: number; endExclusive: number } {
  const before =
    text
      .slice(Math.max(0, start - MAX_QUOTE), start)
      .split(/\s/)
      .at(-1) ?? '';
  const [after] = /^\S*/.exec(text.slice(end, end + MAX_QUOTE))!;
  const isAlone = withoutUnseen(before + after) === '';
  const more = isAlone ? (/^\s*\S*/.exec(text.slice(end + after.length, end + MAX_QUOTE))?.[0] ?? '') : '';
  return { start: start - before.length, endExclusive: end + after.length + more.length };
}

/** Characters that are quoted with the same words are told at once. */
function quotedTogether(placed: readonly Placed[]): Placed[][] {
  const groups: Placed[][] = [];
  for (const one of placed) {
    const last = groups.at(-1);
    if (last?.[0] && one.start < last[0].endExclusive) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function hiddenChange(group: readonly Placed[], side: SideName, text: string): Change {
  const [first, last] = [group[0] as Placed, group.at(-1) as Placed];
  const quoted = text.slice(first.start, last.endExclusive);
  const isBesideKept = first.edit.op === 'equal' || withoutUnseen(first.edit[side]).trim() === '';
  const plain = isBesideKept || first.edit.op === 'replace' ? withoutHidden(quoted).trim() : '';
  const names = [...new Set(group.map(({ char }) => codePointName(char)))].join(', ');
  const isOne = !names.includes(',');
  const what = isOne ? 'a character that hides or reorders text' : 'characters that hide or reorder text';
  const wording = side === 'old' ? { old: quoted, new: plain } : { old: plain, new: quoted };
  return substantiveChange('wording', 'changed', 'hidden-character', wording, `${what}: ${names}`);
}

function lookAlikeChanges({ old, new: newer }: Edit): Change[] {
  if (!mayDeceive(old) && !mayDeceive(newer)) return [];
  const found = difference(wordsOf(old), wordsOf(newer), ({ key }) => key);
  const alike = difference(found.old, found.new, ({ key }) => skeleton(key));
  return [
    ...alike.both
      .filter(([a, b]) => areLookAlikes(a.key, b.key))
      .map(([a, b]) => lookAlike(printed(old, a), printed(newer, b), foreignLetters(a.key, b.key))),
    ...alike.old.flatMap((token) => strayWord(printed(old, token), 'old')),
    ...alike.new.flatMap((token) => strayWord(printed(newer, token), 'new')),
  ];
}

const wordsOf = (text: string): Token[] => tokenize(text).filter(({ word }) => word);

const printed = (text: string, { start, endExclusive }: Token): string => text.slice(start, endExclusive);

function strayWord(word: string, side: SideName): Change[] {
  const letters = strayLetters(word);
  if (letters.length === 0) return [];
  return [lookAlike(side === 'old' ? word : '', side === 'new' ? word : '', letters)];
}

function lookAlike(old: string, newer: string, letters: readonly string[]): Change {
  const names = letters.map((char) => `${char} (${codePointName(char)})`).join(', ');
  const note = `letters of another alphabet that look the same: ${names}`;
  return substantiveChange('wording', 'changed', 'look-alike', { old, new: newer }, note);
}

/** Whether an edit says nothing but what `deceptions` tell of it. */
export function isOnlyDeceptive({ old, new: newer }: Edit): boolean {
  if (withoutHidden(old).trim() === withoutHidden(newer).trim()) return true;
  if (!mayDeceive(old) && !mayDeceive(newer)) return false;
  const [a, b] = [tokenize(old), tokenize(newer)];
  return (
    a.length === b.length &&
    a.every(({ key }, i) => key === b[i]?.key || areLookAlikes(key, (b[i] as Token).key))
  );
}
