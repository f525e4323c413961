import type { NewQueueEvent } from '../event/hall-event.ts';
import { DAY, type Instant, type ServiceDay } from '../time/instant.ts';
import { ticketId, type ServingOutcome } from '../ticket/ticket.ts';

/** How a ticket came to its end where no serving ended; `null`: the file does not say. */
export type PastEnd = ServingOutcome | 'no-show' | 'cancelled' | null;

/** A ticket as another system tells of it. Window and clerk are ids, ours or of that system; nothing of the citizen was read. */
export interface PastTicket {
  number: string;
  queueId: string;
  matterId: string | null;
  windowId: string;
  clerkId: string;
  issuedAt: Instant;
  calledAt: Instant | null;
  startedAt: Instant | null;
  endedAt: Instant | null;
  end: PastEnd;
}

/** Why a ticket cannot have been, in words for the person who brings the file; `null`: it can. */
export function faultOf({ issuedAt, calledAt, startedAt, endedAt, end }: PastTicket): string | null {
  if (calledAt !== null && calledAt < issuedAt) return 'it was called before it was issued';
  if (startedAt !== null && calledAt === null) return 'it was served without a call';
  if (startedAt !== null && startedAt < calledAt!) return 'it was served before it was called';
  if (endedAt !== null && endedAt < (startedAt ?? calledAt ?? issuedAt)) return 'it ended before it began';
  if (endedAt !== null && calledAt === null && end !== 'cancelled') return 'it ended without a call';
  if (end !== null && end !== 'cancelled' && calledAt === null) return 'it ended without a call';
  if (end === 'cancelled' && calledAt !== null) return 'it was given up, but called';
  if (end === 'no-show' && startedAt !== null) return 'nobody came, but it was served';
  if ((endedAt ?? startedAt ?? calledAt ?? issuedAt) - issuedAt > DAY) return 'it took longer than a day';
  return null;
}

/** An event of the past at its moment, in the order in which it stands in the log. */
export type PastEvent = NewQueueEvent & { at: Instant };

/** At one moment what ends goes first, so that a window is free for whom it calls next; then who comes, is called, is served. */
const PHASE = { ends: 0, comes: 1, called: 2, served: 3, endsAtOnce: 4 } as const;
interface Step {
  at: Instant;
  phase: number;
  ticket: PastTicket;
  event: NewQueueEvent | 'issue' | 'call';
}

/**
 * A day of another system as the events that the hall would have written. What the file does not say is not made up: a call that was
 * answered and has no end stays without one, so it has a wait and no handling time; who was never called expires when the day closes.
 * A call keeps the order when nobody waited longer in its queue; otherwise it stands as chosen.
 * @param tickets those of the day that are new, sound and with numbers of their own.
 * @param issuedBefore how many tickets of each queue the day has already.
 */
export function eventsOfPastDay(
  day: ServiceDay,
  tickets: readonly PastTicket[],
  issuedBefore: Readonly<Record<string, number>>,
): PastEvent[] {
  const steps = tickets.flatMap((ticket) => stepsOf(day, ticket));
  steps.sort((a, b) => a.at - b.at || a.phase - b.phase);
  const lines = new Map<string, Line>();
  const lineOf = (id: string) => {
    let line = lines.get(id);
    if (!line) lines.set(id, (line = new Line(issuedBefore[id] ?? 0)));
    return line;
  };
  const events: PastEvent[] = [];
  for (const { at, ticket, event } of steps) {
    const line = lineOf(ticket.queueId);
    if (event === 'issue') events.push({ at, ...issued(day, ticket, line.join(ticket)) });
    else if (event === 'call') events.push({ at, ...called(day, ticket, line.leave(ticket)) });
    else {
      if (event.kind === 'ticket-cancelled') line.leave(ticket);
      events.push({ at, ...event });
    }
  }
  const last = events.at(-1)?.at ?? 0;
  const left = [...lines.values()].flatMap((line) => line.waiting());
  for (const { number, queueId } of left)
    events.push({
      at: last,
      kind: 'ticket-expired',
      data: { ticketId: ticketId(day, number), queueId, windowId: null },
    });
  events.push({ at: last, kind: 'day-closed', data: { expired: left.length } });
  return events;
}

/** Who waits in a queue, by the time of issue. */
class Line {
  private readonly places = new Map<PastTicket, number>();
  private readonly all: (PastTicket | null)[] = [];
  private first = 0;

  constructor(private issued: number) {}

  join(ticket: PastTicket): number {
    this.places.set(ticket, this.all.push(ticket) - 1);
    return (this.issued += 1);
  }

  /** @returns whether nobody waited longer. */
  leave(ticket: PastTicket): boolean {
    while (this.first < this.all.length && this.all[this.first] === null) this.first += 1;
    const place = this.places.get(ticket)!;
    this.all[place] = null;
    return place === this.first;
  }

  waiting(): PastTicket[] {
    return this.all.filter((ticket) => ticket !== null);
  }
}

function stepsOf(day: ServiceDay, ticket: PastTicket): Step[] {
  const { number, queueId, windowId, clerkId, issuedAt, calledAt, startedAt, endedAt, end } = ticket;
  const id = ticketId(day, number);
  const steps: Step[] = [{ at: issuedAt, phase: PHASE.comes, ticket, event: 'issue' }];
  const ends = (at: Instant, since: Instant, event: NewQueueEvent) =>
    steps.push({ at, phase: at > since ? PHASE.ends : PHASE.endsAtOnce, ticket, event });
  if (calledAt === null) {
    if (end === 'cancelled')
      ends(endedAt ?? issuedAt, issuedAt, { kind: 'ticket-cancelled', data: { ticketId: id, queueId } });
    return steps;
  }
  const place = { ticketId: id, queueId, windowId, clerkId };
  steps.push({ at: calledAt, phase: PHASE.called, ticket, event: 'call' });
  if (end === 'no-show') {
    const at = endedAt ?? calledAt;
    ends(at, calledAt, { kind: 'ticket-no-show', data: { ...place, occupiedMs: at - calledAt } });
    return steps;
  }
  const served = startedAt ?? calledAt;
  steps.push({ at: served, phase: PHASE.served, ticket, event: { kind: 'serving-started', data: { ...place, n: 1 } } });
  if (endedAt !== null)
    ends(endedAt, served, {
      kind: 'serving-finished',
      data: {
        ...place,
        outcome: end === null || end === 'cancelled' ? 'answered' : end,
        occupiedMs: endedAt - calledAt,
      },
    });
  return steps;
}

const issued = (day: ServiceDay, { number, queueId, matterId, issuedAt }: PastTicket, n: number): NewQueueEvent => ({
  kind: 'ticket-issued',
  data: {
    ticketId: ticketId(day, number),
    number,
    n,
    queueId,
    matterId,
    headStart: null,
    rank: issuedAt,
    channel: 'import',
    appointmentId: null,
  },
});

const called = (day: ServiceDay, ticket: PastTicket, kept: boolean): NewQueueEvent => ({
  kind: 'ticket-called',
  data: {
    ticketId: ticketId(day, ticket.number),
    queueId: ticket.queueId,
    windowId: ticket.windowId,
    clerkId: ticket.clerkId,
    order: kept ? 'first' : 'chosen',
    reason: null,
    kept,
  },
});
