import { addDays } from '@shouwen/domain/time/zoned';

/** Periods that are asked for again and again. */
export const PERIODS = ['last30', 'month', 'last-month', 'quarter', 'year'] as const;
export type PeriodName = (typeof PERIODS)[number];

const firstOf = (day: string) => `${day.slice(0, 7)}-01`;

/** Its days, both included, until today at most. */
export function daysOf(name: PeriodName, today: string): { from: string; until: string } {
  switch (name) {
    case 'last30':
      return { from: addDays(today, -29), until: today };
    case 'month':
      return { from: firstOf(today), until: today };
    case 'last-month': {
      const until = addDays(firstOf(today), -1);
      return { from: firstOf(until), until };
    }
    case 'quarter': {
      const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
      return { from: `${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`, until: today };
    }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, until: today };
  }
}

/** Names of weekdays, Monday first, as they stand among the words. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
