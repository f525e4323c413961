import type { ServiceDay } from '../time/instant.ts';
import { featuresOf, type DayView, type ForecastQuestion } from './features.ts';
import { shareOf } from './boost.ts';
import { forecastFor, learn, type Forecast, type Forecaster } from './forecaster.ts';
import { PastQueues, type PastDay, type QueuePast } from './past-days.ts';

/** What a hall has learnt from its own days. */
export interface HallForecast {
  /** The last day learnt from, and how many days and tickets there were. */
  until: ServiceDay;
  days: number;
  tickets: number;
  forecaster: Forecaster;
  /** What each queue was like; `''`: one that gave out no number on those days. */
  pasts: Readonly<Record<string, QueuePast>>;
  /** Up to how many people ahead there were in a queue, but for one time in a hundred: trees know nothing of longer queues. */
  reach: Readonly<Record<string, number>>;
}

/** Days learnt from at most, and tickets: the latest count, and a large hall shows in a month what a small one does in a quarter. */
export const LEARN_DAYS = 60;
export const LEARN_TICKETS = 40_000;

/** Learns a hall's forecast, oldest day first; `null`: it has not shown enough yet. Yields as `learn` does. */
export function* learnHall(
  days: readonly PastDay[],
  how?: Parameters<typeof learn>[1],
): Generator<void, HallForecast | null> {
  const last = days.at(-1);
  const forecaster = yield* learn(days, how);
  if (!forecaster || !last) return null;
  const past = new PastQueues(days);
  const queueIds = new Set(days.flatMap(({ tickets }) => tickets.map(({ queueId }) => queueId)));
  return {
    until: last.day,
    days: days.length,
    tickets: days.reduce((sum, { tickets }) => sum + tickets.length, 0),
    forecaster,
    reach: Object.fromEntries([...queueIds].map((id) => [id, reachOf(days, id)])),
    pasts: Object.fromEntries([...queueIds, ''].map((id) => [id, past.of(last.hallId, id)])),
  };
}

function reachOf(days: readonly PastDay[], queueId: string): number {
  const own = days.flatMap(({ tickets }) => tickets.filter((ticket) => ticket.queueId === queueId));
  return shareOf(
    Float64Array.from(own, ({ ahead }) => ahead ?? 0),
    0.99,
  );
}

/** The forecast for whoever asks, minutes; `null` where the queue is longer than the hall has seen it. */
export function askHall(
  { forecaster, pasts, reach }: HallForecast,
  question: ForecastQuestion,
  day: DayView,
): Forecast | null {
  if (question.ahead > (reach[question.queueId] ?? 0)) return null;
  return forecastFor(forecaster, featuresOf(question, day, pasts[question.queueId] ?? pasts['']!));
}

/** As text, for keeping. */
export const toKept = (forecast: HallForecast): string =>
  JSON.stringify(forecast, (_, value: unknown) => (value instanceof Float64Array ? [...value] : value));

/** As it was before it was kept as text. */
export function fromKept(text: string): HallForecast {
  const { pasts, ...kept } = JSON.parse(text) as HallForecast;
  const hours = (figures: ArrayLike<number>) => Float64Array.from(figures);
  return {
    ...kept,
    pasts: Object.fromEntries(
      Object.entries(pasts).map(([id, past]) => [
        id,
        { ...past, issuesByHour: hours(past.issuesByHour), waitByHour: hours(past.waitByHour) },
      ]),
    ),
  };
}
