import type { QueueDay } from '../queue/queue-day.ts';
import type { EventPlace, QueueEventData, QueueEventKind } from '../event/hall-event.ts';
import { servingId, type Serving, type Ticket } from '../ticket/ticket.ts';
import type { WindowDay } from '../window/window.ts';
import type { Changes } from './changes.ts';
import type { HallState } from './state.ts';

/** An event of one kind at its place in the log. */
export type EventOf<K extends QueueEventKind> = EventPlace & { kind: K; data: QueueEventData[K] };

/** One function per kind of event: a new kind does not compile until it is handled. */
export type Evolvers = { [K in QueueEventKind]: (state: HallState, event: EventOf<K>) => Changes };

function required<T>(record: Readonly<Record<string, T>>, id: string, what: string): T {
  const found = record[id];
  if (!found) throw new Error(`${what} ${id} is not in this state: the slice is too small or the log is damaged`);
  return found;
}

export const ticketOf = (state: HallState, id: string): Ticket => required(state.tickets, id, 'ticket');
export const queueOf = (state: HallState, id: string): QueueDay => required(state.queues, id, 'queue');
export const windowOf = (state: HallState, id: string): WindowDay => required(state.windows, id, 'window');
/** The serving that a ticket is in, or was in last. */
export const servingOf = (state: HallState, ticket: Ticket): Serving =>
  required(state.servings, servingId(ticket.id, ticket.servings), 'serving');

export const withWaiting = (queue: QueueDay, by: number): QueueDay => ({ ...queue, waiting: queue.waiting + by });

/** The window after its ticket has left it. */
export const freed = (window: WindowDay): WindowDay => ({ ...window, ticketId: null });
