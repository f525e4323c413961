import '../no-eval.ts';
import { z } from 'zod';
import { REPORT_KINDS } from '@shouwen/domain/report/report';
import { day } from '../catalogue/primitives.ts';

export const REPORT_FORMATS = ['docx', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
export const REPORT_STATES = ['asked', 'making', 'made', 'failed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What a report is made over. */
export const reportAsked = z.object({ kind: z.enum(REPORT_KINDS), from: day, until: day });

/** A report that somebody asked for (通报): on its way, made, or failed and to be asked for again. */
export const reportView = reportAsked.extend({
  id: z.uuid(),
  state: z.enum(REPORT_STATES),
  /** Share that is done, 0…100. */
  progress: z.number().int(),
  /** The hall's time when it was asked for. */
  askedAt: z.number().int(),
  /** The event of the log up to which its figures are right; `null` until it is made. */
  seq: z.number().int().nullable(),
});
export type ReportView = z.infer<typeof reportView>;
