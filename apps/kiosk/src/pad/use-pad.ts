import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '@shouwen/client/react/api';
import { viewPad } from '@shouwen/contracts/http/rating.operations';
import type { PublicBoard } from '@shouwen/contracts/views/board.schema';

/** Should a message get lost, the pad finds out this soon, ms. */
const LOOK_MS = 5_000;

/** What stands on the pad: asked anew whenever its window changes on the live board, and every few seconds besides. */
export function usePad(hallId: string, board: PublicBoard | null) {
  const api = useApi();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['pad', hallId],
    queryFn: () => api.call(viewPad, { params: { hallId } }),
    refetchInterval: LOOK_MS,
  });
  const windowId = query.data?.windowId;
  const sign = JSON.stringify(board?.windows.find(({ id }) => id === windowId) ?? null);
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ['pad', hallId] });
  }, [sign, hallId, queries]);
  return query;
}
