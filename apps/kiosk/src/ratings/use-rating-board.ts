import { useQuery } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import { viewRatingBoard } from '@shouwen/contracts/http/figures.operations';

/** The figures hold days that are over, so a wall needs to ask seldom, ms. */
const ASK_AGAIN_MS = 600_000;

/** The hall's published ratings of a month, the running one when none is named. */
export function useRatingBoard(hallId: string, month: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: ['rating-board', hallId, month],
    queryFn: () => api.call(viewRatingBoard, { params: { hallId }, query: month ? { month } : {} }),
    refetchInterval: ASK_AGAIN_MS,
  });
}
