import type { QueueEventKind, QueueEventData } from '../event/hall-event.ts';
import { MINUTE, type Instant, type ServiceDay } from '../time/instant.ts';
import type { WindowRule } from '../catalogue/catalogue.ts';
import { windowsFor } from '../queue/servers.ts';
import { DayTrace, type QueueTrace } from './day-trace.ts';
import type { DayView, ForecastQuestion } from './features.ts';
import type { PastDay, PastTicket } from './past-days.ts';

/** Events that a day of the forecast hears. */
export const FORECAST_EVENTS = [
  'ticket-issued',
  'ticket-called',
  'ticket-transferred',
  'ticket-put-back',
  'ticket-returned',
  'ticket-cancelled',
  'ticket-expired',
  'window-opened',
  'window-closed',
  'window-paused',
  'window-resumed',
] as const satisfies readonly QueueEventKind[];

/** An event as the log tells it. */
export interface HeardEvent {
  kind: (typeof FORECAST_EVENTS)[number];
  at: Instant;
  data: Record<string, unknown>;
}

interface Waits {
  queueId: string;
  rank: Instant;
  since: Instant;
}

/** A stint of waiting in the making: what was known when it began. */
type Begun = Omit<PastTicket, 'called'>;

/**
 * A hall's day for the forecast, told the log's events in their order: who waits where and by which rank, which windows are open. Days
 * that are over are learnt from through the same eyes.
 */
export class LiveDay {
  readonly trace = new DayTrace();
  private readonly waiting = new Map<string, Waits>();
  private readonly ranks = new Map<string, Instant>();
  private readonly open = new Set<string>();
  private readonly begun = new Map<string, Begun>();
  private readonly ended: PastTicket[] = [];

  /** @param midnight when the service day began by its wall clock. */
  constructor(private readonly midnight: Instant) {}

  /** @param rules windows by what they call now; a past day is seen with today's. */
  hear({ kind, at, data }: HeardEvent, rules: Readonly<Record<string, WindowRule>>): void {
    const { ticketId, queueId, windowId, rank, toQueueId } = data as Partial<
      QueueEventData['ticket-issued'] & QueueEventData['ticket-transferred']
    >;
    if (kind === 'window-opened' || kind === 'window-resumed') this.open.add(windowId!);
    else if (kind === 'window-closed' || kind === 'window-paused') this.open.delete(windowId!);
    else if (kind === 'ticket-called') this.called(ticketId!, at);
    else if (kind === 'ticket-cancelled' || kind === 'ticket-expired') this.left(ticketId!);
    else this.waits(ticketId!, toQueueId ?? queueId!, rank ?? this.ranks.get(ticketId!) ?? at, at, rules);
  }

  /** What somebody would ask who takes a number now, with `ahead` people before them. */
  newcomer(
    queueId: string,
    ahead: number,
    now: Instant,
    rules: Readonly<Record<string, WindowRule>>,
  ): ForecastQuestion {
    const windows = windowsFor(queueId, rules).filter(({ id }) => this.open.has(id)).length;
    return { queueId, now, minuteOfDay: this.minuteOf(now), ahead, windows };
  }

  /** The day as somebody sees it who waits already: who stands behind, and oneself, are left out. `null`: does not wait. */
  before(ticketId: string): DayView | null {
    const own = this.waiting.get(ticketId);
    if (!own) return null;
    const queue = this.trace.queue(own.queueId);
    // Of two with the same rank who came first is called first.
    let met = false;
    const waiting = new Map<string, Instant>();
    for (const [id, since] of queue.waiting) {
      const { rank } = this.waiting.get(id)!;
      if (id === ticketId) met = true;
      else if (rank < own.rank || (rank === own.rank && !met)) waiting.set(id, since);
    }
    const seen: QueueTrace = {
      ...queue,
      waiting,
      sinceSum: [...waiting.values()].reduce((sum, since) => sum + since, 0),
      issues: until(queue.issues, own.since),
    };
    const { issues, calls, lastWaits } = this.trace;
    return {
      queue: (id) => (id === own.queueId ? seen : this.trace.queue(id)),
      queues: new Map([...this.trace.queues, [own.queueId, seen]]),
      issues: until(issues, own.since),
      calls,
      lastWaits,
      waiting: this.trace.waiting - (queue.waiting.size - waiting.size),
    };
  }

  /** The day as it is learnt from: everybody who was called, with what was known when they began to wait. */
  past(hallId: string, day: ServiceDay): PastDay {
    return { hallId, day, tickets: [...this.ended].sort((a, b) => a.issued - b.issued) };
  }

  private minuteOf = (at: Instant): number => (at - this.midnight) / MINUTE;

  private waits(id: string, queueId: string, rank: Instant, at: Instant, rules: Readonly<Record<string, WindowRule>>) {
    const queue = this.trace.queue(queueId);
    let ahead = 0;
    for (const other of queue.waiting.keys()) if (this.waiting.get(other)!.rank <= rank) ahead += 1;
    const { windows } = this.newcomer(queueId, ahead, at, rules);
    this.begun.set(id, { queueId, issued: this.minuteOf(at), ahead, windows });
    this.ranks.set(id, rank);
    this.waiting.set(id, { queueId, rank, since: at });
    this.trace.waits(queueId, id, at);
  }

  private called(id: string, at: Instant): void {
    const own = this.waiting.get(id);
    if (!own) return;
    this.trace.called(own.queueId, id, at);
    this.waiting.delete(id);
    const begun = this.begun.get(id)!;
    this.ended.push({ ...begun, called: Math.max(begun.issued, this.minuteOf(at)) });
  }

  private left(id: string): void {
    const own = this.waiting.get(id);
    if (!own) return;
    this.trace.left(own.queueId, id);
    this.waiting.delete(id);
  }
}

/** The moments before `at`, of moments in order; those at `at` itself are one's own and later ones. */
function until(moments: readonly Instant[], at: Instant): Instant[] {
  let end = moments.length;
  while (end > 0 && moments[end - 1]! >= at) end -= 1;
  return moments.slice(0, end);
}
