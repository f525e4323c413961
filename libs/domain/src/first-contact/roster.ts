import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ServiceDay } from '../time/instant.ts';
import { addDays } from '../time/zoned.ts';
import { actsFor } from './duty.ts';

export type Roster = Pick<Catalogue, 'staff' | 'departments' | 'leaves'>;

interface Stretch {
  from: ServiceDay;
  until: ServiceDay;
}

/** A stretch of days, both included, on which the same person acts for somebody (AB 岗); `null`: nobody does. */
export interface Cover extends Stretch {
  staffId: string;
  actsId: string | null;
}

/** The days from one to another, cut wherever somebody goes on leave or comes back: between, who acts for whom stays the same. */
function stretches(from: ServiceDay, until: ServiceDay, rosters: readonly Roster[]): Stretch[] {
  const leaves = rosters.flatMap((roster) => Object.values(roster.leaves));
  const turns = leaves.flatMap((leave) => [leave.from, addDays(leave.until, 1)]);
  const days = [...new Set([from, ...turns])].filter((day) => day >= from && day <= until).sort();
  return days.map((day, at) => ({ from: day, until: at + 1 < days.length ? addDays(days[at + 1]!, -1) : until }));
}

/** Neighbouring stretches of which the same can be said, as one. */
function joined<T extends Stretch>(pieces: readonly T[], same: (one: T, other: T) => boolean): T[] {
  const whole: T[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last && addDays(last.until, 1) === piece.from && same(last, piece)) last.until = piece.until;
    else whole.push({ ...piece });
  }
  return whole;
}

/** Who acts for a person from a day to a day. */
export function coverOf(staffId: string, from: ServiceDay, until: ServiceDay, roster: Roster): Cover[] {
  const pieces = stretches(from, until, [roster]).map((piece) => {
    return { ...piece, staffId, actsId: actsFor(staffId, piece.from, roster) };
  });
  return joined(pieces, (one, other) => one.actsId === other.actsId);
}

/** The last day of any leave, `today` when all are over. */
const lastDay = (today: ServiceDay, rosters: readonly Roster[]): ServiceDay =>
  rosters
    .flatMap(({ leaves }) => Object.values(leaves))
    .reduce((last, { until }) => (until > last ? until : last), today);

/**
 * Whom nobody acts for on some day from `today` on (DOMAIN §4 “responsibility is never in the air”): a roster with such a stretch is not
 * saved. What lies behind is past and stays.
 */
export function uncovered(today: ServiceDay, roster: Roster): Cover[] {
  const last = lastDay(today, [roster]);
  const pieces = stretches(today, last, [roster]);
  // Nearly every roster is sound: look for the people first, then for their days.
  const short = Object.keys(roster.staff).filter((id) => pieces.some(({ from }) => actsFor(id, from, roster) === null));
  return short.flatMap((id) => coverOf(id, today, last, roster).filter(({ actsId }) => actsId === null));
}

/** A stretch on which somebody else acts than before. */
export type CoverChange = Cover & { beforeId: string | null };

/** Where another person acts than before when the roster changes: what a leave or a new stand-in does, before it is saved. */
export function coverChanges(today: ServiceDay, before: Roster, after: Roster): CoverChange[] {
  const both = [before, after];
  const pieces = stretches(today, lastDay(today, both), both);
  return Object.keys(after.staff).flatMap((staffId) => {
    const changed = pieces.flatMap((piece): CoverChange[] => {
      const [actsId, beforeId] = [actsFor(staffId, piece.from, after), actsFor(staffId, piece.from, before)];
      return actsId === beforeId ? [] : [{ ...piece, staffId, actsId, beforeId }];
    });
    return joined(changed, (one, other) => one.actsId === other.actsId && one.beforeId === other.beforeId);
  });
}
