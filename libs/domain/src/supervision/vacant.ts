import type { StaffRule } from '../catalogue/catalogue.ts';
import { onDuty } from '../first-contact/duty.ts';
import type { Leave } from '../catalogue/catalogue.ts';
import type { Instant, ServiceDay } from '../time/instant.ts';
import type { WindowState } from '../window/window.ts';

/** A window stays shut this long after opening before it is told, ms: somebody may be unlocking it. Our choice. */
export const OPENS_WITHIN_MS = 10 * 60_000;

interface Roster {
  staff: readonly (StaffRule & { homeWindowId: string | null })[];
  leaves: readonly Leave[];
}

/** A window that should be open by the roster, and whose people are on duty. */
export interface VacantWindow {
  windowId: string;
  clerkIds: readonly string[];
  /** Since when it should have been open. */
  since: Instant;
}

/**
 * Windows that should be open and are not (缺岗): office hours, somebody whose place it is is on duty today, and nobody has opened it. One
 * whose people are all on leave is the roster's affair, not an absence; one that was opened and shut again has its own record.
 */
export function vacantWindows(
  windows: readonly { id: string; state: WindowState }[],
  { staff, leaves }: Roster,
  day: ServiceDay,
  hours: { from: Instant; until: Instant } | null,
  now: Instant,
): VacantWindow[] {
  if (hours === null || now < hours.from + OPENS_WITHIN_MS || now >= hours.until) return [];
  const roster = {
    staff: Object.fromEntries(staff.map((person) => [person.id, person])),
    departments: {},
    leaves: Object.fromEntries(leaves.map((leave) => [leave.id, leave])),
  };
  return windows.flatMap(({ id, state }) => {
    if (state !== 'closed') return [];
    const own = staff.filter(({ homeWindowId }) => homeWindowId === id).map((person) => person.id);
    const clerkIds = own.filter((one) => onDuty(one, day, roster));
    return clerkIds.length > 0 ? [{ windowId: id, clerkIds, since: hours.from }] : [];
  });
}
