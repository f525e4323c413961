import type { Catalogue } from '../catalogue/catalogue.ts';
import { closesOn, type DocketContext } from '../docket/context.ts';
import type { Dates } from '../docket/events.ts';
import type { Instant } from '../time/instant.ts';
import type { CaseAlarm, CaseFile } from './case.ts';
import { recounted } from './dates.ts';

/** What a case is held to by a day, in the order of its life: 受理、补交、承诺、法定、特别程序、送达. */
export const DEADLINES = ['acceptance', 'missing', 'promised', 'legal', 'suspension', 'delivery'] as const;
export type Deadline = (typeof DEADLINES)[number];

/** A deadline that falls on another moment: another day, or another closing time of the same day. */
export interface DeadlineMove {
  deadline: Deadline;
  from: Instant;
  to: Instant;
}

/** What a change of the calendar does to one case. */
export interface CaseMoved {
  moves: DeadlineMove[];
  /** Its last day lay in a year without a calendar and is certain now. */
  confirmed: boolean;
  /** No deadline moves, only the morning on which a card warns of it. */
  onlyWarnings: boolean;
}

const ALARM_OF: Partial<Record<Deadline, CaseAlarm>> = {
  acceptance: 'deemed',
  missing: 'missing-late',
  suspension: 'suspension-overrun',
  delivery: 'delivery-late',
};

function momentOf(deadline: Deadline, dates: Dates, catalogue: Catalogue): Instant | null {
  const day = deadline === 'promised' ? dates.promisedLastDay : deadline === 'legal' ? dates.legalLastDay : null;
  if (day !== null) return closesOn(day, catalogue);
  const alarm = ALARM_OF[deadline];
  return (alarm && dates.alarms[alarm]) ?? null;
}

/**
 * What happens to an open case when the calendar changes from `before` to the one of `after`, deemed acceptance and delivery included;
 * `null`: nothing. It says what the recount will do, because it asks the same function.
 */
export function movedBy(file: CaseFile, before: Catalogue, after: DocketContext): CaseMoved | null {
  const dates = recounted(file, after);
  if (!dates) return null;
  const known = { ...file, alarms: { ...file.fired, ...file.alarms } };
  const settled = file.decided !== null;
  const moves = DEADLINES.flatMap((deadline): DeadlineMove[] => {
    if (settled && (deadline === 'promised' || deadline === 'legal')) return [];
    const [from, to] = [momentOf(deadline, known, before), momentOf(deadline, dates, after.catalogue)];
    return from !== null && to !== null && from !== to ? [{ deadline, from, to }] : [];
  });
  const confirmed = file.provisional && !dates.provisional && dates.legalLastDay !== null;
  return { moves, confirmed, onlyWarnings: moves.length === 0 && !confirmed };
}
