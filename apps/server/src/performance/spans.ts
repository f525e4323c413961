import type { ServiceDay } from '@shouwen/domain/time/instant';
import { addDays } from '@shouwen/domain/time/zoned';

/** Lines of the rollup that make up part of a period: days, or months by their first day. */
export interface Span {
  grain: 'day' | 'month';
  from: ServiceDay;
  until: ServiceDay;
}

const firstOf = (day: ServiceDay) => `${day.slice(0, 7)}-01`;
const nextMonth = (day: ServiceDay) => firstOf(addDays(`${day.slice(0, 7)}-28`, 4));

/** A period as whole months that were over before `today`'s, and the days before and after them. */
export function spansOf(from: ServiceDay, until: ServiceDay, today: ServiceDay): Span[] {
  const first = from === firstOf(from) ? from : nextMonth(from);
  const over = firstOf(today) < firstOf(addDays(until, 1)) ? firstOf(today) : firstOf(addDays(until, 1));
  if (first >= over) return [{ grain: 'day', from, until }];
  const spans: Span[] = [{ grain: 'month', from: first, until: addDays(over, -1) }];
  if (from < first) spans.push({ grain: 'day', from, until: addDays(first, -1) });
  if (over <= until) spans.push({ grain: 'day', from: over, until });
  return spans;
}
