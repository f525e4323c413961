import type { Binned } from './bins.ts';

/** A grown tree, flat: an inner node sends a row left when its figure is not above the threshold; a leaf (`feature` −1) has a value. */
export interface Tree {
  feature: number[];
  threshold: number[];
  /** The node to the left; the one to the right stands behind it. */
  left: number[];
  value: number[];
}

/** How a tree may grow. */
export interface Growth {
  leaves: number;
  /** A leaf holds at least so many rows. */
  leastRows: number;
  /** Columns that this tree may split by. */
  features: readonly number[];
}

interface Node {
  index: number;
  /** Its rows are `order[from … until − 1]`. */
  from: number;
  until: number;
  sum: number;
  histogram: Int32Array;
  split: { gain: number; feature: number; bin: number } | null;
}

const BINS = 64;

/**
 * Grows a tree best split first. `signs` is what each row pulls by, in whole numbers, so that sums are exact and the same rows always
 * make the same tree; the gain of a split is Σ²/n of its two sides less that of the whole.
 * @param order the rows to grow on; afterwards lying leaf by leaf.
 */
export function growTree(
  table: Binned,
  signs: Int32Array,
  order: Uint32Array,
  growth: Growth,
): { tree: Tree; leaves: { node: number; from: number; until: number }[] } {
  const tree: Tree = { feature: [-1], threshold: [0], left: [0], value: [0] };
  const scratch = new Uint32Array(order.length);
  const node = (index: number, from: number, until: number, histogram: Int32Array): Node => {
    let sum = 0;
    for (let i = from; i < until; i++) sum += signs[order[i]!]!;
    const made: Node = { index, from, until, sum, histogram, split: null };
    made.split = bestSplit(made, table, growth);
    return made;
  };
  const open = [node(0, 0, order.length, histogramOf(table, signs, order, 0, order.length, growth.features))];
  while (open.length < growth.leaves) {
    const next = open.reduce((best, one) => ((one.split?.gain ?? 0) > (best.split?.gain ?? 0) ? one : best));
    if (!next.split) break;
    const { feature, bin } = next.split;
    const cut = partition(order, scratch, next, table.columns[feature]!, bin);
    const left = tree.feature.length;
    tree.feature[next.index] = feature;
    tree.threshold[next.index] = table.edges[feature]![bin]!;
    tree.left[next.index] = left;
    for (let side = 0; side < 2; side++) {
      tree.feature.push(-1);
      tree.threshold.push(0);
      tree.left.push(0);
      tree.value.push(0);
    }
    // Only the smaller side is counted; the other is what is left of the whole.
    const leftSmaller = cut - next.from <= next.until - cut;
    const [from, until] = leftSmaller ? [next.from, cut] : [cut, next.until];
    const counted = histogramOf(table, signs, order, from, until, growth.features);
    const rest = next.histogram;
    for (let i = 0; i < rest.length; i++) rest[i]! -= counted[i]!;
    open.splice(
      open.indexOf(next),
      1,
      node(left, next.from, cut, leftSmaller ? counted : rest),
      node(left + 1, cut, next.until, leftSmaller ? rest : counted),
    );
  }
  return { tree, leaves: open.map(({ index, from, until }) => ({ node: index, from, until })) };
}

/** Per feature and bin: how many rows, and the sum of their signs. */
function histogramOf(
  table: Binned,
  signs: Int32Array,
  order: Uint32Array,
  from: number,
  until: number,
  features: readonly number[],
): Int32Array {
  const histogram = new Int32Array(features.length * BINS * 2);
  for (let f = 0; f < features.length; f++) {
    const column = table.columns[features[f]!]!;
    const base = f * BINS;
    for (let i = from; i < until; i++) {
      const row = order[i]!;
      const at = (base + column[row]!) << 1;
      histogram[at]! += 1;
      histogram[at + 1]! += signs[row]!;
    }
  }
  return histogram;
}

function bestSplit(node: Node, table: Binned, { features, leastRows }: Growth): Node['split'] {
  const rows = node.until - node.from;
  const whole = (node.sum * node.sum) / rows;
  let best: Node['split'] = null;
  for (let f = 0; f < features.length; f++) {
    const bins = table.edges[features[f]!]!.length;
    let [count, sum] = [0, 0];
    for (let bin = 0; bin < bins; bin++) {
      const at = (f * BINS + bin) << 1;
      count += node.histogram[at]!;
      sum += node.histogram[at + 1]!;
      if (count < leastRows) continue;
      if (rows - count < leastRows) break;
      const other = node.sum - sum;
      const gain = (sum * sum) / count + (other * other) / (rows - count) - whole;
      if (gain > (best?.gain ?? 1e-9)) best = { gain, feature: features[f]!, bin };
    }
  }
  return best;
}

/** Puts the node's rows that go left first, each side in its old order; returns where the right side begins. */
function partition(order: Uint32Array, scratch: Uint32Array, { from, until }: Node, column: Uint8Array, bin: number) {
  let [cut, right] = [from, 0];
  for (let i = from; i < until; i++) {
    const row = order[i]!;
    if (column[row]! <= bin) order[cut++] = row;
    else scratch[right++] = row;
  }
  order.set(scratch.subarray(0, right), cut);
  return cut;
}

/** The value of the leaf in which a row of figures ends. */
export function valueOf(tree: Tree, figures: ArrayLike<number>): number {
  let node = 0;
  for (let feature = tree.feature[0]!; feature >= 0; feature = tree.feature[node]!)
    node = tree.left[node]! + (figures[feature]! <= tree.threshold[node]! ? 0 : 1);
  return tree.value[node]!;
}
