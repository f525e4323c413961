import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Live } from '@shouwen/client/live';
import { useApi } from '@shouwen/client/react/api';
import { viewCalledBack } from '@shouwen/contracts/http/alarm.operations';
import type { StaffWindow } from '@shouwen/contracts/views/board.schema';
import { Banner } from '@shouwen/ui/banner';
import { formatTime } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';

interface Props {
  window: StaffWindow;
  live: Live<'staff'> | null;
  timeZone: string;
}

/** The supervisor asks the clerk back: stands at the terminal from then until the pause or the absence is over. */
export function CalledBack({ window, live, timeZone }: Props) {
  const { t, lng } = useText();
  const { hallId } = useMe();
  const api = useApi();
  const queries = useQueryClient();
  const since = window.state === 'paused' ? window.since : window.awaySince;
  const { data } = useQuery({
    queryKey: ['called-back', hallId, window.id, since],
    queryFn: () => api.call(viewCalledBack, { params: { hallId, windowId: window.id } }),
    enabled: since !== null,
  });
  useEffect(
    () =>
      live?.onCalledBack((windowId) => {
        if (windowId === window.id) void queries.invalidateQueries({ queryKey: ['called-back', hallId, windowId] });
      }),
    [live, queries, hallId, window.id],
  );
  if (since === null || !data?.at) return null;
  return <Banner kind="error" title={t('alarms.calledBack', { time: formatTime(data.at, timeZone, lng) })} />;
}
