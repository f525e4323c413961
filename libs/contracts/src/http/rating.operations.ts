import { z } from 'zod';
import { slug } from '../catalogue/catalogue.schema.ts';
import { docketFile, finding, ratingLevel, remedy, revisit } from '../views/docket.schema.ts';
import { castReply, padView, rateable, ratedView } from '../views/rating.schema.ts';
import { command, ofHall, ofWindow, read } from './define.ts';
import { ofContact, WORKS, words } from './docket.operations.ts';
import { EVERY_ROLE, type Access } from './operation.ts';
import { ticketCode } from './queue.operations.ts';

/** A pad and nothing else: no member of staff can cast a rating, whatever their role. */
const PAD: Access = { who: 'device', kinds: ['pad'], roles: [] };
const PUBLIC: Access = { who: 'public' };
const LEADS: Access = { who: 'staff', roles: ['supervisor', 'director'] };

const ratingId = z.string().regex(/^\d{4}-\d{2}-\d{2}\.[A-Z]{1,2}\d{3,6}\.\d{1,3}$/);
const ofRated = ofHall.extend({ ratedId: z.string().regex(/^[\w-]{24}$/) });
const ofCode = z.object({ code: ticketCode });

/** What a citizen says in a rating: one level; the rest is optional. */
const said = z
  .object({
    ratingId,
    level: ratingLevel,
    form: z.number().int().min(1).max(9999),
    dimensions: z.record(slug, ratingLevel).default({}),
    labels: z.array(slug).max(24).default([]),
    /** From the opening of the rating to the press, ms. */
    openMs: z.number().int().min(0).max(86_400_000).nullable().default(null),
    text: z.string().trim().max(2000).default(''),
    /** A way to be told what came of it; optional. */
    contact: z
      .object({ name: z.string().trim().max(60).default(''), telephone: z.string().trim().min(3).max(30) })
      .strict()
      .nullable()
      .default(null),
  })
  .strict();

export const viewPad = read({
  name: 'viewPad',
  summary: 'What the pad at its window shows: who serves, what was promised, what can be rated (评价器)',
  path: '/api/halls/:hallId/pad',
  access: PAD,
  params: ofHall,
  reply: padView,
});
export const castAtPad = command({
  name: 'castAtPad',
  summary: 'Rate the serving that ended at this window last (评价): once, and it stands',
  path: '/api/halls/:hallId/pad/ratings',
  access: PAD,
  params: ofHall,
  body: said,
  reply: castReply,
});
export const viewRateable = read({
  name: 'viewRateable',
  summary: 'The servings of a ticket that can be rated, by the code on the slip',
  path: '/api/t/:code/ratings',
  access: PUBLIC,
  params: ofCode,
  reply: z.array(rateable),
});
export const castByCode = command({
  name: 'castByCode',
  summary: 'Rate a serving by the code on the slip, for five days',
  path: '/api/t/:code/ratings',
  access: PUBLIC,
  params: ofCode,
  body: said,
  reply: castReply,
});
export const addToRating = command({
  name: 'addToRating',
  summary: 'Add to a rating, once (追评)',
  path: '/api/t/:code/ratings/:ratingId/addition',
  access: PUBLIC,
  params: ofCode.extend({ ratingId }),
  body: z.object({ text: words }).strict(),
  reply: rateable,
});
export const viewRated = read({
  name: 'viewRated',
  summary: 'Whether the serving that ended last at this window was rated — never how',
  path: '/api/halls/:hallId/windows/:windowId/rated',
  access: { who: 'staff', roles: ['clerk', 'guide', 'supervisor'] },
  params: ofWindow,
  reply: z.object({ number: z.string().nullable(), rated: z.boolean() }),
});

const onLoop = <B extends z.ZodType>(name: string, verb: string, summary: string, body: B, access: Access = WORKS) =>
  command({
    name,
    summary,
    path: `/api/halls/:hallId/contacts/:contactId/${verb}`,
    access,
    params: ofContact,
    body,
    reply: docketFile,
  });

export const verifyRating = onLoop(
  'verifyRating',
  'verify-rating',
  'Verify a bad rating: genuine, mistaken or malicious, with grounds, and how it is put right (核实)',
  z.object({ finding, remedy: remedy.nullable(), words }).strict(),
);
export const rectifyRating = onLoop(
  'rectifyRating',
  'rectify-rating',
  'It was put right: what was done, for the public (整改)',
  z.object({ words }).strict(),
);
export const revisitRating = onLoop(
  'revisitRating',
  'revisit-rating',
  'What the citizen says now (回访)',
  z.object({ outcome: revisit, words }).strict(),
);
export const decideAppeal = onLoop(
  'decideAppeal',
  'decide-appeal',
  'Decide the appeal of the rated person (申诉裁定)',
  z
    .object({ upheld: z.boolean(), finding: z.enum(['mistaken', 'malicious']).nullable().default(null), words })
    .strict(),
  LEADS,
);
export const listRated = read({
  name: 'listRated',
  summary: 'Bad ratings about me, once verified, without anything of the citizen',
  path: '/api/halls/:hallId/rated',
  access: { who: 'staff', roles: EVERY_ROLE },
  params: ofHall,
  reply: z.array(ratedView),
});
export const appealRating = command({
  name: 'appealRating',
  summary: 'Appeal against a finding about me, within three working days (申诉)',
  path: '/api/halls/:hallId/rated/:ratedId/appeal',
  access: { who: 'staff', roles: EVERY_ROLE },
  params: ofRated,
  body: z.object({ words }).strict(),
  reply: ratedView,
});

/** Ratings (好差评): cast at the pad or by the slip's code, and the loop behind a bad one. */
export const RATING_OPERATIONS = [
  viewPad,
  castAtPad,
  viewRateable,
  castByCode,
  addToRating,
  viewRated,
  verifyRating,
  rectifyRating,
  revisitRating,
  decideAppeal,
  listRated,
  appealRating,
];
