/** Weights and limits of the word marks and of their meaning. Tuned on human marks of revised sentences and the shared evaluation. */
export const SETTINGS = {
  /** What opening a run of change costs; an island of kept words must be worth more than that. */
  openRun: 1,
  /** What keeping a token is worth: a content word pays for a run of its own, "the" or a comma does not. */
  contentWord: 1.6,
  perLetter: 0.06,
  maxLetters: 10,
  functionWord: 0.7,
  punctuation: 0.45,
  /** Largest product of lengths, in tokens, for the exact alignment; beyond, it is cut at unique common words. */
  maxCells: 4_000_000,
  /** Longest edit script that is searched where nothing is unique; beyond, the piece is replaced as a whole. */
  maxEditLength: 1_000,
  /** How far an insertion or deletion is slid to find a better boundary, in tokens. */
  maxSlide: 60,
  /** Least difference of two ranks on one scale that is called stronger or weaker; closer ones are a matter of taste. */
  rankStep: 8,
  /** Least difference of two ranks on two scales that is called stronger or weaker: must → are encouraged to. */
  clearGap: 30,
  /** Rank below which a modal says less than the bare verb: `could`, `may`, `stand ready to`. */
  bareVerb: 45,
  /** Rank from which a word of urgency is as strong as a date: `immediately`, `without delay`. */
  atOnce: 85,
  /** Words of an insertion that may still be a mere qualifier of the noun behind it: `unabated`, `net domestic`. */
  maxQualifier: 2,
  /** Words that may come with a "not" that denies what was there: `does not`, `do no longer`. */
  negatedWords: 3,
  /**
   * Largest product of edits and expressions with expressions, of a clause whose changes are named; beyond, they are
   * only listed. About a thousand expressions in the sentences that changed: no clause of a page comes near it.
   */
  maxNaming: 1_000_000,
  /** The same for brackets and the length of a clause, in UTF-16 units: a thousand brackets on five pages. */
  maxBrackets: 20_000_000,
  /** Longest part of a sentence before or after a change that is read for its meaning, in UTF-16 units: a long recital. */
  maxSentence: 1_500,
  /** Words within which a phrase must open with a hedge for the whole of it to be one. */
  hedgeOpens: 1,
} as const;
