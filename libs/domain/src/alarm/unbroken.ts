import { openSpans, type WindowEvent } from '../indicators/open-spans.ts';
import { MINUTE, type Instant } from '../time/instant.ts';

/** A shorter time away from the window is no rest: changing windows, fetching a copy. Our choice. */
export const SHORTEST_BREAK_MS = 10 * MINUTE;

/**
 * Since when each clerk who is at a window now has been at one without a break (care, DOMAIN §7), whichever windows they were.
 * @param events that opened and closed windows today, in their order
 */
export function unbrokenSince(events: readonly WindowEvent[], now: Instant): ReadonlyMap<string, Instant> {
  const spans = new Map<string, { from: Instant; until: Instant }>();
  for (const { clerkId, from, until } of openSpans(events, now).sort((a, b) => a.from - b.from)) {
    const before = spans.get(clerkId);
    const goesOn = before !== undefined && from - before.until < SHORTEST_BREAK_MS;
    spans.set(clerkId, goesOn ? { from: before.from, until: Math.max(before.until, until) } : { from, until });
  }
  return new Map([...spans].flatMap(([clerkId, { from, until }]) => (until === now ? [[clerkId, from]] : [])));
}
