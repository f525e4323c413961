import type { EventPlace } from '../event/hall-event.ts';
import { closedWindow, type WindowDay } from '../window/window.ts';
import { type Evolvers, windowOf } from './evolvers.ts';

type WindowKind = Extract<keyof Evolvers, `window-${string}` | `clerk-${string}`>;

const at = (window: WindowDay, event: EventPlace, change: Partial<WindowDay>): { windows: WindowDay[] } => ({
  windows: [{ ...window, since: event.at, ...change }],
});

/** What each event about a window and the clerk's presence at it changes. */
export const EVOLVE_WINDOW: Pick<Evolvers, WindowKind> = {
  'window-opened': (state, event) =>
    at(windowOf(state, event.data.windowId), event, { state: 'open', clerkId: event.data.clerkId }),
  'window-closed': (state, event) => {
    const window = windowOf(state, event.data.windowId);
    return at(closedWindow(window.id, window.day), event, { finished: window.finished, handledMs: window.handledMs });
  },
  'window-paused': (state, event) =>
    at(windowOf(state, event.data.windowId), event, {
      state: 'paused',
      pauseReason: event.data.reason,
      awaySince: null,
    }),
  'window-resumed': (state, event) =>
    at(windowOf(state, event.data.windowId), event, { state: 'open', pauseReason: null }),
  'clerk-away': (state, event) => ({
    windows: [{ ...windowOf(state, event.data.windowId), awaySince: event.at }],
  }),
  'clerk-back': (state, event) => ({ windows: [{ ...windowOf(state, event.data.windowId), awaySince: null }] }),
};
