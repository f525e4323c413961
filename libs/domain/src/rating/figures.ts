import type { RatingLevel } from './rating.ts';

/** What is counted of a group: its servings that ended, its ratings, and those of them that were decided to leave the score. */
export interface RatingCounts {
  servings: number;
  rated: number;
  /** Levels 3–5. */
  satisfied: number;
  /** Found mistaken or malicious: they leave the adjudicated figure (认定后) and stay in the raw one (原始). */
  leftOut: number;
  leftOutSatisfied: number;
}

export const noRatings: RatingCounts = { servings: 0, rated: 0, satisfied: 0, leftOut: 0, leftOutSatisfied: 0 };

export const addCounts = (a: RatingCounts, b: RatingCounts): RatingCounts => ({
  servings: a.servings + b.servings,
  rated: a.rated + b.rated,
  satisfied: a.satisfied + b.satisfied,
  leftOut: a.leftOut + b.leftOut,
  leftOutSatisfied: a.leftOutSatisfied + b.leftOutSatisfied,
});

/** A share with what it is a share of; `null` of nothing is not 0 % (DOMAIN §9). */
export interface Share {
  k: number;
  n: number;
  share: number | null;
  /** Wilson 95 % interval, where n < 100 (DOMAIN §5); `null` where it is not shown. */
  interval: [number, number] | null;
}

/** From so many on a share stands without its interval. */
export const ENOUGH = 100;
/** Groups with fewer ratings are not ranked. */
export const FEWEST_RANKED = 5;
const Z = 1.959_963_985;

/** Wilson score interval at 95 %: within 0…1 and of use for small n, other than the usual ±. Check value: 8 of 10 → 0.490, 0.943. */
export function wilson(k: number, n: number): [number, number] {
  const p = k / n;
  const z2 = Z * Z;
  const middle = p + z2 / (2 * n);
  const spread = Z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const whole = 1 + z2 / n;
  return [Math.max(0, (middle - spread) / whole), Math.min(1, (middle + spread) / whole)];
}

/** A share with its n, and its Wilson interval where n is small. */
export function shareOf(k: number, n: number): Share {
  if (n === 0) return { k, n, share: null, interval: null };
  return { k, n, share: k / n, interval: n < ENOUGH ? wilson(k, n) : null };
}

export interface RatingFigures {
  /** As it was cast (原始). */
  raw: Share;
  /** Without those decided to be mistaken or malicious (认定后). */
  adjudicated: Share;
  /** Rated of all servings that ended (评价率): not rated is not rated, never good. */
  rate: Share;
  ranked: boolean;
}

export const figuresOf = ({ servings, rated, satisfied, leftOut, leftOutSatisfied }: RatingCounts): RatingFigures => ({
  raw: shareOf(satisfied, rated),
  adjudicated: shareOf(satisfied - leftOutSatisfied, rated - leftOut),
  rate: shareOf(rated, servings),
  ranked: rated >= FEWEST_RANKED,
});

/**
 * Groups in the order of what is certain about them: by the lower end of the interval of the adjudicated figure, so that 5 of 5 does
 * not stand before 196 of 200. Those too small to be ranked stand last, by their names.
 */
export function inOrder<T extends { key: string; figures: RatingFigures }>(groups: readonly T[]): T[] {
  const sure = ({ figures: { adjudicated, ranked } }: T) =>
    ranked && adjudicated.n > 0 ? wilson(adjudicated.k, adjudicated.n)[0] : -1;
  return [...groups].sort((a, b) => sure(b) - sure(a) || (a.key < b.key ? -1 : 1));
}

/** How somebody's ratings came in, for marks of inducement. */
export interface RatingPattern extends RatingCounts {
  /** Cast at the pad with a known time from opening to press. */
  timed: number;
  /** Of these within two seconds. */
  quick: number;
  /** How often each level was cast. */
  levels: Readonly<Partial<Record<RatingLevel, number>>>;
  /** The longest run of equal ratings, in the order of casting. */
  run: { level: RatingLevel; length: number } | null;
}

