import type { ServiceDay } from '@shouwen/domain/time/instant';
import { addDays, weekdayOf } from '@shouwen/domain/time/zoned';

/** Which days of a year are chosen, where the keyboard stands, and from which day a stretch is drawn. */
export interface Selection {
  year: number;
  cursor: ServiceDay;
  anchor: ServiceDay;
  days: readonly ServiceDay[];
}

/** What is held down with a press or a click. */
export interface Held {
  shift: boolean;
  /** Ctrl, or Cmd on a Mac. */
  ctrl: boolean;
}

const firstOf = (year: number): ServiceDay => `${year}-01-01`;
const lastOf = (year: number): ServiceDay => `${year}-12-31`;

/** Nothing chosen, the keyboard on `today` where it lies in the year, else on its first day. */
export function noneIn(year: number, today: ServiceDay | null): Selection {
  const cursor = today?.startsWith(`${year}-`) ? today : firstOf(year);
  return { year, cursor, anchor: cursor, days: [] };
}

/** Every day from one to another, both included, in either direction. */
export function daysBetween(one: ServiceDay, other: ServiceDay): ServiceDay[] {
  const [from, until] = one <= other ? [one, other] : [other, one];
  const days: ServiceDay[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}

const withOrWithout = (days: readonly ServiceDay[], day: ServiceDay): ServiceDay[] =>
  days.includes(day) ? days.filter((one) => one !== day) : [...days, day].sort();

/** A click: this day alone; with Shift the stretch since the last one; with Ctrl this day more or less. */
export function clicked(selection: Selection, day: ServiceDay, { shift, ctrl }: Held): Selection {
  if (shift) return { ...selection, cursor: day, days: daysBetween(selection.anchor, day) };
  const days = ctrl ? withOrWithout(selection.days, day) : [day];
  return { ...selection, cursor: day, anchor: day, days };
}

/** The day of the month before or after, its last one when there is no such day: 31 March → 28 February. */
function monthAway(day: ServiceDay, months: number): ServiceDay {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

const STEPS: Readonly<Record<string, (day: ServiceDay) => ServiceDay>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  Home: (day) => addDays(day, 1 - weekdayOf(day)),
  End: (day) => addDays(day, 7 - weekdayOf(day)),
  PageUp: (day) => monthAway(day, -1),
  PageDown: (day) => monthAway(day, 1),
};

/** A key on the calendar: where it leads; `null`: the calendar does not know it. Enter leads on to the form and is no concern of this. */
export function pressed(selection: Selection, key: string, { shift }: Held): Selection | null {
  const { year, cursor, anchor, days } = selection;
  if (key === 'Escape') return days.length === 0 ? null : { ...selection, days: [], anchor: cursor };
  if (key === ' ') return { ...selection, anchor: cursor, days: withOrWithout(days, cursor) };
  const step = STEPS[key];
  if (!step) return null;
  const wished = step(cursor);
  const to = wished < firstOf(year) ? firstOf(year) : wished > lastOf(year) ? lastOf(year) : wished;
  if (shift) return { ...selection, cursor: to, days: daysBetween(anchor, to) };
  return { ...selection, cursor: to, anchor: days.length === 0 ? to : anchor };
}
