import { memorylessDays, oneQueueHall, settingOf } from '../../../../test/support/staffing-days.ts';
import { HOUR, MINUTE } from '../time/instant.ts';
import { proposeRoster, type SearchProgress } from './propose.ts';
import { groupsOf, readRoster, rosterFault, rosterText, slotsOf } from './roster.ts';
import { tryRoster } from './scenario.ts';
import { Setting } from './setting.ts';

const GOAL = { target: 0.8, confidence: 0.8 };
const lessons = memorylessDays(6, { perHour: 20, handlingMs: 6 * MINUTE, until: 12 });
const hall = (windows: number) => new Setting(settingOf(oneQueueHall(windows), lessons, { draws: 25 }));

const keeps = (setting: Setting, roster: readonly (readonly number[])[]): boolean => {
  const { cells, daysKept } = tryRoster(setting, roster, GOAL.target).scenario;
  const enough = (people: number) => people * setting.given.draws >= 20;
  return (
    daysKept[0]! >= GOAL.confidence && cells[0]!.every(({ people, kept }) => !enough(people) || kept! >= GOAL.target)
  );
};

describe('the proposed roster', () => {
  it('keeps the promise, and not with any window hour less; twice the same', () => {
    const setting = hall(8);
    const told: SearchProgress[] = [];
    const { roster, lacking, tried } = proposeRoster(setting, GOAL, (progress) => told.push(progress));
    expect(lacking).toEqual([]);
    expect(keeps(setting, roster)).toBe(true);
    // It is told how far the search is: every roster tried once, and in the end nothing is left to be taken away.
    expect(told.map((one) => one.tried)).toEqual(told.map((_, at) => at + 1));
    expect([told.length, told[0]!.left, told.at(-1)!.left! <= 2]).toEqual([tried, null, true]);
    roster[0]!.forEach((count, slot) => {
      if (count <= 1) return;
      const fewer = [roster[0]!.map((one, at) => (at === slot ? one - 1 : one))];
      expect([slot, keeps(setting, fewer)]).toEqual([slot, false]);
    });
    // In the afternoon nobody comes: one window, so that nobody finds the queue shut.
    expect(roster[0]!.slice(6)).toEqual([1, 1, 1, 1]);
    expect(proposeRoster(hall(8), GOAL).roster).toEqual(roster);
  });

  it('says what is lacking where the hall has too few windows, and stays within what it has', () => {
    const { roster, lacking } = proposeRoster(hall(2), GOAL);
    expect(lacking.length).toBeGreaterThan(0);
    for (const { needed } of lacking) expect(needed).toBeGreaterThan(2);
    expect(Math.max(...roster[0]!)).toBeLessThanOrEqual(2);
  });
});

describe('a roster', () => {
  const { windows } = oneQueueHall(3);
  const groups = groupsOf(windows);
  const slots = slotsOf({ from: 0, until: 2.5 * HOUR });
  const visited = () => true;

  it('counts windows of a kind by hour, the last hour as long as it is', () => {
    expect(groups.map(({ id, windows: of }) => [id, of.length])).toEqual([['a', 3]]);
    expect(slots.map(({ from, until }) => (until - from) / HOUR)).toEqual([1, 1, 0.5]);
  });

  it('is refused with its reason', () => {
    expect(rosterFault([[1, 2, 3]], groups, slots, visited)).toBeNull();
    expect(rosterFault([[1, 2]], groups, slots, visited)).toBe('staffing-roster');
    expect(rosterFault([[4, 1, 1]], groups, slots, visited)).toBe('staffing-too-many-windows');
    expect(rosterFault([[0, 0, 0]], groups, slots, visited)).toBe('staffing-no-windows');
  });

  it('stands in an address and is read back', () => {
    expect(rosterText([[1, 2, 3]], groups)).toBe('a:1-2-3');
    expect(readRoster('a:1-2-3', groups, [[0, 0, 0]])).toEqual([[1, 2, 3]]);
    expect(readRoster('b:1-2-3', groups, [[0, 0, 0]])).toBeNull();
    expect(readRoster('a:1-x', groups, [[0, 0, 0]])).toBeNull();
  });
});
