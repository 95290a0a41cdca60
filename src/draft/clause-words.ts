import { recall } from './recall.ts';
import { type Token, tokenize } from './tokens.ts';

/** What the comparison asks of every clause, changed or not. */
export interface ClauseWords {
  /** The keys of all tokens. */
  readonly canonical: string;
  /** The keys of the words, in lower case. */
  readonly words: readonly string[];
}

/** The words of a clause's text. */
export const clauseWords: (text: string) => ClauseWords = recall((text) => wordsOf(tokenize(text)));

const wordsOf = (tokens: readonly Token[]): ClauseWords => ({
  canonical: tokens.map((token) => token.key).join(' '),
  words: tokens.filter((token) => token.word).map(({ key }) => key.toLowerCase()),
});
