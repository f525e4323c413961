import { z } from 'zod';
import { day, slug } from '../catalogue/primitives.ts';
import { region } from '../catalogue/region.schema.ts';
import { REGION_INDICATORS } from '@shouwen/domain/region/published';
import { oversightView, regionView } from '../views/region.schema.ts';
import { command, ofHall, read } from './define.ts';
import { OVERSEES } from './loop.operations.ts';

/** Most halls that are put side by side. */
export const COMPARED = 6;

export const viewRegion = read({
  name: 'viewRegion',
  summary:
    'Published figures of a region that one oversees, beside the period before, and of the regions or halls below it (地区)',
  path: '/api/halls/:hallId/region',
  access: OVERSEES,
  params: ofHall,
  query: z.object({
    from: day.optional(),
    until: day.optional(),
    /** Left out: the first region overseen. */
    region: region.optional(),
    /** Rows: the regions directly below, and the halls of the region itself; or every hall in it. */
    by: z.enum(['region', 'hall']).default('region'),
    /** Only these halls, side by side; `by` is then of no account. */
    halls: z
      .string()
      .regex(/^[a-z0-9-]{1,41}(,[a-z0-9-]{1,41})*$/)
      .transform((ids) => [...new Set(ids.split(','))])
      .pipe(z.array(slug).max(COMPARED))
      .optional(),
    search: z.string().trim().max(60).default(''),
    sort: z.enum(['name', ...REGION_INDICATORS]).default('within-promise'),
    order: z.enum(['best', 'worst']).default('best'),
    skip: z.coerce.number().int().min(0).max(100_000).default(0),
    limit: z.coerce.number().int().min(1).max(1000).default(50),
  }),
  reply: regionView,
});

export const listOversight = read({
  name: 'listOversight',
  summary: 'Who of one’s own office oversees which regions, as far as one may give it oneself',
  path: '/api/halls/:hallId/oversight',
  access: OVERSEES,
  params: ofHall,
  reply: oversightView,
});
export const giveOversight = command({
  name: 'giveOversight',
  summary: 'Give a colleague oversight of regions within one’s own, or take it away with an empty list (监管授权)',
  path: '/api/halls/:hallId/oversight/:staffId',
  access: OVERSEES,
  params: ofHall.extend({ staffId: slug }),
  body: z.object({ regions: z.array(region).max(20) }).strict(),
  reply: z.object({ seq: z.number().int() }),
});

export const REGION_OPERATIONS = [viewRegion, listOversight, giveOversight];
