import { useQuery } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import { viewStandards } from '@shouwen/contracts/http/settings.operations';
import { useMe } from '../../session/session.tsx';

/** How long each matter really takes at the window, and how many cases of it are open; both pages of matters ask it. */
export function useStandards(days: number, catalogueSeq: number) {
  const me = useMe();
  const api = useApi();
  return useQuery({
    queryKey: ['settings', me.hallId, 'standards', days, catalogueSeq],
    queryFn: () => api.call(viewStandards, { params: { hallId: me.hallId }, query: { days } }),
    placeholderData: (before) => before,
  });
}
