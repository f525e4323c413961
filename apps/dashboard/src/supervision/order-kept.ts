import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useApi } from '@shouwen/client/react/api';
import { listEvents, type LogEvent } from '@shouwen/contracts/http/hall.operations';

/** Calls are counted onwards from the last one seen, at most this often, ms. */
const EVERY_MS = 10_000;
const PAGE = 1000;

/** Order kept (秩序率, DOMAIN §9): calls of the smallest rank out of all calls of the day. */
export interface OrderKept {
  kept: number;
  calls: number;
  /** The calls that did not keep the order, newest first. */
  others: readonly LogEvent[];
  /** The last call counted. */
  seq: number;
}

export const NO_CALLS: OrderKept = { kept: 0, calls: 0, others: [], seq: 0 };

/** `events` are calls after `so.seq`, oldest first. */
export function countCalls(so: OrderKept, events: readonly LogEvent[]): OrderKept {
  const others = events.filter(({ data }) => data.kept === false).toReversed();
  return {
    kept: so.kept + events.length - others.length,
    calls: so.calls + events.length,
    others: [...others, ...so.others],
    seq: events.at(-1)?.seq ?? so.seq,
  };
}

/** Order kept on a day; `undefined` while it is counted for the first time. Only what is new is asked for. */
export function useOrderKept(hallId: string, day: string | undefined, seq: number | undefined) {
  const api = useApi();
  const queries = useQueryClient();
  const key = ['order-kept', hallId, day];
  const query = useQuery({
    queryKey: key,
    enabled: day !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      let so = queries.getQueryData<OrderKept>(key) ?? NO_CALLS;
      for (;;) {
        const { events } = await api.call(listEvents, {
          params: { hallId },
          query: { kind: 'ticket-called', day: day!, after: so.seq, limit: PAGE },
        });
        so = countCalls(so, events);
        if (events.length < PAGE) return so;
      }
    },
  });
  const last = useRef(0);
  useEffect(() => {
    if (seq === undefined) return;
    const timer = setTimeout(
      () => {
        last.current = performance.now();
        void queries.invalidateQueries({ queryKey: ['order-kept', hallId, day] });
      },
      Math.max(0, last.current + EVERY_MS - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [queries, hallId, day, seq]);
  return query;
}
