import '../no-eval.ts';
import { z } from 'zod';
import { day, photoId, text } from '../catalogue/primitives.ts';
import { hallClock, instant } from './common.schema.ts';
import { finding, officer, ratingLevel } from './docket.schema.ts';

/** A serving that can be rated, or was. Nothing of the citizen. */
export const rateable = z.object({
  ratingId: z.string(),
  windowId: z.string(),
  matterId: z.string().nullable(),
  clerk: officer,
  endedAt: instant,
  /** Until when it can be rated, or added to. */
  until: instant,
  /** What was chosen; only whoever holds the slip sees it again, the pad never does. */
  level: ratingLevel.nullable(),
  canRate: z.boolean(),
  canAdd: z.boolean(),
});
export type Rateable = z.infer<typeof rateable>;

/** Who serves, as the citizen sees them; `photoId` is the address of their photograph, or `null`. */
const atPad = officer.extend({ postNumber: z.string(), photoId: photoId.nullable() });
export type AtPad = z.infer<typeof atPad>;

/** What the pad at a window shows (评价器). */
export const padView = z.object({
  hallId: z.string(),
  seq: z.number().int(),
  clock: hallClock,
  windowId: z.string(),
  /** Who sits there; `null`: nobody signed in. */
  clerk: atPad.nullable(),
  state: z.enum(['closed', 'paused', 'idle', 'called', 'serving']),
  serving: z
    .object({
      number: z.string(),
      matterId: z.string().nullable(),
      startedAt: instant,
      /** Time on hold, ms; not counted as handling (DOMAIN §9). */
      heldMs: z.number().int(),
      standardSeconds: z.number().int(),
    })
    .nullable(),
  /** The last serving that ended here, while it can be rated; it opens by itself. */
  rate: z
    .object({
      ratingId: z.string(),
      matterId: z.string().nullable(),
      clerk: atPad,
      endedAt: instant,
      /** How long it took, holds left out, ms. */
      handledMs: z.number().int(),
      /** When a case came of it and was accepted: the last day of its promise. */
      promisedLastDay: day.nullable(),
      until: instant,
    })
    .nullable(),
});
export type PadView = z.infer<typeof padView>;

/** Answer to a cast rating: thanks, and what happens next. */
export const castReply = z.object({
  ratingId: z.string(),
  bad: z.boolean(),
  /** Number of the card on which a bad one is followed up; the slip's code opens it. */
  number: z.string().nullable(),
  /** Last day by which it is verified. */
  verifyBy: day.nullable(),
});
export type CastReply = z.infer<typeof castReply>;

/**
 * A bad rating as the person rated by it sees it: only once it is verified, without the ticket, the hour, the matter or a way to
 * reach the citizen (DOMAIN §5, §10).
 */
export const ratedView = z.object({
  /** A name for it that says nothing: the card's number would tell between which others it came. */
  ratedId: z.string(),
  verifiedDay: day,
  finding,
  labels: z.array(text),
  /** What was said, masked; and the grounds of the finding. */
  said: z.string().nullable(),
  grounds: z.string(),
  appealUntil: day.nullable(),
  canAppeal: z.boolean(),
  appeal: z
    .object({ at: instant, decideBy: day, upheld: z.boolean().nullable(), grounds: z.string().nullable() })
    .nullable(),
});
export type RatedView = z.infer<typeof ratedView>;
