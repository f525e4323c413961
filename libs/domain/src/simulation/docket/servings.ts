import type { QueueEvent } from '../../event/hall-event.ts';
import type { ServingOutcome } from '../../ticket/ticket.ts';
import type { Instant } from '../../time/instant.ts';

/** A serving that ended: what cases and first contacts follow from. */
export interface EndedServing {
  at: Instant;
  ticketId: string;
  servingN: number;
  matterId: string | null;
  clerkId: string;
  outcome: ServingOutcome;
}

/** The servings of a day that ended with an outcome, in order. */
export function endedServings(events: readonly QueueEvent[]): EndedServing[] {
  const matters = new Map<string, string | null>();
  const counts = new Map<string, number>();
  const ended: EndedServing[] = [];
  for (const { kind, data, at } of events) {
    if (kind === 'ticket-issued' || kind === 'ticket-transferred') matters.set(data.ticketId, data.matterId);
    if (kind === 'serving-started') counts.set(data.ticketId, data.n);
    if (kind !== 'serving-finished') continue;
    const { ticketId, clerkId, outcome } = data;
    ended.push({
      at,
      ticketId,
      servingN: counts.get(ticketId)!,
      matterId: matters.get(ticketId) ?? null,
      clerkId,
      outcome,
    });
  }
  return ended;
}
