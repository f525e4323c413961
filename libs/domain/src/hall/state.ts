import type { Appointment } from '../appointment/appointment.ts';
import type { QueueDay } from '../queue/queue-day.ts';
import type { Serving, Ticket } from '../ticket/ticket.ts';
import type { ServiceDay } from '../time/instant.ts';
import type { WindowDay } from '../window/window.ts';

/**
 * One service day of a hall — or the slice of it that a command needs: the same rules run on a full day in memory (tests,
 * simulator) and on the few rows that the server read under the hall's lock.
 */
export interface HallState {
  day: ServiceDay;
  closed: boolean;
  tickets: Readonly<Record<string, Ticket>>;
  servings: Readonly<Record<string, Serving>>;
  queues: Readonly<Record<string, QueueDay>>;
  windows: Readonly<Record<string, WindowDay>>;
  appointments: Readonly<Record<string, Appointment>>;
}

export const emptyHall = (day: ServiceDay): HallState => ({
  day,
  closed: false,
  tickets: {},
  servings: {},
  queues: {},
  windows: {},
  appointments: {},
});
