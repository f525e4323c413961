import { DOCKET_CATALOGUE } from '../../../../test/support/domain-docket.ts';
import type { Leave } from '../catalogue/catalogue.ts';
import { Random } from '../simulation/random.ts';
import { addDays } from '../time/zoned.ts';
import { actsFor } from './duty.ts';
import { coverChanges, coverOf, uncovered, type Roster } from './roster.ts';

const TODAY = '2026-11-24';
const STAFF = Object.keys(DOCKET_CATALOGUE.staff);

/** The test hall's roster with these people away. */
function away(...leaves: [staffId: string, from: string, until: string][]): Roster {
  const list = leaves.map(([staffId, from, until], n): Leave => ({ id: `l${n}`, staffId, from, until }));
  return { ...DOCKET_CATALOGUE, leaves: Object.fromEntries(list.map((leave) => [leave.id, leave])) };
}

/** The onlooker's way: each day of a year looked at by itself. */
const byDay = (roster: Roster, from: string, days: number) =>
  Array.from({ length: days }, (_, n) => addDays(from, n)).flatMap((day) =>
    STAFF.filter((id) => actsFor(id, day, roster) === null).map((id) => `${day} ${id}`),
  );

describe('the roster', () => {
  it('says who acts for whom, stretch by stretch', () => {
    const { standInId } = DOCKET_CATALOGUE.staff['li']!;
    const roster = away(['li', '2026-11-25', '2026-11-27']);
    expect(coverOf('li', TODAY, '2026-11-30', roster)).toEqual([
      { staffId: 'li', from: TODAY, until: TODAY, actsId: 'li' },
      { staffId: 'li', from: '2026-11-25', until: '2026-11-27', actsId: standInId },
      { staffId: 'li', from: '2026-11-28', until: '2026-11-30', actsId: 'li' },
    ]);
    expect(coverChanges(TODAY, away(), roster)).toEqual([
      { staffId: 'li', from: '2026-11-25', until: '2026-11-27', actsId: standInId, beforeId: 'li' },
    ]);
  });

  it('is not sound when everybody is away, however long the leave, and names them', () => {
    const everybody = away(...STAFF.map((id): [string, string, string] => [id, '2029-01-01', '2031-01-01']));
    const found = uncovered(TODAY, everybody);
    expect(found.map(({ staffId }) => staffId).sort()).toEqual([...STAFF].sort());
    expect(found[0]).toMatchObject({ from: '2029-01-01', until: '2031-01-01', actsId: null });
    expect(uncovered('2031-01-02', everybody)).toEqual([]);
  });

  it('is judged as one judges it who looks at every day and every person', () => {
    const random = new Random(20261124);
    let unsound = 0;
    for (let n = 0; n < 400; n++) {
      const leaves = Array.from({ length: 4 + Math.floor(random.between(0, 14)) }, (): [string, string, string] => {
        const from = addDays(TODAY, Math.floor(random.between(-6, 12)));
        return [random.pick(STAFF), from, addDays(from, Math.floor(random.between(0, 9)))];
      });
      const roster = away(...leaves);
      const expected = byDay(roster, TODAY, 40);
      const told = uncovered(TODAY, roster).flatMap(({ staffId, from, until }) => {
        const days = [];
        for (let day = from; day <= until; day = addDays(day, 1)) days.push(`${day} ${staffId}`);
        return days;
      });
      expect(told.sort()).toEqual(expected.sort());
      if (expected.length > 0) unsound += 1;
    }
    expect(unsound).toBeGreaterThan(20);
    expect(unsound).toBeLessThan(380);
  });
});
