import type { YearTable } from '../calendar/national.ts';
import type { ServiceDay } from '../time/instant.ts';
import { isDay } from '../time/zoned.ts';
import type { CalendarDay } from '../time/opening-hours.ts';
import type { Leave, MatterRule } from './catalogue.ts';

/** What can be wrong with one item of the catalogue by itself. Each has its sentence in the list of errors. */
export const ITEM_FAULTS = [
  'promise-longer-than-law',
  'day-off-and-worked',
  'day-of-another-year',
  'no-such-day',
  'ends-before-it-begins',
  'thresholds-not-rising',
  'weights-not-100',
  'grades-not-falling',
] as const;
export type ItemFaultCode = (typeof ITEM_FAULTS)[number];

/** A fault, and the day that shows it where there is one. */
export interface ItemFault {
  fault: ItemFaultCode;
  day?: ServiceDay;
}

/** Promised ≤ legal, always (DOMAIN §1). */
export const matterFault = ({ promisedDays, legalDays }: Pick<MatterRule, 'promisedDays' | 'legalDays'>) =>
  promisedDays !== null && legalDays !== null && promisedDays > legalDays
    ? ({ fault: 'promise-longer-than-law' } satisfies ItemFault)
    : null;

/** A day of the hall's own calendar: one that there is, and not off and worked at once; open from before it closes. */
export function calendarDayFault({ day, kind, working, open, close }: CalendarDay): ItemFault | null {
  if (!isDay(day)) return { fault: 'no-such-day', day };
  if (kind === 'closed' && working === true) return { fault: 'day-off-and-worked', day };
  return open !== undefined && close !== undefined && open >= close ? { fault: 'ends-before-it-begins', day } : null;
}

/** A year's table: days that there are, of that year, none both a holiday and worked. */
export function yearTableFault({ year, holidays, worked }: YearTable): ItemFault | null {
  const days = [...holidays, ...worked];
  const unreal = days.find((day) => !isDay(day));
  if (unreal !== undefined) return { fault: 'no-such-day', day: unreal };
  const other = days.find((day) => !day.startsWith(`${year}-`));
  if (other !== undefined) return { fault: 'day-of-another-year', day: other };
  const also = new Set(worked);
  const both = holidays.find((day) => also.has(day));
  return both === undefined ? null : { fault: 'day-off-and-worked', day: both };
}

/** A leave: days that there are, the last not before the first. */
export function leaveFault({ from, until }: Pick<Leave, 'from' | 'until'>): ItemFault | null {
  const unreal = [from, until].find((day) => !isDay(day));
  if (unreal !== undefined) return { fault: 'no-such-day', day: unreal };
  return from > until ? { fault: 'ends-before-it-begins', day: until } : null;
}
