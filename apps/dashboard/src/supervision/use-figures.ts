import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useApi } from '@shouwen/client/react/api';
import { viewStaffBoard } from '@shouwen/contracts/http/hall.operations';
import type { DayFigures, StaffBoard } from '@shouwen/contracts/views/board.schema';

/** Counting a day costs more than moving a window: the figures follow the hall at most this often, ms. */
const EVERY_MS = 5_000;

/** The day's figures, counted by the server, soon after something has happened. */
export function useFigures(hallId: string, board: StaffBoard | null): DayFigures | undefined {
  const api = useApi();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['figures', hallId],
    queryFn: async () => (await api.call(viewStaffBoard, { params: { hallId } })).figures,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const last = useRef(0);
  const seq = board?.seq;
  useEffect(() => {
    if (seq === undefined) return;
    const wait = Math.max(0, last.current + EVERY_MS - performance.now());
    const timer = setTimeout(() => {
      last.current = performance.now();
      void queries.invalidateQueries({ queryKey: ['figures', hallId] });
    }, wait);
    return () => clearTimeout(timer);
  }, [queries, hallId, seq]);
  return data ?? board?.figures;
}
