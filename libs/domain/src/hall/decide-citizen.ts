import { RETURN_HEAD_START_MS } from '../queue/head-start.ts';
import type { NewQueueEvent } from '../event/hall-event.ts';
import { canMove } from '../ticket/ticket.workflow.ts';
import type { CommandOf } from './commands.ts';
import { type Context, type Decision, refuse } from './context.ts';
import type { HallState } from './state.ts';

/** Comes back after a no-show (过号返回), the same day, once: rank = ten minutes ago. */
export function decideReturn(state: HallState, command: CommandOf<'return-ticket'>, { now }: Context): Decision {
  const ticket = state.tickets[command.ticketId];
  if (!ticket) return refuse('unknown-ticket');
  if (state.closed) return refuse('day-closed');
  if (!canMove(ticket.state, 'return')) return refuse('ticket-not-no-show');
  if (ticket.returns > 0) return refuse('ticket-already-returned');
  const rank = now - RETURN_HEAD_START_MS;
  return { events: [{ kind: 'ticket-returned', data: { ticketId: ticket.id, queueId: ticket.queueId, rank } }] };
}

/** Gives up the number (不办了). */
export function decideCancel(state: HallState, command: CommandOf<'cancel-ticket'>): Decision {
  const ticket = state.tickets[command.ticketId];
  if (!ticket) return refuse('unknown-ticket');
  if (!canMove(ticket.state, 'cancel')) return refuse('ticket-not-waiting', { number: ticket.number });
  return { events: [{ kind: 'ticket-cancelled', data: { ticketId: ticket.id, queueId: ticket.queueId } }] };
}

/** End of day (日终): whatever has not ended expires, windows close. A command of the clock, like any other. */
export function decideCloseDay(state: HallState): Decision {
  if (state.closed) return refuse('day-closed');
  const events: NewQueueEvent[] = [];
  for (const ticket of Object.values(state.tickets)) {
    if (!canMove(ticket.state, 'expire')) continue;
    events.push({
      kind: 'ticket-expired',
      data: { ticketId: ticket.id, queueId: ticket.queueId, windowId: ticket.windowId },
    });
  }
  const expired = events.length;
  for (const window of Object.values(state.windows)) {
    if (window.state === 'closed' || window.clerkId === null) continue;
    events.push({ kind: 'window-closed', data: { windowId: window.id, clerkId: window.clerkId } });
  }
  events.push({ kind: 'day-closed', data: { expired } });
  return { events };
}
