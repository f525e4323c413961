import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Live, LiveState } from '@shouwen/client/live';
import { useApi } from '@shouwen/client/react/api';
import { useHall } from '@shouwen/client/react/hall';
import { listStaff } from '@shouwen/contracts/http/hall.operations';
import { useNow } from '@shouwen/ui/hooks/use-now';
import { isDocketKind } from '@shouwen/domain/docket/evolve';
import { useMe } from '../session/session.tsx';

/** Lists of the docket are asked again at least this often, ms: days pass without an event. */
export const DOCKET_STALE_MS = 60_000;

/** Between two askings because of events, ms: a busy hall writes many a second. */
const GATHER_MS = 1_200;

/** The hall's connection; the docket's lists are asked again as soon as something about the docket was written. */
export function useDocketHall() {
  const me = useMe();
  const hall = useHall(me.hallId, 'staff');
  useFreshDocket(me.hallId, hall.live);
  return hall;
}

/** Asks the docket's lists again after events of the docket: the first at once, those that follow it gathered. */
export function useFreshDocket(hallId: string, live: Live<'staff'> | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!live) return;
    let last = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      timer = undefined;
      last = Date.now();
      void queries.invalidateQueries({ queryKey: ['docket', hallId] });
    };
    const forget = live.onLog((kinds) => {
      if (kinds !== null && !kinds.some(isDocketKind)) return;
      timer ??= setTimeout(ask, Math.max(0, last + GATHER_MS - Date.now()));
    });
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [queries, hallId, live]);
}

/** The hall's moment, as often as lists need it. */
export const useDocketNow = ({ clock }: Pick<LiveState<'staff'>, 'clock'>): number =>
  useNow(clock?.now ?? Date.now, 15_000);

/** Everybody in office, for names and for choosing whom to hand over to. */
export function useStaff() {
  const me = useMe();
  const api = useApi();
  return useQuery({
    queryKey: ['staff', me.hallId],
    queryFn: () => api.call(listStaff, { params: { hallId: me.hallId } }),
    staleTime: DOCKET_STALE_MS,
  });
}
