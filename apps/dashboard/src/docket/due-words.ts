import type { ScreenLanguage } from '@shouwen/client/names';
import type { DocketItem } from '@shouwen/contracts/views/docket.schema';
import { formatDateTime, formatDay, formatMinutes, formatSpan, formatTime } from '@shouwen/ui/i18n/format';
import type { Say } from '../i18n/text.ts';

type Due = Pick<DocketItem, 'due' | 'leftDays' | 'state'>;

interface Told {
  t: Say;
  lng: ScreenLanguage;
  timeZone: string;
  /** The hall's moment. */
  now: number;
}

/** Beyond this a hand-over that nobody takes is told in hours, ms. */
const TWO_HOURS = 7_200_000;
/** A time of day within this is today's, ms. */
const HALF_A_DAY = 43_200_000;

/** How far the next limit is: 剩 2 个工作日、今天到期、超了 1 个工作日、12 分内承接. */
export function dueWords({ due, leftDays, state }: Due, { t, lng, now }: Told): string {
  if (due === null || leftDays === null)
    return state === 'supplement-asked' ? t('clock.waitsForCitizen') : t('clock.noLimit');
  if (due.what === 'acknowledge') {
    const ms = due.at - now;
    const span = (length: number) =>
      length > TWO_HOURS ? formatSpan(Math.round(length / 60_000) * 60, lng) : formatMinutes(length / 60_000, lng);
    return ms > 0 ? t('clock.takeWithin', { span: span(ms) }) : t('clock.notTakenFor', { span: span(-ms) });
  }
  if (due.what === 'procedure') return leftDays < 0 ? t('clock.procedureOver') : t('clock.standsStill');
  return leftDays === 0 && now >= due.at ? t('clock.overToday') : leftWords(leftDays, t);
}

/** Working days left, in words. */
export function leftWords(leftDays: number | null, t: Say): string {
  if (leftDays === null) return t('clock.noLimit');
  if (leftDays === 0) return t('clock.lastToday');
  return leftDays > 0 ? t('clock.left', { count: leftDays }) : t('clock.over', { count: -leftDays });
}

/** By when what is due: “11 月 26 日 周四前办结”. */
export function dueBy({ due }: Due, { t, lng, timeZone, now }: Told): string {
  if (due === null) return '';
  const time = Math.abs(due.at - now) < HALF_A_DAY ? formatTime : formatDateTime;
  const day = due.what === 'acknowledge' ? time(due.at, timeZone, lng) : formatDay(due.day, lng);
  return t(`clock.dueBy.${due.what}`, { day });
}

/** Tone of a level, always shown with its word and shape. */
export const TONE_OF = { prompt: 'explained', yellow: 'soon', red: 'broken', 'legal-red': 'broken' } as const;

/** Whether what is due is due today or was before. */
export const isUrgent = ({ due, leftDays }: Due): boolean =>
  due !== null && due.what !== 'procedure' && leftDays !== null && leftDays <= 0;
