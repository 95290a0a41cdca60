import { tokenize } from '../draft/tokens.ts';
import { wordKey } from './lexicon.ts';
import type { Words } from './words.ts';

/** Phrases of a lexicon to be found at a place, longest first. */
export type Phrases = readonly { readonly keys: readonly string[]; readonly index: number }[];

export const phrases = (texts: readonly string[]): Phrases =>
  texts
    .map((text, index) => ({ keys: tokenize(text).map(({ key }) => wordKey(key)), index }))
    .sort((a, b) => b.keys.length - a.keys.length);

/** The phrase that stands at a word: which one, and how many words it has. */
export function phraseAt(
  { keys }: Words,
  at: number,
  known: Phrases,
): { readonly index: number; readonly length: number } | undefined {
  const found = known.find((phrase) => phrase.keys.every((key, i) => keys[at + i] === key));
  return found && { index: found.index, length: found.keys.length };
}
