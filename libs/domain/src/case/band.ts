import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { ServiceDay } from '../time/instant.ts';
import type { CaseFile, Suspension, SuspensionKind } from './case.ts';
import { countedDay } from './dates.ts';

/** Pieces of the clock's band: run so far, stood still, left of the promise, run past it, left of the law, beyond the law. */
export const BAND_PARTS = ['running', 'suspended', 'left', 'over', 'beyond-promise', 'beyond-law'] as const;
export type BandPartKind = (typeof BAND_PARTS)[number];

export interface Band {
  part: BandPartKind;
  from: ServiceDay;
  until: ServiceDay;
  /** Working days in it; weekends and holidays take no room. */
  days: number;
  kind: SuspensionKind | null;
}

/** Last days as they would be if the special procedure ended when it is expected to; `null` unless the clock stands still. */
export function expectedDays(
  { accepted, state, suspensions, promisedDays, legalDays }: CaseFile,
  today: ServiceDay,
  calendar: WorkCalendar,
): { resumes: ServiceDay; promised: ServiceDay; legal: ServiceDay | null } | null {
  if (!accepted || state !== 'suspended') return null;
  const ended = suspensions.map((one): Suspension => ({ ...one, until: endOf(one, today) }));
  const on = (days: number) => countedDay(accepted.day, days, ended, calendar);
  return {
    resumes: ended.at(-1)!.until!,
    promised: on(promisedDays),
    legal: legalDays > 0 ? on(legalDays) : null,
  };
}

const endOf = ({ until, expectedEnd }: Suspension, today: ServiceDay): ServiceDay =>
  until ?? (expectedEnd > today ? expectedEnd : today);

/**
 * The clock of a case drawn as a band (时限条): one piece after another from the first counted day to the legal last day, or to
 * today when that is later; what stands still is drawn up to where it is expected to end. Days only, so that what is drawn can be
 * counted.
 */
export function bandOf(file: CaseFile, today: ServiceDay, calendar: WorkCalendar): Band[] {
  if (!file.accepted) return [];
  const decided = file.decided?.day ?? null;
  const now = decided ?? today;
  const expected = expectedDays(file, today, calendar);
  const promised = expected?.promised ?? file.promisedLastDay;
  const legal = expected?.legal ?? file.legalLastDay;
  const last = [legal, promised, now].reduce<ServiceDay>((a, b) => (b !== null && b > a ? b : a), now);
  const pieces: Band[] = [];
  for (let day = calendar.after(file.accepted.day, 1); day <= last; day = calendar.after(day, 1)) {
    const stands = file.suspensions.find((one) => one.from <= day && day <= endOf(one, now));
    const part = stands ? 'suspended' : partOf(day, now, promised, legal);
    const before = pieces.at(-1);
    if (before && before.part === part && before.kind === (stands?.kind ?? null)) {
      before.until = day;
      before.days += 1;
    } else pieces.push({ part, from: day, until: day, days: 1, kind: stands?.kind ?? null });
  }
  return pieces;
}

function partOf(day: ServiceDay, now: ServiceDay, promised: ServiceDay | null, legal: ServiceDay | null): BandPartKind {
  if (legal !== null && day > legal) return 'beyond-law';
  if (promised !== null && day > promised) return day <= now ? 'over' : 'beyond-promise';
  return day <= now ? 'running' : 'left';
}
