import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallOptions } from '@shouwen/client/http';
import { useApi } from '@shouwen/client/react/api';
import { viewDesk, type openWindow } from '@shouwen/contracts/http/queue.operations';
import type { BodyOf, Operation } from '@shouwen/contracts/http/operation';
import type { StaffBoard } from '@shouwen/contracts/views/board.schema';
import type { Desk } from '@shouwen/contracts/views/desk.schema';

/** Events of a busy hall come many in a second; the desk asks at most this often, ms. */
const SETTLE_MS = 250;

/** A step at a window: its answer is the new desk. */
type AtWindow = Operation & Pick<typeof openWindow, 'params' | 'reply'>;

export interface DeskHandle {
  desk: Desk | undefined;
  error: Error | null;
  /** A key was pressed and the server has not answered yet. */
  busy: boolean;
  run<O extends AtWindow>(operation: O, body?: BodyOf<O>): Promise<boolean>;
  forgetError(): void;
}

/** A window's desk: the reply to each key is the new desk; what colleagues and citizens do comes by the live board. */
export function useDesk(hallId: string, windowId: string, board: StaffBoard | null): DeskHandle {
  const api = useApi();
  const queries = useQueryClient();
  const key = ['desk', hallId, windowId];
  const { data: desk, error: readError } = useQuery({
    queryKey: key,
    queryFn: () => api.call(viewDesk, { params: { hallId, windowId } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);

  const behind = board !== null && desk !== undefined && board.seq > desk.seq;
  // What stands in the queues may change while the desk's own sequence is new: the queues' own objects tell.
  const queues = board?.queues;
  const refresh = useCallback(
    () => void queries.invalidateQueries({ queryKey: ['desk', hallId, windowId] }),
    [queries, hallId, windowId],
  );
  useEffect(() => {
    if (!behind) return;
    const timer = setTimeout(refresh, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [behind, queues, refresh]);
  useSoonPossible(desk, refresh);

  const run = async <O extends AtWindow>(operation: O, body?: BodyOf<O>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      const options = { params: { hallId, windowId }, body: body ?? {} } as CallOptions<O>;
      const next = (await api.call(operation, options)) as Desk;
      queries.setQueryData<Desk>(key, (before) => (before && before.seq > next.seq ? before : next));
      return true;
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)));
      refresh();
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { desk, error: error ?? (desk ? null : readError), busy, run, forgetError: () => setError(null) };
}

/** Some steps become possible by time alone (call again after 20 s): look again at that moment. */
function useSoonPossible(desk: Desk | undefined, refresh: () => void): void {
  useEffect(() => {
    if (!desk) return;
    const { now, speed } = desk.clock;
    const moments = desk.actions
      .flatMap(({ refusal }) => (typeof refusal?.detail?.at === 'number' ? [refusal.detail.at] : []))
      .filter((at) => at > now);
    if (moments.length === 0) return;
    const timer = setTimeout(refresh, (Math.min(...moments) - now) / speed + 50);
    return () => clearTimeout(timer);
  }, [desk, refresh]);
}
