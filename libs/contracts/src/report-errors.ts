import type { Sentence } from './sentence.ts';

/** Why a report is not made or not given, written to whoever oversees. */
export const REPORT_SENTENCES = {
  'report-period': {
    status: 400,
    zh: '通报的起止日期不对:结束不能早于开始,要在同一日、周、月、季或年之内,而且已经开始。请改日期。',
    en: 'A report covers days of one day, week, month, quarter or year, in order, that has begun. Change the days.',
  },
  'unknown-report': {
    status: 404,
    zh: '没有这份通报,可能已经清理,请重新生成。',
    en: 'There is no such report; it may have been cleared away. Have it made again.',
  },
  'report-not-made': {
    status: 409,
    zh: '这份通报还没有做好,请等进度走完再下载;没有做成的,请再做一次。',
    en: 'This report is not made yet. Wait until it is, or have a failed one made again.',
  },
} as const satisfies Record<string, Sentence>;
