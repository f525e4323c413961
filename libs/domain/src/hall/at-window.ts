import type { Ticket, TicketState } from '../ticket/ticket.ts';
import type { WindowDay } from '../window/window.ts';
import { refuse } from './context.ts';
import type { Refusal, RefusalCode } from './refusals.ts';
import type { HallState } from './state.ts';

/** The window, when this clerk is signed in at it. Fails closed: permission is checked on the stored window. */
export function ownWindow(
  state: HallState,
  { windowId, clerkId }: { windowId: string; clerkId: string },
): { window: WindowDay } | Refusal {
  const window = state.windows[windowId];
  if (!window) return refuse('unknown-window');
  if (window.state === 'closed') return refuse('window-not-open');
  if (window.clerkId !== clerkId) return refuse('not-your-window');
  return { window };
}

const WRONG_STATE: Partial<Record<TicketState, RefusalCode>> = {
  called: 'ticket-not-called',
  serving: 'ticket-not-serving',
};

/** The window's ticket, when this clerk is signed in and the ticket is in one of these states. */
export function ownTicket(
  state: HallState,
  command: { windowId: string; clerkId: string },
  states: readonly TicketState[],
): { window: WindowDay; ticket: Ticket; at: AtWindowData } | Refusal {
  const own = ownWindow(state, command);
  if ('refused' in own) return own;
  const ticket = own.window.ticketId === null ? undefined : state.tickets[own.window.ticketId];
  if (!ticket) return refuse('no-ticket-at-window');
  if (!states.includes(ticket.state)) return refuse(WRONG_STATE[states[0]!] ?? 'no-ticket-at-window');
  return { ...own, ticket, at: atWindow(ticket, command) };
}

export interface AtWindowData {
  ticketId: string;
  queueId: string;
  windowId: string;
  clerkId: string;
}

export const atWindow = (
  ticket: Ticket,
  { windowId, clerkId }: { windowId: string; clerkId: string },
): AtWindowData => ({
  ticketId: ticket.id,
  queueId: ticket.queueId,
  windowId,
  clerkId,
});
