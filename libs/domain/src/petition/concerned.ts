import type { Catalogue, Role } from '../catalogue/catalogue.ts';
import { onDuty } from '../first-contact/duty.ts';
import type { ServiceDay } from '../time/instant.ts';

type Roster = Pick<Catalogue, 'staff' | 'departments' | 'leaves'>;

const inRole = ({ staff }: Roster, role: Role): string[] =>
  Object.values(staff)
    .filter((person) => person.role === role)
    .map((person) => person.id)
    .sort();

/** Supervisors, directors, heads of departments, administrators, then everybody else, each in the order of their ids. */
function inLine(roster: Roster): string[] {
  const heads = Object.values(roster.departments)
    .flatMap(({ headId }) => headId ?? [])
    .sort();
  const rest = Object.keys(roster.staff).sort();
  return [
    ...new Set([
      ...inRole(roster, 'supervisor'),
      ...inRole(roster, 'director'),
      ...heads,
      ...inRole(roster, 'administrator'),
      ...rest,
    ]),
  ].filter((id) => roster.staff[id] !== undefined);
}

/**
 * Who handles what is said about these people (回避, DOMAIN §5 and §6): the first in line who is on duty and not concerned — when the
 * only supervisor is complained of, the director; then a head of another department. In a hall where everybody is concerned the
 * first in line takes it all the same, because nothing may be lost; `unavoidable` says so.
 */
export function handlerFor(
  concerned: readonly string[],
  day: ServiceDay,
  roster: Roster,
): { id: string; unavoidable: boolean } | null {
  const line = inLine(roster);
  const free = line.filter((id) => !concerned.includes(id));
  const found = free.find((id) => onDuty(id, day, roster)) ?? free[0];
  if (found !== undefined) return { id: found, unavoidable: false };
  return line[0] === undefined ? null : { id: line[0], unavoidable: true };
}
