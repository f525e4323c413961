import { Random } from '../simulation/random.ts';
import { binned } from './bins.ts';
import { boost, boostedValue, shareOf, type Boosted, type Boosting } from './boost.ts';
import { growTree, valueOf } from './tree.ts';

const PLAIN: Boosting = {
  tau: 0.5,
  rounds: 1,
  rate: 1,
  leaves: 2,
  leastRows: 1,
  rowShare: 1,
  columnShare: 1,
  seed: 1,
};

function grown(rows: number[][], outcomes: number[], how: Partial<Boosting> = {}): Boosted {
  const growing = boost(binned(rows.map((row) => Float64Array.from(row))), Float64Array.from(outcomes), {
    ...PLAIN,
    ...how,
  });
  let step = growing.next();
  while (!step.done) step = growing.next();
  return step.value;
}

describe('boosted trees', () => {
  it('a tree splits where a hand would, and its leaves are what is left there', () => {
    // Median of the outcomes 5; the second column says nothing. Signs −500 × 4, +500 × 4: best split by the first column at 4,
    // gain 2,000²/4 + 2,000²/4; left of it −5 is left, right of it +5.
    const rows = [1, 2, 3, 4, 5, 6, 7, 8].map((x) => [x, x % 2]);
    const { start, trees } = grown(rows, [0, 0, 0, 0, 10, 10, 10, 10]);
    expect(start).toBe(5);
    expect(trees).toEqual([{ feature: [0, -1, -1], threshold: [4, 0, 0], left: [1, 0, 0], value: [0, -5, 5] }]);
    expect(rows.map((row) => boostedValue({ start, trees }, row))).toEqual([0, 0, 0, 0, 10, 10, 10, 10]);
  });

  it('splits the better leaf first and keeps the least number of rows', () => {
    const table = binned([1, 2, 3, 4, 5, 6].map((x) => Float64Array.of(x)));
    const signs = Int32Array.of(-1, -1, 1, 1, 1, 1);
    const tree = (leaves: number, leastRows: number) =>
      growTree(table, signs, Uint32Array.of(0, 1, 2, 3, 4, 5), { leaves, leastRows, features: [0] });
    expect(tree(2, 1).tree.threshold[0]).toBe(2);
    expect(tree(2, 3).tree.threshold[0]).toBe(3);
    expect(tree(2, 4).leaves).toEqual([{ node: 0, from: 0, until: 6 }]);
    // After the first split nothing pulls two ways in one leaf: a third leaf would win nothing.
    expect(tree(3, 1).leaves).toHaveLength(2);
    expect(valueOf({ feature: [0, -1, -1], threshold: [2, 0, 0], left: [1, 0, 0], value: [0, 7, 9] }, [2])).toBe(7);
  });

  it('learns the quantile of what it has not seen, and the same rows make the same trees', () => {
    const random = new Random(3);
    const rows = Array.from({ length: 4_000 }, () => [random.next() * 10, random.next()]);
    const outcomes = rows.map(([x]) => x! * random.next());
    const how = { rounds: 60, rate: 0.15, leaves: 8, leastRows: 40, rowShare: 0.6, columnShare: 0.6 };
    const nine = grown(rows.slice(0, 3_000), outcomes.slice(0, 3_000), { ...how, tau: 0.9 });
    const fresh = rows
      .slice(3_000)
      .map((row, index) => ({ said: boostedValue(nine, row), came: outcomes[3_000 + index]! }));
    const below = fresh.filter(({ said, came }) => came <= said).length / fresh.length;
    expect(below).toBeGreaterThan(0.86);
    expect(below).toBeLessThan(0.94);
    expect(Math.abs(boostedValue(nine, [8, 0.5]) - 7.2)).toBeLessThan(0.6);
    expect(grown(rows.slice(0, 3_000), outcomes.slice(0, 3_000), { ...how, tau: 0.9 })).toEqual(nine);
  });

  it('knows a share between two values', () => {
    expect(shareOf(Float64Array.of(3, 1, 2), 0.5)).toBe(2);
    expect(shareOf(Float64Array.of(0, 10), 0.9)).toBe(9);
    expect(shareOf(Float64Array.of(), 0.9)).toBe(0);
  });
});
