import type { TicketState } from './ticket.ts';

/**
 * The life of a ticket, as a story (DOMAIN §2):
 * 1. it is issued and waits;
 * 2. a window calls it, and calls it again when nobody comes;
 * 3. the citizen arrives and is served; may be held while fetching a copy, and goes on at the same window;
 * 4. it is finished — or moves to another queue, or goes back to its own, and waits again at its old rank;
 * 5. nobody came: no-show; who comes back the same day waits once more;
 * 6. who gives up cancels; what still waits at the end of the day expires.
 */
export const TICKET_MOVES = {
  call: { from: ['waiting'], to: 'called' },
  recall: { from: ['called'], to: 'called' },
  start: { from: ['called'], to: 'serving' },
  hold: { from: ['serving'], to: 'held' },
  resume: { from: ['held'], to: 'serving' },
  transfer: { from: ['called', 'serving'], to: 'waiting' },
  'put-back': { from: ['called', 'serving'], to: 'waiting' },
  finish: { from: ['serving'], to: 'finished' },
  'undo-finish': { from: ['finished'], to: 'serving' },
  'no-show': { from: ['called'], to: 'no-show' },
  return: { from: ['no-show'], to: 'waiting' },
  cancel: { from: ['waiting'], to: 'cancelled' },
  expire: { from: ['waiting', 'called', 'serving', 'held'], to: 'expired' },
} as const satisfies Record<string, { from: readonly TicketState[]; to: TicketState }>;

export type TicketMove = keyof typeof TICKET_MOVES;

/** Whether a ticket in this state can make the move. */
export function canMove(state: TicketState, move: TicketMove): boolean {
  return (TICKET_MOVES[move].from as readonly TicketState[]).includes(state);
}

/** States from which no ordinary move leads on; a no-show may still return, a finish may still be undone for ten seconds. */
export const ENDED_STATES: ReadonlySet<TicketState> = new Set<TicketState>([
  'finished',
  'no-show',
  'cancelled',
  'expired',
]);
