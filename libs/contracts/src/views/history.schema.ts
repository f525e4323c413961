import '../no-eval.ts';
import { z } from 'zod';
import { CASE_STATES } from '@shouwen/domain/case/case';
import { STEP_MEANINGS } from '@shouwen/domain/history/imported-case';
import { instant } from './common.schema.ts';
import { contactChannel, officer } from './docket.schema.ts';

/** An officer of another system: the id there, and who it is here when the import said so. */
export const officerElsewhere = z.object({ id: z.string(), here: officer.nullable() });
export type OfficerElsewhere = z.infer<typeof officerElsewhere>;

/** A case that another system dealt with: history, nothing of it is owed here. */
export const importedCaseView = z.object({
  source: z.string(),
  number: z.string(),
  state: z.enum([...CASE_STATES, 'open', 'ended']),
  matterId: z.string().nullable(),
  department: z.string().nullable(),
  channel: contactChannel.nullable(),
  responsible: officerElsewhere.nullable(),
  firstReceiver: officerElsewhere.nullable(),
  beganAt: instant,
  endedAt: instant.nullable(),
  deadlineAt: instant.nullable(),
  late: z.boolean(),
  handOvers: z.number().int(),
  /** From beginning to end by the hall's calendar; `null` while it has no end. */
  workingDays: z.number().int().nullable(),
  steps: z.array(
    z.object({
      at: instant,
      name: z.string(),
      by: officerElsewhere.nullable(),
      means: z.enum(STEP_MEANINGS).nullable(),
    }),
  ),
});
export type ImportedCaseView = z.infer<typeof importedCaseView>;
