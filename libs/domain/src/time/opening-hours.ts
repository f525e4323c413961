import { isNationalWorkday, type YearTable } from '../calendar/national.ts';
import type { Instant, ServiceDay } from './instant.ts';
import { addDays, instantAt, weekdayOf } from './zoned.ts';

/** Opening hours (开放时间) on the weekdays named, wall clock `HH:MM` of the hall, weekdays 1 Monday … 7 Sunday. */
export interface OpeningHours {
  weekdays: number[];
  open: string;
  close: string;
}

/** A day that the hall set by hand: closed (flood, local holiday) or open at these hours. */
export interface CalendarDay {
  day: ServiceDay;
  kind: 'closed' | 'open';
  open?: string | undefined;
  close?: string | undefined;
  /** Whether it counts as a working day of limits; left out: a closed day does not, an open one goes by the national calendar. */
  working?: boolean | undefined;
}

export interface HallHours {
  timeZone: string;
  hours: OpeningHours[];
  /** Follow the national calendar: closed on public holidays, open on weekend days worked in their place (调休). */
  nationalCalendar: boolean;
}

/** All that says when a hall is open: its hours, its own calendar, and the years' tables loaded by hand. A `Catalogue` is one. */
export interface OpeningSource {
  hall: HallHours;
  calendar: Readonly<Record<ServiceDay, CalendarDay>>;
  yearTables: readonly YearTable[];
}

/** The half-open span [from, until) in which the hall takes citizens on a day. */
export interface OpenSpan {
  from: Instant;
  until: Instant;
}

/**
 * When the hall is open on a day, or `null` when it stays closed. The hall's own calendar goes before the national one
 * (DOMAIN §3 “Calendar”); a weekend day worked in place of a holiday keeps Monday's hours.
 */
export function openSpan(source: OpeningSource, day: ServiceDay): OpenSpan | null {
  const { hall, calendar } = source;
  const override = calendar[day];
  if (override?.kind === 'closed') return null;
  const hours = hoursFor(source, day, override);
  if (!hours) return null;
  return { from: instantAt(day, hours.open, hall.timeZone), until: instantAt(day, hours.close, hall.timeZone) };
}

function hoursFor(
  { hall, yearTables }: OpeningSource,
  day: ServiceDay,
  override: CalendarDay | undefined,
): { open: string; close: string } | undefined {
  const usual = (weekday: number) => hall.hours.find((hours) => hours.weekdays.includes(weekday));
  if (override?.open && override.close) return { open: override.open, close: override.close };
  const weekday = weekdayOf(day);
  if (override?.kind === 'open') return usual(weekday) ?? usual(1) ?? hall.hours[0];
  if (!hall.nationalCalendar) return usual(weekday);
  const worked = isNationalWorkday(day, weekday, yearTables);
  if (!worked && weekday <= 5) return undefined;
  if (worked && weekday > 5) return usual(weekday) ?? usual(1);
  return usual(weekday);
}

/** The first opening at or after `day`, looking at most 60 days ahead; `null` when there is none. */
export function nextOpening(source: OpeningSource, day: ServiceDay): { day: ServiceDay; span: OpenSpan } | null {
  for (let ahead = 0; ahead <= 60; ahead++) {
    const candidate = addDays(day, ahead);
    const span = openSpan(source, candidate);
    if (span) return { day: candidate, span };
  }
  return null;
}
