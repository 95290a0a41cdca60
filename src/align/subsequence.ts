/** Indexes of a longest strictly increasing subsequence of `values`. O(n log n), patience sorting. */
export function longestIncreasing(values: readonly number[]): number[] {
  const tails: number[] = [];
  const previous = new Int32Array(values.length).fill(-1);
  values.forEach((value, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle]!] as number) < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[i] = tails[low - 1]!;
    tails[low] = i;
  });
  return follow(previous, tails.at(-1) ?? -1);
}

/**
 * Indexes of the heaviest strictly increasing subsequence of `values`, which are distinct. O(n log n): a Fenwick
 * tree of prefix maxima over the ranks of the values.
 */
export function heaviestIncreasing(values: readonly number[], weights: readonly number[]): number[] {
  const n = values.length;
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const rank = new Int32Array(n);
  order.forEach((i, r) => {
    rank[i] = r + 1;
  });
  const bestAt = new Int32Array(n + 1).fill(-1);
  const total = new Float64Array(n);
  const previous = new Int32Array(n).fill(-1);
  let heaviest = -1;
  for (let i = 0; i < n; i++) {
    let before = -1;
    for (let r = rank[i]! - 1; r > 0; r -= r & -r) {
      const candidate = bestAt[r]!;
      if (candidate >= 0 && (before < 0 || total[candidate]! > total[before]!)) before = candidate;
    }
    total[i] = weights[i]! + (before < 0 ? 0 : total[before]!);
    previous[i] = before;
    for (let r = rank[i]!; r <= n; r += r & -r) {
      const held = bestAt[r]!;
      if (held < 0 || total[held]! < total[i]!) bestAt[r] = i;
    }
    if (heaviest < 0 || total[i]! > total[heaviest]!) heaviest = i;
  }
  return follow(previous, heaviest);
}

function follow(previous: Int32Array, last: number): number[] {
  const chain: number[] = [];
  for (let i = last; i >= 0; i = previous[i]!) chain.push(i);
  return chain.reverse();
}
