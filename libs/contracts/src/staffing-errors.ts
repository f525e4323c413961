import type { RosterFault } from '@shouwen/domain/staffing/roster';
import type { Sentence } from './sentence.ts';

/** Why no roster is tried, written to whoever plans it. */
export const STAFFING_SENTENCES = {
  'staffing-day': {
    status: 400,
    zh: '这一天太远或写法不对:可推演前后一年以内的日子。请改日期。',
    en: 'This day is too far away or not a day: a year before or after today can be tried. Change the day.',
  },
  'staffing-day-closed': {
    status: 409,
    zh: '这一天大厅不开放,没有班可排。请选工作日,或先在日历里设为开放。',
    en: 'The hall is closed on this day. Choose a working day, or open it in the calendar first.',
  },
  'staffing-no-history': {
    status: 409,
    zh: '还没有同一星期几的记录可学。大厅开过这样的一天之后再来推演。',
    en: 'There is no day of this weekday to learn from yet. Come back when the hall has had one.',
  },
  'staffing-busy': {
    status: 503,
    zh: '正在算别的推演,请一分钟后再试。',
    en: 'Other rosters are being worked out. Try again in a minute.',
  },
  'staffing-roster': {
    status: 400,
    zh: '排班表和大厅现在的队列或开放时间对不上。请从“按往常”重新开始。',
    en: 'This roster does not fit the hall’s queues or hours. Begin again from “as usual”.',
  },
  'staffing-no-windows': {
    status: 400,
    zh: '有的队列全天没有窗口,来办事的人等不到。请至少开一个窗口。',
    en: 'A queue that people come to has no window all day. Open at least one.',
  },
  'staffing-too-many-windows': {
    status: 400,
    zh: '同一时段开的窗口比大厅有的还多。请减少。',
    en: 'More windows are open at one time than the hall has. Take some away.',
  },
} as const satisfies Record<string, Sentence> & Record<RosterFault, Sentence>;
