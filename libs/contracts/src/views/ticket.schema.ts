import { z } from 'zod';
import { day } from '../catalogue/catalogue.schema.ts';
import { hallClock, headStart, instant, outcome, ticketState, waitRange } from './common.schema.ts';
import { whyBefore } from './desk.schema.ts';

/** What the holder of a ticket's code sees. */
export const ticketView = z.object({
  hallId: z.string(),
  seq: z.number().int(),
  clock: hallClock,
  day,
  number: z.string(),
  queueId: z.string(),
  zoneId: z.string(),
  matterId: z.string().nullable(),
  headStart: headStart.nullable(),
  state: ticketState,
  issuedAt: instant,
  waitingSince: instant,
  ahead: z.number().int(),
  range: waitRange,
  windowId: z.string().nullable(),
  calls: z.number().int(),
  lastCallAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** Second visit: the clerk who knows the matter calls it at this window; after `until` any window may. */
  awaited: z.object({ windowId: z.string(), name: z.string(), latinName: z.string(), until: instant }).nullable(),
  /** A missed ticket can come back once on the same day. */
  canReturn: z.boolean(),
  canCancel: z.boolean(),
  /** Who receives the citizen, once a window has called: first receiver in office (首问责任人). */
  receiver: z
    .object({ name: z.string(), latinName: z.string(), post: z.object({ zh: z.string(), en: z.string() }) })
    .nullable(),
  outcome: outcome.nullable(),
});
export type TicketView = z.infer<typeof ticketView>;

/**
 * The slip: what the kiosk prints and shows. `code` opens the phone page and is given out once, here; `page` is that page's address
 * for phones, `null` where the installation has not named one (PUBLIC_URL): then it is the kiosk's own.
 */
export const slip = ticketView.extend({ id: z.string(), code: z.string(), page: z.string().nullable() });
export type Slip = z.infer<typeof slip>;

/** Who is before me and why. */
export const orderView = z.object({
  number: z.string(),
  ahead: z.number().int(),
  before: z.array(z.object({ number: z.string(), why: whyBefore })),
});
export type OrderView = z.infer<typeof orderView>;
