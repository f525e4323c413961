import { emptyQueue } from '../queue/queue-day.ts';
import type { QueueEvent } from '../event/hall-event.ts';
import { EVOLVE_APPOINTMENT } from './evolve-appointment.ts';
import { EVOLVE_TICKET } from './evolve-ticket.ts';
import { EVOLVE_WINDOW } from './evolve-window.ts';
import { type Changes, withChanges } from './changes.ts';
import type { HallState } from './state.ts';
import { closedWindow } from '../window/window.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ServiceDay } from '../time/instant.ts';
import type { Evolvers } from './evolvers.ts';

const EVOLVERS: Evolvers = {
  ...EVOLVE_TICKET,
  ...EVOLVE_WINDOW,
  ...EVOLVE_APPOINTMENT,
  'day-closed': () => ({ closed: true }),
};

/** What an event changes. Total over every event that `decide` can give; throws on one that does not fit the state (a bug). */
export function changesOf(state: HallState, event: QueueEvent): Changes {
  const evolver = EVOLVERS[event.kind] as (state: HallState, event: QueueEvent) => Changes;
  return evolver(state, event);
}

/** The state after an event. Pure: the one definition of what the events mean, for server, screens, tests and `verify`. */
export function evolve(state: HallState, event: QueueEvent): HallState {
  return withChanges(state, changesOf(state, event));
}

/** A hall in the morning: every queue empty, every window closed. */
export function morningOf(catalogue: Pick<Catalogue, 'queues' | 'windows'>, day: ServiceDay): HallState {
  return {
    day,
    closed: false,
    tickets: {},
    servings: {},
    queues: Object.fromEntries(Object.keys(catalogue.queues).map((id) => [id, emptyQueue(id, day)])),
    windows: Object.fromEntries(Object.keys(catalogue.windows).map((id) => [id, closedWindow(id, day)])),
    appointments: {},
  };
}
