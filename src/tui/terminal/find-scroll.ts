/** Rows `top` to before `bottom` move up `by` rows, or down if it is negative; those that come in are blank. */
export interface Scroll {
  readonly top: number;
  readonly bottom: number;
  readonly by: number;
}

const MAX_SHIFT = 20;
const MIN_RUN = 5;
/** What the sequences of a scroll cost, in bytes. */
const COST = 30;

/** The scroll after which the least is left to write; undefined if it is not worth it. */
export function findScroll(shown: readonly string[], lines: readonly string[]): Scroll | undefined {
  let best: Scroll | undefined;
  let least = cost(shown, lines) - COST;
  for (let by = -MAX_SHIFT; by <= MAX_SHIFT; by += 1) {
    const scroll = by === 0 ? undefined : longestRun(shown, lines, by);
    const left = scroll ? cost(scrolled(shown, scroll), lines) : least;
    if (left < least) {
      best = scroll;
      least = left;
    }
  }
  return best;
}

export function scrolled(shown: readonly string[], { top, bottom, by }: Scroll): string[] {
  return shown.map((line, i) => {
    if (i < top || i >= bottom) return line;
    const from = i + by;
    return from >= top && from < bottom ? shown[from]! : '';
  });
}

/** Characters of the lines that differ. */
function cost(shown: readonly string[], lines: readonly string[]): number {
  return lines.reduce((sum, line, i) => (line === shown[i] ? sum : sum + line.length), 0);
}

/** The longest run of lines that are already on the terminal, `by` rows lower. */
function longestRun(shown: readonly string[], lines: readonly string[], by: number): Scroll | undefined {
  let start = 0;
  let longest = { start: 0, end: 0 };
  for (let i = 0; i < lines.length; i += 1) {
    if (lines[i] !== shown[i + by]) start = i + 1;
    else if (i + 1 - start > longest.end - longest.start) longest = { start, end: i + 1 };
  }
  if (longest.end - longest.start < MIN_RUN) return undefined;
  return {
    top: Math.min(longest.start, longest.start + by),
    bottom: Math.max(longest.end, longest.end + by),
    by,
  };
}
