import '../no-eval.ts';
import { z } from 'zod';
import { GRADES } from '@shouwen/domain/score/card';
import { SCORE_PERIOD, SCORE_SCOPES, SCORE_STAGES } from '@shouwen/domain/score/period';
import { SCORE_LINES } from '@shouwen/domain/score/sheet';
import { day } from '../catalogue/primitives.ts';
import { scoreCardSchema } from '../catalogue/score-card.schema.ts';
import { instant } from './common.schema.ts';

export const scoreScope = z.enum(SCORE_SCOPES);
export const scorePeriod = z.string().regex(SCORE_PERIOD);
export const scoreLineId = z.enum(SCORE_LINES);
/** A person, a window or a department by its id. */
export const scoreKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/);
/** What names one thing that points were lost for. */
export const evidenceRef = z.string().min(1).max(120);
const grade = z.enum(GRADES).nullable();

/** Hundredths of a point, as everywhere here. */
const line = z.object({
  id: scoreLineId,
  points: z.number().int(),
  most: z.number().int(),
  k: z.number(),
  n: z.number(),
});

/** The days that a period's appraisal goes by. */
const course = z.object({ from: day, until: day, ratedUntil: day, objectUntil: day, stage: z.enum(SCORE_STAGES) });

/** An objection and what was decided; its words are for whoever may read the sheet. */
export const objectionView = z.object({
  id: z.string(),
  scope: scoreScope,
  key: z.string(),
  period: scorePeriod,
  line: scoreLineId,
  refs: z.array(z.string()),
  byId: z.string(),
  at: instant,
  words: z.string(),
  decided: z.object({ byId: z.string(), upheld: z.boolean(), at: instant, words: z.string() }).nullable(),
});
export type ObjectionView = z.infer<typeof objectionView>;

/** A period's sheets side by side (考核). */
export const scoreBoard = z.object({
  /** The event up to which live points are right. */
  seq: z.number().int(),
  behind: z.boolean(),
  scope: scoreScope,
  period: scorePeriod,
  course,
  /** When it was sealed; `null`: points are live. */
  sealedAt: instant.nullable(),
  card: scoreCardSchema,
  rows: z.array(
    z.object({
      key: z.string(),
      points: z.number().int().nullable(),
      grade,
      /** What a recount would say now, where the sheet is sealed and it would say something else. */
      recount: z.number().int().nullable(),
      lines: z.array(line),
    }),
  ),
  objections: z.array(objectionView),
});
export type ScoreBoard = z.infer<typeof scoreBoard>;

/** What a line counts; `subject`: where its events stand in the log; `contactId`: the file of the docket that it is in. */
export const evidenceView = z.object({ ref: z.string(), subject: z.string(), day, contactId: z.string().nullable() });
export type EvidenceView = z.infer<typeof evidenceView>;

/** One sheet (考核表) with everything that its points come from. */
export const scoreSheetView = z.object({
  /** The past is still being counted: there will be more. */
  behind: z.boolean(),
  scope: scoreScope,
  key: z.string(),
  period: scorePeriod,
  course,
  card: scoreCardSchema,
  points: z.number().int().nullable(),
  grade,
  lines: z.array(line.extend({ evidence: z.array(evidenceView), leftOut: z.array(z.string()) })),
  sealed: z.object({ at: instant, byId: z.string(), hash: z.string() }).nullable(),
  /** What a recount would say now, where the sheet is sealed and it would say something else. */
  recount: z.object({ points: z.number().int().nullable(), grade }).nullable(),
  objections: z.array(objectionView),
  /** Whether whoever looks may object now. */
  mayObject: z.boolean(),
});
export type ScoreSheetView = z.infer<typeof scoreSheetView>;
