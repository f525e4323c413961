import { DDSketch } from '@datadog/sketches-js';

/** Stated error of a percentile of waits: the value given is within 1 % of one that is exact by nearest rank. */
export const WAIT_ERROR = 0.01;
/** Width of a column of the distribution of waits, minutes, and how many there are; the last holds everything longer. */
export const COLUMN_MINUTES = 5;
export const COLUMNS = 25;

const SECOND = 1000;

/**
 * Many waits, kept small: how many fell into which bucket of a DDSketch with 1 % relative error. Waits are taken to the second; what
 * is shorter than a second is 0. Buckets add up, so a year is the sum of its days.
 */
export class Waits {
  /** How many waits each bucket holds; a wait of a day lies in bucket 569. */
  private readonly buckets: number[] = [];
  private zero = 0;

  add(waitedMs: number, count = 1): this {
    const bucket = bucketOf(waitedMs);
    if (bucket < 0) this.zero += count;
    else this.bump(bucket, count);
    return this;
  }

  /** Adds stored ones: `[zero, bucket, count, bucket, count …]`. */
  addList(list: readonly number[]): this {
    this.zero += list[0] ?? 0;
    for (let at = 1; at < list.length; at += 2) this.bump(list[at]!, list[at + 1]!);
    return this;
  }

  toList(): number[] {
    const list = [this.zero];
    for (let bucket = 0; bucket < this.buckets.length; bucket++) {
      const count = this.buckets[bucket]!;
      if (count !== 0) list.push(bucket, count);
    }
    return list;
  }

  get count(): number {
    let count = this.zero;
    for (const n of this.buckets) count += n;
    return count;
  }

  /** The wait that a share `q` of the citizens did not exceed, ms, within `WAIT_ERROR`; `null` when nobody waited. */
  quantileMs(q: number): number | null {
    const { count } = this;
    if (count === 0) return null;
    // As the sketch itself looks a quantile up: the bucket in which the rank falls. Filling a sketch first took most of an answer's time.
    let left = q * (count - 1) - this.zero;
    if (left < 0) return 0;
    let bucket = -1;
    while (left >= 0 && bucket < this.buckets.length - 1) left -= this.buckets[(bucket += 1)]!;
    return MAPPING.value(bucket) * SECOND;
  }

  private bump(bucket: number, count: number): void {
    while (this.buckets.length <= bucket) this.buckets.push(0);
    this.buckets[bucket]! += count;
  }
}

/** The bucket into which a wait falls; -1 for what is shorter than a second. */
const bucketOf = (waitedMs: number): number => {
  const seconds = Math.floor(waitedMs / SECOND);
  return seconds <= 0 ? -1 : MAPPING.key(seconds);
};

const MAPPING = new DDSketch({ relativeAccuracy: WAIT_ERROR }).mapping;

/** The column of the distribution into which a wait falls. */
export const columnOf = (waitedMs: number): number =>
  Math.min(COLUMNS - 1, Math.floor(waitedMs / (COLUMN_MINUTES * 60 * SECOND)));
