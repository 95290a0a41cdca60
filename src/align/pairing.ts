import type { DraftFeatures, Features } from './features.ts';
import { longestIncreasing } from './subsequence.ts';

/** Why two clauses were paired; see `Link.match.by` in the comparison. */
export type MatchReason = 'identical' | 'text' | 'position' | 'label' | 'split' | 'merge';

const UNPAIRED = -1;

/** The pairs found so far: the state that the passes of the aligner share. */
export class Pairing {
  readonly old: readonly Features[];
  readonly new: readonly Features[];
  readonly idf: Float64Array;
  readonly newOf: Int32Array;
  readonly oldOf: Int32Array;
  readonly reasons: (MatchReason | undefined)[];
  /** Pairs whose neighbours have not been looked at yet, by their old clause. */
  readonly fresh: number[] = [];

  constructor({ old, new: newer, idf }: DraftFeatures) {
    this.old = old;
    this.new = newer;
    this.idf = idf;
    this.newOf = new Int32Array(old.length).fill(UNPAIRED);
    this.oldOf = new Int32Array(newer.length).fill(UNPAIRED);
    this.reasons = new Array(old.length).fill(undefined);
  }

  pair(a: number, b: number, reason: MatchReason): void {
    this.newOf[a] = b;
    this.oldOf[b] = a;
    this.reasons[a] = reason;
    this.fresh.push(a);
  }

  unpairedOld(among: Iterable<number> = this.newOf.keys()): number[] {
    return [...among].filter((a) => this.newOf[a] === UNPAIRED);
  }

  unpairedNew(among: Iterable<number> = this.oldOf.keys()): number[] {
    return [...among].filter((b) => this.oldOf[b] === UNPAIRED);
  }

  /** True if there are such clauses, their texts are equal but for typography, and both can be paired. */
  canPairEqual(a: number, b: number): boolean {
    return this.newOf[a] === UNPAIRED && this.oldOf[b] === UNPAIRED && this.isEqual(a, b);
  }

  isEqual(a: number, b: number): boolean {
    const x = this.old[a]!;
    const y = this.new[b]!;
    return x.canonical === y.canonical && x.family === y.family;
  }

  /** Whether the parents are paired with each other, or both clauses stand at the top. */
  parentsPaired(a: number, b: number): boolean {
    const p = this.old[a]!.parent;
    const q = this.new[b]!.parent;
    return p < 0 ? q < 0 : q >= 0 && this.newOf[p] === q;
  }

  /** Whether either clause stands under one that is paired, but not with the parent of the other. */
  parentsPairedElsewhere(a: number, b: number): boolean {
    const [p, q] = [this.old[a]!.parent, this.new[b]!.parent];
    const isElsewhere = (partner: number | undefined, other: number): boolean =>
      partner !== undefined && partner !== UNPAIRED && partner !== other;
    return isElsewhere(this.newOf[p], q) || isElsewhere(this.oldOf[q], p);
  }

  /** Whether the clauses that cite two footnotes are paired with each other. */
  citationsPaired(a: number, b: number): boolean {
    const p = this.old[a]!.clause.citedBy;
    const q = this.new[b]!.clause.citedBy;
    return p >= 0 && q >= 0 && this.newOf[p] === q;
  }
}

/**
 * Numbers the gaps between the pairs that stand in the same order in both drafts. Two clauses are in the same gap
 * if everything around them that kept its order agrees that they are.
 */
export interface Gaps {
  readonly old: Int32Array;
  readonly new: Int32Array;
}

export function findGaps({ newOf, old, new: newer }: Pairing): Gaps {
  const paired = [...newOf.keys()].filter((a) => newOf[a] !== UNPAIRED);
  const kept = longestIncreasing(paired.map((a) => newOf[a]!)).map((i) => paired[i]!);
  return {
    old: numberGaps(kept, old.length),
    new: numberGaps(
      kept.map((a) => newOf[a]!),
      newer.length,
    ),
  };
}

function numberGaps(anchors: readonly number[], length: number): Int32Array {
  const gaps = new Int32Array(length);
  let gap = 0;
  for (let i = 0; i < length; i++) {
    while (gap < anchors.length && anchors[gap]! < i) gap++;
    gaps[i] = gap;
  }
  return gaps;
}

export function groupBy<K>(items: Iterable<number>, keyOf: (item: number) => K): Map<K, number[]> {
  const groups = new Map<K, number[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
