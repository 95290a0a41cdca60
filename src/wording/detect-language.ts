import { recall } from '../draft/recall.ts';

/** Words that one of the languages with a lexicon uses all the time, and the others hardly ever. */
const TYPICAL: Readonly<Record<string, string>> = {
  en: 'the of and to for its with that by this which will should',
  fr: 'le la les des et du une dans par pour sur que qui est au aux',
  de: 'der die das und den dem des ein eine zu mit von für auf ist nicht',
};

const LANGUAGES = Object.keys(TYPICAL);
const TELLING = new Set(Object.values(TYPICAL).flatMap((words) => words.split(' ')));

/** Characters of a draft that tell its language well enough. */
const SAMPLE = 4_000;

/**
 * The language of texts among those with a lexicon, as ISO 639-1, whichever of them comes first; English where none is
 * recognised.
 */
export function detectLanguage(...texts: readonly string[]): string {
  const counts = texts.map((text) => typicalWords(text.slice(0, SAMPLE)));
  const score = (language: number): number => counts.reduce((sum, count) => sum + count[language]!, 0);
  const best = LANGUAGES.reduce((found, _, i) => (score(i) > score(found) ? i : found), 0);
  return LANGUAGES[best] as string;
}

/** How many typical words of each language a text has. */
const typicalWords = recall((sample: string): readonly number[] => {
  const words = sample
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => TELLING.has(word));
  return LANGUAGES.map((language) => {
    const own = new Set(TYPICAL[language]?.split(' '));
    return words.filter((word) => own.has(word)).length;
  });
});
