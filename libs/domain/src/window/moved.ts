import type { ServiceDay } from '../time/instant.ts';

interface Movable {
  firstQueues: string[];
  secondQueues: string[];
  /** Moved for one day (临时调整) to these queues. */
  moved: { day: ServiceDay; queues: string[] } | null;
}

/**
 * A window as it calls on a day: moved, it takes the queues that it was moved to first, and its usual ones after them, so that nobody who
 * waits there is left alone. What is no longer a queue of the hall is passed over.
 */
export function windowOn<W extends Movable>(window: W, day: ServiceDay, isQueue: (id: string) => boolean): W {
  if (window.moved?.day !== day) return window;
  const firstQueues = window.moved.queues.filter(isQueue);
  if (firstQueues.length === 0) return window;
  const usual = [...window.firstQueues, ...window.secondQueues];
  return { ...window, firstQueues, secondQueues: usual.filter((id) => !firstQueues.includes(id)) };
}
