import type { Instant, ServiceDay } from '../time/instant.ts';
import type { OpenSpan } from '../time/opening-hours.ts';
import { addDays } from '../time/zoned.ts';

/** When the hall is open on a day; `null`: closed. */
export type HoursOf = (day: ServiceDay) => OpenSpan | null;

/** Looking further ahead than this means that the hall never opens again, days. */
const FARTHEST = 400;

/** The moment at which the hall has been open for `span` ms since `from` (大厅时间): time outside its hours does not count. */
export function addOfficeTime(from: Instant, day: ServiceDay, span: number, hoursOf: HoursOf): Instant {
  let left = span;
  for (let ahead = 0, on = day; ahead < FARTHEST; ahead++, on = addDays(on, 1)) {
    const open = hoursOf(on);
    if (!open) continue;
    const begins = Math.max(from, open.from);
    const room = open.until - begins;
    if (room <= 0) continue;
    if (left <= room) return begins + left;
    left -= room;
  }
  return from + span;
}
