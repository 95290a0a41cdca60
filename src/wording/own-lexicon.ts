import type { LexiconData } from './lexicon-data.ts';

/** The lists of a lexicon that a user's file may add to, in the order in which they are listed. */
export const OWN_LISTS = [
  'actors',
  'shifts',
  'verbs',
  'modals',
  'hedges',
  'scope',
  'quantities',
  'times',
  'ladders',
  'negations',
  'formulas',
  'equivalents',
] as const satisfies readonly (keyof LexiconData)[];

export type OwnList = (typeof OWN_LISTS)[number];

/** The entries of a lexicon file of a user's own: what it adds to the lexicon of a language, or takes out of it. */
export interface OwnLexicon extends Partial<Pick<LexiconData, OwnList>> {
  /** What the file is called. */
  readonly name: string;
  /** Where its entries belong; to every language if it says none. */
  readonly language?: string;
  /** Lemmas or ids of entries that are taken out. */
  readonly remove?: readonly string[];
  /** Titles by key, `user` among them: the source of each entry that names none. */
  readonly sources: Readonly<Record<string, string>>;
}

/** The key of the file itself among its sources. */
export const USER_SOURCE = 'user';

/** How many entries a file holds. */
export const countEntries = (own: OwnLexicon): number =>
  OWN_LISTS.reduce((sum, list) => sum + (own[list]?.length ?? 0), 0);
