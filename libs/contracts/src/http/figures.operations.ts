import { z } from 'zod';
import { day } from '../catalogue/primitives.ts';
import {
  FIGURE_GROUPS,
  figuresView,
  ownFigures,
  RATING_SETS,
  ratingBoard,
  ratingRow,
  SAID_KINDS,
  saidView,
} from '../views/figures.schema.ts';
import { ofHall, read } from './define.ts';
import { OVERSEES } from './loop.operations.ts';
import { EVERY_ROLE } from './operation.ts';

/** Days of servings, both included; the last thirty when left out. */
const period = { from: day.optional(), until: day.optional() };

export const viewFigures = read({
  name: 'viewRatingFigures',
  summary:
    'Satisfaction and rating rate of a period by window, person, matter, department, hour or channel, raw and adjudicated',
  path: '/api/halls/:hallId/rating-figures',
  access: OVERSEES,
  params: ofHall,
  query: z.object({ ...period, by: z.enum(FIGURE_GROUPS).default('window') }),
  reply: figuresView,
});
export const listRatings = read({
  name: 'listRatings',
  summary: 'The ratings behind a figure, page by page; ratings about oneself are left out',
  path: '/api/halls/:hallId/ratings',
  access: OVERSEES,
  params: ofHall,
  query: z.object({
    ...period,
    by: z.enum(FIGURE_GROUPS).optional(),
    key: z.string().max(60).default(''),
    set: z.enum(RATING_SETS).default('rated'),
    /** The last rating of the page before. */
    after: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  reply: z.array(ratingRow),
});
export const viewOwnFigures = read({
  name: 'viewOwnFigures',
  summary: 'My own figures of the last month that is over: five ratings at least, never a single one',
  path: '/api/halls/:hallId/rated/figures',
  access: { who: 'staff', roles: EVERY_ROLE },
  params: ofHall,
  reply: ownFigures,
});
export const listSaid = read({
  name: 'listSaid',
  summary:
    'What citizens said in ratings and opinions, masked: searched by words, grouped by cause; at most ninety-two days',
  path: '/api/halls/:hallId/rating-words',
  access: OVERSEES,
  params: ofHall,
  query: z.object({
    ...period,
    query: z.string().trim().max(100).default(''),
    cause: z.string().max(41).optional(),
    kind: z.enum(SAID_KINDS).optional(),
    skip: z.coerce.number().int().min(0).max(100_000).default(0),
  }),
  reply: saidView,
});
export const viewRatingBoard = read({
  name: 'viewRatingBoard',
  summary:
    'Ratings of a month for everybody: how many, how satisfied, what was complained of and what was done (评价公示)',
  path: '/api/halls/:hallId/rating-board',
  access: { who: 'public' },
  params: ofHall,
  query: z.object({
    month: z
      .string()
      .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
      .optional(),
  }),
  reply: ratingBoard,
});

/** Figures made of ratings, and what was said in them. */
export const FIGURES_OPERATIONS = [viewFigures, listRatings, viewOwnFigures, listSaid, viewRatingBoard];
