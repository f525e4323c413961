/** At most so many bins per column: a tree then looks at 64 places to split, not at every value. */
const MOST_BINS = 64;

/** A table of figures, column by column, each figure by the number of its bin. */
export interface Binned {
  rows: number;
  columns: Uint8Array[];
  /** Per column the upper edge of each bin but the last: bin `b` holds what is above edge `b − 1` and not above edge `b`. */
  edges: number[][];
}

/** Edges of a column that hold about as many values in each bin. */
export function edgesOf(values: Float64Array): number[] {
  const sorted = Float64Array.from(values).sort();
  const edges: number[] = [];
  for (let bin = 1; bin < MOST_BINS; bin++) {
    const edge = sorted[Math.floor((bin * sorted.length) / MOST_BINS)];
    if (edge === undefined || edge === sorted.at(-1)) break;
    if (edges.at(-1) !== edge) edges.push(edge);
  }
  return edges;
}

/** Lays rows of figures out in bins. */
export function binned(rows: readonly Float64Array[]): Binned {
  const width = rows[0]?.length ?? 0;
  const edges: number[][] = [];
  const columns: Uint8Array[] = [];
  for (let column = 0; column < width; column++) {
    const values = Float64Array.from(rows, (row) => row[column]!);
    const own = edgesOf(values);
    edges.push(own);
    columns.push(Uint8Array.from(values, (value) => binOf(own, value)));
  }
  return { rows: rows.length, columns, edges };
}

function binOf(edges: readonly number[], value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= edges[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}
