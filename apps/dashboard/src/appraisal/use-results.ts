import { useQuery } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import { viewResults } from '@shouwen/contracts/http/questionnaire.operations';
import { DOCKET_STALE_MS } from '../docket/use-docket.ts';
import { useMe } from '../session/session.tsx';

/** What the sheets of a questionnaire come to so far. */
export function useResults(questionnaireId: string, enabled = true) {
  const me = useMe();
  const api = useApi();
  return useQuery({
    queryKey: ['docket', me.hallId, 'questionnaire', questionnaireId],
    queryFn: () => api.call(viewResults, { params: { hallId: me.hallId, questionnaireId } }),
    refetchInterval: DOCKET_STALE_MS,
    enabled,
  });
}
