import type { HallClock } from '@shouwen/contracts/views/common.schema';

/** The hall's time, running from a server's word on it; goes by the monotonic clock, so that a wrong PC clock does not matter. */
export interface RunningClock {
  /** Milliseconds since 1970, in the hall. */
  now(): number;
}

const monotonic = (): number => performance.now();

export function runClock({ now, speed }: HallClock, ticks: () => number = monotonic): RunningClock {
  const begun = ticks();
  return { now: () => now + (ticks() - begun) * speed };
}
