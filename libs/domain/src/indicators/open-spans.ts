import type { Instant } from '../time/instant.ts';

/** What opens and closes a window: opened, closed, paused, resumed. */
export interface WindowEvent {
  kind: string;
  at: Instant;
  windowId: string;
  clerkId: string;
}

/** A stretch during which a window was open and not paused. */
export interface OpenSpan {
  windowId: string;
  clerkId: string;
  from: Instant;
  until: Instant;
}

const BEGINS = new Set(['window-opened', 'window-resumed']);
const ENDS = new Set(['window-closed', 'window-paused']);

/**
 * When windows were open (开窗时间), pauses left out.
 * @param events of one day, in their order
 * @param until what is still open counts up to here
 */
export function openSpans(events: readonly WindowEvent[], until: Instant): OpenSpan[] {
  const open = new Map<string, OpenSpan>();
  const spans: OpenSpan[] = [];
  const end = (windowId: string, at: Instant) => {
    const span = open.get(windowId);
    if (span && at > span.from) spans.push({ ...span, until: at });
    open.delete(windowId);
  };
  for (const { kind, at, windowId, clerkId } of events) {
    if (ENDS.has(kind) || BEGINS.has(kind)) end(windowId, at);
    if (BEGINS.has(kind)) open.set(windowId, { windowId, clerkId, from: at, until: at });
  }
  for (const windowId of [...open.keys()]) end(windowId, until);
  return spans;
}
