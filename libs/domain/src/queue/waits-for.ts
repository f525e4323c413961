import type { WindowRule } from '../catalogue/catalogue.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { MINUTE, SECOND, type Instant } from '../time/instant.ts';
import type { WindowDay } from '../window/window.ts';

/** Whom a returning citizen waits for (二次来访找首问人): the clerk who knows the matter, and until when. */
export interface WaitsFor {
  clerkId: string;
  until: Instant;
}

/** So long beyond the queue's waiting promise a ticket waits for its clerk [ours]; from then on any window may call it. */
export const BEYOND_PROMISE_MS = 5 * MINUTE;

/** A ticket issued now that waits for a clerk. The end is fixed when it is issued: nobody waits for a person for ever. */
export const waitsForFrom = (now: Instant, clerkId: string, waitPromiseSeconds: number): WaitsFor => ({
  clerkId,
  until: now + waitPromiseSeconds * SECOND + BEYOND_PROMISE_MS,
});

/** The window whose clerk this is, when it is open, the clerk is there, and the queue is its first choice. */
export function windowOfClerk(
  clerkId: string,
  queueId: string,
  windows: Readonly<Record<string, WindowDay>>,
  rules: Readonly<Record<string, Pick<WindowRule, 'firstQueues'>>>,
): string | null {
  for (const id in windows) {
    const window = windows[id]!;
    if (window.clerkId !== clerkId) continue;
    const there = window.state === 'open' && window.awaySince === null;
    return there && rules[id]?.firstQueues.includes(queueId) ? id : null;
  }
  return null;
}

/**
 * The window at which a ticket is awaited now; all others pass it over, and that is no disorder (DOMAIN §9, order kept). `null`: any
 * window may call it — it waits for nobody, its time is over, or the clerk's window is closed, paused or without its clerk.
 */
export function awaitedAt(
  { queueId, waitsFor }: Pick<Ticket, 'queueId' | 'waitsFor'>,
  windows: Readonly<Record<string, WindowDay>>,
  rules: Readonly<Record<string, Pick<WindowRule, 'firstQueues'>>>,
  now: Instant,
): string | null {
  return waitsFor === null || now >= waitsFor.until ? null : windowOfClerk(waitsFor.clerkId, queueId, windows, rules);
}
