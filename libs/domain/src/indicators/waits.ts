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

  /** Adds stored ones, as `toBytes` gives them. */
  addBytes(bytes: Uint8Array): this {
    let at = 0;
    const next = () => {
      let number = 0;
      for (let shift = 1; ; shift *= 128) {
        const byte = bytes[at++]!;
        number += (byte & 127) * shift;
        if (byte < 128) return number;
      }
    };
    if (bytes.length > 0) this.zero += next();
    for (let bucket = -1; at < bytes.length;) this.bump((bucket += next()), next());
    return this;
  }

  /**
   * As they are stored: how many are 0, then for each bucket that holds any how far it is from the one before, and how many it holds. Numbers
   * are LEB128: seven bits to a byte, the lowest first. A year of a large hall is a million of them; as text they took most of an answer's time.
   */
  toBytes(): Uint8Array {
    const bytes: number[] = [];
    const push = (number: number) => {
      for (; number >= 128; number = Math.floor(number / 128)) bytes.push((number % 128) + 128);
      bytes.push(number);
    };
    push(this.zero);
    let before = -1;
    this.buckets.forEach((count, bucket) => {
      if (count === 0) return;
      push(bucket - before);
      push(count);
      before = bucket;
    });
    return Uint8Array.from(bytes);
  }

  addAll(others: Waits): this {
    this.zero += others.zero;
    others.buckets.forEach((count, bucket) => count > 0 && this.bump(bucket, count));
    return this;
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
