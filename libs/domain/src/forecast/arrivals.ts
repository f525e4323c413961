import type { ServiceDay } from '../time/instant.ts';
import { weekdayOf } from '../time/zoned.ts';

/** A day is counted in half hours from midnight. */
export const SLOT_MINUTES = 30;
export const SLOTS = 48;

/** How many people came on a day that is over, by half hour. */
export interface PastArrivals {
  day: ServiceDay;
  slots: readonly number[];
}

/** What is expected: one time in ten fewer come than `low`, one in ten more than `high`. */
export interface Expected {
  mean: number;
  low: number;
  high: number;
}

/** What was learnt of how people come. */
export interface ArrivalLesson {
  days: number;
  /** People on an ordinary day of each weekday, Monday first, and their shares by half hour. */
  totals: readonly number[];
  shares: readonly (readonly number[])[];
  /** How alike days of a weekday are: shape of the gamma distribution of a day's fullness around 1. */
  shape: number;
  /** Variance of a half hour in a known day, in shares of its mean; 1 were people to come independently of each other. */
  spread: number;
}

/** Before so many days nothing is said. */
const LEAST_DAYS = 5;
/** A weekday's own days are drawn towards all days as if so many more of them had been like these. */
const DRAWN_DAYS = 3;
/** Quantiles of the normal distribution for one in ten. */
const Z80 = 1.2816;

/** Learns from days that are over; `null`: too few. Pure. */
export function learnArrivals(days: readonly PastArrivals[]): ArrivalLesson | null {
  const known = days.map(({ day, slots }) => ({ weekday: weekdayOf(day) - 1, slots, total: sum(slots) }));
  const all = sum(known.map(({ total }) => total));
  if (known.length < LEAST_DAYS || all === 0) return null;
  const mean = all / known.length;
  const bySlot = Array.from({ length: SLOTS }, (_, at) => sum(known.map(({ slots }) => slots[at] ?? 0)));
  const ofWeekday = (weekday: number) => known.filter((day) => day.weekday === weekday);
  const weekdays = [0, 1, 2, 3, 4, 5, 6];
  const totals = weekdays.map((weekday) => {
    const own = ofWeekday(weekday);
    return (sum(own.map(({ total }) => total)) + DRAWN_DAYS * mean) / (own.length + DRAWN_DAYS);
  });
  const shares = weekdays.map((weekday) => {
    const own = ofWeekday(weekday);
    const weight = DRAWN_DAYS * mean;
    const people = sum(own.map(({ total }) => total));
    return bySlot.map(
      (count, at) => (sum(own.map(({ slots }) => slots[at] ?? 0)) + (weight * count) / all) / (people + weight),
    );
  });
  return { days: known.length, totals, shares, shape: shapeOf(known, totals), spread: spreadOf(known, shares) };
}

interface Known {
  weekday: number;
  slots: readonly number[];
  total: number;
}

/** From how much days of a weekday differ beyond what chance alone makes of their number (method of moments). */
function shapeOf(known: readonly Known[], totals: readonly number[]): number {
  const excess = known.map(({ weekday, total }) => {
    const expected = totals[weekday]!;
    return ((total - expected) ** 2 - expected) / expected ** 2;
  });
  return 1 / Math.min(1, Math.max(0.0025, sum(excess) / known.length));
}

function spreadOf(known: readonly Known[], shares: readonly (readonly number[])[]): number {
  const apart = known.flatMap(({ weekday, slots, total }) =>
    shares[weekday]!.flatMap((share, at) =>
      share * total < 1 ? [] : [((slots[at] ?? 0) - share * total) ** 2 / (share * total)],
    ),
  );
  return apart.length === 0 ? 1 : Math.min(10, Math.max(1, sum(apart) / apart.length));
}

/**
 * What is expected in each half hour of a day, and in what is left of it together.
 * @param soFar people who came in the half hours that are over: a day that begins full goes on full (gamma–Poisson).
 */
export function expectArrivals(
  lesson: ArrivalLesson,
  day: ServiceDay,
  soFar: readonly number[] = [],
): { slots: Expected[]; rest: Expected } {
  const weekday = weekdayOf(day) - 1;
  const usual = lesson.shares[weekday]!.map((share) => share * lesson.totals[weekday]!);
  // What chance did in the half hours that are over says as much less of the day as they are more unlike each other.
  const came = sum(soFar) / lesson.spread;
  const shape = lesson.shape + came;
  const fullness = shape / (lesson.shape + sum(usual.slice(0, soFar.length)) / lesson.spread);
  const expected = (mean: number) => rangeOf(mean, lesson.spread * mean + mean ** 2 / shape);
  const slots = usual.map((mean, at) => (at < soFar.length ? exactly(soFar[at]!) : expected(mean * fullness)));
  return { slots, rest: expected(sum(usual.slice(soFar.length)) * fullness) };
}

const exactly = (count: number): Expected => ({ mean: count, low: count, high: count });

/** Above so many the distribution is near enough to a normal one. */
const MANY = 100;

/** Quantiles of a count with this mean and variance: a negative binomial distribution. */
function rangeOf(mean: number, variance: number): Expected {
  if (mean < 0.005) return { mean, low: 0, high: 0 };
  if (mean > MANY) {
    const spread = Z80 * Math.sqrt(variance);
    return { mean, low: Math.max(0, Math.floor(mean - spread)), high: Math.ceil(mean + spread) };
  }
  const size = mean ** 2 / Math.max(1e-6 * mean, variance - mean);
  const odds = mean / (size + mean);
  let chance = Math.exp(-size * Math.log1p(mean / size));
  let [below, low] = [chance, -1];
  for (let count = 0; count < 10 * MANY; count++) {
    if (low < 0 && below >= 0.1) low = count;
    if (below >= 0.9) return { mean, low, high: count };
    chance *= (odds * (size + count)) / (count + 1);
    below += chance;
  }
  return { mean, low: Math.max(0, low), high: 10 * MANY };
}

const sum = (figures: readonly number[]): number => figures.reduce((all, figure) => all + figure, 0);
