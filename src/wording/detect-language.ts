/** Words that only one of the languages with a lexicon uses, and uses all the time. */
const TYPICAL: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the of and to for its with that by this which will should'.split(' ')),
  fr: new Set('le la les des et du une dans par pour sur que qui est au aux'.split(' ')),
  de: new Set('der die das und den dem des ein eine zu mit von für auf ist nicht'.split(' ')),
};

/** Characters of a draft that tell its language well enough. */
const SAMPLE = 8_000;

/** The language of a text among those with a lexicon, as ISO 639-1; English where none is recognised. */
export function detectLanguage(text: string): string {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const score = (language: string): number => words.filter((word) => TYPICAL[language]?.has(word)).length;
  return Object.keys(TYPICAL).reduce(
    (best, language) => (score(language) > score(best) ? language : best),
    'en',
  );
}
