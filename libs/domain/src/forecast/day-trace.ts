import { MINUTE, type Instant } from '../time/instant.ts';

/** What has happened in a queue today: all that a forecast may know of it. */
export interface QueueTrace {
  /** Numbers given out, and calls that took somebody out of the queue, in their order. */
  issues: Instant[];
  calls: Instant[];
  /** How long each of those called had waited, minutes, in the order of the calls. */
  waits: number[];
  /** Since when each ticket waits that waits now, the longest first. */
  waiting: Map<string, Instant>;
  /** Sum of the moments in `waiting`, so that the mean wait so far costs nothing. */
  sinceSum: number;
}

/**
 * A hall's day as far as it has come. It is told what happens when it happens, so what is asked of it cannot know the future; a forecast
 * is asked before its own ticket is told.
 */
export class DayTrace {
  readonly queues = new Map<string, QueueTrace>();
  /** Of the whole hall, as of a queue. */
  readonly issues: Instant[] = [];
  readonly calls: Instant[] = [];
  readonly lastWaits: number[] = [];
  waiting = 0;

  queue(id: string): QueueTrace {
    let queue = this.queues.get(id);
    if (!queue) {
      queue = { issues: [], calls: [], waits: [], waiting: new Map(), sinceSum: 0 };
      this.queues.set(id, queue);
    }
    return queue;
  }

  /** A ticket begins to wait: a number was given out, or somebody came back or was passed on. */
  waits(queueId: string, ticketId: string, at: Instant): void {
    const queue = this.queue(queueId);
    queue.issues.push(at);
    queue.waiting.set(ticketId, at);
    queue.sinceSum += at;
    this.issues.push(at);
    this.waiting += 1;
  }

  /** A waiting ticket is called. */
  called(queueId: string, ticketId: string, at: Instant): void {
    const since = this.left(queueId, ticketId);
    if (since === null) return;
    const queue = this.queue(queueId);
    queue.calls.push(at);
    queue.waits.push((at - since) / MINUTE);
    this.lastWaits.push((at - since) / MINUTE);
    this.calls.push(at);
  }

  /** A waiting ticket waits no longer, called or not. Returns since when it had waited; `null`: it did not. */
  left(queueId: string, ticketId: string): Instant | null {
    const queue = this.queue(queueId);
    const since = queue.waiting.get(ticketId);
    if (since === undefined) return null;
    queue.waiting.delete(ticketId);
    queue.sinceSum -= since;
    this.waiting -= 1;
    return since;
  }
}

/** Wait so far of the ticket at the head of a queue, minutes; 0 when none waits. The delay literature's quick predictor (head of line). */
export function headWait(queue: QueueTrace, now: Instant): number {
  const [head] = queue.waiting.values();
  return head === undefined ? 0 : (now - head) / MINUTE;
}

/** Minutes per call over the last `calls` calls; `null` before there are two. */
export function minutesPerCall(queue: QueueTrace, calls: number): number | null {
  const last = queue.calls.slice(-calls);
  return last.length < 2 ? null : (last.at(-1)! - last[0]!) / MINUTE / (last.length - 1);
}

/** How many of these moments lie after `from`. */
export function countSince(moments: readonly Instant[], from: Instant): number {
  let count = 0;
  for (let i = moments.length - 1; i >= 0 && moments[i]! > from; i--) count++;
  return count;
}
