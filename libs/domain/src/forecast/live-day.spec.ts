import { at as atWall, CATALOGUE, QUEUES, WINDOWS } from '../../../../test/support/domain-hall.ts';
import { arrivalsOf } from '../simulation/arrivals.ts';
import { simulateDay } from '../simulation/simulate-day.ts';
import type { QueueEvent } from '../event/hall-event.ts';
import { HOUR, MINUTE } from '../time/instant.ts';
import { rowsOf } from './day-rows.ts';
import { featuresOf } from './features.ts';
import { askHall, fromKept, learnHall, toKept } from './hall-forecast.ts';
import { FORECAST_EVENTS, LiveDay, type HeardEvent } from './live-day.ts';
import { PastQueues } from './past-days.ts';

const SPAN = { from: atWall('08:00'), until: atWall('08:00') + 10 * HOUR };
const MIDNIGHT = SPAN.from - 8 * HOUR;
const POSTS = WINDOWS.map((windowId) => ({ windowId, clerkId: `clerk-${windowId}` }));
const RULES = CATALOGUE.windows;
const HOW = { rounds: 40, rate: 0.15, leaves: 8, leastRows: 20, rowShare: 0.6, columnShare: 0.6, seed: 5 };

/** A simulated day: its events, all at the same date; only its number is another. */
const eventsOf = (n: number): QueueEvent[] =>
  simulateDay(
    { catalogue: CATALOGUE, span: SPAN, arrivals: arrivalsOf(CATALOGUE, SPAN, n, 0.9), posts: POSTS, seed: n },
    '2026-11-24',
  );
const isHeard = (event: { kind: string }) => (FORECAST_EVENTS as readonly string[]).includes(event.kind);
const heard = (events: readonly QueueEvent[]) => events.filter(isHeard) as unknown as HeardEvent[];

function lived(events: readonly QueueEvent[]): LiveDay {
  const day = new LiveDay(MIDNIGHT);
  for (const event of heard(events)) day.hear(event, RULES);
  return day;
}
const pastOf = (n: number) => lived(eventsOf(n)).past('hall', `2026-10-${String(n).padStart(2, '0')}`);

