/** A lexicon file that cannot be used: one line that says what, where, and what to do. */
export class LexiconError extends Error {
  override name = 'LexiconError';
}
