import type { ServiceDay } from '../time/instant.ts';

/** A queue (队列) on one service day. */
export interface QueueDay {
  id: string;
  day: ServiceDay;
  /** The last running number given; numbers have no gap, so it is also how many were issued. */
  lastNumber: number;
  waiting: number;
  /** How many times a window was occupied by a ticket of this queue, from call to end. */
  paceCount: number;
  /** Exponentially weighted mean of that time, whole milliseconds. */
  paceMs: number;
  /** Exponentially weighted mean absolute deviation of it, whole milliseconds. */
  paceSpreadMs: number;
}

export const emptyQueue = (id: string, day: ServiceDay): QueueDay => ({
  id,
  day,
  lastNumber: 0,
  waiting: 0,
  paceCount: 0,
  paceMs: 0,
  paceSpreadMs: 0,
});

/** Weight of the newest ticket once enough have been seen; before that, the plain mean. */
const NEWEST = 0.1;

/** The queue's pace after a window was occupied for `occupiedMs` by one of its tickets. */
export function withPace(queue: QueueDay, occupiedMs: number): QueueDay {
  const weight = Math.max(NEWEST, 1 / (queue.paceCount + 1));
  const paceMs = Math.round(queue.paceMs + weight * (occupiedMs - queue.paceMs));
  const deviation = Math.abs(occupiedMs - paceMs);
  return {
    ...queue,
    paceCount: queue.paceCount + 1,
    paceMs,
    paceSpreadMs: Math.round(queue.paceSpreadMs + weight * (deviation - queue.paceSpreadMs)),
  };
}
