import '../no-eval.ts';
import { z } from 'zod';
import { day, slug, text } from '../catalogue/primitives.ts';
import { instant } from './common.schema.ts';
import { figure } from './performance.schema.ts';

const period = z.object({ from: day, until: day });
/** A region with its name as its halls give it; `null` while no hall has. */
export const namedRegion = z.object({ code: z.string(), name: text.nullable() });

/** Published figures of a region or a hall: sums over everybody, nothing of a person. */
const published = z.object({
  /** How many halls, and how many of them have a window open at this moment. */
  halls: z.number().int(),
  open: z.number().int(),
  figures: z.array(figure),
  figuresBefore: z.array(figure),
});

export const regionRow = published.extend({
  kind: z.enum(['region', 'hall']),
  /** A region's code, or a hall's id. */
  key: z.string(),
  name: text,
  /** The region in which a hall stands. */
  code: z.string(),
  /** When a hall was last heard from: the last event of its log. */
  heardAt: instant.nullable(),
  /** Between which places of all rows it lies by the indicator asked for; `null` where it is not ranked. */
  places: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
});
export type RegionRow = z.infer<typeof regionRow>;

/** Halls of a region (地区): the whole, and what is below it. */
export const regionView = z.object({
  ...period.shape,
  before: period,
  /** Everything that whoever asks oversees. */
  overseen: z.array(namedRegion),
  /** From the region overseen down to the one shown. */
  path: z.array(namedRegion),
  whole: published,
  /** How many rows there are, of which these are shown. */
  total: z.number().int(),
  rows: z.array(regionRow),
});
export type RegionView = z.infer<typeof regionView>;

/** Who of the office oversees what. */
export const oversightView = z.object({
  /** Whether whoever asks may give oversight, and of what. */
  mine: z.object({ regions: z.array(namedRegion), mayGrant: z.boolean() }),
  given: z.array(z.object({ staffId: slug, regions: z.array(namedRegion), mayGrant: z.boolean() })),
});
export type OversightView = z.infer<typeof oversightView>;
