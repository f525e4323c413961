import { ownWindow } from './at-window.ts';
import type { CommandOf } from './commands.ts';
import { type Context, type Decision, refuse } from './context.ts';
import type { HallState } from './state.ts';
import type { WindowDay } from '../window/window.ts';
import type { Refusal } from './refusals.ts';

/** A clerk signs in at a window (上岗): at most one clerk at a window, at most one window for a clerk. */
export function decideOpenWindow(state: HallState, command: CommandOf<'open-window'>, context: Context): Decision {
  const window = state.windows[command.windowId];
  if (!window || !context.catalogue.windows[command.windowId]) return refuse('unknown-window');
  if (state.closed) return refuse('day-closed');
  if (window.state !== 'closed') return refuse('window-taken', { clerkId: window.clerkId ?? '' });
  const elsewhere = Object.values(state.windows).find((other) => other.clerkId === command.clerkId);
  if (elsewhere) return refuse('clerk-elsewhere', { windowId: elsewhere.id });
  return { events: [{ kind: 'window-opened', data: { windowId: command.windowId, clerkId: command.clerkId } }] };
}

function idle(state: HallState, command: { windowId: string; clerkId: string }): { window: WindowDay } | Refusal {
  const own = ownWindow(state, command);
  if ('refused' in own) return own;
  if (own.window.ticketId !== null) return refuse('window-busy');
  return own;
}

/** The clerk leaves the window (下岗); nobody may be left called, served or on hold. */
export function decideCloseWindow(state: HallState, command: CommandOf<'close-window'>): Decision {
  const own = idle(state, command);
  if ('refused' in own) return own;
  if (own.window.heldTicketIds.length > 0) return refuse('window-has-held-tickets');
  return { events: [{ kind: 'window-closed', data: { windowId: command.windowId, clerkId: command.clerkId } }] };
}

/** Pauses the window with a reason (暂停). */
export function decidePause(state: HallState, command: CommandOf<'pause-window'>): Decision {
  const own = idle(state, command);
  if ('refused' in own) return own;
  if (own.window.state === 'paused') return refuse('window-paused');
  const { windowId, clerkId, reason } = command;
  return { events: [{ kind: 'window-paused', data: { windowId, clerkId, reason } }] };
}

/** Goes on after a pause (恢复服务). */
export function decideResumeWindow(state: HallState, command: CommandOf<'resume-window'>): Decision {
  const own = ownWindow(state, command);
  if ('refused' in own) return own;
  if (own.window.state !== 'paused') return refuse('window-not-open');
  return { events: [{ kind: 'window-resumed', data: { windowId: command.windowId, clerkId: command.clerkId } }] };
}

/** Away for five minutes without a pause (离岗). The clock issues it; who serves is not away. */
export function decideMarkAway(state: HallState, command: CommandOf<'mark-away'>): Decision {
  const own = idle(state, command);
  if ('refused' in own) return own;
  if (own.window.state === 'paused') return refuse('window-paused');
  if (own.window.awaySince !== null) return { events: [] };
  return { events: [{ kind: 'clerk-away', data: { windowId: command.windowId, clerkId: command.clerkId } }] };
}

/** The clerk is back at the keys. */
export function decideMarkBack(state: HallState, command: CommandOf<'mark-back'>): Decision {
  const own = ownWindow(state, command);
  if ('refused' in own) return own;
  if (own.window.awaySince === null) return { events: [] };
  return { events: [{ kind: 'clerk-back', data: { windowId: command.windowId, clerkId: command.clerkId } }] };
}
