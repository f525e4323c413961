import '../no-eval.ts';
import { z } from 'zod';
import { REFUSAL_GROUNDS } from '@shouwen/domain/case/case';
import { SETTLEMENTS } from '@shouwen/domain/first-contact/first-contact';
import { day, text } from '../catalogue/catalogue.schema.ts';
import { instant } from './common.schema.ts';
import { breachReason, caseClock, caseResult, docketItem, finding, officeNamed, revisit } from './docket.schema.ts';
import { officer } from './officer.schema.ts';
import { disclosureOutcome, opinionKind, opinionOutcome } from './petition.schema.ts';

/** What the citizen sees of it with number and code, or with the ticket's code: where it is, who has it, what was promised. */
export const progress = z.object({
  number: z.string(),
  isCase: z.boolean(),
  matterId: z.string().nullable(),
  state: docketItem.shape.state,
  receivedAt: instant,
  firstReceiver: officer,
  answerable: officer,
  /** A hand-over is on its way: until it is acknowledged the person above answers. */
  offered: z.boolean(),
  limits: caseClock.nullable(),
  missing: z.array(text),
  missingBy: day.nullable(),
  /** By when the citizen hears next. */
  feedbackBy: day.nullable(),
  /** What it is besides a question, a matter or a case: the loop of a bad rating, an opinion, a request for disclosure. */
  petition: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('rating'), finding: finding.nullable(), revisit: revisit.nullable() }),
      z.object({ kind: z.literal('opinion'), opinion: opinionKind, outcome: opinionOutcome.nullable() }),
      z.object({ kind: z.literal('disclosure'), outcome: disclosureOutcome.nullable() }),
    ])
    .nullable(),
  result: caseResult.nullable(),
  /** Why it was not accepted. */
  ground: z.enum(REFUSAL_GROUNDS).nullable(),
  settled: z.enum(SETTLEMENTS).nullable(),
  broken: z.boolean(),
  breachReason: breachReason.nullable(),
  /** What was told: the answer, the right office, grounds of a refusal. */
  words: z.array(
    z.object({ at: instant, kind: z.string(), words: z.string().nullable(), office: officeNamed.nullable() }),
  ),
  steps: z.array(z.object({ at: instant, kind: z.string(), data: z.record(z.string(), z.unknown()) })),
  complaintTelephone: z.string(),
});
export type Progress = z.infer<typeof progress>;

/** The receipt (回执): who received, when to expect an answer, where to complain; the code opens the progress. */
export const receipt = progress.extend({ code: z.string() });
export type Receipt = z.infer<typeof receipt>;

/** How long a matter really took, last 90 days, in working days from acceptance to decision. */
export const matterRecord = z.object({
  matterId: z.string(),
  from: day,
  until: day,
  decided: z.number().int(),
  /** Of them dealt with by another system before the hall moved in. */
  elsewhere: z.number().int(),
  onTime: z.number().int(),
  /** Past the promise and still open: they count against it too (DOMAIN §9). */
  overdue: z.number().int(),
  medianDays: z.number().nullable(),
  p90Days: z.number().nullable(),
  promisedDays: z.number().int().nullable(),
  legalDays: z.number().int().nullable(),
  /** Broken promises with the reason given in public. */
  breaches: z.array(z.object({ reason: breachReason.nullable(), count: z.number().int() })),
});
export type MatterRecord = z.infer<typeof matterRecord>;
