import { z } from 'zod';
import { ALARM_CAUSES, ALARM_LEVELS, ALARM_MEASURES, ALARM_STATES } from '@shouwen/domain/alarm/alarm';
import { alarmSchema } from '../catalogue/alarm.schema.ts';
import { day } from '../catalogue/primitives.ts';
import { instant } from './common.schema.ts';

/** An alarm as supervision sees it. */
export const alarmView = z.object({
  id: z.string(),
  day,
  measure: z.enum(ALARM_MEASURES),
  about: z.string(),
  level: z.enum(ALARM_LEVELS),
  /** The reading when it was last told. */
  value: z.number(),
  /** The reading now; `null` where there is nothing left to measure. */
  now: z.number().nullable(),
  state: z.enum(ALARM_STATES),
  openedAt: instant,
  toldAt: instant,
  told: z.number().int(),
  takenBy: z.string().nullable(),
  takenAt: instant.nullable(),
  cause: z.enum(ALARM_CAUSES).nullable(),
  closedBy: z.string().nullable(),
  closedAt: instant.nullable(),
  overAt: instant.nullable(),
  calledBack: z.array(z.object({ windowId: z.string(), clerkId: z.string(), at: instant })),
});
export type AlarmView = z.infer<typeof alarmView>;

/** Alarms of now and of the last day, and by which rules. */
export const alarmBoard = z.object({
  seq: z.number().int(),
  /** What waits for somebody, the gravest first, then what somebody has. */
  live: z.array(alarmView),
  /** What ended in the last 24 hours, the last first. */
  ended: z.array(alarmView),
  rules: z.array(alarmSchema),
});
export type AlarmBoard = z.infer<typeof alarmBoard>;
