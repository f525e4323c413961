import { useQuery } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import type { PublicCatalogue, Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import { viewRoster } from '@shouwen/contracts/http/settings.operations';
import type { Roster } from '@shouwen/contracts/views/settings.schema';
import { actsFor } from '@shouwen/domain/first-contact/duty';
import { useStaff } from '../../docket/use-docket.ts';
import { useMe } from '../../session/session.tsx';

/** One person of the roster: who acts for them today, and the leaves that are not over. */
export interface RosterLine {
  person: Staff;
  head: boolean;
  actsId: string | null;
  leaves: Roster['leaves'];
  open: number;
}

const byId = <T extends { id: string }>(items: readonly T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

/** The roster, asked again with every catalogue. */
export function useRoster(catalogue: PublicCatalogue) {
  const me = useMe();
  const api = useApi();
  const { data: staff } = useStaff();
  const { data: roster, error } = useQuery({
    queryKey: ['settings', me.hallId, 'roster', catalogue.seq],
    queryFn: () => api.call(viewRoster, { params: { hallId: me.hallId } }),
    placeholderData: (before) => before,
  });
  const lines = staff && roster ? linesOf(staff, roster, catalogue) : null;
  return { staff: staff ?? [], roster, lines, error };
}

function linesOf(staff: readonly Staff[], roster: Roster, { departments }: PublicCatalogue): RosterLine[] {
  const source = { staff: byId(staff), departments: byId(departments), leaves: byId(roster.leaves) };
  return staff.map((person) => ({
    person,
    head: departments.some(({ headId }) => headId === person.id),
    actsId: actsFor(person.id, roster.day, source),
    leaves: roster.leaves.filter(({ staffId, until }) => staffId === person.id && until >= roster.day),
    open: roster.open[person.id] ?? 0,
  }));
}
