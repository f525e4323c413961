import type { HallCommand, HallCommandType } from './commands.ts';
import { type Context, isRefusal } from './context.ts';
import { decide } from './decide.ts';
import type { Refusal } from './refusals.ts';
import type { HallState } from './state.ts';

/** The keys of a window terminal, in their order. */
export const WINDOW_ACTIONS = [
  'call-next',
  'start',
  'recall',
  'no-show',
  'finish',
  'hold',
  'transfer',
  'put-back',
  'undo-finish',
  'pause-window',
  'resume-window',
  'close-window',
] as const satisfies HallCommandType[];
export type WindowAction = (typeof WINDOW_ACTIONS)[number];

/** An action with the reason why it is not possible now; `refusal` absent: possible. */
export interface AvailableAction {
  action: WindowAction;
  refusal?: Refusal;
}

/** Two different queues, so that a transfer can be tried whichever queue the ticket is in. */
function trial(action: WindowAction, state: HallState, windowId: string, clerkId: string): HallCommand {
  const by = { windowId, clerkId };
  const ticket = state.tickets[state.windows[windowId]?.ticketId ?? ''];
  const elsewhere = Object.keys(state.queues).find((id) => id !== ticket?.queueId) ?? '';
  switch (action) {
    case 'finish':
      return { type: action, ...by, outcome: 'done' };
    case 'transfer':
      return { type: action, ...by, queueId: elsewhere, matterId: null };
    case 'pause-window':
      return { type: action, ...by, reason: 'rest' };
    default:
      return { type: action, ...by };
  }
}

/** What a clerk can do at a window now. The screens render this and recompute nothing. */
export function availableActions(
  state: HallState,
  windowId: string,
  clerkId: string,
  context: Context,
): AvailableAction[] {
  return WINDOW_ACTIONS.map((action) => {
    const decision = decide(state, trial(action, state, windowId, clerkId), context);
    return isRefusal(decision) ? { action, refusal: decision } : { action };
  });
}
