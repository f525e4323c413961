import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { ServiceDay } from '@shouwen/domain/time/instant';
import { useMe } from '../session/session.tsx';

/** What every page of the settings is given. */
export interface SettingsPage {
  catalogue: PublicCatalogue;
  /** The hall's service day. */
  today: ServiceDay;
  /** Whether this person makes changes here; the server decides anyway. */
  may: boolean;
}

/** Something was saved: what stands on it is asked again. */
export function useRefresh() {
  const me = useMe();
  const queries = useQueryClient();
  return useCallback(
    () =>
      Promise.all(
        ['catalogue', 'settings', 'staff'].map((name) => queries.invalidateQueries({ queryKey: [name, me.hallId] })),
      ),
    [queries, me.hallId],
  );
}

/** A change that was just saved, and may be taken back by one press. */
export interface Saved {
  seq: number;
  note?: string;
}

/** The last change saved on a page, until the next one or its undoing. */
export function useSaved() {
  const refresh = useRefresh();
  const [saved, setSaved] = useState<Saved | null>(null);
  const done = useCallback(
    async (now: Saved) => {
      setSaved(now);
      await refresh();
    },
    [refresh],
  );
  const forget = useCallback(() => setSaved(null), []);
  return { saved, done, forget };
}
