import { useQuery } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import { listInspections } from '@shouwen/contracts/http/inspection.operations';
import { useMe } from '../session/session.tsx';
import { DOCKET_STALE_MS } from '../docket/use-docket.ts';

/** Inspections that are planned, and the last that were done. */
export function useInspections() {
  const me = useMe();
  const api = useApi();
  return useQuery({
    queryKey: ['docket', me.hallId, 'inspections'],
    queryFn: () => api.call(listInspections, { params: { hallId: me.hallId } }),
    refetchInterval: DOCKET_STALE_MS,
  });
}
