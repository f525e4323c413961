import type { HeadStart } from '../queue/head-start.ts';
import type { OpenSpan as WindowSpan } from '../indicators/open-spans.ts';
import type { Serving, Ticket } from '../ticket/ticket.ts';
import { MINUTE, type Instant, type ServiceDay } from '../time/instant.ts';

/** A day of the hall's past as its tables have it. */
export interface PastDay {
  day: ServiceDay;
  /** 00:00 on its wall clock. */
  midnight: Instant;
  tickets: readonly Pick<
    Ticket,
    'number' | 'queueId' | 'matterId' | 'headStart' | 'issuedAt' | 'state' | 'returns' | 'endedAt'
  >[];
  servings: readonly (Pick<
    Serving,
    'queueId' | 'matterId' | 'windowId' | 'calledAt' | 'startedAt' | 'endedAt' | 'heldMs' | 'waitedMs'
  > & { number: string })[];
  open: readonly Omit<WindowSpan, 'clerkId'>[];
}

/** One time at a window. What the past does not say is `null` and drawn from the others. Milliseconds. */
export interface Leg {
  queueId: string;
  matterId: string | null;
  walk: number | null;
  work: number | null;
  held: number;
  /** From the end of it to the clerk's next call, where somebody was waiting already. */
  turn: number | null;
}

/** Somebody who came, whole: when, for what, whether they heard the call, and how long it took. */
export interface Visit {
  /** Since 00:00 on the wall clock. */
  at: number;
  queueId: string;
  matterId: string | null;
  headStart: HeadStart | null;
  /** Missed the call, for good or until later. */
  missed: 'gone' | 'back' | null;
  givesUp: number | null;
  legs: Leg[];
}

/** A wait that ended with an answered call, by the moment at which it began. */
export interface Waited {
  queueId: string;
  at: number;
  ms: number;
}

/** What a past day teaches. */
export interface DayLesson {
  day: ServiceDay;
  visits: Visit[];
  waits: Waited[];
  /** When windows were open, since 00:00, by the queues to which they belong; those of another system have no queues of ours. */
  open: { windowId: string; queueId: string | null; from: number; until: number }[];
}

/** A gap longer than this between two tickets is something else than clearing the desk. */
const LONGEST_TURN = 5 * MINUTE;

type PastServing = PastDay['servings'][number];

const byWindow = (servings: readonly PastServing[]) => {
  const windows = new Map<string, PastServing[]>();
  for (const serving of servings) windows.set(serving.windowId, [...(windows.get(serving.windowId) ?? []), serving]);
  for (const of of windows.values()) of.sort((a, b) => a.calledAt - b.calledAt);
  return windows;
};

/** How long each clerk took from one citizen to the next who was waiting already. */
function turnsOf(windows: ReadonlyMap<string, readonly PastServing[]>): Map<PastServing, number> {
  const turns = new Map<PastServing, number>();
  for (const servings of windows.values())
    for (let at = 0; at + 1 < servings.length; at++) {
      const [one, next] = [servings[at]!, servings[at + 1]!];
      if (one.endedAt === null) continue;
      const turn = next.calledAt - one.endedAt;
      if (turn >= 0 && turn <= LONGEST_TURN && next.waitedMs > turn) turns.set(one, turn);
    }
  return turns;
}

/** A day as visits. Tickets of queues that the hall no longer has are left out. */
export function lessonOf(past: PastDay, isQueue: (id: string) => boolean): DayLesson {
  const windows = byWindow(past.servings);
  const turns = turnsOf(windows);
  const served = new Map<string, PastServing[]>();
  for (const serving of past.servings) served.set(serving.number, [...(served.get(serving.number) ?? []), serving]);
  const visits = past.tickets.flatMap((ticket): Visit[] => {
    const legs = legsOf(served.get(ticket.number) ?? [], turns).filter(({ queueId }) => isQueue(queueId));
    const first = legs[0] ?? { queueId: ticket.queueId, matterId: ticket.matterId };
    if (!isQueue(first.queueId)) return [];
    return [
      {
        at: ticket.issuedAt - past.midnight,
        queueId: first.queueId,
        matterId: first.matterId,
        headStart: ticket.headStart,
        missed: ticket.state === 'no-show' ? 'gone' : ticket.returns > 0 ? 'back' : null,
        givesUp: ticket.state === 'cancelled' && ticket.endedAt !== null ? ticket.endedAt - ticket.issuedAt : null,
        legs: legs.length > 0 ? legs : [{ ...first, walk: null, work: null, held: 0, turn: null }],
      },
    ];
  });
  const queueOf = (windowId: string) => windows.get(windowId)?.find(({ queueId }) => isQueue(queueId))?.queueId ?? null;
  return {
    day: past.day,
    visits,
    waits: past.servings
      .filter(({ queueId }) => isQueue(queueId))
      .map(({ queueId, calledAt, waitedMs }) => ({ queueId, at: calledAt - waitedMs - past.midnight, ms: waitedMs })),
    open: spansOf(past, windows).map(({ windowId, from, until }) => ({
      windowId,
      queueId: queueOf(windowId),
      from: from - past.midnight,
      until: until - past.midnight,
    })),
  };
}

/** When windows were open. A log from elsewhere says only whom they called: open from the first to the last of them. */
function spansOf({ open }: PastDay, windows: ReadonlyMap<string, readonly PastServing[]>) {
  if (open.length > 0) return open;
  return [...windows].map(([windowId, servings]) => ({
    windowId,
    from: servings[0]!.calledAt,
    until: Math.max(...servings.map(({ calledAt, endedAt }) => endedAt ?? calledAt)),
  }));
}

/** The servings of a ticket in their order; one that was put back into its own queue is one with the next. */
function legsOf(servings: readonly PastServing[], turns: ReadonlyMap<PastServing, number>): Leg[] {
  const legs: Leg[] = [];
  for (const serving of [...servings].sort((a, b) => a.startedAt - b.startedAt)) {
    const { queueId, matterId, calledAt, startedAt, endedAt, heldMs } = serving;
    const work = endedAt === null ? null : Math.max(0, endedAt - startedAt - heldMs);
    const last = legs.at(-1);
    if (last?.queueId === queueId) {
      last.work = last.work === null || work === null ? null : last.work + work;
      last.held += heldMs;
      last.turn = turns.get(serving) ?? null;
    } else {
      legs.push({
        queueId,
        matterId,
        walk: endedAt === null ? null : startedAt - calledAt,
        work,
        held: heldMs,
        turn: turns.get(serving) ?? null,
      });
    }
  }
  return legs;
}
