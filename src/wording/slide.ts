import type { Kept } from './match-units.ts';
import { SETTINGS } from './settings.ts';
import type { Unit } from './units.ts';

/** How good a boundary is: whole sentences, then whole phrases between commas, then whole brackets. */
const BOUNDARY = {
  sentence: 3,
  comma: 1,
  commaEnd: 0.5,
  leadingComma: 2.5,
  bracket: 0.5,
  insideBracket: -1,
} as const;

/**
 * Slides pure insertions and deletions to the boundary a person would choose; the text is the same either way.
 *
 *     new    It acts. [It reports. ]It ends.        found
 *     new    It acts. It [reports. It ]ends.        ugly, and just as short
 */
export function slideRuns(old: readonly Unit[], newer: readonly Unit[], kept: readonly Kept[]): Kept[] {
  const pairs: [number, number][] = kept.map(([a, b]) => [a, b]);
  for (let at = 0; at <= pairs.length; at++) {
    const [oldFrom, newFrom] = at > 0 ? [pairs[at - 1]![0] + 1, pairs[at - 1]![1] + 1] : [0, 0];
    const [oldTo, newTo] = pairs[at] ?? [old.length, newer.length];
    const [oldLength, newLength] = [oldTo - oldFrom, newTo - newFrom];
    if (oldLength > 0 === newLength > 0) continue;
    const side = oldLength > 0 ? 0 : 1;
    const units = side === 0 ? old : newer;
    const from = side === 0 ? oldFrom : newFrom;
    const length = oldLength || newLength;
    const step = bestStep(units, pairs, at, from, length);
    for (let i = 0; i < step; i++) pairs[at + i]![side] -= length;
    for (let i = 1; i <= -step; i++) pairs[at - i]![side] += length;
  }
  return pairs;
}

/** How many units to slide to the right, negative to the left. */
function bestStep(
  units: readonly Unit[],
  pairs: readonly (readonly [number, number])[],
  at: number,
  from: number,
  length: number,
): number {
  let best = 0;
  let score = boundaryScore(units, from, length);
  const consider = (step: number): void => {
    const candidate = boundaryScore(units, from + step, length);
    if (candidate > score) [best, score] = [step, candidate];
  };
  const key = (i: number): string | undefined => units[i]?.key;
  for (let step = 1; step <= SETTINGS.maxSlide; step++) {
    const pair = at + step - 1;
    if (pair >= pairs.length || key(from + step - 1) !== key(from + length + step - 1)) break;
    if (step > 1 && !areAdjacent(pairs[pair - 1]!, pairs[pair]!)) break;
    consider(step);
  }
  for (let step = 1; step <= SETTINGS.maxSlide; step++) {
    const pair = at - step;
    if (pair < 0 || key(from - step) !== key(from + length - step)) break;
    if (step > 1 && !areAdjacent(pairs[pair]!, pairs[pair + 1]!)) break;
    consider(-step);
  }
  return best;
}

const areAdjacent = (p: readonly [number, number], q: readonly [number, number]): boolean =>
  q[0] === p[0] + 1 && q[1] === p[1] + 1;

function boundaryScore(units: readonly Unit[], from: number, length: number): number {
  const before = units[from - 1]?.key;
  const first = units[from]?.key ?? '';
  const last = units[from + length - 1]?.key ?? '';
  const after = units[from + length]?.key;
  const endsSentence = /^[.!?;。！？；]$/;
  let score = 0;
  if (before === undefined || endsSentence.test(before)) score += BOUNDARY.sentence;
  else if (/^[,:)\]]$/.test(before)) score += BOUNDARY.comma;
  if (endsSentence.test(last)) score += BOUNDARY.sentence;
  else if (last === ',') score += BOUNDARY.commaEnd;
  if (first === ',' && (after === undefined || /^[,.;]$/.test(after))) score += BOUNDARY.leadingComma;
  if (first === '[' || first === '(') score += BOUNDARY.bracket;
  if (before !== undefined && /^[([„"]$/.test(before)) score += BOUNDARY.insideBracket;
  return score;
}
