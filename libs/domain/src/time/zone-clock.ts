import { DAY, MINUTE, type Instant, type ServiceDay } from './instant.ts';
import { timeOfDay, zoneOffset } from './zoned.ts';

/** Clocks change at a full quarter of an hour, everywhere and always since 2000. */
const QUARTER = 15 * MINUTE;
/** Offsets remembered before they are forgotten again: ten years of quarters in which something happened. */
const MOST = 400_000;

/** The wall clock of one zone, for many moments: asking `Intl` each time costs more than reading the row that asks. */
export class ZoneClock {
  private readonly offsets = new Map<number, number>();

  constructor(private readonly timeZone: string) {}

  /** How far the wall clock is ahead of UTC at a moment, ms. */
  offset(at: Instant): number {
    const quarter = Math.floor(at / QUARTER);
    let offset = this.offsets.get(quarter);
    if (offset === undefined) {
      if (this.offsets.size >= MOST) this.offsets.clear();
      offset = zoneOffset(quarter * QUARTER, this.timeZone);
      this.offsets.set(quarter, offset);
    }
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
