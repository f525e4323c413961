import { DAY, MINUTE, type Instant, type ServiceDay } from './instant.ts';
import { timeOfDay, zoneOffset } from './zoned.ts';

/** Clocks change at a full quarter of an hour, and at most once a day. */
const QUARTER = 15 * MINUTE;

/** The wall clock of one zone, for many moments: asking `Intl` each time costs more than reading the row that asks. */
export class ZoneClock {
  /** Offset of each UTC day asked about; `null` on the days on which it changes. */
  private readonly days = new Map<number, number | null>();
  /** Offset of each quarter of an hour asked about on such days. */
  private readonly quarters = new Map<number, number>();

  constructor(private readonly timeZone: string) {}

  /** How far the wall clock is ahead of UTC at a moment, ms. */
  offset(at: Instant): number {
    const day = Math.floor(at / DAY);
    let offset = this.days.get(day);
    if (offset === undefined) {
      const first = zoneOffset(day * DAY, this.timeZone);
      offset = first === zoneOffset((day + 1) * DAY, this.timeZone) ? first : null;
      this.days.set(day, offset);
    }
    return offset ?? this.offsetOfQuarter(Math.floor(at / QUARTER));
  }

  private offsetOfQuarter(quarter: number): number {
    let offset = this.quarters.get(quarter);
    if (offset === undefined) this.quarters.set(quarter, (offset = zoneOffset(quarter * QUARTER, this.timeZone)));
    return offset;
  }

  /**
   * The moments at which the wall clock shows a time, written as if it were UTC: one; none when clocks went forward over it; two,
   * the earlier first, when they went back over it.
   */
  moments(wall: number): Instant[] {
    const before = wall - this.offset(wall - DAY);
    const after = wall - this.offset(wall + DAY);
    const found = before === after ? [before] : [before, after].sort((a, b) => a - b);
    return found.filter((at) => at + this.offset(at) === wall);
  }

  /** The service day to which a moment belongs; it begins at `dayStartsAt` on the wall clock. */
  dayOf(at: Instant, dayStartsAt = '00:00'): ServiceDay {
    return new Date(at + this.offset(at) - timeOfDay(dayStartsAt)).toISOString().slice(0, 10);
  }
}
