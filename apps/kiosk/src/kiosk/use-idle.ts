import { useCallback, useEffect, useRef, useState } from 'react';

/** A kiosk left alone goes back to its start after this, ms; the last ten seconds ask first. */
export const IDLE_MS = 60_000;
const WARN_MS = 10_000;

/** Watches for touches and keys; calls `onIdle` after a minute (or what is given) without any. */
export function useIdle(active: boolean, onIdle: () => void, idleMs = IDLE_MS) {
  const last = useRef(0);
  const [secondsLeft, setSecondsLeft] = useState(idleMs / 1000);
  const done = useRef(onIdle);
  useEffect(() => {
    done.current = onIdle;
  });
  const stay = useCallback(() => {
    last.current = performance.now();
    setSecondsLeft(idleMs / 1000);
  }, [idleMs]);
  useEffect(() => {
    if (!active) return;
    stay();
    const touched = () => stay();
    for (const kind of ['pointerdown', 'keydown'] as const) window.addEventListener(kind, touched);
    const timer = setInterval(() => {
      const left = Math.ceil((idleMs - (performance.now() - last.current)) / 1000);
      setSecondsLeft(left);
      if (left <= 0) {
        stay();
        done.current();
      }
    }, 500);
    return () => {
      clearInterval(timer);
      for (const kind of ['pointerdown', 'keydown'] as const) window.removeEventListener(kind, touched);
    };
  }, [active, stay, idleMs]);
  return { warning: active && secondsLeft <= WARN_MS / 1000, secondsLeft: Math.max(0, secondsLeft), stay };
}
