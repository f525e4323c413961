import { memorylessDays, oneQueueHall, settingOf } from '../../../../test/support/staffing-days.ts';
import { HOUR, MINUTE } from '../time/instant.ts';
import { erlangC } from './erlang.ts';
import type { DayLesson } from './lesson.ts';
import { Setting } from './setting.ts';
import { difference, tryRoster } from './scenario.ts';

const even = (setting: Setting, windows: number) => [setting.slots.map(() => windows)];
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** People come in the morning and never again. */
const morningOnly = (days: number, perHour: number): DayLesson[] =>
  memorylessDays(days, { perHour, handlingMs: 6 * MINUTE, until: 11 });

describe('the simulated day', () => {
  it('agrees with Erlang C where that holds: people at random at an even rate, one queue, nobody leaves', () => {
    const [windows, perHour, handlingMs] = [5, 40, 6 * MINUTE];
    // The queue is empty at opening and takes a while until it stands still in time: only the hours behind that are compared.
    const setting = new Setting(
      settingOf(oneQueueHall(windows), memorylessDays(60, { perHour, handlingMs }), { draws: 120 }),
    );
    const steady: number[] = [];
    for (let n = 0; n < setting.given.draws; n++) {
      const { waits } = setting.play(even(setting, windows), n);
      const { from, until } = setting.given.span;
      const own = waits.filter(({ at }) => at >= from + 3 * HOUR && at < until - HOUR).map(({ ms }) => ms);
      if (own.length > 0) steady.push(meanOf(own));
    }
    const demand = setting.demand(0).slice(3, 9);
    const perMs = meanOf(demand.map(({ people }) => people)) / HOUR;
    const expected = erlangC(perMs, meanOf(demand.map(({ occupiedMs }) => occupiedMs)), windows, 15 * MINUTE);
    const mean = meanOf(steady);
    const error = Math.sqrt(meanOf(steady.map((one) => (one - mean) ** 2)) / steady.length);
    expect(expected.load).toBeCloseTo(4, 0);
    // Between a clerk's look at the queue and the call lie five seconds, which the textbook does not know.
    expect(Math.abs(mean - expected.meanWaitMs!)).toBeLessThan(3 * error + 5_000);
    // … and it is not agreement by width: the error is a small part of the wait.
    expect(error).toBeLessThan(0.15 * expected.meanWaitMs!);
  });

  it('is the same for the same seed and another for another', () => {
    const lessons = memorylessDays(6, { perHour: 30, handlingMs: 6 * MINUTE });
    const of = (seed: string) => {
      const setting = new Setting(settingOf(oneQueueHall(4), lessons, { draws: 5, seed }));
      return tryRoster(setting, even(setting, 4), 0.9).scenario;
    };
    expect(of('one')).toEqual(of('one'));
    expect(of('one')).not.toEqual(of('two'));
  });

  it('never makes people wait longer for a window more: the same days, day by day', () => {
    for (const [perHour, least] of [
      [18, 2],
      [34, 4],
      [52, 6],
    ] as const) {
      const lessons = memorylessDays(8, { perHour, handlingMs: 6 * MINUTE });
      const setting = new Setting(settingOf(oneQueueHall(12), lessons, { draws: 25 }));
      for (let windows = least; windows < least + 3; windows++) {
        const [fewer, more] = [windows, windows + 1].map((count) => tryRoster(setting, even(setting, count), 0.9));
        fewer!.days.forEach((day, n) => {
          const other = more!.days[n]!;
          // Who is sent away does not wait: a day on which numbers ran out says nothing of waits.
          if (day!.people !== other.people || fewer!.scenario.turnedAway.high > 0) return;
          expect(other.meanMs!).toBeLessThanOrEqual(day!.meanMs! + 1_000);
        });
        const { meanMs, kept } = difference(more!, fewer!);
        expect(meanMs!.mean).toBeLessThan(0);
        expect(kept!.mean).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('sends nobody away whom the rules would give a number, and says how many it did', () => {
    const lessons = memorylessDays(8, { perHour: 40, handlingMs: 6 * MINUTE });
    const setting = new Setting(settingOf(oneQueueHall(8), lessons, { draws: 20 }));
    const { scenario } = tryRoster(setting, even(setting, 2), 0.9);
    expect(scenario.turnedAway.mean).toBeGreaterThan(50);
    expect(scenario.hall!.kept.mean).toBeLessThan(0.3);
    expect(tryRoster(setting, even(setting, 7), 0.9).scenario.turnedAway.mean).toBeLessThan(1);
  });

  it('closes a window with its hour, and serves whoever holds a number behind closing time', () => {
    const setting = new Setting(settingOf(oneQueueHall(4), morningOnly(8, 30), { draws: 10 }));
    const hours = setting.slots.map((_, slot) => (slot < 3 ? 4 : 0));
    const { scenario } = tryRoster(setting, [hours], 0.9);
    expect(scenario.windowHours).toBe(12);
    expect(scenario.cells[0]!.slice(4).every(({ people }) => people === 0)).toBe(true);
    expect(scenario.overtimeMs).toEqual({ mean: 0, low: 0, high: 0 });
  });

  it('learns from one day with the spread of chance, from several with that of days', () => {
    const one = new Setting(
      settingOf(oneQueueHall(6), memorylessDays(1, { perHour: 30, handlingMs: 6 * MINUTE }), { draws: 100 }),
    );
    const people = tryRoster(one, even(one, 6), 0.9).scenario.hall!.people;
    expect(people.high - people.low).toBeGreaterThan(0.5 * Math.sqrt(people.mean));
    const [quiet, busy] = [15, 45].map((perHour) => memorylessDays(3, { perHour, handlingMs: 6 * MINUTE }));
    const both = new Setting(settingOf(oneQueueHall(6), [...quiet!, ...busy!], { draws: 100 }));
    const wide = tryRoster(both, even(both, 6), 0.9).scenario.hall!.people;
    expect(wide.low).toBeLessThan(180);
    expect(wide.high).toBeGreaterThan(400);
  });
});
