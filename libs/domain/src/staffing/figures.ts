import { quantile } from '../figures/quantile.ts';

/** What days come to: the mean over them, and between what eight of ten lie. */
export interface Range {
  mean: number;
  low: number;
  high: number;
}

/** Waits of one day; `null` where nobody was called. */
export interface WaitsOfDay {
  people: number;
  meanMs: number | null;
  medianMs: number | null;
  p90Ms: number | null;
  /** Share called within the promise, of everybody who came: who was sent away or not called was not. */
  kept: number;
}

/** The same over many days. */
export interface WaitFigures {
  people: Range;
  meanMs: Range | null;
  medianMs: Range | null;
  p90Ms: Range | null;
  kept: Range;
}

/** Mean, and the tenth and ninetieth hundredth, of values; `null` of none. */
export function rangeOf(values: readonly number[]): Range | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, low: quantile(sorted, 0.1)!, high: quantile(sorted, 0.9)! };
}

/**
 * @param waits of those who were called, each with the promise of its queue
 * @param missed how many were not
 */
export function waitsOfDay(waits: readonly { ms: number; promiseMs: number }[], missed: number): WaitsOfDay | null {
  const people = waits.length + missed;
  if (people === 0) return null;
  const sorted = waits.map(({ ms }) => ms).sort((a, b) => a - b);
  const within = waits.filter(({ ms, promiseMs }) => ms <= promiseMs).length;
  return {
    people,
    meanMs: sorted.length === 0 ? null : sorted.reduce((sum, ms) => sum + ms, 0) / sorted.length,
    medianMs: quantile(sorted, 0.5),
    p90Ms: quantile(sorted, 0.9),
    kept: within / people,
  };
}

/** Waits of several days; days without anybody say nothing. `null`: nobody came on any. */
export function overDays(days: readonly (WaitsOfDay | null)[]): WaitFigures | null {
  const some = days.filter((day) => day !== null);
  if (some.length === 0) return null;
  const of = (field: keyof WaitsOfDay) =>
    rangeOf(some.map((day) => day[field]).filter((value): value is number => value !== null));
  return {
    people: of('people')!,
    meanMs: of('meanMs'),
    medianMs: of('medianMs'),
    p90Ms: of('p90Ms'),
    kept: of('kept')!,
  };
}
