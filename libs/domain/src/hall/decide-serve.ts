import { canMove } from '../ticket/ticket.workflow.ts';
import { elapsed, SECOND } from '../time/instant.ts';
import { atWindow, ownTicket, ownWindow } from './at-window.ts';
import type { CommandOf } from './commands.ts';
import { type Context, type Decision, refuse } from './context.ts';
import type { HallState } from './state.ts';

/** A wrong finish can be undone this long. */
export const UNDO_FINISH_MS = 10 * SECOND;

/** The citizen is at the window (开始办理). */
export function decideStart(state: HallState, command: CommandOf<'start'>): Decision {
  const own = ownTicket(state, command, ['called']);
  if ('refused' in own) return own;
  return { events: [{ kind: 'serving-started', data: { ...own.at, n: own.ticket.servings + 1 } }] };
}

/** The citizen fetches a copy and comes back to the same window (挂起). */
export function decideHold(state: HallState, command: CommandOf<'hold'>): Decision {
  const own = ownTicket(state, command, ['serving']);
  if ('refused' in own) return own;
  return { events: [{ kind: 'serving-held', data: own.at }] };
}

/** The held citizen is back (恢复办理), at the window that held the ticket. */
export function decideResume(state: HallState, command: CommandOf<'resume'>): Decision {
  const own = ownWindow(state, command);
  if ('refused' in own) return own;
  if (own.window.state === 'paused') return refuse('window-paused');
  if (own.window.ticketId !== null) return refuse('window-busy');
  const ticket = state.tickets[command.ticketId];
  if (!ticket) return refuse('unknown-ticket');
  if (ticket.state !== 'held') return refuse('ticket-not-held');
  if (ticket.windowId !== command.windowId) return refuse('ticket-elsewhere', { windowId: ticket.windowId! });
  return { events: [{ kind: 'serving-resumed', data: atWindow(ticket, command) }] };
}

/** To another queue with the same number and rank (转号). */
export function decideTransfer(state: HallState, command: CommandOf<'transfer'>, context: Context): Decision {
  const own = ownTicket(state, command, ['called', 'serving']);
  if ('refused' in own) return own;
  const { ticket } = own;
  const matter = command.matterId === null ? null : context.catalogue.matters[command.matterId];
  if (!context.catalogue.queues[command.queueId]) return refuse('unknown-queue');
  if (matter === undefined || (matter && matter.queueId !== command.queueId)) return refuse('unknown-matter');
  if (command.queueId === ticket.queueId) return refuse('same-queue');
  const { queueId: toQueueId, matterId } = command;
  const occupiedMs = elapsed(ticket.calledAt!, context.now);
  return { events: [{ kind: 'ticket-transferred', data: { ...own.at, toQueueId, matterId, occupiedMs } }] };
}

/** Back into its own queue at its old rank (退回), e.g. called by mistake. */
export function decidePutBack(state: HallState, command: CommandOf<'put-back'>): Decision {
  const own = ownTicket(state, command, ['called', 'serving']);
  if ('refused' in own) return own;
  return { events: [{ kind: 'ticket-put-back', data: own.at }] };
}

/** Ends the serving with its outcome (办结). */
export function decideFinish(state: HallState, command: CommandOf<'finish'>, { now }: Context): Decision {
  const own = ownTicket(state, command, ['serving']);
  if ('refused' in own) return own;
  const serving = state.servings[`${own.ticket.id}.${own.ticket.servings}`];
  const occupiedMs = elapsed(own.ticket.calledAt! + (serving?.heldMs ?? 0), now);
  return { events: [{ kind: 'serving-finished', data: { ...own.at, outcome: command.outcome, occupiedMs } }] };
}

/** Takes back a wrong finish within ten seconds, at the same window, before the next call. */
export function decideUndoFinish(state: HallState, command: CommandOf<'undo-finish'>, { now }: Context): Decision {
  const own = ownWindow(state, command);
  if ('refused' in own) return own;
  const last = own.window.lastFinished;
  const ticket = last ? state.tickets[last.ticketId] : undefined;
  if (!last || !ticket || !canMove(ticket.state, 'undo-finish')) return refuse('no-ticket-at-window');
  if (own.window.ticketId !== null) return refuse('window-busy');
  if (now - last.at > UNDO_FINISH_MS) return refuse('undo-too-late');
  return { events: [{ kind: 'finish-undone', data: atWindow(ticket, command) }] };
}
