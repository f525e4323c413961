import type { Catalogue } from '../catalogue/catalogue.ts';
import type { OpinionSubject } from './opinion.ts';

/**
 * Who is concerned by what was said, found from the data: the person named; who served at the window or the slip named; the head and
 * the members of the department named; everybody, when it is about the hall as a whole.
 * @param clerkIds who sat at the window that day or served the slip, as the queue has it.
 */
export function concernedBy(
  { staffId, departmentId, everybody }: OpinionSubject,
  clerkIds: readonly string[],
  { staff, departments }: Pick<Catalogue, 'staff' | 'departments'>,
): string[] {
  if (everybody) return Object.keys(staff).sort();
  const members =
    departmentId === null
      ? []
      : Object.values(staff)
          .filter((person) => person.departmentId === departmentId)
          .map(({ id }) => id);
  const head = departmentId === null ? null : (departments[departmentId]?.headId ?? null);
  const found = [staffId, head, ...members, ...clerkIds].filter((id): id is string => id !== null);
  return [...new Set(found)].filter((id) => staff[id] !== undefined).sort();
}
