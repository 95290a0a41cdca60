import type { Features } from './features.ts';
import { type Gaps, groupBy, type Pairing } from './pairing.ts';
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
  const left = { old: pairing.unpairedOld(), new: pairing.unpairedNew() };
  addBySharedFeatures(pairing.old, left.old, pairing.new, left.new, add);
  addByGap(gaps, left, add);
  addByParents(pairing, left.old, add);
  addByChildren(pairing, left.old, add);
  addByCitation(pairing, left, add);
  addByEqualText(pairing, left, add);
  return found;
}

type Add = (a: number, b: number) => void;

/** An inverted index over words and bigrams; the rarest that two clauses share vote for the pair. */
function addBySharedFeatures(
  old: readonly Features[],
  leftOld: readonly number[],
  newer: readonly Features[],
  leftNew: readonly number[],
  add: Add,
): void {
  const index = new Map<number, number[]>();
  for (const b of leftNew) {
    for (const feature of distinctFeatures(newer[b]!)) {
      const postings = index.get(feature);
      if (!postings) index.set(feature, [b]);
      else if (postings.length <= SETTINGS.maxPostings) postings.push(b);
    }
  }
  const votes = new Map<number, number>();
  for (const a of leftOld) {
    votes.clear();
    const lists: number[][] = [];
    for (const feature of distinctFeatures(old[a]!)) {
      const postings = index.get(feature);
      if (postings && postings.length <= SETTINGS.maxPostings) lists.push(postings);
    }
    lists.sort((p, q) => p.length - q.length);
    for (const postings of lists.slice(0, SETTINGS.rarestFeatures)) {
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
function distinctFeatures({ sortedWords, sortedBigrams }: Features): number[] {
  const features: number[] = [];
  for (let i = 0; i < sortedWords.length; i++) {
    if (i === 0 || sortedWords[i] !== sortedWords[i - 1]) features.push(sortedWords[i]!);
  }
  for (let i = 0; i < sortedBigrams.length; i++) {
    if (i === 0 || sortedBigrams[i] !== sortedBigrams[i - 1]) features.push(-1 - sortedBigrams[i]!);
  }
  return features;
}

function addByGap(gaps: Gaps, left: { old: number[]; new: number[] }, add: Add): void {
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

function addByCitation(pairing: Pairing, left: { old: number[]; new: number[] }, add: Add): void {
  const isFootnote = ({ family }: Features): boolean => family === 'footnote';
  const inNew = groupBy(
    left.new.filter((b) => isFootnote(pairing.new[b]!)),
    (b) => pairing.new[b]!.clause.citedBy,
  );
  for (const a of left.old) {
    if (!isFootnote(pairing.old[a]!)) continue;
    const { citedBy } = pairing.old[a]!.clause;
    const partner = citedBy < 0 ? -1 : pairing.newOf[citedBy]!;
    for (const b of partner < 0 ? [] : (inNew.get(partner) ?? [])) add(a, b);
  }
}

function addByEqualText(pairing: Pairing, left: { old: number[]; new: number[] }, add: Add): void {
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
