import { Random } from '../simulation/random.ts';
import { rowsOf } from './day-rows.ts';
import { forecastFor, learn, type Forecaster } from './forecaster.ts';
import { PastQueues, type PastDay, type PastTicket } from './past-days.ts';

const HOW = { rounds: 40, rate: 0.15, leaves: 8, leastRows: 20, rowShare: 0.6, columnShare: 0.6, seed: 5 };

/** A day with two queues of one and two windows, first come, first served. */
function dayOf(n: number): PastDay {
  const random = new Random(100 + n);
  const tickets: PastTicket[] = [];
  for (const [queueId, windows, every] of [
    ['a', 1, 6],
    ['b', 2, 4],
  ] as const) {
    const free = Array.from({ length: windows }, () => 540);
    const pace = random.between(4.5, 6.5);
    for (let issued = 540; issued < 960; issued += every * -Math.log(1 - random.next())) {
      free.sort((x, y) => x - y);
      const called = Math.max(issued, free[0]!);
      free[0] = called + random.lognormal(pace, 0.6);
      tickets.push({ queueId, issued, called, windows });
    }
  }
  tickets.sort((x, y) => x.issued - y.issued);
  return { hallId: 'h', day: `2026-03-${String(n).padStart(2, '0')}`, tickets };
}

const days = Array.from({ length: 12 }, (_, n) => dayOf(n + 1));
const past = new PastQueues(days);
const fresh = Array.from({ length: 6 }, (_, n) => dayOf(n + 20));

function learnt(from: readonly PastDay[]): Forecaster | null {
  const learning = learn(from, HOW);
  let step = learning.next();
  while (!step.done) step = learning.next();
  return step.value;
}

describe('forecast', () => {
  const forecaster = learnt(days)!;
  const told = (day: PastDay) => rowsOf(day, past).map((row) => ({ ...row, ...forecastFor(forecaster, row.features) }));

  it('on days it has not seen beats the quick predictor, and its range holds eight of ten', () => {
    const all = fresh.flatMap(told);
    const mean = (figure: (row: (typeof all)[number]) => number) =>
      all.reduce((sum, row) => sum + figure(row), 0) / all.length;
    expect(mean((row) => Math.abs(row.waited - row.middle))).toBeLessThan(
      0.8 * mean((row) => Math.abs(row.waited - row.headWait)),
    );
    const inside = mean(({ waited, low, high }) => Number(waited >= low && waited <= high));
    expect(inside).toBeGreaterThan(0.72);
    expect(inside).toBeLessThan(0.95);
    for (const { low, middle, high } of all) {
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(middle);
      expect(middle).toBeLessThanOrEqual(high);
    }
  });

  it('knows nothing of the future: whatever comes after an issue may be otherwise', () => {
    const day = fresh[0]!;
    for (const at of [0, 1, 7, 40, 90, day.tickets.length - 1]) {
      const { issued } = day.tickets[at]!;
      const random = new Random(at + 1);
      const poisoned: PastDay = {
        ...day,
        tickets: [
          ...day.tickets
            .slice(0, at + 1)
            .map((ticket) =>
              ticket.called >= issued ? { ...ticket, called: issued + random.between(0, 900) } : ticket,
            ),
          ...Array.from({ length: 200 }, (_, n) => ({ queueId: n % 2 ? 'a' : 'b', issued, called: issued + n })),
        ],
      };
      expect(told(poisoned)[at]!.features).toEqual(told(day)[at]!.features);
      expect({ ...told(poisoned)[at]!, waited: 0 }).toEqual({ ...told(day)[at]!, waited: 0 });
    }
  });

  it('and does know the past: one call before the issue moved by minutes is seen', () => {
    const day = fresh[0]!;
    const before = day.tickets.findIndex(({ called, issued }) => called > issued + 3);
    const { queueId, called } = day.tickets[before]!;
    const at = day.tickets.findIndex(
      (ticket, n) => n > before && ticket.queueId === queueId && ticket.issued > called + 1,
    );
    const moved = day.tickets.map((ticket, n) => (n === before ? { ...ticket, called: ticket.called - 3 } : ticket));
    expect(told({ ...day, tickets: moved })[at]!.features).not.toEqual(told(day)[at]!.features);
  });

  it('while learning, a ticket’s own day is not in what is known of its queue', () => {
    const { day } = days[0]!;
    const without = new PastQueues(days.slice(1));
    expect(past.of('h', 'a', day)).toEqual(without.of('h', 'a'));
    expect(past.of('h', 'a', day)).not.toEqual(past.of('h', 'a'));
  });

  it('takes an unknown queue to be like its hall, an unknown hall like all', () => {
    const pooled = past.of('h', 'new');
    expect(pooled.low).toBeLessThan(pooled.high);
    expect(past.of('elsewhere', 'a')).toEqual(pooled);
    expect(new PastQueues([]).of('h', 'a').high).toBe(0);
    expect([past.daysOf('h', 'a'), past.daysOf('h', 'new')]).toEqual([12, 0]);
  });

  it('does not learn from too little', () => {
    expect(learnt(days.slice(0, 3))).toBeNull();
    expect(learnt([])).toBeNull();
    expect(learnt(days.map((day) => ({ ...day, tickets: day.tickets.slice(0, 9) })))).toBeNull();
  });
});
