import '../no-eval.ts';
import { z } from 'zod';
import { day } from '../catalogue/primitives.ts';

/** People expected: the mean, and what one time in ten is less than `low` or more than `high`. */
const expected = z.object({ mean: z.number(), low: z.number().int(), high: z.number().int() });

/** People who come, today by half hour and on the next days that the hall is open (来人预测). */
export const arrivalsView = z.object({
  /** Days learnt from; `null`: too few, nothing is told. */
  learnt: z.number().int().nullable(),
  today: day,
  /** Minutes of today's wall clock up to which `came` counts. */
  minute: z.number().int(),
  windowsOpen: z.number().int(),
  slots: z.array(
    z.object({
      /** From which minute of the day; half an hour each, while the hall is open. */
      from: z.number().int(),
      /** Who came; of the half hour that runs, so far; `null`: not yet. */
      came: z.number().int().nullable(),
      expected: expected.nullable(),
      /** Windows that this keeps busy: people times the usual time each takes; `null` while nothing is known of it. */
      windows: z.number().nullable(),
    }),
  ),
  days: z.array(z.object({ day, expected: expected.nullable(), came: z.number().int().nullable() })),
});
export type ArrivalsView = z.infer<typeof arrivalsView>;
