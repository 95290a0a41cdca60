import type { Edit } from './edits.ts';
import type { WordSpan, Words } from './words.ts';

/**
 * A place where the wording changed, widened to whole expressions.
 *
 *     old   the [European Union and its Member States] will …
 *     new   the [European Union] will …
 *
 * The edit deletes "and its Member States" alone. Read so, an actor was dropped; read whole, one actor became another.
 */
export interface Site {
  readonly old: WordSpan;
  readonly new: WordSpan;
}

interface Region {
  old: [start: number, endExclusive: number];
  new: [start: number, endExclusive: number];
}

/** For each word of both sides that an edit left equal, its counterpart; otherwise -1. */
export interface Counterparts {
  readonly old: Int32Array;
  readonly new: Int32Array;
}

/**
 * The sites of the edits that `isSite` accepts, widened so that no expression is cut by a border.
 *
 * @param expressions spans of both sides that are one unit each
 */
export function findSites(
  edits: readonly Edit[],
  old: Words,
  newer: Words,
  expressions: { readonly old: readonly WordSpan[]; readonly new: readonly WordSpan[] },
  isSite: (edit: Edit) => boolean,
): { readonly sites: Site[]; readonly counterparts: Counterparts } {
  const counterparts: Counterparts = {
    old: new Int32Array(old.tokens.length).fill(-1),
    new: new Int32Array(newer.tokens.length).fill(-1),
  };
  const regions: Region[] = [];
  let [i, j, oldOffset, newOffset] = [0, 0, 0, 0];
  for (const edit of edits) {
    oldOffset += edit.old.length;
    newOffset += edit.new.length;
    const [a, b] = [i, j];
    while (i < old.tokens.length && old.tokens[i]!.start < oldOffset) i++;
    while (j < newer.tokens.length && newer.tokens[j]!.start < newOffset) j++;
    if (edit.op === 'equal') {
      for (let k = 0; a + k < i && b + k < j; k++) {
        counterparts.old[a + k] = b + k;
        counterparts.new[b + k] = a + k;
      }
    } else if (isSite(edit)) regions.push({ old: [a, i], new: [b, j] });
  }
  const sites = widened(regions, counterparts, expressions).map(({ old: [a, b], new: [c, d] }) => ({
    old: { start: a, endExclusive: b },
    new: { start: c, endExclusive: d },
  }));
  return { sites, counterparts };
}

function widened(
  regions: Region[],
  counterparts: Counterparts,
  expressions: { readonly old: readonly WordSpan[]; readonly new: readonly WordSpan[] },
): Region[] {
  let current = regions;
  for (;;) {
    let grown = false;
    for (const region of current) {
      for (const side of ['old', 'new'] as const) {
        for (const span of expressions[side])
          if (isCut(span, region[side])) grown = grow(region, side, span, counterparts);
      }
    }
    if (!grown) return current;
    current = merged(current);
  }
}

/** Whether a border of the region lies inside the expression. */
const isCut = ({ start, endExclusive }: WordSpan, [a, b]: readonly [number, number]): boolean =>
  start < Math.max(b, a) && endExclusive > a
    ? start < a || endExclusive > b
    : a === b && start < a && endExclusive > a;

/** Widens one side over the expression, and the other side over the counterparts of the words taken in. */
function grow(region: Region, side: 'old' | 'new', span: WordSpan, counterparts: Counterparts): true {
  const other = side === 'old' ? 'new' : 'old';
  const [a, b] = region[side];
  const map = counterparts[side];
  for (let at = span.start; at < span.endExclusive; at++) {
    const there = map[at] as number;
    if ((at >= a && at < b) || there < 0) continue;
    region[other] = [Math.min(region[other][0], there), Math.max(region[other][1], there + 1)];
  }
  region[side] = [Math.min(a, span.start), Math.max(b, span.endExclusive)];
  return true;
}

/** Regions that overlap or lie in each other's reach on one side are one. */
function merged(regions: readonly Region[]): Region[] {
  const result: Region[] = [];
  for (const region of regions) {
    const last = result.at(-1);
    if (last && (region.old[0] < last.old[1] || region.new[0] < last.new[1])) {
      last.old = [Math.min(last.old[0], region.old[0]), Math.max(last.old[1], region.old[1])];
      last.new = [Math.min(last.new[0], region.new[0]), Math.max(last.new[1], region.new[1])];
    } else result.push(region);
  }
  return result;
}
