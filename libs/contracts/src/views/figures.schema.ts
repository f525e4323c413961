import '../no-eval.ts';
import { z } from 'zod';
import { RATING_CHANNELS } from '@shouwen/domain/rating/rating';
import { day, text } from '../catalogue/primitives.ts';
import { instant } from './common.schema.ts';
import { finding, officer, ratingLevel } from './docket.schema.ts';
import { opinionKind, opinionSource } from './petition.schema.ts';

/** By what ratings are grouped. */
export const FIGURE_GROUPS = ['window', 'person', 'matter', 'department', 'hour', 'channel'] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];

/** A share with what it is a share of; of nothing it is `null`, never 0 (DOMAIN §9). */
export const share = z.object({
  k: z.number().int(),
  n: z.number().int(),
  share: z.number().nullable(),
  /** Wilson 95 % interval, where n < 100. */
  interval: z.tuple([z.number(), z.number()]).nullable(),
});
export type ShareView = z.infer<typeof share>;

export const ratingFigures = z.object({
  /** Satisfaction as it was cast: levels 3–5 of all rated. */
  raw: share,
  /** The same without ratings decided to be mistaken or malicious. */
  adjudicated: share,
  /** Rated of all servings that ended. */
  rate: share,
  /** Groups of fewer than five are not ranked. */
  ranked: z.boolean(),
});

export const figureGroup = z.object({
  /** Window, person, matter or department by its id, an hour as `09`, `pad` or `phone`; empty: without a matter. */
  key: z.string(),
  figures: ratingFigures,
});
export type FigureGroupView = z.infer<typeof figureGroup>;

/** A mark of inducement (诱导评价迹象) with what it rests on: something to look at, never a verdict. */
export const inducementMark = z.discriminatedUnion('mark', [
  z.object({
    mark: z.literal('quick'),
    quick: z.number().int(),
    timed: z.number().int(),
    expected: z.number(),
    chance: z.number(),
  }),
  z.object({
    mark: z.literal('run'),
    level: ratingLevel,
    length: z.number().int(),
    of: z.number().int(),
    share: z.number(),
    chance: z.number(),
  }),
  z.object({
    mark: z.literal('no-spread'),
    rate: z.number(),
    othersRate: z.number(),
    rated: z.number().int(),
    level: ratingLevel,
    chance: z.number(),
  }),
]);

export const figuresView = z.object({
  from: day,
  until: day,
  by: z.enum(FIGURE_GROUPS),
  total: ratingFigures,
  groups: z.array(figureGroup),
  marks: z.array(z.object({ person: officer, marks: z.array(inducementMark) })),
});
export type FiguresView = z.infer<typeof figuresView>;

/** What of a figure's ratings to list. */
export const RATING_SETS = ['rated', 'satisfied', 'bad', 'left-out', 'quick'] as const;
export type RatingSet = (typeof RATING_SETS)[number];

/** A rating behind a figure. */
export const ratingRow = z.object({
  ratingId: z.string(),
  castAt: instant,
  level: ratingLevel,
  channel: z.enum(RATING_CHANNELS),
  windowId: z.string(),
  person: officer,
  matterId: z.string().nullable(),
  departmentId: z.string().nullable(),
  openMs: z.number().int().nullable(),
  finding: finding.nullable(),
  contactId: z.string().nullable(),
});
export type RatingRow = z.infer<typeof ratingRow>;

/** What a person sees of ratings about themselves: a month that is over, at least five of them, never one. */
export const ownFigures = z.object({
  from: day,
  until: day,
  /** `null`: fewer than five, so nothing is shown. */
  figures: ratingFigures.nullable(),
});

/** In what citizens say things in words. */
export const SAID_KINDS = ['rating', 'opinion'] as const;
export type SaidKind = (typeof SAID_KINDS)[number];

/** Words of a citizen, masked, with their causes. */
const said = z.object({
  day,
  /** Personal data masked; empty when only labels were touched. */
  text: z.string(),
  labels: z.array(text),
  causes: z.array(z.string()),
  windowId: z.string().nullable(),
  matterId: z.string().nullable(),
});
export const saidRow = z.discriminatedUnion('kind', [
  said.extend({
    kind: z.literal('rating'),
    ratingId: z.string(),
    level: ratingLevel,
    added: z.string().nullable(),
    /** The loop behind a bad one. */
    contactId: z.string().nullable(),
  }),
  said.extend({
    kind: z.literal('opinion'),
    opinion: opinionKind,
    source: opinionSource,
    contactId: z.string(),
  }),
]);
export type SaidRow = z.infer<typeof saidRow>;

export const saidView = z.object({
  from: day,
  until: day,
  /** Version of the hall's rules of causes. */
  version: z.number().int(),
  /** What was looked through: ratings of the period that hold words or are bad, and opinions, as far as the asker may see them. */
  read: z.number().int(),
  kinds: z.object({ rating: z.number().int(), opinion: z.number().int() }),
  causes: z.array(z.object({ id: z.string(), name: text, count: z.number().int(), bad: z.number().int() })),
  /** How many answer the question; `items` are so many of them from `from` on. */
  found: z.number().int(),
  items: z.array(saidRow),
});
export type SaidView = z.infer<typeof saidView>;

/** The public board of a month (评价公示): figures, what was complained of, what was done. Nobody's name. */
export const ratingBoard = z.object({
  month: z.string(),
  from: day,
  until: day,
  /** `null`: fewer than five ratings. */
  figures: ratingFigures.nullable(),
  /** Of loops that are published: how often each cause was named. */
  causes: z.array(z.object({ id: z.string(), name: text, count: z.number().int() })),
  published: z.number().int(),
  findings: z.object({ genuine: z.number().int(), mistaken: z.number().int(), malicious: z.number().int() }),
  /** What was done, in the words of whoever put it right, masked. */
  done: z.array(z.object({ day, causes: z.array(text), words: z.string() })),
});
export type RatingBoard = z.infer<typeof ratingBoard>;
