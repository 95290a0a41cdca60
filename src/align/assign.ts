/** A possible pair and what it is worth; only positive weights are ever assigned. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/**
 * A set of edges in which no clause occurs twice, of the greatest total weight.
 *
 * Each connected component is solved alone: optimally up to `optimalSize` clauses a side (shortest augmenting paths,
 * Jonker and Volgenant 1987), otherwise greedily by weight.
 */
export function assign(edges: readonly Edge[], optimalSize: number): Edge[] {
  return components(edges).flatMap((component) => {
    if (component.length === 1) return component;
    const as = [...new Set(component.map((edge) => edge.a))];
    const bs = [...new Set(component.map((edge) => edge.b))];
    return Math.max(as.length, bs.length) <= optimalSize
      ? assignOptimally(component, as, bs)
      : assignGreedily(component);
  });
}

function components(edges: readonly Edge[]): Edge[][] {
  const root = new Map<number, number>();
  const find = (node: number): number => {
    let top = node;
    while (root.get(top)! !== top) top = root.get(top)!;
    for (let at = node; at !== top; ) {
      const next = root.get(at)!;
      root.set(at, top);
      at = next;
    }
    return top;
  };
  /** New clauses are numbered from -1 downwards, so that one map holds both sides. */
  const nodeOf = (b: number): number => -1 - b;
  for (const { a, b } of edges) {
    for (const node of [a, nodeOf(b)]) if (!root.has(node)) root.set(node, node);
    root.set(find(a), find(nodeOf(b)));
  }
  const found = new Map<number, Edge[]>();
  for (const edge of edges) {
    const top = find(edge.a);
    const component = found.get(top);
    if (component) component.push(edge);
    else found.set(top, [edge]);
  }
  return [...found.values()];
}

function assignGreedily(edges: readonly Edge[]): Edge[] {
  const taken = { a: new Set<number>(), b: new Set<number>() };
  return [...edges]
    .sort((p, q) => q.weight - p.weight || p.a - q.a || p.b - q.b)
    .filter(({ a, b }) => {
      if (taken.a.has(a) || taken.b.has(b)) return false;
      taken.a.add(a);
      taken.b.add(b);
      return true;
    });
}

/** Every row has a column of its own worth nothing, which stands for staying unpaired. */
function assignOptimally(edges: readonly Edge[], as: readonly number[], bs: readonly number[]): Edge[] {
  const rowOf = new Map(as.map((a, i) => [a, i]));
  const columnOf = new Map(bs.map((b, j) => [b, j]));
  const rows = as.length;
  const columns = bs.length + rows;
  const cells = new Map<number, Edge>();
  const worth = new Float64Array(rows * columns);
  for (const edge of edges) {
    const at = rowOf.get(edge.a)! * columns + columnOf.get(edge.b)!;
    worth[at] = edge.weight;
    cells.set(at, edge);
  }
  const chosen = maximise(worth, rows, columns);
  return [...chosen].flatMap((column, row) => cells.get(row * columns + column) ?? []);
}

/** For each row the column of an assignment of the greatest total worth; `columns` is at least `rows`. */
function maximise(worth: Float64Array, rows: number, columns: number): Int32Array {
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowAt = new Int32Array(columns + 1);
  const cameFrom = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowAt[0] = row;
    let column = 0;
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const visited = new Uint8Array(columns + 1);
    do {
      visited[column] = 1;
      const current = rowAt[column]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= columns; j++) {
        if (visited[j]) continue;
        const cost = -worth[(current - 1) * columns + j - 1]! - rowPrice[current]! - columnPrice[j]!;
        if (cost < slack[j]!) {
          slack[j] = cost;
          cameFrom[j] = column;
        }
        if (slack[j]! < delta) {
          delta = slack[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (visited[j]) {
          rowPrice[rowAt[j]!]! += delta;
          columnPrice[j]! -= delta;
        } else slack[j]! -= delta;
      }
      column = next;
    } while (rowAt[column] !== 0);
    while (column !== 0) {
      const before = cameFrom[column]!;
      rowAt[column] = rowAt[before]!;
      column = before;
    }
  }
  const columnOf = new Int32Array(rows).fill(-1);
  for (let j = 1; j <= columns; j++) if (rowAt[j]) columnOf[rowAt[j]! - 1] = j - 1;
  return columnOf;
}
