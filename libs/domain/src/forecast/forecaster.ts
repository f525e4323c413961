import { binned } from './bins.ts';
import { boost, boostedValue, shareOf, type Boosted, type Boosting } from './boost.ts';
import { rowsOf, type DayRow } from './day-rows.ts';
import { PastQueues, type PastDay } from './past-days.ts';

/** A forecast, minutes: one in ten waits less than `low`, half less than `middle`, one in ten longer than `high`. */
export interface Forecast {
  low: number;
  middle: number;
  high: number;
}

/** What was learnt from a hall's days. */
export interface Forecaster {
  low: Boosted;
  middle: Boosted;
  high: Boosted;
  /** By how much of the range's own width its two ends are moved so that it held what it promised on days it had not seen. */
  lowShift: number;
  highShift: number;
}

const BOOSTING: Omit<Boosting, 'tau'> = {
  rounds: 200,
  rate: 0.1,
  leaves: 31,
  leastRows: 60,
  rowShare: 0.5,
  columnShare: 0.5,
  seed: 7,
};
/** Of outcomes so many may lie below the range, and as many above. */
const MISSED = 0.1;
/** Days are held back in so many turns to see how wide the ranges must be. */
const TURNS = 2;

/** Below this a hall has not shown enough to learn from: days, and tickets on them. */
const LEAST_DAYS = 4;
const LEAST_TICKETS = 400;

type Range = Pick<Forecaster, 'low' | 'high'>;

/**
 * Learns a forecaster from days that are over; yields often, so that other work can go first. `null`: too little has been seen, and
 * whoever asks keeps to the wide ranges of the published standard.
 */
export function* learn(days: readonly PastDay[], how = BOOSTING): Generator<void, Forecaster | null> {
  const past = new PastQueues(days);
  const byDay = new Map<string, DayRow[]>();
  for (const day of days) {
    byDay.set(day.day, [...(byDay.get(day.day) ?? []), ...rowsOf(day, past, day.day)]);
    yield;
  }
  const dates = [...byDay.keys()].sort();
  const rows = (keep: (index: number) => boolean): DayRow[] =>
    dates.filter((_, index) => keep(index)).flatMap((day) => byDay.get(day)!);
  const all = rows(() => true);
  if (dates.length < LEAST_DAYS || all.length < LEAST_TICKETS) return null;
  const misses: { low: number[]; high: number[] } = { low: [], high: [] };
  for (let turn = 0; turn < TURNS; turn++) {
    const range = yield* boostRange(tableOf(rows((index) => index % TURNS !== turn)), how);
    for (const { features, waited } of rows((index) => index % TURNS === turn)) {
      const { low, high } = endsOf(range, features);
      const width = Math.max(1, high - low);
      misses.low.push((low - waited) / width);
      misses.high.push((waited - high) / width);
    }
    yield;
  }
  const table = tableOf(all);
  const middle = yield* boost(table.binned, table.waits, { ...how, tau: 0.5 });
  return {
    ...(yield* boostRange(table, how)),
    middle,
    lowShift: shareOf(Float64Array.from(misses.low), 1 - MISSED),
    highShift: shareOf(Float64Array.from(misses.high), 1 - MISSED),
  };
}

const tableOf = (rows: readonly DayRow[]) => ({
  binned: binned(rows.map(({ features }) => features)),
  waits: Float64Array.from(rows, ({ waited }) => waited),
});

function* boostRange(table: ReturnType<typeof tableOf>, how: Omit<Boosting, 'tau'>): Generator<void, Range> {
  return {
    low: yield* boost(table.binned, table.waits, { ...how, tau: MISSED }),
    high: yield* boost(table.binned, table.waits, { ...how, tau: 1 - MISSED }),
  };
}

function endsOf(range: Range, features: Float64Array): { low: number; high: number } {
  const low = Math.max(0, boostedValue(range.low, features));
  return { low, high: Math.max(low, boostedValue(range.high, features)) };
}

/** The forecast for what is known now. */
export function forecastFor(forecaster: Forecaster, features: Float64Array): Forecast {
  const { low, high } = endsOf(forecaster, features);
  const width = Math.max(1, high - low);
  const middle = Math.max(0, boostedValue(forecaster.middle, features));
  return {
    low: Math.min(middle, Math.max(0, low - forecaster.lowShift * width)),
    middle,
    high: Math.max(middle, high + forecaster.highShift * width),
  };
}
