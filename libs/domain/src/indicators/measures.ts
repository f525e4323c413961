/**
 * What is counted of a day: plain sums that add up over days, hours and groups. Their order is the order in which they are stored; a new
 * one is added at the end, and none is ever taken out.
 */
export const MEASURES = [
  /** Tickets issued (取号). */
  'issued',
  /** Tickets whose citizen did not come after three calls and did not return (弃号). */
  'noShows',
  /** Tickets given up by the citizen (取消). */
  'cancelled',
  /** Calls that were answered, each with its wait (等候). */
  'answered',
  /** Sum of those waits, ms. */
  'waitedMs',
  /** Of the answered, those whose wait was within the queue's promise of that day. */
  'withinPromise',
  /** Servings that ended (办理). */
  'served',
  /** Sum of their handling times, holds left out, ms. */
  'handledMs',
  /** Of the served, those that took longer than the matter's handling standard of that day. */
  'overStandard',
  /** Of the served, those settled on the spot (当场办结). */
  'onTheSpot',
  /** Calls (叫号), and those of them that took the smallest rank. */
  'calls',
  'inOrder',
  /** Time a window was open, pauses left out, ms (开窗). */
  'openMs',
  /** Ratings cast on servings of the day (评价), levels 3–5 of them, and those of both that were decided to leave the score. */
  'rated',
  'satisfied',
  'leftOut',
  'leftOutSatisfied',
  /** Cases decided on the day (办结). */
  'decided',
  /** Of them within the promised, and within the legal, last day. */
  'onTime',
  'legalOnTime',
  /** Of them before the promised last day. */
  'early',
  /** Working days that the law allowed the decided cases, and that were promised (compression, 压缩). */
  'legalDays',
  'promisedDays',
  /** Of the decided: with at most two visits of the citizen; with a one-time notice (补正). */
  'twoVisits',
  'supplemented',
  /** Of the answered, those whose queue had promised something on that day: a queue of another system's past had not. */
  'promised',
] as const;
export type Measure = (typeof MEASURES)[number];
export type Measures = Record<Measure, number>;

/** Nothing counted. */
export const noMeasures = (): Measures => Object.fromEntries(MEASURES.map((name) => [name, 0])) as Measures;

/** Adds `more` to `sum`, in place: a year of rows is added up. */
export function addMeasures(sum: Measures, more: Partial<Measures>): Measures {
  for (const name of MEASURES) sum[name] += more[name] ?? 0;
  return sum;
}

/** As stored: in the order of `MEASURES`. */
export const toList = (measures: Measures): number[] => MEASURES.map((name) => measures[name]);
export const fromList = (list: readonly number[]): Measures =>
  Object.fromEntries(MEASURES.map((name, at) => [name, list[at] ?? 0])) as Measures;

const ANSWERED = MEASURES.indexOf('answered');
const PROMISED = MEASURES.indexOf('promised');

/**
 * Adds a stored list to a sum, in place. A shorter list is of an older version and lacks the newest: 0, but every queue promised something
 * before queues of another system's past could be moved in.
 */
export function addList(sum: number[], list: readonly number[]): void {
  for (let at = 0; at < MEASURES.length; at++)
    sum[at] = (sum[at] ?? 0) + (list[at] ?? (at === PROMISED ? (list[ANSWERED] ?? 0) : 0));
}
