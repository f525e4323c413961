import { z } from 'zod';
import { day, slug, text } from './primitives.ts';

/** Columns under which notices are published and counted (信息公开栏目): 公告通知、政策法规、办事提示、结果公示、工作动态. */
export const NOTICE_COLUMNS = ['announcement', 'policy', 'service', 'result', 'news'] as const;
export type NoticeColumn = (typeof NOTICE_COLUMNS)[number];

/** A notice (公告): one line for the hall display, a text for the public page. It is withdrawn, never deleted: the counts stay true. */
export const noticeSchema = z
  .object({
    id: slug,
    column: z.enum(NOTICE_COLUMNS).default('announcement'),
    /** The line itself: on the display's band, and the heading on the page. */
    text,
    body: z
      .object({ zh: z.string().max(20_000), en: z.string().max(20_000) })
      .nullable()
      .default(null),
    /** Whether the hall display's band shows it. */
    band: z.boolean().default(true),
    from: day,
    until: day.nullable(),
    /** Taken back before its time (撤下), and why. */
    withdrawn: z.object({ day, reason: text }).nullable().default(null),
  })
  .refine(({ from, until }) => until === null || from <= until, { message: 'ends before it begins', path: ['until'] });
export type Notice = z.infer<typeof noticeSchema>;

/** States of a notice: its day has not come, published, past its last day, taken back. */
export type NoticeState = 'planned' | 'shown' | 'ended' | 'withdrawn';

/** Where a notice stands on a day. */
export function noticeState({ from, until, withdrawn }: Notice, on: string): NoticeState {
  if (withdrawn !== null && withdrawn.day <= on) return 'withdrawn';
  if (on < from) return 'planned';
  return until !== null && until < on ? 'ended' : 'shown';
}

/** Whether a notice is published on a day. */
export const isPublished = (notice: Notice, on: string): boolean => noticeState(notice, on) === 'shown';
