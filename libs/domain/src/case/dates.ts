import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { closesOn, opensOn, type DocketContext } from '../docket/context.ts';
import type { Dates } from '../docket/events.ts';
import type { ServiceDay } from '../time/instant.ts';
import type { Alarms, CaseAlarm, CaseFile, Suspension } from './case.ts';
import { promptOn, yellowOn } from './limits.ts';

/** Of a suspension, what counting needs. */
type Standstill = Pick<Suspension, 'from' | 'until'>;

/** Working days up to and with `day` that a suspension takes out: the day it begins, the day it ends, and those between. */
function suspendedUpTo(day: ServiceDay, suspensions: readonly Standstill[], calendar: WorkCalendar): number {
  let taken = 0;
  let counted: ServiceDay | null = null;
  for (const { from, until } of suspensions) {
    const begins: ServiceDay = counted !== null && counted >= from ? counted : calendar.dayBefore(from);
    const ends = until === null || until > day ? day : until;
    if (ends <= begins) continue;
    taken += calendar.between(begins, ends);
    counted = ends;
  }
  return taken;
}

/** The `count`-th day that counts after acceptance, special procedures left out. */
export function countedDay(
  acceptedOn: ServiceDay,
  count: number,
  suspensions: readonly Suspension[],
  calendar: WorkCalendar,
): ServiceDay {
  let extra = 0;
  for (;;) {
    const day = calendar.after(acceptedOn, count + extra);
    const suspended = suspendedUpTo(day, suspensions, calendar) - suspendedUpTo(acceptedOn, suspensions, calendar);
    if (suspended === extra) return day;
    extra = suspended;
  }
}

/** Working days of the limit that are used up when `day` is over. */
export function daysUsed(
  acceptedOn: ServiceDay,
  day: ServiceDay,
  suspensions: readonly Standstill[],
  calendar: WorkCalendar,
): number {
  const suspended = suspendedUpTo(day, suspensions, calendar) - suspendedUpTo(acceptedOn, suspensions, calendar);
  return Math.max(0, calendar.between(acceptedOn, day) - suspended);
}

const sameAlarms = (a: object, b: object): boolean => {
  const left = Object.entries(a) as [string, number][];
  return (
    left.length === Object.keys(b).length && left.every(([kind, at]) => (b as Record<string, number>)[kind] === at)
  );
};

/** The dates of a case counted again, by a calendar that changed; `null` when they come out as they are. */
export function recounted(file: CaseFile, context: DocketContext): Dates | null {
  const dates = datesOf(file, context);
  const same =
    dates.promisedLastDay === file.promisedLastDay &&
    dates.legalLastDay === file.legalLastDay &&
    dates.provisional === file.provisional &&
    sameAlarms(dates.alarms, file.alarms);
  return same ? null : dates;
}

const NOTHING: Dates = { promisedLastDay: null, legalLastDay: null, provisional: false, alarms: {} };

/**
 * Last days and alarms of a case as it stands: the one place where they are computed. What comes out is frozen in the event; the
 * rows never compute it again.
 */
export function datesOf(file: CaseFile, context: DocketContext): Dates {
  const { catalogue, calendar } = context;
  const { limits } = file;
  switch (file.state) {
    case 'received':
      return withAlarms(
        file,
        { deemed: closesOn(calendar.after(file.receivedDay, limits.acceptanceDays), catalogue) },
        context,
      );
    case 'supplement-asked':
      return withAlarms(file, missing(file, context), context);
    case 'deciding':
      return runningDates(file, context);
    case 'suspended': {
      const last = file.suspensions.at(-1)!;
      const overrun = closesOn(last.expectedEnd, catalogue);
      const { alarms } = withAlarms(file, { ...missing(file, context), 'suspension-overrun': overrun }, context);
      // Whether the last day is provisional shows again when the clock goes on.
      return { ...NOTHING, alarms, provisional: file.provisional };
    }
    case 'decided': {
      const due = closesOn(calendar.after(file.decided!.day, limits.deliveryDays), catalogue);
      const { promisedLastDay, legalLastDay, provisional } = file;
      return { ...withAlarms(file, { 'delivery-late': due }, context), promisedLastDay, legalLastDay, provisional };
    }
    default:
      return NOTHING;
  }
}

const missing = (file: CaseFile, { catalogue }: DocketContext): Alarms<CaseAlarm> =>
  file.missingBy === null ? {} : { 'missing-late': closesOn(file.missingBy, catalogue) };

function runningDates(file: CaseFile, context: DocketContext): Dates {
  const { catalogue, calendar } = context;
  const on = (count: number) => countedDay(file.accepted!.day, count, file.suspensions, calendar);
  const promisedLastDay = on(file.promisedDays);
  const legalLastDay = on(file.legalDays);
  const provisional = !calendar.isPublished(legalLastDay);
  const alarms: Partial<Record<CaseAlarm, number>> = {
    ...missing(file, context),
    red: redAt(file, promisedLastDay, context),
  };
  if (file.promisedDays > 0) {
    const prompt = promptOn(file.promisedDays, file.limits);
    if (prompt !== null) alarms.prompt = opensOn(on(prompt), catalogue);
    alarms.yellow = opensOn(on(yellowOn(file.promisedDays, file.limits)), catalogue);
    alarms['legal-red'] = closesOn(legalLastDay, catalogue);
  }
  return { ...withAlarms(file, alarms, context), promisedLastDay, legalLastDay, provisional };
}

/**
 * When the promise is broken: at the close of its last day. An immediate matter taken up after the close — who held a number then is
 * still served — has until the close of the next working day before anybody is warned.
 */
function redAt(file: CaseFile, lastDay: ServiceDay, { catalogue, calendar }: DocketContext): number {
  const close = closesOn(lastDay, catalogue);
  const afterHours = file.promisedDays === 0 && file.accepted!.at >= close;
  return afterHours ? closesOn(calendar.after(lastDay, 1), catalogue) : close;
}

/** Alarms that went off for a moment that has passed stay off: a card is given once. One whose moment moved ahead is set again. */
function withAlarms(file: CaseFile, wished: Alarms<CaseAlarm>, { now }: DocketContext): Dates {
  const alarms: Partial<Record<CaseAlarm, number>> = {};
  for (const [kind, at] of Object.entries(wished) as [CaseAlarm, number][]) {
    const before = file.fired[kind];
    if (before === undefined || (at > now && at !== before)) alarms[kind] = at;
  }
  return { ...NOTHING, alarms };
}
