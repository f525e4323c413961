import '../no-eval.ts';
import { z } from 'zod';
import { day } from '../catalogue/primitives.ts';
import { docketItem, loopView } from './docket.schema.ts';

/** A bad rating on the ratings board (差评台账): how old, what comes next, by when, and who has it. */
export const loopItem = docketItem.extend({
  loop: loopView,
  openedDay: day,
  /** Working days since it was cast. */
  ageDays: z.number().int(),
});
export type LoopItem = z.infer<typeof loopItem>;

/** Which of them to show; `published` are those of the last ninety days. */
export const LOOP_SHOWS = ['open', 'late', 'appeals', 'published'] as const;
export type LoopShow = (typeof LOOP_SHOWS)[number];

export const loopBoard = z.object({
  counts: z.object({
    'to-verify': z.number().int(),
    'to-rectify': z.number().int(),
    'to-revisit': z.number().int(),
    'to-publish': z.number().int(),
    late: z.number().int(),
    appeals: z.number().int(),
  }),
  items: z.array(loopItem),
});
export type LoopBoard = z.infer<typeof loopBoard>;
