import { MINUTE } from '../time/instant.ts';
import type { QueueDay } from './queue-day.ts';

/** What is known of a queue when somebody asks how long it will take. */
export interface WaitQuestion {
  /** People who will be called before. */
  ahead: number;
  /** Windows open now that call from this queue, each counted by the share of its work that this queue is (0 … 1). */
  servers: number;
  /** Of those, how many are free this moment. */
  freeServers: number;
  queue: Pick<QueueDay, 'paceCount' | 'paceMs' | 'paceSpreadMs'>;
  /** Published handling standard of the queue's matters, in seconds: what we go by until the day has shown its pace. */
  standardSeconds: number;
}

/** An honest range of minutes (预计等候区间): eight of ten should be called inside it. `null`: no window is open for it. */
export type WaitRange = { lowMinutes: number; highMinutes: number } | null;

/** 10 % and 90 % of a normal spread. */
const Z80 = 1.2816;
/** Mean absolute deviation → standard deviation of a normal spread. */
const MAD_TO_SD = 1.2533;
/** How much the day's own pace weighs against the published standard: as many tickets as this count for half. */
const PRIOR_TICKETS = 5;
/** What is said when it is one's turn at once, and the soonest that is ever promised: whoever has people before waits no less. */
const AT_ONCE = { lowMinutes: 0, highMinutes: 2 };

/** Mean and spread of how long a ticket of this queue occupies a window, milliseconds, standard and day's pace blended. */
export function paceOf(question: Pick<WaitQuestion, 'queue' | 'standardSeconds'>): {
  meanMs: number;
  spreadMs: number;
} {
  const { queue, standardSeconds } = question;
  const share = queue.paceCount / (queue.paceCount + PRIOR_TICKETS);
  const priorMs = standardSeconds * 1000;
  return {
    meanMs: share * queue.paceMs + (1 - share) * priorMs,
    spreadMs: share * queue.paceSpreadMs * MAD_TO_SD + (1 - share) * priorMs * 0.6,
  };
}

/**
 * Wait range for the next ticket of a queue. Counts only windows that really call from it (PEERS 12), never “people ×
 * mean ÷ all counters”; widens with uncertainty; `null` instead of a made-up figure when no window is open.
 */
export function waitRange(question: WaitQuestion): WaitRange {
  if (question.servers <= 0) return null;
  if (question.ahead === 0 && question.freeServers > 0) return AT_ONCE;
  const { meanMs, spreadMs } = paceOf(question);
  // Somebody is at every window: the first release comes after half a serving on average, then one per mean/servers.
  const releases = question.ahead + 0.5;
  const meanWait = (releases * meanMs) / question.servers;
  const spread = (Math.sqrt(releases) * Math.hypot(spreadMs, meanMs * 0.35)) / question.servers;
  const low = Math.max(0, meanWait - Z80 * spread) / MINUTE;
  const high = (meanWait + Z80 * spread) / MINUTE;
  return roundOutward(low, Math.max(high, AT_ONCE.highMinutes));
}

/** Rounds minutes to what a person says: by 1 up to 10 minutes, by 5 up to an hour, by 10 beyond; never narrower than true. */
export function roundOutward(low: number, high: number): NonNullable<WaitRange> {
  const step = high <= 10 ? 1 : high <= 60 ? 5 : 10;
  const lowMinutes = Math.floor(low / step) * step;
  return { lowMinutes, highMinutes: Math.max(Math.ceil(high / step) * step, lowMinutes + step) };
}
