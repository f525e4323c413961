import type { Instant, ServiceDay } from '../time/instant.ts';
import type { HeadStart } from '../queue/head-start.ts';
import type { WaitsFor } from '../queue/waits-for.ts';
import type { ServingOutcome, TicketChannel, TicketId } from '../ticket/ticket.ts';
import type { PauseReason } from '../window/window.ts';

/** Reasons for calling a chosen ticket out of order (不按序叫号). */
export const OUT_OF_ORDER_REASONS = ['urgent', 'unwell', 'called-by-mistake', 'companion', 'supervisor'] as const;
export type OutOfOrderReason = (typeof OUT_OF_ORDER_REASONS)[number];

/** Why a call chose this ticket: smallest rank of the first-choice queues, of the second-choice ones, or a person chose it. */
export type CallOrder = 'first' | 'second' | 'chosen';

interface AtWindow {
  ticketId: TicketId;
  queueId: string;
  windowId: string;
  clerkId: string;
}

/**
 * What can happen in a hall on a day. `data` of each kind; a kind never changes its meaning — a new meaning is a new kind.
 * Nothing here names a person: clerks stand as ids, citizens not at all (DOMAIN §10). Times are milliseconds.
 */
export interface QueueEventData {
  'ticket-issued': {
    ticketId: TicketId;
    number: string;
    n: number;
    queueId: string;
    matterId: string | null;
    headStart: HeadStart | null;
    rank: Instant;
    channel: TicketChannel;
    appointmentId: string | null;
    /** Left out: waits for nobody in particular. */
    waitsFor?: WaitsFor;
  };
  'ticket-called': AtWindow & { order: CallOrder; reason: OutOfOrderReason | null; kept: boolean };
  'ticket-recalled': AtWindow & { call: number };
  'serving-started': AtWindow & { n: number };
  'serving-held': AtWindow;
  'serving-resumed': AtWindow;
  'ticket-transferred': AtWindow & { toQueueId: string; matterId: string | null; occupiedMs: number };
  'ticket-put-back': AtWindow;
  'serving-finished': AtWindow & { outcome: ServingOutcome; occupiedMs: number };
  'finish-undone': AtWindow;
  'ticket-no-show': AtWindow & { occupiedMs: number };
  'ticket-returned': { ticketId: TicketId; queueId: string; rank: Instant };
  'ticket-cancelled': { ticketId: TicketId; queueId: string };
  'ticket-expired': { ticketId: TicketId; queueId: string; windowId: string | null };
  'window-opened': { windowId: string; clerkId: string };
  'window-closed': { windowId: string; clerkId: string };
  'window-paused': { windowId: string; clerkId: string; reason: PauseReason };
  'window-resumed': { windowId: string; clerkId: string };
  'clerk-away': { windowId: string; clerkId: string };
  'clerk-back': { windowId: string; clerkId: string };
  'appointment-booked': {
    appointmentId: string;
    slotAt: Instant;
    slotDay: ServiceDay;
    queueId: string;
    matterId: string | null;
  };
  'appointment-cancelled': { appointmentId: string };
  'day-closed': { expired: number };
}

export type QueueEventKind = keyof QueueEventData;

/** Decided, not yet in the log. */
export type NewQueueEvent = { [K in QueueEventKind]: { kind: K; data: QueueEventData[K] } }[QueueEventKind];

/** Where and when an event stands in a hall's log. */
export interface EventPlace {
  seq: number;
  day: ServiceDay;
  at: Instant;
}

export type QueueEvent = EventPlace & NewQueueEvent;
