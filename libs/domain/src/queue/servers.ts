import type { WindowRule } from '../catalogue/catalogue.ts';
import type { QueueDay } from './queue-day.ts';
import type { WindowDay } from '../window/window.ts';

/** How much of the windows' work a queue gets at this moment. */
export interface Servers {
  /** Windows open for the queue, each by the share of its work that the queue is likely to get (0 … 1). */
  servers: number;
  /** Of them, how many are free now. */
  freeServers: number;
}

/** A second-choice queue gets at most this much of an otherwise idle window. */
const SECOND_CHOICE_SHARE = 0.5;

/**
 * Windows that really call from a queue now: open, not paused, clerk not away. A window with several first-choice queues is
 * shared between them by how many wait in each; a second-choice queue gets a part only while the first-choice ones are empty.
 */
export function serversOf(
  queueId: string,
  windows: Readonly<Record<string, WindowRule>>,
  today: Readonly<Record<string, WindowDay>>,
  queues: Readonly<Record<string, QueueDay>>,
): Servers {
  let servers = 0;
  let freeServers = 0;
  for (const rule of Object.values(windows)) {
    const window = today[rule.id];
    if (!window || window.state !== 'open' || window.awaySince !== null) continue;
    const share = shareOf(queueId, rule, queues);
    if (share === 0) continue;
    servers += share;
    if (window.ticketId === null) freeServers += 1;
  }
  return { servers, freeServers };
}

function shareOf(queueId: string, rule: WindowRule, queues: Readonly<Record<string, QueueDay>>): number {
  const weight = (id: string) => (queues[id]?.waiting ?? 0) + 1;
  const total = rule.firstQueues.reduce((sum, id) => sum + weight(id), 0);
  if (rule.firstQueues.includes(queueId)) return weight(queueId) / total;
  if (!rule.secondQueues.includes(queueId) || total > rule.firstQueues.length) return 0;
  return SECOND_CHOICE_SHARE / rule.secondQueues.length;
}

/** How many windows have the queue as first choice, open or not: what the hall has planned for it. */
export function plannedServers(queueId: string, windows: Readonly<Record<string, WindowRule>>): number {
  return Object.values(windows).reduce(
    (sum, rule) => sum + (rule.firstQueues.includes(queueId) ? 1 / rule.firstQueues.length : 0),
    0,
  );
}

/** The windows whose state decides how fast a queue moves. */
export function windowsFor(queueId: string, windows: Readonly<Record<string, WindowRule>>): WindowRule[] {
  return Object.values(windows).filter(
    (rule) => rule.firstQueues.includes(queueId) || rule.secondQueues.includes(queueId),
  );
}
