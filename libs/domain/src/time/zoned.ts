import { DAY, HOUR, MINUTE, SECOND, type Instant, type ServiceDay } from './instant.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** How far the zone's wall clock is ahead of UTC at a moment, in milliseconds. */
export function zoneOffset(at: Instant, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatFor(timeZone).formatToParts(at)) parts[type] = Number(value);
  const wall = Date.UTC(
    parts['year']!,
    parts['month']! - 1,
    parts['day']!,
    parts['hour']!,
    parts['minute']!,
    parts['second']!,
  );
  return wall - Math.floor(at / SECOND) * SECOND;
}

/** `HH:MM` as milliseconds after midnight; `24:00` is the end of the day. */
export function timeOfDay(text: string): number {
  const [hours, minutes] = text.split(':');
  return Number(hours) * HOUR + Number(minutes) * MINUTE;
}

/** The moment at which the zone's wall clock shows `time` (`HH:MM`) on `day`. */
export function instantAt(day: ServiceDay, time: string, timeZone: string): Instant {
  const wall = Date.parse(`${day}T00:00:00Z`) + timeOfDay(time);
  const guess = wall - zoneOffset(wall, timeZone);
  return wall - zoneOffset(guess, timeZone);
}

/**
 * The service day to which a moment belongs. A day begins at `dayStartsAt` on the hall's wall clock (00:00 unless the hall
 * works past midnight), never at midnight UTC (PEERS 2).
 */
export function serviceDayOf(at: Instant, timeZone: string, dayStartsAt = '00:00'): ServiceDay {
  const wall = at + zoneOffset(at, timeZone) - timeOfDay(dayStartsAt);
  return new Date(wall).toISOString().slice(0, 10);
}

/** The day `count` days after (before, when negative) a service day. */
export function addDays(day: ServiceDay, count: number): ServiceDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

/** Whether a text `YYYY-MM-DD` is a day that there is: 30 February is not. */
export function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekdayOf(day: ServiceDay): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}
