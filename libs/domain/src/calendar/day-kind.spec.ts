import type { CalendarDay } from '../time/opening-hours.ts';
import { dayKind, holidayName } from './day-kind.ts';

const source = (...days: CalendarDay[]) => ({
  hall: { nationalCalendar: true },
  calendar: Object.fromEntries(days.map((one) => [one.day, one])),
  yearTables: [{ year: 2027, holidays: ['2027-01-01', '2027-01-02'], worked: ['2027-01-03'] }],
});

describe('what a day is', () => {
  it('by the national calendar', () => {
    const kinds = ['2026-02-13', '2026-02-14', '2026-02-15', '2026-02-17', '2026-03-01'].map((day) =>
      dayKind(day, source()),
    );
    expect(kinds).toEqual(['working', 'worked', 'holiday', 'holiday', 'weekend']);
    expect(holidayName('2026-02-14', [])).toEqual({ zh: '春节', en: 'Spring Festival' });
    expect(holidayName('2026-02-13', [])).toBeNull();
  });

  it('by a year’s table loaded by hand', () => {
    const kinds = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-09'].map((day) => dayKind(day, source()));
    expect(kinds).toEqual(['holiday', 'holiday', 'worked', 'weekend']);
    expect(holidayName('2027-01-01', source().yearTables)).toBeNull();
  });

  it('by the hall’s own days before all', () => {
    const own = source(
      { day: '2026-11-26', kind: 'closed' },
      { day: '2026-11-28', kind: 'open' },
      { day: '2026-11-27', kind: 'open', open: '09:00', close: '12:00' },
    );
    expect(['2026-11-26', '2026-11-27', '2026-11-28'].map((day) => dayKind(day, own))).toEqual([
      'closed',
      'hours',
      'opened',
    ]);
  });
});
