import { nextOpening, openSpan, type CalendarDay, type HallHours, type OpeningSource } from './opening-hours.ts';
import { instantAt } from './zoned.ts';

const HALL: HallHours = {
  timeZone: 'Asia/Shanghai',
  nationalCalendar: true,
  hours: [{ weekdays: [1, 2, 3, 4, 5], open: '08:30', close: '17:30' }],
};
const source = (hall: HallHours, ...days: CalendarDay[]): OpeningSource => ({
  hall,
  calendar: Object.fromEntries(days.map((one) => [one.day, one])),
  yearTables: [],
});
const HOURS = source(HALL);
const open = (day: string, by = HOURS) => openSpan(by, day) !== null;

describe('when the hall is open', () => {
  it('follows the weekdays', () => {
    expect([open('2026-11-23'), open('2026-11-27'), open('2026-11-28'), open('2026-11-29')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(openSpan(HOURS, '2026-11-24')).toEqual({
      from: instantAt('2026-11-24', '08:30', 'Asia/Shanghai'),
      until: instantAt('2026-11-24', '17:30', 'Asia/Shanghai'),
    });
  });

  it('follows the national calendar: holidays closed, days worked in their place open', () => {
    expect(open('2026-02-17')).toBe(false);
    expect(open('2026-02-14')).toBe(true);
    expect(open('2026-10-01')).toBe(false);
    expect(openSpan(source({ ...HALL, nationalCalendar: false }), '2026-10-01')).not.toBeNull();
  });

  it('follows a year’s table loaded by hand, also where the calendar package has none yet', () => {
    const yearTables = [{ year: 2027, holidays: ['2027-01-01'], worked: ['2027-01-03'] }];
    const loaded = { ...HOURS, yearTables };
    expect([open('2027-01-01'), open('2027-01-03')]).toEqual([true, false]);
    expect([open('2027-01-01', loaded), open('2027-01-03', loaded)]).toEqual([false, true]);
  });

  it('goes by the hall’s own calendar first', () => {
    expect(openSpan(source(HALL, { day: '2026-11-24', kind: 'closed' }), '2026-11-24')).toBeNull();
    expect(
      openSpan(source(HALL, { day: '2026-11-28', kind: 'open', open: '09:00', close: '12:00' }), '2026-11-28'),
    ).toMatchObject({ from: instantAt('2026-11-28', '09:00', 'Asia/Shanghai') });
  });

  it('finds the next opening over a weekend', () => {
    expect(nextOpening(HOURS, '2026-11-28')).toMatchObject({ day: '2026-11-30' });
    expect(nextOpening(source({ ...HALL, hours: [] }), '2026-11-28')).toBeNull();
  });
});
