import type { ServiceDay } from '../time/instant.ts';
import { shareOf } from './boost.ts';

/** A ticket of a day that is over, for learning: which queue, when it began to wait and was called (minutes of the day). */
export interface PastTicket {
  queueId: string;
  issued: number;
  called: number;
  /** People ahead and windows open when it was issued; without them they are taken from the day itself. */
  ahead?: number;
  windows?: number;
}

/** A hall's day that is over, its tickets in the order of issue. */
export interface PastDay {
  hallId: string;
  day: ServiceDay;
  tickets: readonly PastTicket[];
}

/** What a queue was like on some of its days. */
export interface QueuePast {
  /** Tickets on one of its days. */
  tickets: number;
  /** Quantiles of its waits and how many were none at all. */
  low: number;
  middle: number;
  high: number;
  mean: number;
  noneShare: number;
  /** Mean minutes between calls. */
  perCall: number;
  /** By hour of the day: numbers given out per day, and their mean wait drawn towards the queue's own. */
  issuesByHour: Float64Array;
  waitByHour: Float64Array;
}

/** Of which nothing at all is known. */
const NOTHING: QueuePast = {
  tickets: 0,
  low: 0,
  middle: 0,
  high: 0,
  mean: 0,
  noneShare: 0,
  perCall: 0,
  issuesByHour: new Float64Array(24),
  waitByHour: new Float64Array(24),
};
/** A mean of few is drawn towards the whole as if this many more had been like it. */
const DRAWN = 20;

/** What is known of every queue from the days that are over. */
export class PastQueues {
  /** Tickets by hall, queue and day. */
  private readonly halls = new Map<string, Map<string, Map<ServiceDay, PastTicket[]>>>();

  constructor(days: readonly PastDay[]) {
    for (const { hallId, day, tickets } of days) {
      const hall = within(this.halls, hallId, () => new Map<string, Map<ServiceDay, PastTicket[]>>());
      for (const ticket of tickets) {
        const own = within(hall, ticket.queueId, () => new Map<ServiceDay, PastTicket[]>());
        within(own, day, () => []).push(ticket);
      }
    }
  }

  /** On how many days a queue gave out numbers. */
  daysOf(hallId: string, queueId: string): number {
    return this.halls.get(hallId)?.get(queueId)?.size ?? 0;
  }

  /**
   * A queue's past; `except`: as it would be known had that day not been. A queue of which nothing is known is taken to be like all of
   * its hall, a hall of which nothing is known like all halls.
   */
  of(hallId: string, queueId: string, except?: ServiceDay): QueuePast {
    const hall = this.halls.get(hallId);
    const queue = hall?.get(queueId);
    const own = daysIn(queue ? [queue] : [], except);
    if (own.length > 0) return pastOf(own);
    const like = daysIn([...(hall?.values() ?? [])], except);
    if (like.length > 0) return pastOf(like);
    const all = [...this.halls.values()].flatMap((one) => [...one.values()]);
    return pastOf(daysIn(all, except));
  }
}

function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

const daysIn = (queues: readonly Map<ServiceDay, PastTicket[]>[], except?: ServiceDay): PastTicket[][] =>
  queues.flatMap((queue) => [...queue].flatMap(([day, tickets]) => (day === except ? [] : [tickets])));

/** The hour of a minute of the day. */
export const hourOf = (minute: number): number => Math.min(23, Math.max(0, Math.floor(minute / 60)));

/** Sums up days, each of one queue. */
function pastOf(days: readonly PastTicket[][]): QueuePast {
  const all = days.flat();
  if (all.length === 0) return NOTHING;
  const waits = Float64Array.from(all, ({ issued, called }) => called - issued);
  const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
  const [low, middle, high] = [0.1, 0.5, 0.9].map((tau) => shareOf(waits, tau)) as [number, number, number];
  const issuesByHour = new Float64Array(24);
  const waitByHour = new Float64Array(24);
  for (const { issued, called } of all) {
    const hour = hourOf(issued);
    issuesByHour[hour]! += 1;
    waitByHour[hour]! += called - issued;
  }
  for (let hour = 0; hour < 24; hour++) {
    waitByHour[hour] = (waitByHour[hour]! + DRAWN * mean) / (issuesByHour[hour]! + DRAWN);
    issuesByHour[hour]! /= days.length;
  }
  let [span, calls] = [0, 0];
  for (const tickets of days) {
    const called = Float64Array.from(tickets, (ticket) => ticket.called).sort();
    span += called.at(-1)! - called[0]!;
    calls += Math.max(1, called.length - 1);
  }
  const noneShare = all.filter(({ issued, called }) => called - issued < 0.5).length / all.length;
  return {
    tickets: all.length / days.length,
    low,
    middle,
    high,
    mean,
    noneShare,
    perCall: span / calls,
    issuesByHour,
    waitByHour,
  };
}
