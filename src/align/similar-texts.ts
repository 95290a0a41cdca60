import { assign, type Edge } from './assign.ts';
import { findCandidates } from './candidates.ts';
import { growPairs } from './equal-texts.ts';
import { findGaps, type Gaps, type MatchReason, type Pairing } from './pairing.ts';
import { SETTINGS } from './settings.ts';
import { childVotes, contextScore, textSimilarity } from './similarity.ts';

/**
 * Pairs what is left by similarity of words and place: in rounds from strict to lax, each assigned as a whole, so
 * that safe pairs become context for doubtful ones and no clause is taken by the first that comes.
 */
export function pairSimilarTexts(pairing: Pairing): void {
  for (const strictness of SETTINGS.rounds) {
    const gaps = findGaps(pairing);
    const edges: Edge[] = [];
    for (const [a, candidates] of findCandidates(pairing, gaps)) {
      for (const b of candidates) {
        const weight = edgeWeight(pairing, gaps, a, b, strictness);
        if (weight > 0) edges.push({ a, b, weight });
      }
    }
    for (const { a, b } of assign(edges, SETTINGS.optimalComponent))
      pairing.pair(a, b, reasonOf(pairing, a, b));
    growPairs(pairing);
  }
}

/** What a pair is worth, or 0 if the evidence does not suffice. */
function edgeWeight(pairing: Pairing, gaps: Gaps, a: number, b: number, strictness: number): number {
  const x = pairing.old[a]!;
  const y = pairing.new[b]!;
  if ((x.family === 'footnote') !== (y.family === 'footnote')) return 0;
  const carried = x.family === 'section' && y.family === 'section' && childVotes(pairing, a, b) > 0.5;
  const inPlace =
    carried ||
    gaps.old[a] === gaps.new[b] ||
    (x.parent >= 0 && pairing.parentsPaired(a, b)) ||
    (x.family === 'footnote' && pairing.citationsPaired(a, b));
  const similarity = textSimilarity(x, y, pairing.idf);
  const floor = inPlace ? SETTINGS.minSimilarityInPlace : SETTINGS.minSimilarityElsewhere;
  if (similarity < floor && !carried) return 0;
  let needed = strictness + (inPlace ? SETTINGS.acceptInPlace : SETTINGS.acceptElsewhere);
  if (x.words.length < SETTINGS.shortWords && !inPlace) needed += SETTINGS.shortPenalty;
  const score = similarity + contextScore(pairing, a, b);
  return score < needed ? 0 : score - needed + 0.05 + 0.5 * similarity;
}

function reasonOf(pairing: Pairing, a: number, b: number): MatchReason {
  if (pairing.isEqual(a, b)) return 'identical';
  const similarity = textSimilarity(pairing.old[a]!, pairing.new[b]!, pairing.idf);
  if (similarity >= SETTINGS.acceptInPlace) return 'text';
  const [label, other] = [pairing.old[a]!.clause.label, pairing.new[b]!.clause.label];
  return label?.value && label.value === other?.value ? 'label' : 'position';
}
