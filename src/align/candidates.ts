import type { Features } from './features.ts';
import { type Gaps, groupBy, type Pairing } from './pairing.ts';
import { distinct, indexFeatures } from './postings.ts';
import { SETTINGS } from './settings.ts';

/** For each unpaired old clause, the new clauses worth comparing it with: never all of them. */
export type Candidates = Map<number, Set<number>>;

export function findCandidates(pairing: Pairing, gaps: Gaps): Candidates {
  const found: Candidates = new Map();
  const add = (a: number, b: number): void => {
    const set = found.get(a);
    if (set) set.add(b);
    else found.set(a, new Set([b]));
  };
  const left: Unpaired = { old: pairing.unpairedOld(), new: pairing.unpairedNew() };
  addBySharedFeatures(pairing, left, add);
  addByGap(gaps, left, add);
  addByParents(pairing, left.old, add);
  addByChildren(pairing, left.old, add);
  addByCitation(pairing, left, add);
  addByEqualText(pairing, left, add);
  return found;
}

type Add = (a: number, b: number) => void;

interface Unpaired {
  readonly old: readonly number[];
  readonly new: readonly number[];
}

/** The rarest words and bigrams that two clauses share vote for the pair. */
function addBySharedFeatures({ old, new: newer }: Pairing, left: Unpaired, add: Add): void {
  const index = indexFeatures(
    left.new.map((b) => newer[b]!),
    wordsAndBigrams,
  );
  for (const a of left.old) {
    const lists = wordsAndBigrams(old[a]!).map((feature) => index.get(feature) ?? []);
    const rarest = lists.filter(({ length }) => length > 0).sort((p, q) => p.length - q.length);
    const votes = new Map<number, number>();
    for (const postings of rarest.slice(0, SETTINGS.rarestFeatures)) {
      const vote = 1 / Math.sqrt(postings.length);
      for (const b of postings) votes.set(b, (votes.get(b) ?? 0) + vote);
    }
    const rank = ([b, vote]: readonly [number, number]): number =>
      vote / Math.sqrt(newer[b]!.words.length + 4);
    const best = [...votes].sort((p, q) => rank(q) - rank(p) || p[0] - q[0]);
    for (const [b] of best.slice(0, SETTINGS.indexCandidates)) add(a, b);
  }
}

/** Words as they are, bigrams as negative numbers. */
const wordsAndBigrams = ({ sortedWords, sortedBigrams }: Features): number[] => [
  ...distinct(sortedWords),
  ...distinct(sortedBigrams).map((bigram) => -1 - bigram),
];

function addByGap(gaps: Gaps, left: Unpaired, add: Add): void {
  const inNew = groupBy(left.new, (b) => gaps.new[b]!);
  for (const [gap, as] of groupBy(left.old, (a) => gaps.old[a]!)) {
    const bs = inNew.get(gap) ?? [];
    if (as.length * bs.length <= SETTINGS.gapCells) {
      for (const a of as) for (const b of bs) add(a, b);
      continue;
    }
    as.forEach((a, i) => {
      const centre = Math.round((i * bs.length) / as.length);
      const from = Math.max(0, centre - SETTINGS.gapWindow);
      for (const b of bs.slice(from, centre + SETTINGS.gapWindow + 1)) add(a, b);
    });
  }
}

function addByParents(pairing: Pairing, left: readonly number[], add: Add): void {
  for (const [parent, as] of groupBy(left, (a) => pairing.old[a]!.parent)) {
    if (parent < 0 || pairing.newOf[parent]! < 0) continue;
    const bs = pairing.unpairedNew(pairing.new[pairing.newOf[parent]!]!.clause.children);
    if (as.length * bs.length <= SETTINGS.gapCells) {
      for (const a of as) for (const b of bs) add(a, b);
      continue;
    }
    const byLabel = new Map(bs.map((b) => [labelKey(pairing.new[b]!), b]));
    for (const a of as) {
      const b = byLabel.get(labelKey(pairing.old[a]!));
      if (b !== undefined && pairing.old[a]!.clause.label?.value) add(a, b);
    }
  }
}

const labelKey = ({ clause: { label } }: Features): string => `${label?.style} ${label?.value}`;

function addByChildren(pairing: Pairing, left: readonly number[], add: Add): void {
  for (const a of left) {
    for (const child of pairing.old[a]!.clause.children) {
      const partner = pairing.newOf[child]!;
      const parent = partner < 0 ? -1 : pairing.new[partner]!.parent;
      if (parent >= 0 && pairing.oldOf[parent]! < 0) add(a, parent);
    }
  }
}

function addByCitation(pairing: Pairing, left: Unpaired, add: Add): void {
  const isFootnote = ({ family }: Features): boolean => family === 'footnote';
  const inNew = groupBy(
    left.new.filter((b) => isFootnote(pairing.new[b]!)),
    (b) => pairing.new[b]!.clause.citedBy,
  );
  for (const a of left.old) {
    if (!isFootnote(pairing.old[a]!)) continue;
    const { citedBy } = pairing.old[a]!.clause;
    const partner = citedBy < 0 ? -1 : pairing.newOf[citedBy]!;
    const bs = partner < 0 ? [] : (inNew.get(partner) ?? []);
    for (const b of bs.slice(0, SETTINGS.citedCandidates)) add(a, b);
  }
}

function addByEqualText(pairing: Pairing, left: Unpaired, add: Add): void {
  const inNew = groupBy(left.new, (b) => pairing.new[b]!.canonical);
  const placeOf = (i: number, all: readonly Features[]): number => i / all.length;
  for (const a of left.old) {
    const equal = inNew.get(pairing.old[a]!.canonical) ?? [];
    const distance = (b: number): number => Math.abs(placeOf(a, pairing.old) - placeOf(b, pairing.new));
    const nearest =
      equal.length > SETTINGS.equalCandidates ? [...equal].sort((p, q) => distance(p) - distance(q)) : equal;
    for (const b of nearest.slice(0, SETTINGS.equalCandidates)) add(a, b);
  }
}
