import { nextOpening, openSpan, type HallHours } from './opening-hours.ts';
import { instantAt } from './zoned.ts';

const HALL: HallHours = {
  timeZone: 'Asia/Shanghai',
  nationalCalendar: true,
  hours: [{ weekdays: [1, 2, 3, 4, 5], open: '08:30', close: '17:30' }],
};
const open = (day: string) => openSpan(HALL, day) !== null;

describe('when the hall is open', () => {
  it('follows the weekdays', () => {
    expect([open('2026-11-23'), open('2026-11-27'), open('2026-11-28'), open('2026-11-29')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(openSpan(HALL, '2026-11-24')).toEqual({
      from: instantAt('2026-11-24', '08:30', 'Asia/Shanghai'),
      until: instantAt('2026-11-24', '17:30', 'Asia/Shanghai'),
    });
  });

  it('follows the national calendar: holidays closed, days worked in their place open', () => {
    expect(open('2026-02-17')).toBe(false);
    expect(open('2026-02-14')).toBe(true);
    expect(open('2026-10-01')).toBe(false);
    expect(openSpan({ ...HALL, nationalCalendar: false }, '2026-10-01')).not.toBeNull();
  });

  it('goes by the hall’s own calendar first', () => {
    expect(openSpan(HALL, '2026-11-24', { day: '2026-11-24', kind: 'closed' })).toBeNull();
    expect(
      openSpan(HALL, '2026-11-28', { day: '2026-11-28', kind: 'open', open: '09:00', close: '12:00' }),
    ).toMatchObject({ from: instantAt('2026-11-28', '09:00', 'Asia/Shanghai') });
  });

  it('finds the next opening over a weekend', () => {
    expect(nextOpening(HALL, '2026-11-28', {})).toMatchObject({ day: '2026-11-30' });
    expect(nextOpening({ ...HALL, hours: [] }, '2026-11-28', {})).toBeNull();
  });
});
