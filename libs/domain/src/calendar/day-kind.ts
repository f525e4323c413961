import chineseDays from 'chinese-days';
import type { ServiceDay } from '../time/instant.ts';
import type { CalendarDay } from '../time/opening-hours.ts';
import { weekdayOf } from '../time/zoned.ts';
import { isNationalWorkday, type YearTable } from './national.ts';

/** What a day of the year is, for whoever looks at the calendar: 上班、周末、放假、调休上班;本厅停开、加开、改时间。 */
export const DAY_KINDS = ['working', 'weekend', 'holiday', 'worked', 'closed', 'opened', 'hours'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

interface KindSource {
  hall: { nationalCalendar: boolean };
  calendar: Readonly<Record<ServiceDay, CalendarDay>>;
  yearTables: readonly YearTable[];
}

/** A day as the national calendar has it, the hall's own days left out. */
export function nationalKind(day: ServiceDay, { hall, yearTables }: KindSource): DayKind {
  const weekday = weekdayOf(day);
  const weekend = weekday > 5;
  if (!hall.nationalCalendar) return weekend ? 'weekend' : 'working';
  if (isNationalWorkday(day, weekday, yearTables)) return weekend ? 'worked' : 'working';
  return !weekend || isNamedHoliday(day, yearTables) ? 'holiday' : 'weekend';
}

/** A day as the hall has it: its own calendar goes first. */
export function dayKind(day: ServiceDay, source: KindSource): DayKind {
  const own = source.calendar[day];
  if (!own) return nationalKind(day, source);
  if (own.kind === 'closed') return 'closed';
  const national = nationalKind(day, source);
  return national === 'working' || national === 'worked' ? 'hours' : 'opened';
}

const tableOf = (day: ServiceDay, tables: readonly YearTable[]): YearTable | undefined =>
  tables.find(({ year }) => year === Number(day.slice(0, 4)));

/** A weekend day inside a holiday is one of it. */
const isNamedHoliday = (day: ServiceDay, tables: readonly YearTable[]): boolean =>
  tableOf(day, tables)?.holidays.includes(day) ?? holidayName(day, tables) !== null;

/** Which holiday a day belongs to — off, or worked in its place —, where the calendar package knows; a table loaded by hand has no names. */
export function holidayName(day: ServiceDay, tables: readonly YearTable[]): { zh: string; en: string } | null {
  if (tableOf(day, tables)) return null;
  const [en, zh] = chineseDays.getDayDetail(day).name.split(',');
  return en !== undefined && zh !== undefined ? { zh, en } : null;
}
