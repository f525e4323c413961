import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ServiceDay } from '../time/instant.ts';

type Roster = Pick<Catalogue, 'staff' | 'departments' | 'leaves'>;

/** Whether a member of staff is in office and not on leave that day. */
export function onDuty(staffId: string, day: ServiceDay, { staff, leaves }: Roster): boolean {
  if (!staff[staffId]) return false;
  return !Object.values(leaves).some((leave) => leave.staffId === staffId && leave.from <= day && day <= leave.until);
}

/**
 * Who acts for a post that day (AB 岗, DOMAIN §4): the holder, else the stand-in, else the head of the department, else a duty
 * supervisor, else the director. `null` only when nobody at all is there: saving such a roster is refused.
 * @param concerned people whom the matter is about: they act for nobody in it (回避).
 */
export function actsFor(
  staffId: string,
  day: ServiceDay,
  roster: Roster,
  concerned: readonly string[] = [],
): string | null {
  const holder = roster.staff[staffId];
  const head = holder?.departmentId ? roster.departments[holder.departmentId]?.headId : null;
  for (const candidate of [staffId, holder?.standInId, head, ...leaders(roster)]) {
    if (candidate && !concerned.includes(candidate) && onDuty(candidate, day, roster)) return candidate;
  }
  return null;
}

/** Supervisors, then directors, in the order of their ids. */
function leaders({ staff }: Roster): string[] {
  const of = (role: string) =>
    Object.values(staff)
      .filter((person) => person.role === role)
      .map((person) => person.id)
      .sort();
  return [...of('supervisor'), ...of('director')];
}

/** The supervisor on duty, to whom cards and appointments go; a director when no supervisor is there. */
export const supervisorOn = (day: ServiceDay, roster: Roster): string | null =>
  leaders(roster).find((id) => onDuty(id, day, roster)) ?? null;

/** The director on duty, or whoever leads in their place. */
export const directorOn = (day: ServiceDay, roster: Roster): string | null =>
  leaders(roster)
    .reverse()
    .find((id) => onDuty(id, day, roster)) ?? null;

/** Whether somebody heads the department of this member of staff. */
export function headOf(staffId: string, { staff, departments }: Roster): string | null {
  const departmentId = staff[staffId]?.departmentId;
  return departmentId ? (departments[departmentId]?.headId ?? null) : null;
}
