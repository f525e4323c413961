import type { HallState } from '../hall/state.ts';
import type { Ticket } from '../ticket/ticket.ts';

type Ranked = Pick<Ticket, 'rank' | 'issuedSeq'>;

/** The order of waiting tickets: smaller rank first; equal ranks by the order of issue. */
export function compareRank(a: Ranked, b: Ranked): number {
  return a.rank - b.rank || a.issuedSeq - b.issuedSeq;
}

/** The waiting ticket of these queues with the smallest rank among those that may be called, or `null` when there is none. */
export function smallestRank(
  state: HallState,
  queueIds: readonly string[],
  may: (ticket: Ticket) => boolean,
): Ticket | null {
  let best: Ticket | null = null;
  for (const id in state.tickets) {
    const ticket = state.tickets[id]!;
    if (ticket.state !== 'waiting' || !queueIds.includes(ticket.queueId) || !may(ticket)) continue;
    if (best === null || compareRank(ticket, best) < 0) best = ticket;
  }
  return best;
}

/** Waiting tickets of these queues in the order in which they will be called. */
export function inOrder(state: HallState, queueIds: readonly string[]): Ticket[] {
  return Object.values(state.tickets)
    .filter((ticket) => ticket.state === 'waiting' && queueIds.includes(ticket.queueId))
    .sort(compareRank);
}
