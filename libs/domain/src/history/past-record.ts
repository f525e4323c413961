import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { daysUsed } from '../case/dates.ts';
import type { Instant, ServiceDay } from '../time/instant.ts';
import { beganAt, endOf, stateOf, type ImportedCase } from './imported-case.ts';

/** What an imported case adds to the public record of its matter. */
export interface PastRecord {
  day: ServiceDay;
  /** Working days from acceptance, or from the beginning where no step says it, special procedures left out. */
  taken: number;
  /** Ended after the day of its deadline; on that day is in time (DOMAIN §3). */
  broken: boolean;
}

const NOT_DECIDED = new Set(['refused', 'withdrawn', 'terminated']);

/** Days on which the clock stood still, both ends included. */
function standstills({ steps }: ImportedCase, dayOf: (at: Instant) => ServiceDay) {
  const found: { from: ServiceDay; until: ServiceDay | null }[] = [];
  for (const { means, at } of steps) {
    const last = found.at(-1);
    const stands = last !== undefined && last.until === null;
    if (means === 'suspended' && !stands) found.push({ from: dayOf(at), until: null });
    else if (means === 'resumed' && stands) last.until = dayOf(at);
  }
  return found;
}

/** `null`: it was not decided — refused, withdrawn, terminated, or without an end. */
export function pastRecord(
  item: ImportedCase,
  calendar: WorkCalendar,
  dayOf: (at: Instant) => ServiceDay,
): PastRecord | null {
  const ended = endOf(item);
  if (ended === null || NOT_DECIDED.has(stateOf(item))) return null;
  const day = dayOf(ended);
  const accepted = dayOf(item.steps.find(({ means }) => means === 'accepted')?.at ?? beganAt(item));
  return {
    day,
    taken: daysUsed(accepted, day, standstills(item, dayOf), calendar),
    broken: item.deadlineAt !== null && day > dayOf(item.deadlineAt),
  };
}
