import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Live } from '@shouwen/client/live';
import { useApi } from '@shouwen/client/react/api';
import { listAlarms } from '@shouwen/contracts/http/alarm.operations';
import type { ToldAlarm } from '@shouwen/contracts/live/live';
import { useMe } from '../session/session.tsx';

/** Readings move with the clock: asked again at least this often, ms. */
const STALE_MS = 20_000;

/** Who may look at alarms; the server decides. */
const LOOKS = ['supervisor', 'director', 'auditor'];

/** The hall's alarms, asked again as soon as something happened to them, and what this person was told of last. */
export function useAlarms(live: Live<'staff'> | null) {
  const me = useMe();
  const api = useApi();
  const queries = useQueryClient();
  const [told, setTold] = useState<readonly ToldAlarm[]>([]);
  const { data } = useQuery({
    queryKey: ['alarms', me.hallId],
    queryFn: () => api.call(listAlarms, { params: { hallId: me.hallId } }),
    enabled: LOOKS.includes(me.role),
    refetchInterval: STALE_MS,
  });
  useEffect(
    () =>
      live?.onAlarms((alarms) => {
        if (alarms.length > 0) setTold(alarms);
        void queries.invalidateQueries({ queryKey: ['alarms', me.hallId] });
      }),
    [live, queries, me.hallId],
  );
  return { alarms: data, told };
}
