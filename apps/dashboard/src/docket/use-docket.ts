import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '@shouwen/client/react/api';
import { useHall } from '@shouwen/client/react/hall';
import { listStaff } from '@shouwen/contracts/http/hall.operations';
import { useMe } from '../session/session.tsx';

/** Lists of the docket are asked again at least this often, ms: days pass without an event. */
export const DOCKET_STALE_MS = 60_000;

/** The hall's connection, and the docket's lists asked again as soon as the log has gone on. */
export function useDocketHall() {
  const me = useMe();
  const hall = useHall(me.hallId, 'staff');
  const queries = useQueryClient();
  const seq = hall.board?.seq;
  useEffect(() => {
    if (seq === undefined) return;
    const timer = setTimeout(() => void queries.invalidateQueries({ queryKey: ['docket', me.hallId] }), 400);
    return () => clearTimeout(timer);
  }, [queries, me.hallId, seq]);
  return hall;
}

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
