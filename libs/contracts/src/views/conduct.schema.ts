import '../no-eval.ts';
import { z } from 'zod';
import { BREACHES, CONDUCT_STATES, MEASURES_TAKEN, REWARDS } from '@shouwen/domain/conduct/conduct';
import { day } from '../catalogue/primitives.ts';
import { instant } from './common.schema.ts';

/** A recorded decision about a member of staff (奖优罚劣): a reward, or the course of holding somebody to account. */
export const conductView = z.object({
  id: z.string(),
  staffId: z.string(),
  state: z.enum(CONDUCT_STATES),
  reward: z.enum(REWARDS).nullable(),
  /** What of the hall's discipline; `null`: no matter of it. */
  breach: z.enum(BREACHES).nullable(),
  /** Subjects in the log that it rests on. */
  grounds: z.array(z.string()),
  foundBy: z.string(),
  foundAt: instant,
  found: z.string(),
  stateUntil: day.nullable(),
  stated: z.object({ at: instant, words: z.string() }).nullable(),
  decided: z
    .object({
      byId: z.string(),
      at: instant,
      measure: z.enum(MEASURES_TAKEN).nullable(),
      appealUntil: day.nullable(),
      words: z.string(),
    })
    .nullable(),
  appealed: z.object({ at: instant, words: z.string() }).nullable(),
  appealDecided: z.object({ byId: z.string(), at: instant, upheld: z.boolean(), words: z.string() }).nullable(),
});
export type ConductView = z.infer<typeof conductView>;
