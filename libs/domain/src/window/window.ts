import type { Instant, ServiceDay } from '../time/instant.ts';
import type { TicketId } from '../ticket/ticket.ts';

/** A window (窗口) on one service day: every day begins with all windows closed. */
export const WINDOW_STATES = ['closed', 'open', 'paused'] as const;
export type WindowState = (typeof WINDOW_STATES)[number];

/** Why a window pauses (暂停事由). */
export const PAUSE_REASONS = ['lunch', 'copy-room', 'meeting', 'fault', 'rest', 'other'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

export interface WindowDay {
  id: string;
  day: ServiceDay;
  state: WindowState;
  /** Who is signed in here; at most one clerk. */
  clerkId: string | null;
  /** Since when it has been in this state. */
  since: Instant;
  pauseReason: PauseReason | null;
  /** The ticket called or being served; at most one (PEERS 4). */
  ticketId: TicketId | null;
  /** Tickets on hold here, oldest first. */
  heldTicketIds: TicketId[];
  /** The last serving finished here, while it can still be undone. */
  lastFinished: { ticketId: TicketId; at: Instant } | null;
  /** Since when the clerk has been away without a pause (离岗). */
  awaySince: Instant | null;
  /** Tickets finished here today. */
  finished: number;
  /** Sum of their handling times in milliseconds, holds left out. */
  handledMs: number;
}

export const closedWindow = (id: string, day: ServiceDay): WindowDay => ({
  id,
  day,
  state: 'closed',
  clerkId: null,
  since: 0,
  pauseReason: null,
  ticketId: null,
  heldTicketIds: [],
  lastFinished: null,
  awaySince: null,
  finished: 0,
  handledMs: 0,
});
