import type {
  PublicQueue,
  PublicWindow,
  StaffQueue,
  StaffWindow,
  WaitingTicket,
  WindowTicket,
} from '@shouwen/contracts/views/board.schema';
import { issuingRefusal } from '@shouwen/domain/hall/decide-issue';
import type { Context } from '@shouwen/domain/hall/context';
import type { HallState } from '@shouwen/domain/hall/state';
import { serversOf } from '@shouwen/domain/queue/servers';
import { awaitedAt } from '@shouwen/domain/queue/waits-for';
import { roundOutward, waitRange, type WaitRange } from '@shouwen/domain/queue/wait-range';
import { DEFAULT_STANDARD_SECONDS } from '@shouwen/domain/queue/standard';
import { servingId, type Ticket } from '@shouwen/domain/ticket/ticket';
import type { WindowDay } from '@shouwen/domain/window/window';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import type { WaitTeller } from '../forecast/wait-forecasts.ts';
import type { DayState } from './slice.ts';

/** What of a day's state each audience sees. Pure: from state to view. */

type Tickets = Pick<HallState, 'tickets' | 'servings'>;

export function toPublicWindow(window: WindowDay, { tickets }: Pick<HallState, 'tickets'>): PublicWindow {
  const ticket = window.ticketId === null ? undefined : tickets[window.ticketId];
  return {
    id: window.id,
    state: window.state,
    ticket: ticket
      ? {
          number: ticket.number,
          queueId: ticket.queueId,
          state: ticket.state,
          calls: ticket.calls,
          calledAt: ticket.calledAt!,
          lastCallAt: ticket.lastCallAt!,
        }
      : null,
  };
}

function toWindowTicket(ticket: Ticket, { servings }: Tickets, { rules }: HallCatalogue): WindowTicket {
  const serving = ticket.state === 'called' ? undefined : servings[servingId(ticket.id, ticket.servings)];
  const standard = ticket.matterId === null ? undefined : rules.matters[ticket.matterId]?.handlingStandardSeconds;
  const { id, number, queueId, matterId, headStart, state, issuedAt, waitingSince, calls } = ticket;
  return {
    id,
    number,
    queueId,
    matterId,
    headStart,
    state,
    issuedAt,
    waitingSince,
    calls,
    calledAt: ticket.calledAt!,
    lastCallAt: ticket.lastCallAt!,
    startedAt: serving?.startedAt ?? null,
    heldMs: serving?.heldMs ?? 0,
    heldSince: serving?.heldSince ?? null,
    standardSeconds: standard ?? DEFAULT_STANDARD_SECONDS,
  };
}

export function toStaffWindow(window: WindowDay, state: Tickets, catalogue: HallCatalogue): StaffWindow {
  const ticketAt = (id: string | null) => (id === null ? undefined : state.tickets[id]);
  const ticket = ticketAt(window.ticketId);
  return {
    id: window.id,
    state: window.state,
    clerkId: window.clerkId,
    since: window.since,
    pauseReason: window.pauseReason,
    awaySince: window.awaySince,
    ticket: ticket ? toWindowTicket(ticket, state, catalogue) : null,
    held: window.heldTicketIds.flatMap((id) => {
      const held = ticketAt(id);
      return held ? [toWindowTicket(held, state, catalogue)] : [];
    }),
    finished: window.finished,
    handledMs: window.handledMs,
  };
}

/** Where a waiting ticket is awaited now, and until when. */
export function awaitedOf(
  ticket: Ticket,
  { windows }: Pick<DayState, 'windows'>,
  { rules }: HallCatalogue,
  { now }: Pick<Context, 'now'>,
): WaitingTicket['awaited'] {
  const windowId = awaitedAt(ticket, windows, rules.windows, now);
  return windowId === null ? null : { windowId, until: ticket.waitsFor!.until };
}

export const toWaiting = (
  ticket: Ticket,
  day: Pick<DayState, 'windows'>,
  catalogue: HallCatalogue,
  context: Pick<Context, 'now'>,
): WaitingTicket => {
  const { id, number, queueId, matterId, headStart, issuedAt, waitingSince, rank, returns, servings } = ticket;
  const awaited = awaitedOf(ticket, day, catalogue, context);
  return { id, number, queueId, matterId, headStart, issuedAt, waitingSince, rank, returns, servings, awaited };
};

/** Whoever asks how long they will wait. */
export interface RangeQuestion {
  queueId: string;
  ahead: number;
  /** Of whoever waits already. */
  ticketId?: string;
  /** Awaited at one window: all windows call those before, but then that one must come free. */
  awaitedWindowId?: string | null | undefined;
}

/**
 * Wait range of somebody with `ahead` people before them: what the hall has learnt from its days; while it has not, or where it cannot
 * know (a window that waits for one person), the wide range of its windows and its pace.
 */
export function rangeFor(
  { queueId, ahead, ticketId, awaitedWindowId = null }: RangeQuestion,
  day: DayState,
  catalogue: HallCatalogue,
  tell: WaitTeller,
): WaitRange {
  const { servers, freeServers } = serversOf(queueId, catalogue.rules.windows, day.windows, day.queues);
  const standardSeconds = catalogue.standards[queueId] ?? DEFAULT_STANDARD_SECONDS;
  const queue = day.queues[queueId]!;
  if (awaitedWindowId === null || servers === 0) {
    const atOnce = ahead === 0 && freeServers > 0;
    const told = servers === 0 || atOnce ? null : tell(queueId, ahead, ticketId);
    if (told) return roundOutward(told.low, told.high);
    return waitRange({ ahead, servers, freeServers, queue, standardSeconds });
  }
  const free = day.windows[awaitedWindowId]!.ticketId === null ? 1 : 0;
  return waitRange({ ahead: ahead / servers, servers: 1, freeServers: free, queue, standardSeconds });
}

/** What is read of a queue beyond its counters. */
export interface QueueFacts {
  queueId: string;
  next: Ticket[];
  longest: Ticket | null;
  headStarted: number;
}

export function toPublicQueue(
  { queueId, next }: QueueFacts,
  day: DayState,
  catalogue: HallCatalogue,
  context: Context,
  tell: WaitTeller,
): PublicQueue {
  const { waiting } = day.queues[queueId]!;
  const state: HallState = { ...day, tickets: {}, servings: {}, appointments: {} };
  return {
    id: queueId,
    waiting,
    range: rangeFor({ queueId, ahead: waiting }, day, catalogue, tell),
    next: next.map((ticket) => ticket.number),
    issuing: issuingRefusal(state, queueId, context),
  };
}

export function toStaffQueue(
  facts: QueueFacts,
  day: DayState,
  catalogue: HallCatalogue,
  context: Context,
  tell: WaitTeller,
): StaffQueue {
  return {
    ...toPublicQueue(facts, day, catalogue, context, tell),
    issued: day.queues[facts.queueId]!.lastNumber,
    longest: facts.longest ? toWaiting(facts.longest, day, catalogue, context) : null,
    headStarted: facts.headStarted,
  };
}
