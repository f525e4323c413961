import chineseDays from 'chinese-days';
import type { ServiceDay } from '../time/instant.ts';

/** A year's table of the State Council (节假日安排), loaded by hand before the calendar package has it. */
export interface YearTable {
  year: number;
  /** Days off that would otherwise be working days. */
  holidays: readonly ServiceDay[];
  /** Saturdays and Sundays worked in place of a holiday (调休). */
  worked: readonly ServiceDay[];
}

/** Years that the calendar package has a table for: New Year's Day is a holiday in every published one. */
const packaged = new Map<number, boolean>();

/** Whether the package has the year's table. Without one every weekday counts as worked, and a due date in it is provisional. */
export function isPackaged(year: number): boolean {
  let known = packaged.get(year);
  if (known === undefined) {
    known = [1, 2, 3].some((day) => {
      const detail = chineseDays.getDayDetail(`${year}-01-0${day}`);
      return !detail.work && detail.name.includes(',');
    });
    packaged.set(year, known);
  }
  return known;
}

/** What the package says of each day asked for so far: it is asked again at every change of a hall's catalogue. */
const asked = new Map<ServiceDay, boolean>();

/** Whether the national calendar makes a day a working day. `tables` go before the package. */
export function isNationalWorkday(day: ServiceDay, weekday: number, tables: readonly YearTable[]): boolean {
  const year = Number(day.slice(0, 4));
  const table = tables.find((one) => one.year === year);
  if (table) return weekday > 5 ? table.worked.includes(day) : !table.holidays.includes(day);
  let worked = asked.get(day);
  if (worked === undefined) {
    worked = chineseDays.isWorkday(day);
    asked.set(day, worked);
  }
  return worked;
}