describe('a live day', () => {
  const past = new PastQueues([pastOf(1), pastOf(2)]);
  const pasts = new Map(QUEUES.map((queueId) => [queueId, past.of('hall', queueId)]));
  const pastQueue = (queueId: string) => pasts.get(queueId)!;

  it('tells the slip what it told the newcomer the moment before', () => {
    const day = new LiveDay(MIDNIGHT);
    let asked = 0;
    for (const event of heard(eventsOf(3))) {
      if (event.kind !== 'ticket-issued') {
        day.hear(event, RULES);
        continue;
      }
      const { ticketId, queueId } = event.data as { ticketId: string; queueId: string };
      const question = day.newcomer(queueId, 3, event.at, RULES);
      const before = featuresOf(question, day.trace, pastQueue(queueId));
      day.hear(event, RULES);
      const after = featuresOf(question, day.before(ticketId)!, pastQueue(queueId));
      // A head start passes people who wait longer: for them the newcomer was behind.
      if ((event.data as { headStart: unknown }).headStart === null) {
        expect([...after]).toEqual([...before]);
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(100);
  });

  it('is learnt from as it was lived: the same figures for a day on which everybody was called', () => {
    const events = heard(eventsOf(4));
    const gone = new Set(
      events
        .filter(({ kind }) => !['ticket-issued', 'ticket-called'].includes(kind) && !kind.startsWith('window'))
        .map(({ data }) => data['ticketId']),
    );
    const plain = events.filter(({ data }) => !gone.has(data['ticketId']));
    const day = new LiveDay(MIDNIGHT);
    const live: number[][] = [];
    // Who waits, by an account of its own.
    const waiting = new Map<unknown, { queueId: unknown; rank: number }>();
    for (const event of plain) {
      const { ticketId, queueId, rank } = event.data as { ticketId: string; queueId: string; rank: number };
      if (event.kind === 'ticket-issued') {
        const ahead = [...waiting.values()].filter((one) => one.queueId === queueId && one.rank <= rank).length;
        live.push([...featuresOf(day.newcomer(queueId, ahead, event.at, RULES), day.trace, pastQueue(queueId))]);
        waiting.set(ticketId, { queueId, rank });
      } else if (event.kind === 'ticket-called') waiting.delete(ticketId);
      day.hear(event, RULES);
    }
    const rows = rowsOf(day.past('hall', '2026-11-24'), past);
    expect(rows.length).toBe(live.length);
    expect(rows.length).toBeGreaterThan(100);
    const apart = rows.flatMap(({ features }, n) =>
      [...features].map((figure, at) => Math.abs(figure - live[n]![at]!)),
    );
    expect(Math.max(...apart)).toBeLessThan(1e-6);
  });

  it('shows somebody who waits neither oneself nor who stands behind', () => {
    const day = new LiveDay(MIDNIGHT);
    const [one, two, three] = ['1', '2', '3'].map((n) => ({ ticketId: n, queueId: 'a', rank: SPAN.from + Number(n) }));
    // The second was issued last and passes the third by its head start.
    for (const [n, data] of [one, three, two].entries())
      day.hear({ kind: 'ticket-issued', at: SPAN.from + n * MINUTE, data: data! }, RULES);
    const view = day.before('2')!;
    expect([...view.queue('a').waiting.keys()]).toEqual(['1']);
    expect([view.waiting, day.trace.waiting]).toEqual([1, 3]);
    expect(view.queue('a').sinceSum).toBe(SPAN.from);
    expect(day.past('hall', '2026-11-24').tickets).toEqual([]);
    day.hear({ kind: 'ticket-called', at: SPAN.from + 9 * MINUTE, data: { ticketId: '2', queueId: 'a' } }, RULES);
    expect(day.past('hall', '2026-11-24').tickets).toMatchObject([
      { queueId: 'a', ahead: 1, issued: 482, called: 489 },
    ]);
    expect(day.before('2')).toBeNull();
    // At the same moment and with the same rank, whoever was first stands before.
    for (const ticketId of ['4', '5'])
      day.hear({ kind: 'ticket-issued', at: SPAN.from + HOUR, data: { ...three!, ticketId } }, RULES);
    const seen = (id: string) => [...day.before(id)!.queue('a').waiting.keys()];
    expect([seen('3'), seen('4'), seen('5')]).toEqual([['1'], ['1', '3'], ['1', '3', '4']]);
  });
});

describe('what a hall learns', () => {
  const kept = (() => {
    const learning = learnHall(
      Array.from({ length: 10 }, (_, n) => pastOf(n + 1)),
      HOW,
    );
    let step = learning.next();
    while (!step.done) step = learning.next();
    return toKept(step.value!);
  })();

  it('comes back from its kept form, and holds about eight of ten waits of days that it has not seen', () => {
    const forecast = fromKept(kept);
    expect(toKept(forecast) === kept).toBe(true);
    let [inside, all] = [0, 0];
    for (const n of [21, 22, 23, 24]) {
      const events = heard(eventsOf(n));
      const called = new Map<unknown, number>();
      for (const { kind, data, at } of events)
        if (kind === 'ticket-called' && !called.has(data['ticketId'])) called.set(data['ticketId'], at);
      const day = new LiveDay(MIDNIGHT);
      for (const event of events) {
        day.hear(event, RULES);
        const { ticketId, queueId } = event.data as { ticketId: string; queueId: string };
        const until = called.get(ticketId);
        if (event.kind !== 'ticket-issued' || until === undefined) continue;
        const view = day.before(ticketId)!;
        const question = day.newcomer(queueId, view.queue(queueId).waiting.size, event.at, RULES);
        const told = askHall(forecast, question, view);
        if (!told) continue;
        const waited = (until - event.at) / MINUTE;
        all += 1;
        inside += Number(waited >= told.low - 1e-9 && waited <= told.high + 1e-9);
      }
    }
    expect(all).toBeGreaterThan(400);
    expect(inside / all).toBeGreaterThan(0.72);
    expect(inside / all).toBeLessThan(0.95);
  });

  it('does not speak of queues longer than it has seen', () => {
    const forecast = fromKept(kept);
    const day = new LiveDay(MIDNIGHT);
    const told = (ahead: number) => askHall(forecast, day.newcomer('a', ahead, SPAN.from + HOUR, RULES), day.trace);
    expect(forecast.reach['a']).toBeGreaterThan(2);
    expect([told(Math.floor(forecast.reach['a']!)) === null, told(forecast.reach['a']! + 1)]).toEqual([false, null]);
  });

  it('is nothing after too few days', () => {
    expect(learnHall([pastOf(1), pastOf(2)], HOW).next().value ?? null).toBeNull();
  });
});
