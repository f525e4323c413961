import { scorePeriodAt, type PeriodName, type ScoreScope } from '@shouwen/domain/score/period';
import { POINT } from '@shouwen/domain/score/sheet';
import { formatNumber } from '@shouwen/ui/i18n/format';
import type { ScreenLanguage } from '@shouwen/client/names';
import type { Say } from '../i18n/text.ts';

interface Texts {
  t: Say;
  lng: ScreenLanguage;
}

/** Hundredths as points: `93.75`; of nothing “—”, never 0 (DOMAIN §9). */
export const pointsText = (points: number | null, lng: ScreenLanguage): string =>
  points === null ? '—' : formatNumber(points / POINT, lng, 2);

/** What was won or lost: `−14.29`, `+3`. */
export function changeText(points: number, lng: ScreenLanguage): string {
  const size = pointsText(Math.abs(points), lng);
  return points < 0 ? `−${size}` : points > 0 ? `+${size}` : '0';
}

/** A month or a quarter as a person says it. */
export function periodText(period: PeriodName, { t, lng }: Texts): string {
  if (period.includes('Q')) return t('scores.quarter', { year: period.slice(0, 4), quarter: period.slice(6) });
  const format = new Intl.DateTimeFormat(lng, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.format(Date.parse(`${period}-01T00:00:00Z`));
}

/** So many periods back can be chosen. */
const BACK = { person: 13, window: 13, department: 9 } as const;

/** The period that runs and those before it. */
export function periodsUntil(scope: ScoreScope, today: string): PeriodName[] {
  const found: PeriodName[] = [];
  let [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const step = scope === 'department' ? 3 : 1;
  while (found.length < BACK[scope]) {
    found.push(scorePeriodAt(scope, `${year}-${String(month).padStart(2, '0')}-01`));
    month -= step;
    if (month < 1) [year, month] = [year - 1, month + 12];
  }
  return found;
}
