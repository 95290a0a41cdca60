import type { Draft } from '../draft/draft.ts';
import { pairEqualTexts } from './equal-texts.ts';
import { readFeatures } from './features.ts';
import { findMoves } from './moves.ts';
import { type MatchReason, Pairing } from './pairing.ts';
import { findParts, mergeView, splitView } from './parts.ts';
import { pairSimilarTexts } from './similar-texts.ts';
import { textSimilarity } from './similarity.ts';

/** Which old clauses became which new ones; indexes into the clauses of the drafts, in document order. */
export interface AlignedLink {
  readonly kind: 'paired' | 'split' | 'merged' | 'inserted' | 'deleted';
  readonly old: readonly number[];
  readonly new: readonly number[];
  readonly moved: boolean;
  /** Absent on insertions and deletions. */
  readonly by: MatchReason | undefined;
  /** Of the words, 0 to 1; for a split or merge of its main pair. */
  readonly similarity: number;
}

/**
 * Finds which clause became which: every clause of both drafts is in exactly one link.
 *
 * Equal texts first, then similar ones assigned as a whole, then splits, merges and moves. Links come in the order
 * of the new draft, deletions where they would have stood. Swapping the drafts gives the mirrored links. Time grows
 * near-linearly with the number of clauses.
 */
export function align(older: Draft, newer: Draft): AlignedLink[] {
  // Ties are broken by order; doing all work in one direction makes the mirrored question give the mirrored answer.
  const flip = newer.source < older.source;
  const pairing = new Pairing(flip ? readFeatures(newer, older) : readFeatures(older, newer));
  pairEqualTexts(pairing);
  pairSimilarTexts(pairing);
  // Two sentences laid side by side are meant to be compared, however little they share.
  if (pairing.old.length === 1 && pairing.new.length === 1 && pairing.newOf[0] === -1)
    pairing.pair(0, 0, 'position');
  const links = linksOf(pairing);
  return inOrder(flip ? links.map(mirrored) : links, older.clauses.length, newer.clauses.length);
}

function linksOf(pairing: Pairing): AlignedLink[] {
  const splits = findParts(splitView(pairing));
  const merges = findParts(mergeView(pairing));
  const moves = findMoves(pairing, { splits, merges });
  const links: AlignedLink[] = [];
  const done = { old: new Set<number>(), new: new Set<number>() };
  const ascending = (indexes: readonly number[]): number[] =>
    [...new Set(indexes)].filter((i) => i >= 0).sort((p, q) => p - q);

  const add = (kind: AlignedLink['kind'], old: number[], newer: number[], main: number): void => {
    const partner = main < 0 ? -1 : pairing.newOf[main]!;
    links.push({
      kind,
      old,
      new: newer,
      moved: moves.has(main),
      by:
        kind === 'split'
          ? 'split'
          : kind === 'merged'
            ? 'merge'
            : main < 0
              ? undefined
              : pairing.reasons[main],
      similarity: partner < 0 ? 0 : textSimilarity(pairing.old[main]!, pairing.new[partner]!, pairing.idf),
    });
    for (const a of old) done.old.add(a);
    for (const b of newer) done.new.add(b);
  };

  for (const [a, parts] of splits) add('split', [a], ascending([pairing.newOf[a]!, ...parts]), a);
  for (const [b, parts] of merges) {
    const main = pairing.oldOf[b]!;
    const free = ascending([main, ...parts]).filter((a) => !done.old.has(a));
    if (done.new.has(b) || free.length < 2) continue;
    add('merged', free, [b], main);
  }
  pairing.newOf.forEach((b, a) => {
    if (done.old.has(a)) return;
    if (b < 0 || done.new.has(b)) add('deleted', [a], [], -1);
    else add('paired', [a], [b], a);
  });
  pairing.oldOf.forEach((_, b) => {
    if (!done.new.has(b)) add('inserted', [], [b], -1);
  });
  return links;
}

const MIRROR = {
  paired: 'paired',
  split: 'merged',
  merged: 'split',
  inserted: 'deleted',
  deleted: 'inserted',
} as const;

function mirrored(link: AlignedLink): AlignedLink {
  const by = link.by === 'split' ? 'merge' : link.by === 'merge' ? 'split' : link.by;
  return { ...link, kind: MIRROR[link.kind], old: link.new, new: link.old, by };
}

/** Sorts links by their first new clause; a deletion stands behind the link of the old clause before it. */
function inOrder(links: readonly AlignedLink[], oldCount: number, newCount: number): AlignedLink[] {
  const byOld: (AlignedLink | undefined)[] = new Array(oldCount).fill(undefined);
  const byNew: (AlignedLink | undefined)[] = new Array(newCount).fill(undefined);
  for (const link of links) {
    for (const a of link.old) byOld[a] = link;
    for (const b of link.new) byNew[b] = link;
  }
  const after = new Map<AlignedLink | undefined, AlignedLink[]>();
  let anchor: AlignedLink | undefined;
  for (const link of byOld) {
    if (link?.kind !== 'deleted') {
      if (link && !link.moved) anchor = link;
      continue;
    }
    const group = after.get(anchor);
    if (group) group.push(link);
    else after.set(anchor, [link]);
  }
  const ordered: AlignedLink[] = [...(after.get(undefined) ?? [])];
  const placed = new Set<AlignedLink>();
  for (const link of byNew) {
    if (!link || placed.has(link)) continue;
    placed.add(link);
    ordered.push(link);
    for (const deleted of after.get(link) ?? []) ordered.push(deleted);
  }
  return ordered;
}
