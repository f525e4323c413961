import { useSearchParams } from 'wouter';
import { DOCKET_FILTERS, type DocketFilter } from '@shouwen/contracts/http/docket.operations';

/** What of the docket is shown. It stands in the address: a link shows a colleague the same. */
export interface Narrowing {
  scope: 'hall' | 'department';
  filter: DocketFilter;
  departmentId: string | undefined;
  staffId: string | undefined;
  matterId: string | undefined;
}

const NAMES = ['scope', 'filter', 'departmentId', 'staffId', 'matterId'] as const;

/** @param usualScope what somebody looks at who has not chosen: their own department, or the hall. */
export function useNarrowing(usualScope: Narrowing['scope']): [Narrowing, (change: Partial<Narrowing>) => void] {
  const [search, setSearch] = useSearchParams();
  const of = (name: (typeof NAMES)[number]) => search.get(name) ?? undefined;
  const narrowing: Narrowing = {
    scope: (['hall', 'department'] as const).find((one) => one === of('scope')) ?? usualScope,
    filter: DOCKET_FILTERS.find((one) => one === of('filter')) ?? 'trouble',
    departmentId: of('departmentId'),
    staffId: of('staffId'),
    matterId: of('matterId'),
  };
  const usual: Partial<Record<(typeof NAMES)[number], string>> = { scope: usualScope, filter: 'trouble' };
  const narrow = (change: Partial<Narrowing>) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        for (const name of NAMES) {
          if (!(name in change)) continue;
          const value = change[name];
          if (value === undefined || value === usual[name]) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  return [narrowing, narrow];
}
