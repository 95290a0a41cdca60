import { readFileSync } from 'node:fs';
import type { LexiconData } from './lexicon-data.ts';

/** The languages with a lexicon of their own, as ISO 639-1 codes. */
export const LANGUAGES: readonly string[] = ['en', 'fr', 'de'];

const read = new Map<string, LexiconData>();

/** The lexicon that comes with the program, read when first asked for; the same object each time. */
export function builtInLexicon(language: string): LexiconData | undefined {
  if (!LANGUAGES.includes(language)) return undefined;
  const known = read.get(language);
  if (known) return known;
  const file = new URL(`./lexicon/${language}.json`, import.meta.url);
  const data = JSON.parse(readFileSync(file, 'utf8')) as LexiconData;
  read.set(language, data);
  return data;
}
