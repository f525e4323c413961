import { calendarDayFault, leaveFault, matterFault, yearTableFault } from './item-faults.ts';

describe('what is wrong with an item by itself', () => {
  it('a promise longer than the law', () => {
    expect(matterFault({ promisedDays: 21, legalDays: 20 })?.fault).toBe('promise-longer-than-law');
    expect(matterFault({ promisedDays: 20, legalDays: 20 })).toBeNull();
    expect(matterFault({ promisedDays: null, legalDays: null })).toBeNull();
  });

  it('a year’s table with a day both off and worked, of another year, or that there is not', () => {
    const table = (holidays: string[], worked: string[]) => yearTableFault({ year: 2030, holidays, worked });
    expect(table(['2030-01-01'], ['2030-01-01'])).toEqual({ fault: 'day-off-and-worked', day: '2030-01-01' });
    expect(table(['2031-01-01'], [])).toEqual({ fault: 'day-of-another-year', day: '2031-01-01' });
    expect(table(['2030-02-30'], [])).toEqual({ fault: 'no-such-day', day: '2030-02-30' });
    expect(table(['2030-01-01'], ['2030-01-05'])).toBeNull();
  });

  it('a day of the hall’s own that is off and worked, ends before it begins, or is none', () => {
    expect(calendarDayFault({ day: '2026-12-07', kind: 'closed', working: true })?.fault).toBe('day-off-and-worked');
    expect(calendarDayFault({ day: '2026-13-07', kind: 'closed' })?.fault).toBe('no-such-day');
    expect(calendarDayFault({ day: '2026-12-07', kind: 'open', open: '17:00', close: '09:00' })?.fault).toBe(
      'ends-before-it-begins',
    );
    expect(calendarDayFault({ day: '2026-12-07', kind: 'open', open: '09:00', close: '24:00' })).toBeNull();
  });

  it('a leave that ends before it begins', () => {
    expect(leaveFault({ from: '2026-12-02', until: '2026-12-01' })?.fault).toBe('ends-before-it-begins');
    expect(leaveFault({ from: '2026-12-02', until: '2026-12-02' })).toBeNull();
  });
});
