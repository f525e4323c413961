import type { OutOfOrderReason } from '../event/hall-event.ts';
import type { HeadStart } from '../queue/head-start.ts';
import type { ServingOutcome, TicketChannel, TicketId } from '../ticket/ticket.ts';
import type { Instant } from '../time/instant.ts';
import type { PauseReason } from '../window/window.ts';

interface ByClerk {
  windowId: string;
  clerkId: string;
}

/** What people (and the clock) can ask of a hall. Each becomes events or a refusal, see `decide`. */
export interface HallCommandData {
  'issue-ticket': {
    queueId: string;
    matterId: string | null;
    headStart: HeadStart | null;
    channel: TicketChannel;
    /** The clerk whom a second visit is for; found by the server, never named by the caller. */
    waitsForId?: string | null;
  };
  'check-in': { appointmentId: string; headStart: HeadStart | null };
  'book-appointment': { appointmentId: string; slotAt: Instant; queueId: string; matterId: string | null };
  'cancel-appointment': { appointmentId: string };
  'call-next': ByClerk;
  'call-chosen': ByClerk & { ticketId: TicketId; reason: OutOfOrderReason };
  recall: ByClerk;
  start: ByClerk;
  hold: ByClerk;
  resume: ByClerk & { ticketId: TicketId };
  transfer: ByClerk & { queueId: string; matterId: string | null };
  'put-back': ByClerk;
  finish: ByClerk & { outcome: ServingOutcome };
  'undo-finish': ByClerk;
  'no-show': ByClerk;
  'return-ticket': { ticketId: TicketId };
  'cancel-ticket': { ticketId: TicketId };
  'open-window': ByClerk;
  'close-window': ByClerk;
  'pause-window': ByClerk & { reason: PauseReason };
  'resume-window': ByClerk;
  'mark-away': ByClerk;
  'mark-back': ByClerk;
  'close-day': Record<never, never>;
}

export type HallCommandType = keyof HallCommandData;
export type HallCommand = { [K in HallCommandType]: { type: K } & HallCommandData[K] }[HallCommandType];
export type CommandOf<K extends HallCommandType> = { type: K } & HallCommandData[K];
