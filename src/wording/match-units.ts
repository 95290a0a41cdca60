import { diffArrays } from 'diff';
import { longestIncreasing } from '../align/subsequence.ts';
import { isFunctionWord } from './function-words.ts';
import { SETTINGS } from './settings.ts';
import type { Unit } from './units.ts';

/** A kept unit: its index in the old and in the new text. Lists of these ascend on both sides. */
export type Kept = readonly [old: number, new: number];

/**
 * Finds the units that a reader would say were kept.
 *
 *     old    the European Union will act on the basis of the treaties
 *     new    the leaders noted the outcome of the talks
 *     LCS    keeps "the", "the", "of", "the": confetti between the marks
 *     wanted one mark, or few: a run of change costs something, so what stands between two runs must be worth it
 *
 * Maximises the worth of kept units minus a cost for each run of change (affine gaps, Gotoh 1982).
 */
export function matchUnits(old: readonly Unit[], newer: readonly Unit[]): Kept[] {
  let head = 0;
  while (head < old.length && head < newer.length && old[head]!.key === newer[head]!.key) head++;
  let [oldEnd, newEnd] = [old.length, newer.length];
  while (oldEnd > head && newEnd > head && old[oldEnd - 1]!.key === newer[newEnd - 1]!.key) {
    oldEnd--;
    newEnd--;
  }
  const kept: Kept[] = [];
  for (let i = 0; i < head; i++) kept.push([i, i]);
  for (const [a, b] of matchMiddle(old.slice(head, oldEnd), newer.slice(head, newEnd)))
    kept.push([a + head, b + head]);
  for (let i = 0; oldEnd + i < old.length; i++) kept.push([oldEnd + i, newEnd + i]);
  return kept;
}

function matchMiddle(old: readonly Unit[], newer: readonly Unit[]): Kept[] {
  if (old.length === 0 || newer.length === 0) return [];
  if (old.length * newer.length <= SETTINGS.maxCells) return matchExactly(old, newer);
  const anchors = uniqueCommon(old, newer);
  return anchors.length > 0 ? matchBetween(old, newer, anchors) : matchRoughly(old, newer);
}

function worth({ key, word }: Unit): number {
  if (!word) return SETTINGS.punctuation;
  if (isFunctionWord(key)) return SETTINGS.functionWord;
  return SETTINGS.contentWord + SETTINGS.perLetter * Math.min(SETTINGS.maxLetters, key.length);
}

/** Two states at each cell: `kept`, just after a kept unit, and `changed`, inside a run of change. */
function matchExactly(old: readonly Unit[], newer: readonly Unit[]): Kept[] {
  const [n, m] = [old.length, newer.length];
  const width = m + 1;
  const keys = internKeys(old, newer);
  const worths = old.map(worth);
  const kept = new Float64Array((n + 1) * width).fill(Number.NEGATIVE_INFINITY);
  const changed = new Float64Array((n + 1) * width).fill(Number.NEGATIVE_INFINITY);
  kept[0] = 0;
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const at = i * width + j;
      if (i > 0 && j > 0 && keys.old[i - 1] === keys.new[j - 1]) {
        const before = at - width - 1;
        kept[at] = Math.max(kept[before]!, changed[before]!) + worths[i - 1]!;
      }
      let best = changed[at]!;
      if (i > 0) best = Math.max(best, changed[at - width]!, kept[at - width]! - SETTINGS.openRun);
      if (j > 0) best = Math.max(best, changed[at - 1]!, kept[at - 1]! - SETTINGS.openRun);
      changed[at] = best;
    }
  }
  return trace(n, m, width, kept, changed);
}

/** Walks back; among equally good ways it prefers to stay in a run, then to take from the new text first. */
function trace(n: number, m: number, width: number, kept: Float64Array, changed: Float64Array): Kept[] {
  const pairs: Kept[] = [];
  let [i, j] = [n, m];
  let isKept = kept[n * width + m]! >= changed[n * width + m]!;
  while (i > 0 || j > 0) {
    const at = i * width + j;
    if (isKept) {
      i--;
      j--;
      pairs.push([i, j]);
      isKept = kept[i * width + j]! >= changed[i * width + j]!;
    } else if (j > 0 && changed[at] === changed[at - 1]) j--;
    else if (i > 0 && changed[at] === changed[at - width]) i--;
    else if (j > 0 && changed[at] === kept[at - 1]! - SETTINGS.openRun) {
      j--;
      isKept = true;
    } else {
      i--;
      isKept = true;
    }
  }
  return pairs.reverse();
}

function internKeys(old: readonly Unit[], newer: readonly Unit[]): { old: Int32Array; new: Int32Array } {
  const ids = new Map<string, number>();
  const intern = ({ key }: Unit): number => {
    const known = ids.get(key);
    if (known === undefined) ids.set(key, ids.size);
    return known ?? ids.size - 1;
  };
  return { old: Int32Array.from(old, intern), new: Int32Array.from(newer, intern) };
}

/** Words that occur once in each text, as far as they stand in the same order. */
function uniqueCommon(old: readonly Unit[], newer: readonly Unit[]): Kept[] {
  const places = (units: readonly Unit[]): Map<string, number> => {
    const found = new Map<string, number>();
    units.forEach(({ key, word }, i) => {
      if (word) found.set(key, found.has(key) ? -1 : i);
    });
    return found;
  };
  const inNew = places(newer);
  const pairs: Kept[] = [];
  for (const [key, a] of places(old)) {
    const b = inNew.get(key) ?? -1;
    if (a >= 0 && b >= 0) pairs.push([a, b]);
  }
  pairs.sort((p, q) => p[0] - q[0]);
  return longestIncreasing(pairs.map(([, b]) => b)).map((i) => pairs[i]!);
}

function matchBetween(old: readonly Unit[], newer: readonly Unit[], anchors: readonly Kept[]): Kept[] {
  const kept: Kept[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...anchors, [old.length, newer.length] as const]) {
    for (const [x, y] of matchUnits(old.slice(i, a), newer.slice(j, b))) kept.push([x + i, y + j]);
    if (a < old.length) kept.push([a, b]);
    [i, j] = [a + 1, b + 1];
  }
  return kept;
}

/** Long runs of words of which none is unique: a plain shortest edit script, if there is a short one. */
function matchRoughly(old: readonly Unit[], newer: readonly Unit[]): Kept[] {
  const parts = diffArrays(
    old.map((unit) => unit.key),
    newer.map((unit) => unit.key),
    { maxEditLength: SETTINGS.maxEditLength },
  );
  const kept: Kept[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of parts ?? []) {
    if (!added && !removed) for (let k = 0; k < count; k++) kept.push([i + k, j + k]);
    if (!added) i += count;
    if (!removed) j += count;
  }
  return kept;
}
