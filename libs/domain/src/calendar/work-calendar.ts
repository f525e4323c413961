import { DAY, type ServiceDay } from '../time/instant.ts';
import type { CalendarDay } from '../time/opening-hours.ts';
import { isNationalWorkday, isPackaged, type YearTable } from './national.ts';

/** Span of days that the calendar can count over: history moved in from 2000 on, limits of 400 working days into the future. */
const FIRST = '2000-01-01';
const LAST = '2060-12-31';

const numberOf = (day: ServiceDay): number => Date.parse(`${day}T00:00:00Z`) / DAY;
const ORIGIN = numberOf(FIRST);
const LENGTH = numberOf(LAST) - ORIGIN + 1;
const dayOf = (index: number): ServiceDay => new Date((ORIGIN + index) * DAY).toISOString().slice(0, 10);

/** A day on which the hall's own calendar says otherwise. Opening on a Saturday does not make it a working day (DOMAIN §3). */
function override(entry: CalendarDay | undefined): boolean | null {
  if (!entry) return null;
  if (entry.working !== undefined) return entry.working;
  return entry.kind === 'closed' ? false : null;
}

/** Which days a hall's limits count. Build once per version of the catalogue: counting is then one look-up. */
export interface WorkCalendarSource {
  /** Count by the national calendar; otherwise Monday to Friday. */
  nationalCalendar: boolean;
  overrides: Readonly<Record<ServiceDay, CalendarDay>>;
  tables: readonly YearTable[];
}

/**
 * Working days (工作日): Monday to Friday, less public holidays, plus weekend days worked in their place; the hall's own days go
 * first. All counting follows 行政许可法 art. 82 and DOMAIN §3: the day on which something begins does not count.
 */
export class WorkCalendar {
  /** Working days up to and with each day of the span. */
  private readonly upTo = new Int32Array(LENGTH);
  /** Index of the n-th working day of the span, n from 1. */
  private readonly nth: number[] = [-1];

  constructor(private readonly source: WorkCalendarSource) {
    let count = 0;
    for (let index = 0; index < LENGTH; index++) {
      if (this.counts(index)) {
        count += 1;
        this.nth.push(index);
      }
      this.upTo[index] = count;
    }
  }

  private counts(index: number): boolean {
    const day = dayOf(index);
    const own = override(this.source.overrides[day]);
    if (own !== null) return own;
    const weekday = ((ORIGIN + index + 3) % 7) + 1;
    if (!this.source.nationalCalendar) return weekday <= 5;
    return isNationalWorkday(day, weekday, this.source.tables);
  }

  private index(day: ServiceDay): number {
    const index = numberOf(day) - ORIGIN;
    if (!(index >= 0 && index < LENGTH)) throw new RangeError(`${day} is outside the calendar (${FIRST} to ${LAST})`);
    return index;
  }

  isWorkingDay(day: ServiceDay): boolean {
    const index = this.index(day);
    return this.upTo[index]! > (index === 0 ? 0 : this.upTo[index - 1]!);
  }

  /** The `count`-th working day after `day`, which itself does not count; `count` 0 gives the day itself. */
  after(day: ServiceDay, count: number): ServiceDay {
    if (count === 0) return day;
    const index = this.nth[this.upTo[this.index(day)]! + count];
    if (index === undefined) throw new RangeError(`${count} working days after ${day} leave the calendar`);
    return dayOf(index);
  }

  /** The last working day before `day`. */
  before(day: ServiceDay): ServiceDay {
    const index = this.index(day);
    const n = this.upTo[index]! - (this.isWorkingDay(day) ? 1 : 0);
    return dayOf(this.nth[n]!);
  }

  /** The calendar day before. */
  dayBefore(day: ServiceDay): ServiceDay {
    return dayOf(this.index(day) - 1);
  }

  /** Working days in the half-open span (from, until]; 0 when `until` is not after `from`. */
  between(from: ServiceDay, until: ServiceDay): number {
    return Math.max(0, this.upTo[this.index(until)]! - this.upTo[this.index(from)]!);
  }

  /** The day itself when it is a working day, otherwise the next one. */
  atOrAfter(day: ServiceDay): ServiceDay {
    return this.isWorkingDay(day) ? day : this.after(day, 1);
  }

  /** Whether the table of the day's year is published: if not, a due date there is provisional (暂定). */
  isPublished(day: ServiceDay): boolean {
    const year = Number(day.slice(0, 4));
    return !this.source.nationalCalendar || this.source.tables.some((table) => table.year === year) || isPackaged(year);
  }
}
