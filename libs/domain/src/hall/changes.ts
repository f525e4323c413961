import type { Appointment } from '../appointment/appointment.ts';
import type { QueueDay } from '../queue/queue-day.ts';
import type { Serving, Ticket } from '../ticket/ticket.ts';
import type { WindowDay } from '../window/window.ts';
import type { HallState } from './state.ts';

/** What an event leaves different: the whole new state of each thing that it touched. */
export interface Changes {
  tickets?: Ticket[];
  servings?: Serving[];
  queues?: QueueDay[];
  windows?: WindowDay[];
  appointments?: Appointment[];
  closed?: true;
}

const PARTS = ['tickets', 'servings', 'queues', 'windows', 'appointments'] as const;

/** A new state with the changes in it; the old one stays as it was. */
export function withChanges(state: HallState, changes: Changes): HallState {
  const next: Record<string, unknown> = { ...state };
  for (const part of PARTS) {
    const changed = changes[part];
    if (changed) next[part] = { ...state[part], ...Object.fromEntries(changed.map((item) => [item.id, item])) };
  }
  if (changes.closed) next['closed'] = true;
  return next as unknown as HallState;
}

/** A state that may be written in place, for folding a long log without copying it at each event. */
export type MutableHallState = {
  -readonly [K in keyof HallState]: HallState[K] extends Readonly<Record<string, infer V>>
    ? Record<string, V>
    : HallState[K];
};

/** The same as `withChanges`, in place. */
export function applyChanges(state: MutableHallState, changes: Changes): void {
  for (const part of PARTS) {
    for (const item of changes[part] ?? []) (state[part] as Record<string, unknown>)[item.id] = item;
  }
  if (changes.closed) state.closed = true;
}
