import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { useApi } from '@shouwen/client/react/api';
import { viewStaffing } from '@shouwen/contracts/http/staffing.operations';
import { useMe } from '../session/session.tsx';

export const LEARN = [4, 8, 12, 26] as const;
export const TARGETS = [70, 80, 90, 95] as const;

/** What is tried. It stands in the address, so that a link shows a colleague the same. */
export interface AskedStaffing {
  day: string | undefined;
  learn: number;
  target: number;
  windows: string | undefined;
}
type Change = Partial<Record<keyof AskedStaffing, string | null>>;

export function useAskedStaffing(): [AskedStaffing, (change: Change) => void] {
  const [search, setSearch] = useSearchParams();
  const ask = (change: Change) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        for (const [name, value] of Object.entries(change)) {
          if (value === null) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  return [
    {
      day: search.get('day') ?? undefined,
      learn: LEARN.find((one) => String(one) === search.get('learn')) ?? 8,
      target: TARGETS.find((one) => String(one) === search.get('target')) ?? 80,
      windows: search.get('windows') ?? undefined,
    },
    ask,
  ];
}

/** The part of it that holds whatever the roster. */
export const dayQuery = ({ day, learn, target }: AskedStaffing) => ({ ...(day && { day }), learn, target });

export function useStaffing(asked: AskedStaffing) {
  const me = useMe();
  const api = useApi();
  const query = { ...dayQuery(asked), ...(asked.windows && { windows: asked.windows }) };
  return useQuery({
    queryKey: ['staffing', me.hallId, query],
    queryFn: () => api.call(viewStaffing, { params: { hallId: me.hallId }, query }),
    placeholderData: (old) => old,
    staleTime: 600_000,
    retry: false,
  });
}
