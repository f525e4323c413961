import { MINUTE, type Instant } from '../time/instant.ts';

/** Classes that are given a head start (优先) on their arrival time, DOMAIN §2. */
export const HEAD_STARTS = [
  'senior',
  'disabled',
  'pregnant-or-infant',
  'serviceman',
  'second-visit',
  'appointment',
] as const;
export type HeadStart = (typeof HEAD_STARTS)[number];

/** The classes that a citizen may name at the kiosk in one touch; the others are found from a case or an appointment. */
export const DECLARED_HEAD_STARTS = ['senior', 'disabled', 'pregnant-or-infant', 'serviceman'] as const;

/**
 * How far each class is put before its arrival, in milliseconds. Finite, so nobody starves (PEERS 10). They do not add
 * up: a ticket has one class, the one with the largest head start.
 */
export const HEAD_START_MS: Readonly<Record<Exclude<HeadStart, 'appointment'>, number>> = {
  senior: 20 * MINUTE,
  disabled: 20 * MINUTE,
  'pregnant-or-infant': 20 * MINUTE,
  serviceman: 20 * MINUTE,
  'second-visit': 30 * MINUTE,
};

/** A kept appointment ranks ten minutes before its slot. */
export const APPOINTMENT_LEAD_MS = 10 * MINUTE;
/** Check-in opens twenty minutes before the slot and closes ten minutes after it; later is ordinary. */
export const CHECK_IN_EARLIEST_MS = 20 * MINUTE;
export const CHECK_IN_LATEST_MS = 10 * MINUTE;
/** Who comes back after a no-show ranks as if arrived ten minutes ago, once. */
export const RETURN_HEAD_START_MS = 10 * MINUTE;

/** Virtual arrival time of a ticket issued now. */
export function rankAtIssue(now: Instant, headStart: HeadStart | null, slotAt: Instant | null): Instant {
  if (headStart === null) return now;
  if (headStart === 'appointment') return slotAt === null ? now : slotAt - APPOINTMENT_LEAD_MS;
  return now - HEAD_START_MS[headStart];
}

/** The largest of several head starts that a citizen has; `null` for none. */
export function largestHeadStart(
  now: Instant,
  classes: readonly HeadStart[],
  slotAt: Instant | null,
): HeadStart | null {
  let best: HeadStart | null = null;
  for (const candidate of classes) {
    if (best === null || rankAtIssue(now, candidate, slotAt) < rankAtIssue(now, best, slotAt)) best = candidate;
  }
  return best;
}

/** Whether a check-in at this moment keeps the appointment (from 20 min before to 10 min after its slot). */
export function keepsAppointment(now: Instant, slotAt: Instant): boolean {
  return now >= slotAt - CHECK_IN_EARLIEST_MS && now <= slotAt + CHECK_IN_LATEST_MS;
}
