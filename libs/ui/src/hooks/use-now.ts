import { useEffect, useState } from 'react';

/**
 * The time as a screen shows it, in ms, standing still for `stepMs` of the wall's clock at a time. `now` is the server's clock as
 * the client knows it (a kiosk's own clock may be wrong, an example hall's may run a hundred times as fast), or `Date.now`.
 */
export function useNow(now: () => number, stepMs = 1000): number {
  const [ms, setMs] = useState(now);
  useEffect(() => {
    const look = () => setMs(now());
    look();
    const timer = setInterval(look, Math.min(stepMs, 1000));
    return () => clearInterval(timer);
  }, [now, stepMs]);
  return ms;
}
