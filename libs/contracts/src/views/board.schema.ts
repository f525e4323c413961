import { z } from 'zod';
import {
  hallClock,
  instant,
  pauseReason,
  refusal,
  headStart,
  ticketState,
  waitRange,
  windowState,
} from './common.schema.ts';
import { day } from '../catalogue/catalogue.schema.ts';

/** A window as everybody in the hall may see it: number and window, nothing of a person. */
export const publicWindow = z.object({
  id: z.string(),
  state: windowState,
  ticket: z
    .object({
      number: z.string(),
      queueId: z.string(),
      state: ticketState,
      calls: z.number().int(),
      /** First call of this calling; a recall does not change it. */
      calledAt: instant,
      lastCallAt: instant,
    })
    .nullable(),
});
export type PublicWindow = z.infer<typeof publicWindow>;

/** A queue as everybody may see it. */
export const publicQueue = z.object({
  id: z.string(),
  waiting: z.number().int(),
  /** For somebody who takes a number now. */
  range: waitRange,
  /** The next numbers in the order in which they will be called, at most eight. */
  next: z.array(z.string()),
  /** Why no number is given now; `null`: numbers are given. */
  issuing: refusal.nullable(),
});
export type PublicQueue = z.infer<typeof publicQueue>;

/** One call for the screens and the voice. `seq` identifies it for ever. */
export const publicCall = z.object({
  seq: z.number().int(),
  number: z.string(),
  windowId: z.string(),
  at: instant,
  call: z.number().int(),
});
export type PublicCall = z.infer<typeof publicCall>;

/** Everything a public screen shows, as of `seq` of the hall's log. */
export const publicBoard = z.object({
  hallId: z.string(),
  seq: z.number().int(),
  catalogueSeq: z.number().int(),
  day,
  clock: hallClock,
  /** When the hall is open today; `null`: closed all day. */
  open: z.object({ from: instant, until: instant }).nullable(),
  nextOpening: z.object({ day, from: instant }).nullable(),
  dayClosed: z.boolean(),
  windows: z.array(publicWindow),
  queues: z.array(publicQueue),
  /** The last twenty calls of today, newest first. */
  calls: z.array(publicCall),
});
export type PublicBoard = z.infer<typeof publicBoard>;

/** A waiting ticket as staff see it, with the reason for its place. */
export const waitingTicket = z.object({
  id: z.string(),
  number: z.string(),
  queueId: z.string(),
  matterId: z.string().nullable(),
  headStart: headStart.nullable(),
  issuedAt: instant,
  waitingSince: instant,
  rank: instant,
  returns: z.number().int(),
  servings: z.number().int(),
  /** A second visit that is awaited at a certain window; other windows pass it over until then. */
  awaited: z.object({ windowId: z.string(), until: instant }).nullable(),
});
export type WaitingTicket = z.infer<typeof waitingTicket>;

/** The ticket at a window as staff see it. */
export const windowTicket = z.object({
  id: z.string(),
  number: z.string(),
  queueId: z.string(),
  matterId: z.string().nullable(),
  headStart: headStart.nullable(),
  state: ticketState,
  issuedAt: instant,
  waitingSince: instant,
  calledAt: instant,
  lastCallAt: instant,
  calls: z.number().int(),
  /** Start of the serving in progress; `null` before the citizen arrived. */
  startedAt: instant.nullable(),
  heldMs: z.number().int(),
  heldSince: instant.nullable(),
  /** Handling standard of its matter, seconds. */
  standardSeconds: z.number().int(),
});
export type WindowTicket = z.infer<typeof windowTicket>;

/** A window as staff see it. */
export const staffWindow = z.object({
  id: z.string(),
  state: windowState,
  clerkId: z.string().nullable(),
  since: instant,
  pauseReason: pauseReason.nullable(),
  awaySince: instant.nullable(),
  ticket: windowTicket.nullable(),
  held: z.array(windowTicket),
  finished: z.number().int(),
  handledMs: z.number().int(),
});
export type StaffWindow = z.infer<typeof staffWindow>;

/** A queue as staff see it. */
export const staffQueue = publicQueue.extend({
  issued: z.number().int(),
  longest: waitingTicket.nullable(),
  /** Tickets with a head start among those waiting. */
  headStarted: z.number().int(),
});
export type StaffQueue = z.infer<typeof staffQueue>;

/** What the day has come to so far; waits count those answered and those still waiting (DOMAIN §9). */
export const dayFigures = z.object({
  issued: z.number().int(),
  waiting: z.number().int(),
  answered: z.number().int(),
  /** Answered, or waiting still, within / beyond the queue's promise. */
  withinPromise: z.number().int(),
  beyondPromise: z.number().int(),
  finished: z.number().int(),
  noShows: z.number().int(),
  cancelled: z.number().int(),
  overStandard: z.number().int(),
});
export type DayFigures = z.infer<typeof dayFigures>;

/** Supervision's picture of the hall, as of `seq`. */
export const staffBoard = z.object({
  hallId: z.string(),
  seq: z.number().int(),
  catalogueSeq: z.number().int(),
  day,
  clock: hallClock,
  open: z.object({ from: instant, until: instant }).nullable(),
  dayClosed: z.boolean(),
  windows: z.array(staffWindow),
  queues: z.array(staffQueue),
  figures: dayFigures,
  /** Staff in office by id, for the names on the plan. */
  staff: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      latinName: z.string(),
      post: z.object({ zh: z.string(), en: z.string() }),
    }),
  ),
});
export type StaffBoard = z.infer<typeof staffBoard>;
