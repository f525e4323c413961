import type { Catalogue } from '../catalogue/catalogue.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { HoursOf } from '../calendar/office-time.ts';
import { openSpan } from '../time/opening-hours.ts';
import type { Instant, ServiceDay } from '../time/instant.ts';
import { instantAt } from '../time/zoned.ts';
import type { NewDocketEvent } from './events.ts';
import type { DocketRefusal, DocketRefusalCode } from './refusals.ts';

/** What a decision about the docket knows besides its state. */
export interface DocketContext {
  now: Instant;
  day: ServiceDay;
  catalogue: Catalogue;
  calendar: WorkCalendar;
}

/** Events that follow from a command, the first `clocks` of them by the clock: what had fallen due before it; or the refusal. */
export type DocketDecision = { events: NewDocketEvent[]; clocks?: number } | DocketRefusal;

export const turnDown = (refused: DocketRefusalCode, detail?: DocketRefusal['detail']): DocketRefusal =>
  detail ? { refused, detail } : { refused };

export const isTurnedDown = (value: object): value is DocketRefusal => 'refused' in value;

export const hoursIn =
  ({ hall, calendar }: Catalogue): HoursOf =>
  (day) =>
    openSpan(hall, day, calendar[day]);

/** Office hours of a working day on which the hall itself has none stated: the usual ones. */
function usualHours({ hall }: Catalogue, day: ServiceDay) {
  const hours = hall.hours[0];
  return {
    from: instantAt(day, hours?.open ?? '09:00', hall.timeZone),
    until: instantAt(day, hours?.close ?? '17:00', hall.timeZone),
  };
}

/** When the offices open on a working day: cards that warn of a day come with its morning. */
export const opensOn = (day: ServiceDay, catalogue: Catalogue): Instant =>
  (hoursIn(catalogue)(day) ?? usualHours(catalogue, day)).from;

/** When a limit that ends on this day is over: at the close of office hours (民法典 art. 203, DOMAIN §3). */
export const closesOn = (day: ServiceDay, catalogue: Catalogue): Instant =>
  (hoursIn(catalogue)(day) ?? usualHours(catalogue, day)).until;
