import { Random } from '../simulation/random.ts';
import { addDays } from '../time/zoned.ts';
import { expectArrivals, learnArrivals, SLOTS, type PastArrivals } from './arrivals.ts';

/** Monday. */
const FIRST = '2026-03-02';
const PROFILE = Array.from({ length: SLOTS }, (_, at) => (at < 17 || at >= 35 ? 0 : at < 22 ? 12 : 5));

/** Weekdays of weeks, Monday half as full again; each day fuller or emptier by chance, people by chance within it. */
function daysOf(weeks: number, seed: number, from = FIRST): PastArrivals[] {
  const random = new Random(seed);
  const poisson = (mean: number) => {
    const left = Math.exp(-mean);
    let count = 0;
    for (let roll = random.next(); roll > left; roll *= random.next()) count += 1;
    return count;
  };
  return Array.from({ length: weeks * 7 }, (_, n) => n)
    .filter((n) => n % 7 < 5)
    .map((n) => {
      const fullness = random.between(0.7, 1.3) * (n % 7 === 0 ? 1.5 : 1);
      return { day: addDays(from, n), slots: PROFILE.map((mean) => (mean === 0 ? 0 : poisson(mean * fullness))) };
    });
}

describe('arrivals', () => {
  const lesson = learnArrivals(daysOf(12, 1))!;
  const fresh = daysOf(12, 2, '2026-09-07');
  const total = (slots: readonly number[]) => slots.reduce((all, count) => all + count, 0);

  it('know the fuller weekday, and that nobody comes at night', () => {
    const [monday, tuesday] = [expectArrivals(lesson, '2026-09-07'), expectArrivals(lesson, '2026-09-08')];
    expect(monday.rest.mean / tuesday.rest.mean).toBeGreaterThan(1.15);
    expect(monday.rest.mean / tuesday.rest.mean).toBeLessThan(1.6);
    expect(monday.slots[4]).toEqual({ mean: 0, low: 0, high: 0 });
    expect(monday.slots[18]!.mean).toBeGreaterThan(1.8 * monday.slots[30]!.mean);
  });

  it('hold about eight of ten, of half hours and of days that they have not seen', () => {
    let [inside, all, wholeInside] = [0, 0, 0];
    for (const { day, slots } of fresh) {
      const told = expectArrivals(lesson, day);
      for (const [at, { low, high, mean }] of told.slots.entries()) {
        if (mean < 1) continue;
        all += 1;
        inside += Number(slots[at]! >= low && slots[at]! <= high);
      }
      wholeInside += Number(total(slots) >= told.rest.low && total(slots) <= told.rest.high);
    }
    // Whole numbers cover a little more than they promise.
    expect(inside / all).toBeGreaterThan(0.76);
    expect(inside / all).toBeLessThan(0.93);
    expect(wholeInside / fresh.length).toBeGreaterThan(0.7);
  });

  it('are told better as the day goes on, and never of what is past', () => {
    let [before, after] = [0, 0];
    for (const { day, slots } of fresh) {
      const left = total(slots.slice(24));
      const morning = expectArrivals(lesson, day);
      const noon = expectArrivals(lesson, day, slots.slice(0, 24));
      before += Math.abs(total(morning.slots.slice(24).map(({ mean }) => mean)) - left);
      after += Math.abs(noon.rest.mean - left);
      expect(noon.slots.slice(0, 24).map(({ mean }) => mean)).toEqual(slots.slice(0, 24));
    }
    expect(after).toBeLessThan(0.8 * before);
  });

  it('are nothing of a hall that is new or empty', () => {
    expect(learnArrivals(daysOf(1, 3).slice(0, 4))).toBeNull();
    expect(learnArrivals(daysOf(2, 3).map(({ day }) => ({ day, slots: [] })))).toBeNull();
  });
});
