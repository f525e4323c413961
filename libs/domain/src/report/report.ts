import type { ServiceDay } from '../time/instant.ts';
import { addDays, weekdayOf } from '../time/zoned.ts';

/** Reports on a period (DOMAIN §8): 日报、周报、月通报、季度通报、年度总结. */
export const REPORT_KINDS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export interface ReportPeriod {
  from: ServiceDay;
  until: ServiceDay;
}

const lastOf = (year: number, month: number): ServiceDay =>
  addDays(new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10), -1);

/** The whole period of a kind in which a day lies; a week begins on Monday. */
export function reportPeriodOf(kind: ReportKind, day: ServiceDay): ReportPeriod {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  switch (kind) {
    case 'day':
      return { from: day, until: day };
    case 'week': {
      const from = addDays(day, 1 - weekdayOf(day));
      return { from, until: addDays(from, 6) };
    }
    case 'month':
      return { from: `${day.slice(0, 7)}-01`, until: lastOf(year, month) };
    case 'quarter': {
      const first = Math.floor((month - 1) / 3) * 3 + 1;
      return { from: `${year}-${String(first).padStart(2, '0')}-01`, until: lastOf(year, first + 2) };
    }
    case 'year':
      return { from: `${year}-01-01`, until: `${year}-12-31` };
  }
}

/** Whether a report of this kind may be made over these days: in order, within one period of the kind, and begun (`today`). */
export function isReportPeriod(kind: ReportKind, { from, until }: ReportPeriod, today: ServiceDay): boolean {
  const whole = reportPeriodOf(kind, from);
  return from <= until && until <= whole.until && from <= today;
}

/** The months of a period, cut to it, in order. */
export function monthsOf({ from, until }: ReportPeriod): ReportPeriod[] {
  const months: ReportPeriod[] = [];
  for (let day = from; day <= until;) {
    const { until: last } = reportPeriodOf('month', day);
    months.push({ from: day, until: last < until ? last : until });
    day = addDays(last, 1);
  }
  return months;
}

/** `SUM(C2:C7)`, as a workbook stores it: the sum of a column of a sheet, counted from 0, over rows counted from 1. */
export function sumFormula(column: number, first: number, last: number): string {
  let name = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return `SUM(${name}${first}:${name}${last})`;
}
