import { Random } from '../simulation/random.ts';
import type { Binned } from './bins.ts';
import { growTree, valueOf, type Tree } from './tree.ts';

/** Trees whose sum is the value that a share `tau` of outcomes does not exceed. */
export interface Boosted {
  start: number;
  trees: Tree[];
}

/** How the trees are boosted. */
export interface Boosting {
  tau: number;
  rounds: number;
  /** Share of each tree's correction that is taken. */
  rate: number;
  leaves: number;
  leastRows: number;
  /** Share of rows, and of columns, that each tree sees. */
  rowShare: number;
  columnShare: number;
  seed: number;
}

/** Signs are whole numbers in thousandths of the pull, so that sums are exact. */
const THOUSAND = 1000;

/**
 * Gradient boosting for a quantile (pinball loss): each tree is grown on the signs of what is left, its leaves are the quantile of what
 * is left there. Yields after each tree, so that whoever learns beside other work can let that go first.
 */
export function* boost(table: Binned, outcomes: Float64Array, how: Boosting): Generator<void, Boosted> {
  const { rows } = table;
  const random = new Random(how.seed);
  const start = shareOf(Float64Array.from(outcomes), how.tau);
  const left = outcomes.map((outcome) => outcome - start);
  const signs = new Int32Array(rows);
  const [up, down] = [Math.round(how.tau * THOUSAND), Math.round((how.tau - 1) * THOUSAND)];
  const trees: Tree[] = [];
  for (let round = 0; round < how.rounds; round++) {
    for (let row = 0; row < rows; row++) signs[row] = left[row]! > 0 ? up : down;
    const order = some(rows, how.rowShare, random);
    const features = [...some(table.columns.length, how.columnShare, random)];
    const { tree, leaves } = growTree(table, signs, order, { ...how, features });
    if (leaves.length === 1) continue;
    for (const { node, from, until } of leaves) {
      const rest = Float64Array.from(order.subarray(from, until), (row) => left[row]!);
      tree.value[node] = how.rate * shareOf(rest, how.tau);
    }
    correct(left, table, tree);
    trees.push(tree);
    yield;
  }
  return { start, trees };
}

/** The boosted value for a row of figures. */
export function boostedValue({ start, trees }: Boosted, figures: ArrayLike<number>): number {
  let value = start;
  for (const tree of trees) value += valueOf(tree, figures);
  return value;
}

/** Takes a new tree's values off what is left of each row. */
function correct(left: Float64Array, table: Binned, tree: Tree): void {
  const bins = tree.feature.map((feature, node) =>
    feature < 0 ? -1 : table.edges[feature]!.indexOf(tree.threshold[node]!),
  );
  for (let row = 0; row < table.rows; row++) {
    let node = 0;
    for (let feature = tree.feature[0]!; feature >= 0; feature = tree.feature[node]!)
      node = tree.left[node]! + (table.columns[feature]![row]! <= bins[node]! ? 0 : 1);
    left[row]! -= tree.value[node]!;
  }
}

/** A part of 0 … n − 1 in order, at least one. */
function some(n: number, share: number, random: Random): Uint32Array {
  const picked = new Uint32Array(n);
  let count = 0;
  for (let i = 0; i < n; i++) if (share >= 1 || random.chance(share)) picked[count++] = i;
  if (count === 0 && n > 0) picked[count++] = Math.floor(random.next() * n);
  return picked.slice(0, count);
}

/** The value that a share `tau` of these does not exceed (between neighbours in proportion). Sorts in place. */
export function shareOf(values: Float64Array, tau: number): number {
  if (values.length === 0) return 0;
  values.sort();
  const at = tau * (values.length - 1);
  const below = values[Math.floor(at)]!;
  return below + (values[Math.ceil(at)]! - below) * (at - Math.floor(at));
}
