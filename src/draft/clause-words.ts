import { type Token, tokenize } from './tokens.ts';

/** What the comparison asks of every clause, changed or not. */
export interface ClauseWords {
  /** The keys of all tokens. */
  readonly canonical: string;
  /** The keys of the words, in lower case. */
  readonly words: readonly string[];
}

/** Texts that are remembered at most, twice: those of two drafts of a long law. */
const MAX_TEXTS = 10_000;
/** Longer texts are not remembered, in UTF-16 units. */
const MAX_LENGTH = 20_000;

/**
 * The words of a clause's text. Successive drafts share most of their clauses, and a chain reads each draft twice, so
 * what was read last is remembered.
 */
export function clauseWords(text: string): ClauseWords {
  const known = recent.get(text) ?? older.get(text);
  const read = known ?? wordsOf(tokenize(text));
  if (text.length <= MAX_LENGTH) remember(text, read);
  return read;
}

let recent = new Map<string, ClauseWords>();
let older: ReadonlyMap<string, ClauseWords> = new Map();

function remember(text: string, read: ClauseWords): void {
  if (recent.size >= MAX_TEXTS) {
    older = recent;
    recent = new Map();
  }
  recent.set(text, read);
}

const wordsOf = (tokens: readonly Token[]): ClauseWords => ({
  canonical: tokens.map((token) => token.key).join(' '),
  words: tokens.filter((token) => token.word).map(({ key }) => key.toLowerCase()),
});
