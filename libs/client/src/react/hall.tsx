import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { viewCatalogue } from '@shouwen/contracts/http/hall.operations';
import { connectLive, type Audience, type Live, type LiveState } from '../live.ts';
import { useApi } from './api.tsx';

const NOTHING: LiveState<never> = { board: null, connection: 'connecting', since: 0, clock: null };

/** The hall live: board, connection and clock, kept in step for as long as the screen is open. `live` is `null` in the first moment. */
export function useHall<A extends Audience>(hallId: string, audience: A): LiveState<A> & { live: Live<A> | null } {
  const api = useApi();
  const queries = useQueryClient();
  const [live, setLive] = useState<Live<A> | null>(null);
  useEffect(() => {
    const connected = connectLive({ hallId, audience, api });
    const forget = connected.onCatalogue(() => void queries.invalidateQueries({ queryKey: ['catalogue', hallId] }));
    setLive(connected);
    return () => {
      forget();
      connected.close();
      setLive(null);
    };
  }, [api, queries, hallId, audience]);
  const state = useSyncExternalStore(
    (listener) => live?.subscribe(listener) ?? (() => undefined),
    () => live?.getState() ?? (NOTHING as LiveState<A>),
  );
  return { ...state, live };
}

const storageKey = (hallId: string): string => `shouwen.catalogue.${hallId}`;

function kept(hallId: string): PublicCatalogue | undefined {
  try {
    const text = localStorage.getItem(storageKey(hallId));
    return text === null ? undefined : (JSON.parse(text) as PublicCatalogue);
  } catch {
    return undefined;
  }
}

/** The hall's catalogue. The last good copy stays on this machine: a kiosk that lost the network keeps its lists (PEERS 9). */
export function useCatalogue(hallId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['catalogue', hallId],
    queryFn: async () => {
      const catalogue = await api.call(viewCatalogue, { params: { hallId } });
      try {
        localStorage.setItem(storageKey(hallId), JSON.stringify(catalogue));
      } catch {
        // A full or forbidden storage costs only the copy.
      }
      return catalogue;
    },
    placeholderData: () => kept(hallId),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The hall's moment, renewed every `everyMs`; `null` until the hall has answered. */
export function useHallNow({ clock }: Pick<LiveState<Audience>, 'clock'>, everyMs = 1_000): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    if (!clock) return;
    setNow(clock.now());
    const timer = setInterval(() => setNow(clock.now()), everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  return now;
}
