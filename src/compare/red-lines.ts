import type { Draft } from '../draft/draft.ts';
import { type Change, RED_LINE_RANK, substantiveChange } from '../wording/change.ts';
import { readWords } from '../wording/words.ts';

/** What becomes of the phrases that the reader watches, in one link. */
export function redLineChanges(old: string, newer: string, redLines: readonly string[]): Change[] {
  if (redLines.length === 0) return [];
  const [oldKeys, newKeys] = [readWords(old).keys, readWords(newer).keys];
  return redLines.flatMap((phrase) => {
    const { keys } = readWords(phrase);
    const [before, after] = [countOf(keys, oldKeys), countOf(keys, newKeys)];
    if (before === after) return [];
    const wording = after > before ? { old: '', new: phrase } : { old: phrase, new: '' };
    const note = `red line: "${phrase}" ${after > before ? 'came in' : 'is no longer there'}`;
    return [
      {
        ...substantiveChange('wording', 'changed', `red-line:${phrase}`, wording, note),
        rank: RED_LINE_RANK,
      },
    ];
  });
}

/** How often a phrase that the reader watches stands in a draft. */
export function countRedLine({ clauses }: Draft, phrase: string): number {
  const { keys } = readWords(phrase);
  return clauses.reduce((sum, { text }) => sum + countOf(keys, readWords(text).keys), 0);
}

function countOf(phrase: readonly string[], keys: readonly string[]): number {
  if (phrase.length === 0) return 0;
  let count = 0;
  for (let at = 0; at + phrase.length <= keys.length; at++) {
    if (phrase.every((key, i) => keys[at + i] === key)) count++;
  }
  return count;
}
