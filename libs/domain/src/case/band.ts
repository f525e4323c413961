import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { ServiceDay } from '../time/instant.ts';
import type { CaseFile, SuspensionKind } from './case.ts';

/** Pieces of the clock's band: run so far, stood still, left of the promise, between promise and law, beyond the law. */
export const BAND_PARTS = ['running', 'suspended', 'left', 'beyond-promise', 'beyond-law'] as const;
export type BandPartKind = (typeof BAND_PARTS)[number];

export interface Band {
  part: BandPartKind;
  from: ServiceDay;
  until: ServiceDay;
  /** Working days in it; weekends and holidays take no room. */
  days: number;
  kind: SuspensionKind | null;
}

/**
 * The clock of a case drawn as a band (时限条): one piece after another from the first counted day to the legal last day, or to
 * today when that is later. Days only, so that what is drawn can be counted.
 */
export function bandOf(file: CaseFile, today: ServiceDay, calendar: WorkCalendar): Band[] {
  if (!file.accepted) return [];
  const decided = file.decided?.day ?? null;
  const now = decided ?? today;
  const last = [file.legalLastDay, file.promisedLastDay, now].reduce<ServiceDay>(
    (a, b) => (b !== null && b > a ? b : a),
    now,
  );
  const pieces: Band[] = [];
  for (let day = calendar.after(file.accepted.day, 1); day <= last; day = calendar.after(day, 1)) {
    const stands = file.suspensions.find(({ from, until }) => from <= day && day <= (until ?? now));
    const part = stands ? 'suspended' : partOf(file, day, now);
    const before = pieces.at(-1);
    if (before && before.part === part && before.kind === (stands?.kind ?? null)) {
      before.until = day;
      before.days += 1;
    } else pieces.push({ part, from: day, until: day, days: 1, kind: stands?.kind ?? null });
  }
  return pieces;
}

function partOf(file: CaseFile, day: ServiceDay, now: ServiceDay): BandPartKind {
  if (file.legalLastDay !== null && day > file.legalLastDay) return 'beyond-law';
  if (file.promisedLastDay !== null && day > file.promisedLastDay) return 'beyond-promise';
  return day <= now ? 'running' : 'left';
}
