import '../no-eval.ts';
import { z } from 'zod';
import { INDICATORS, type IndicatorId } from '@shouwen/domain/indicators/indicators';
import { SCOPES } from '@shouwen/domain/indicators/scopes';
import { day } from '../catalogue/primitives.ts';

export const scope = z.enum(SCOPES);
/** By what groups may be compared. */
export const GROUP_SCOPES = ['department', 'window', 'person', 'matter', 'queue'] as const;
export type GroupScope = (typeof GROUP_SCOPES)[number];

/** A figure with what it is a figure of: `null` of nothing. Shares of 1, minutes, or counts; see the catalogue of indicators. */
export const figure = z.object({
  id: z.enum(INDICATORS.map(({ id }) => id) as [IndicatorId, ...IndicatorId[]]),
  value: z.number().nullable(),
  k: z.number(),
  n: z.number(),
  /** Wilson 95 % interval of a share. */
  interval: z.tuple([z.number(), z.number()]).nullable(),
});
export type FigureView = z.infer<typeof figure>;

const period = z.object({ from: day, until: day });

/** Figures of a period (绩效): the whole, the period before, when it was, and who or what. */
export const performanceView = z.object({
  ...period.shape,
  /** The period before, of the same length. */
  before: period,
  /** The event up to which the figures are right. */
  seq: z.number().int(),
  /** A long past is still being counted: figures are of what is there, and soon more. */
  behind: z.boolean(),
  scope,
  key: z.string(),
  figures: z.array(figure),
  figuresBefore: z.array(figure),
  /** An hour of a weekday (Monday 0): waits that began then, and what nine in ten of them did not exceed, minutes. */
  hours: z.array(
    z.object({
      weekday: z.number().int(),
      hour: z.number().int(),
      issued: z.number().int(),
      answered: z.number().int(),
      p90: z.number().nullable(),
    }),
  ),
  /** Waits by columns of `columnMinutes`; the last holds everything longer. */
  columns: z.array(z.number().int()),
  columnMinutes: z.number().int(),
  /** The promise, minutes, where one queue or all queues have the same. */
  promiseMinutes: z.number().nullable(),
  by: z.enum(GROUP_SCOPES),
  groups: z.array(z.object({ key: z.string(), figures: z.array(figure) })),
  /** Days of the period that were over and came out different later: a late rating, an adjudication, a case reopened. */
  corrections: z.array(z.object({ day, times: z.number().int() })),
});
export type PerformanceView = z.infer<typeof performanceView>;

/** A row behind a figure: a ticket, a serving, a call, a rating or a case, with the subject under which its events stand in the log. */
export const countedRow = z.object({
  subject: z.string(),
  day,
  at: z.number().int(),
  number: z.string(),
  queueId: z.string().nullable(),
  matterId: z.string().nullable(),
  windowId: z.string().nullable(),
  clerkId: z.string().nullable(),
  /** Wait or handling time, ms; `null` where the row has neither. */
  tookMs: z.number().nullable(),
});
export type CountedRow = z.infer<typeof countedRow>;
