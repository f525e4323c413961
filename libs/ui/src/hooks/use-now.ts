import { useCallback, useSyncExternalStore } from 'react';

/**
 * The time as a screen shows it, in ms, standing still for `stepMs` at a time. `now` is the server's clock as the client
 * knows it (a kiosk's own clock may be wrong), or `Date.now`.
 */
export function useNow(now: () => number, stepMs = 1000): number {
  const subscribe = useCallback(
    (tell: () => void) => {
      const timer = setInterval(tell, Math.min(stepMs, 1000));
      return () => clearInterval(timer);
    },
    [stepMs],
  );
  return useSyncExternalStore(subscribe, () => Math.floor(now() / stepMs) * stepMs);
}
