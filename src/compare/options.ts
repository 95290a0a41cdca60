import type { Draft } from '../draft/draft.ts';
import { detectLanguage } from '../wording/detect-language.ts';
import { builtInLexicon } from '../wording/languages.ts';
import { compileLexicon, type Lexicon } from '../wording/lexicon.ts';
import { mergeLexicon } from '../wording/merge-lexicon.ts';
import type { OwnLexicon } from '../wording/own-lexicon.ts';

/** What a reader may choose for a comparison. */
export interface CompareOptions {
  /** ISO 639-1 code of a built-in lexicon; told from both drafts otherwise. */
  readonly language?: string | undefined;
  /** The reader's own words, added to the built-in lexicon one after another. */
  readonly lexicons?: readonly OwnLexicon[];
  /** Phrases whose every change is reported first. */
  readonly redLines?: readonly string[];
}

/**
 * The lexicon for two drafts.
 *
 * @throws {RangeError} if there is no lexicon for the language
 */
export function lexiconFor(older: Draft, newer: Draft, { language, lexicons = [] }: CompareOptions): Lexicon {
  const base = builtInLexicon(language ?? detectLanguage(older.source, newer.source));
  if (!base) throw new RangeError(`no lexicon for the language "${language}"`);
  return compileLexicon(lexicons.reduce(mergeLexicon, base));
}
