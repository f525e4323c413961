import { z } from 'zod';
import { availableAction, hallClock, instant, outcome } from './common.schema.ts';
import { staffWindow, waitingTicket } from './board.schema.ts';
import { day } from '../catalogue/catalogue.schema.ts';

/** Why a waiting ticket stands before the one behind it. */
export const whyBefore = z.discriminatedUnion('why', [
  z.object({ why: z.literal('arrived-earlier'), at: instant }),
  z.object({ why: z.literal('head-start'), headStart: z.string(), issuedAt: instant, countsAs: instant }),
  z.object({ why: z.literal('came-back'), countsAs: instant }),
  z.object({ why: z.literal('appointment'), countsAs: instant }),
  z.object({ why: z.literal('transferred'), issuedAt: instant }),
]);

/** What a clerk's terminal shows: the window, its ticket, the next five and why, and the steps possible now. */
export const desk = z.object({
  seq: z.number().int(),
  day,
  clock: hallClock,
  window: staffWindow,
  actions: z.array(availableAction),
  /** The next five in the order in which this window would call them. */
  next: z.array(waitingTicket),
  waiting: z.number().int(),
  longestWaitingSince: instant.nullable(),
  /** The tightest waiting promise of the window's first-choice queues, seconds. */
  waitPromiseSeconds: z.number().int(),
  /** The story of the ticket at the window, oldest first. */
  story: z.array(
    z.object({ seq: z.number().int(), at: instant, kind: z.string(), data: z.record(z.string(), z.unknown()) }),
  ),
  /** What can be undone and until when. */
  undo: z.object({ number: z.string(), until: instant }).nullable(),
  /** Tickets finished here today, newest first, at most ten. */
  finished: z.array(
    z.object({
      number: z.string(),
      matterId: z.string().nullable(),
      endedAt: instant,
      handledMs: z.number().int(),
      outcome: outcome.nullable(),
    }),
  ),
});
export type Desk = z.infer<typeof desk>;
