import '../no-eval.ts';
import { z } from 'zod';
import { isRegion, isRegionCode, levelsOf } from '@shouwen/domain/region/region';
import { slug, text } from './primitives.ts';

/** A region by the first digits of its code: 2 of a province, 4 of a city, 6 of a county, 9 of a township, 12 of a village. */
export const region = z.string().max(12).refine(isRegion, { message: 'not a whole region' });

/** Where a hall stands (行政区划): its code, and what each level of it is called, the province first. */
export const regionSchema = z
  .object({
    code: z.string().max(12).refine(isRegionCode, { message: 'not a code of GB/T 2260' }),
    names: z.array(text).min(1).max(5),
  })
  .refine(({ code, names }) => names.length === levelsOf(code).length, {
    message: 'one name for each level of the code',
    path: ['names'],
  });

/** Oversight (监管授权) of regions, given to a member of staff, whose id it has. */
export const oversightSchema = z.object({
  id: slug,
  regions: z.array(region).min(1).max(20),
  /** Whether this one may give others of the same hall oversight within it. */
  mayGrant: z.boolean().default(false),
});
export type Oversight = z.infer<typeof oversightSchema>;
