import type { Instant, ServiceDay } from '../time/instant.ts';
import type { HeadStart } from '../queue/head-start.ts';
import type { WaitsFor } from '../queue/waits-for.ts';

/** The life of a ticket (号票), DOMAIN §2. */
export const TICKET_STATES = [
  'waiting',
  'called',
  'serving',
  'held',
  'finished',
  'no-show',
  'cancelled',
  'expired',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** `2026-11-24.A017`: the service day and the number printed on the slip. */
export type TicketId = string;

/** Where a ticket was taken. */
export const TICKET_CHANNELS = ['kiosk', 'desk', 'phone', 'appointment', 'import'] as const;
export type TicketChannel = (typeof TICKET_CHANNELS)[number];

export interface Ticket {
  id: TicketId;
  day: ServiceDay;
  /** What is printed and spoken: letter and running number, `A017`. Never reused that day, never cut (PEERS 1, 8). */
  number: string;
  queueId: string;
  /** `null` for “I don't know” at the guide desk. */
  matterId: string | null;
  headStart: HeadStart | null;
  /** Comes again about a matter that a certain clerk knows; `null`: anybody may serve it. */
  waitsFor: WaitsFor | null;
  channel: TicketChannel;
  /** Sequence of the event that issued it: the tie-break when two ranks are equal. */
  issuedSeq: number;
  issuedAt: Instant;
  /** Virtual arrival time (虚拟到达时间): the one sort key of a waiting ticket; smallest is called first. */
  rank: Instant;
  /** Since when the citizen has been waiting this time: issue, check-in, return or transfer. */
  waitingSince: Instant;
  state: TicketState;
  /** The window that called, serves or holds it. */
  windowId: string | null;
  /** First call ever; a recall never overwrites it (PEERS 11). */
  firstCalledAt: Instant | null;
  /** First call of the calling now in progress. */
  calledAt: Instant | null;
  lastCallAt: Instant | null;
  /** How often it was called in the calling now in progress. */
  calls: number;
  /** How many servings it has had; the current one has this number. */
  servings: number;
  /** How often it came back after a no-show; at most once. */
  returns: number;
  endedAt: Instant | null;
}

/** Outcomes (办理结果) with which a clerk ends a serving. Everything but `done` makes a first contact to follow up. */
export const SERVING_OUTCOMES = ['done', 'accepted', 'told-once', 'answered', 'referred', 'not-ours'] as const;
export type ServingOutcome = (typeof SERVING_OUTCOMES)[number];

/** How a serving came to its end: by an outcome, or by the ticket moving to another queue. */
export type ServingEnd = ServingOutcome | 'transferred' | 'put-back' | 'expired';

/** One serving (一次办理): from the citizen's arrival at the window to the clerk's end of it. */
export interface Serving {
  /** `2026-11-24.A017.1` */
  id: string;
  ticketId: TicketId;
  day: ServiceDay;
  queueId: string;
  matterId: string | null;
  windowId: string;
  clerkId: string;
  waitedMs: number;
  calledAt: Instant;
  startedAt: Instant;
  endedAt: Instant | null;
  heldSince: Instant | null;
  /** Time on hold, left out of the handling time (DOMAIN §9). */
  heldMs: number;
  end: ServingEnd | null;
}

export const ticketId = (day: ServiceDay, number: string): TicketId => `${day}.${number}`;
export const servingId = (ticket: TicketId, n: number): string => `${ticket}.${n}`;

/** The day and the number of a ticket id, or `null` when it is not one. */
export function parseTicketId(id: string): { day: ServiceDay; number: string } | null {
  const match = /^(\d{4}-\d{2}-\d{2})\.([A-Z]{1,2}\d{3,6})$/.exec(id);
  return match ? { day: match[1]!, number: match[2]! } : null;
}

/** Letter and running number with at least three digits; the 1,000th ticket has four (PEERS 8). */
export const ticketNumber = (letter: string, n: number): string => `${letter}${String(n).padStart(3, '0')}`;
