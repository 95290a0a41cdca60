/**
 * Every threshold and weight of the aligner, in one place. Tuned on the shared evaluation (generated revisions of
 * several texts and real successive resolutions), never on one text; small changes to any of them move its figures
 * by less than half a point.
 */
export const SETTINGS = {
  /** Fewest words of a text that is unique in both drafts and so anchors them: below, chance equality is common. */
  anchorWords: 3,
  /** Largest product of lengths for a dynamic programme over equal texts; beyond, order alone decides. */
  maxEqualCells: 1_000_000,
  /** From this many equal leftovers on each side, pair in order instead of comparing all with all. */
  bulkClass: 64,

  /** A word or bigram in more clauses than this tells nothing about which clause is meant. */
  maxPostings: 24,
  /** The rarest features of a clause that vote for candidates. */
  rarestFeatures: 32,
  /** Candidates kept for each clause from the index. */
  indexCandidates: 6,
  /** Largest product of leftovers in a gap (or under paired parents) for which all pairs are candidates. */
  gapCells: 144,
  /** Otherwise, how far from the proportional place a candidate may stand. */
  gapWindow: 3,
  /** Footnotes of the same clause that are candidates: more than any sentence has. */
  citedCandidates: 24,
  /** Nearest equal texts that are candidates. */
  equalCandidates: 8,

  /** Share of bigrams in the similarity of two texts: the order of words matters a little. */
  bigramShare: 0.2,
  /** A text stands whole in another if it holds this share of the words' weight and of the bigrams of the shorter. */
  wholeWords: 0.9,
  wholeInOrder: 0.8,
  /** Fewest bigrams of the shorter text: "p.m." stands whole in many. */
  wholeBigrams: 3,
  /** What that adds: as much as settles most near-duplicates, so that the grown clause wins over its cousin. */
  wholeBonus: 0.2,

  /** Context: weaker evidence than words, enough to tell near-duplicates apart. */
  parentsPaired: 0.08,
  parentsPairedElsewhere: -0.04,
  sameLabel: 0.06,
  neighbourPaired: 0.03,
  sameStyle: 0.04,
  sectionAgainstText: -0.5,
  /** What it counts that the children of two headings are each other's: a renamed heading keeps its paragraphs. */
  childVotes: 0.45,
  /** A footnote belongs to the clause that cites it. */
  citationsPaired: 0.05,

  /** Score to be paired in place (same gap, paired parents) and elsewhere. */
  acceptInPlace: 0.42,
  acceptElsewhere: 0.48,
  /** Similarity of the words alone, whatever the context says: unrelated sentences of one genre reach 0.15. */
  minSimilarityInPlace: 0.18,
  minSimilarityElsewhere: 0.4,
  /** Clauses shorter than this many words carry little evidence and need more to be paired out of place. */
  shortWords: 4,
  shortPenalty: 0.35,
  /** Added to the thresholds round by round: safe pairs first, they are context for the later ones. */
  rounds: [0.12, 0.05, 0],
  /** Largest connected component, in clauses a side, that is assigned optimally; greedy above. */
  optimalComponent: 160,

  /** Fewest words of a part of a split or merge. */
  partWords: 4,
  /** Share of a part's words (by weight) found in what its whole keeps unexplained. */
  partContained: 0.55,
  partBigrams: 0.35,
  /** Smallest share of the whole that a part makes up. */
  partShare: 0.06,
  /** The same where the whole is not yet paired: more is asked, because nothing else speaks for it. */
  loosePartContained: 0.75,
  loosePartBigrams: 0.5,
  loosePartShare: 0.2,
  /** How many siblings a part may stand away from the other parts. */
  partDistance: 2,
} as const;
