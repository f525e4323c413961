import { z } from 'zod';
import { MEASURES } from '@shouwen/domain/indicators/measures';
import { day } from '../catalogue/primitives.ts';
import { arrivalsView } from '../views/arrivals.schema.ts';
import { countedRow, GROUP_SCOPES, performanceView, scope } from '../views/performance.schema.ts';
import { ofHall, read } from './define.ts';
import { OVERSEES } from './loop.operations.ts';

/** Days, both included; the last thirty when left out; of what: the hall, or one department, queue, matter, window or person. */
const asked = {
  from: day.optional(),
  until: day.optional(),
  scope: scope.default('hall'),
  key: z.string().max(60).default(''),
};

export const viewPerformance = read({
  name: 'viewPerformance',
  summary:
    'Every indicator of a period beside the period before, by hour and weekday, waits by length, and by group (绩效)',
  path: '/api/halls/:hallId/performance',
  access: OVERSEES,
  params: ofHall,
  query: z.object({ ...asked, by: z.enum(GROUP_SCOPES).default('department') }),
  reply: performanceView,
});
export const listCounted = read({
  name: 'listCounted',
  summary: 'The rows that a figure counts, page by page, each with the subject of its events',
  path: '/api/halls/:hallId/performance/rows',
  access: OVERSEES,
  params: ofHall,
  query: z.object({
    ...asked,
    measure: z.enum(MEASURES),
    /** Only those of an hour of a weekday (Monday 0). */
    weekday: z.coerce.number().int().min(0).max(6).optional(),
    hour: z.coerce.number().int().min(0).max(23).optional(),
    skip: z.coerce.number().int().min(0).max(1_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  reply: z.object({ total: z.number().int(), rows: z.array(countedRow) }),
});

export const viewArrivals = read({
  name: 'viewArrivals',
  summary:
    'How many people are expected by half hour today and on the next five open days, learnt from the hall’s own days (来人预测)',
  path: '/api/halls/:hallId/arrivals',
  access: OVERSEES,
  params: ofHall,
  query: z.object({ queueId: z.string().max(60).optional() }),
  reply: arrivalsView,
});

export const PERFORMANCE_OPERATIONS = [viewPerformance, listCounted, viewArrivals];
