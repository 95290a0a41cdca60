import type { SeenText, Unseen } from '../draft/seen-text.ts';
import { type Change, neutralChange, substantiveChange } from './change.ts';
import { difference } from './site-reader.ts';

type Seen = readonly SeenText[];

/**
 * What is struck out or hidden in one draft only. That the text says something else without it is told beside this, as
 * any other change is; of a clause that came or went as a whole, only what is hidden.
 */
export function unseenChanges(old: Seen, newer: Seen): Change[] {
  const isPair = old.length > 0 && newer.length > 0;
  const told = (seen: Seen): Unseen[] => unseenIn(seen).filter(({ type }) => isPair || type === 'hidden');
  const found = difference(told(old), told(newer), ({ type, text }) => `${type} ${text}`);
  return [
    ...found.old.map(({ type, text }) => unseenChange(type, text, '')),
    ...found.new.map(({ type, text }) => unseenChange(type, '', text)),
  ];
}

const unseenIn = (seen: Seen): Unseen[] => seen.flatMap(({ unseen }) => unseen);

const unseenChange = (type: Unseen['type'], old: string, newer: string): Change =>
  type === 'hidden'
    ? substantiveChange(
        'wording',
        'changed',
        'hidden-text',
        { old, new: newer },
        'text that a reader of the page does not see',
      )
    : neutralChange('formatting', 'struck-out', old, newer, 'text that is marked as struck out');

/** Whether a text holds words as they stand, no word cut. */
const isPart = (text: string, words: string): boolean =>
  ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `);

const HOW: Readonly<Record<Unseen['type'], string>> = { delete: 'struck out', hidden: 'hidden' };

/** Says of a change that the words are there, but struck out or hidden. */
export function withUnseen(change: Change, old: Seen, newer: Seen): Change {
  const holds = (seen: Seen, words: string): Unseen | undefined =>
    words === '' ? undefined : unseenIn(seen).find(({ text }) => isPart(text, words) || isPart(words, text));
  const [gone, come] = [holds(newer, change.old), holds(old, change.new)];
  const facts = [
    ...(change.note === '' ? [] : [change.note]),
    ...(gone ? [`${HOW[gone.type]} in the new draft`] : []),
    ...(come ? [`${HOW[come.type]} in the old draft`] : []),
  ];
  return { ...change, note: facts.join('; ') };
}