/** A mark of inducement (诱导评价迹象): something to look at, never a verdict. It says what it rests on. */
export type InducementMark =
  | { mark: 'quick'; quick: number; timed: number; expected: number; chance: number }
  | { mark: 'run'; level: RatingLevel; length: number; of: number; share: number; chance: number }
  | { mark: 'no-spread'; rate: number; othersRate: number; rated: number; level: RatingLevel; chance: number };

/** A press so soon after the rating opened is hardly the citizen's own, ms. */
export const QUICK_MS = 2_000;
/** What luck brings about more often than this is no mark. */
export const UNLIKELY = 0.001;
const FEWEST_QUICK = 3;
const SHORTEST_RUN = 5;
const FEWEST_WITHOUT_SPREAD = 20;
const FAR_ABOVE = 0.2;

/** Chance of a run of at least `length` equal outcomes of share `p` among `n` (exact; Feller, vol. 1, XIII.7). */
export function chanceOfRun(n: number, length: number, p: number): number {
  if (length <= 0) return 1;
  if (n < length) return 0;
  const whole = p ** length;
  const chance = new Float64Array(n + 1);
  chance[length] = whole;
  for (let at = length + 1; at <= n; at++)
    chance[at] = chance[at - 1]! + (1 - chance[at - length - 1]!) * (1 - p) * whole;
  return Math.min(1, chance[n]!);
}

/** Chance of `k` or more of `n` at share `p`. */
export function chanceOfAtLeast(k: number, n: number, p: number): number {
  if (k <= 0 || p >= 1) return 1;
  if (p <= 0) return 0;
  let log = n * Math.log1p(-p);
  let below = 0;
  for (let at = 0; at < k; at++) {
    below += Math.exp(log);
    log += Math.log(n - at) - Math.log(at + 1) + Math.log(p) - Math.log1p(-p);
  }
  return Math.max(0, 1 - below);
}

/** Share of something among colleagues, never quite 0 or 1: one more of each is thought to have happened. */
const amongOthers = (k: number, n: number): number => (k + 1) / (n + 2);

/**
 * Marks of inducement of one person against all colleagues of the same period (DOMAIN §5). Each has its rule [ours]:
 * `quick` — three or more pressed within two seconds, when at the colleagues' share so many would be rarer than 1 in 1,000;
 * `run` — five or more equal ratings in a row, when at the colleagues' share such a run would be rarer than 1 in 1,000;
 * `no-spread` — twenty or more ratings all alike, a rating rate 20 points above the colleagues', and by luck rarer than 1 in 1,000.
 */
export function inducementMarks(own: RatingPattern, others: RatingPattern): InducementMark[] {
  const marks: InducementMark[] = [];
  const quickShare = amongOthers(others.quick, others.timed);
  const quickChance = chanceOfAtLeast(own.quick, own.timed, quickShare);
  if (own.quick >= FEWEST_QUICK && quickChance < UNLIKELY) {
    const expected = quickShare * own.timed;
    marks.push({ mark: 'quick', quick: own.quick, timed: own.timed, expected, chance: quickChance });
  }
  const { run } = own;
  if (run === null) return marks;
  const share = amongOthers(others.levels[run.level] ?? 0, others.rated);
  const runChance = chanceOfRun(own.rated, run.length, share);
  if (run.length >= SHORTEST_RUN && runChance < UNLIKELY)
    marks.push({ mark: 'run', level: run.level, length: run.length, of: own.rated, share, chance: runChance });
  const [rate, othersRate] = [own.rated / Math.max(1, own.servings), others.rated / Math.max(1, others.servings)];
  const alike = own.rated >= FEWEST_WITHOUT_SPREAD && run.length === own.rated;
  const chance = share ** own.rated;
  if (alike && rate >= othersRate + FAR_ABOVE && chance < UNLIKELY)
    marks.push({ mark: 'no-spread', rate, othersRate, rated: own.rated, level: run.level, chance });
  return marks;
}
