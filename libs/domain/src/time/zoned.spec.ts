import { addDays, instantAt, serviceDayOf, weekdayOf } from './zoned.ts';

describe('service day', () => {
  it('turns over at midnight on the hall’s wall clock, not at midnight UTC (PEERS 2)', () => {
    const beforeMidnight = Date.parse('2026-11-24T15:59:59.999Z');
    expect(serviceDayOf(beforeMidnight, 'Asia/Shanghai')).toBe('2026-11-24');
    expect(serviceDayOf(beforeMidnight + 1, 'Asia/Shanghai')).toBe('2026-11-25');
    expect(serviceDayOf(Date.parse('2026-11-24T00:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-24');
  });

  it('may begin at another hour for a hall that works past midnight', () => {
    expect(serviceDayOf(Date.parse('2026-11-24T18:00:00Z'), 'Asia/Shanghai', '06:00')).toBe('2026-11-24');
    expect(serviceDayOf(Date.parse('2026-11-24T22:00:00Z'), 'Asia/Shanghai', '06:00')).toBe('2026-11-25');
  });

  it('finds the moment of a wall-clock time, also where clocks change', () => {
    expect(instantAt('2026-11-24', '08:30', 'Asia/Shanghai')).toBe(Date.parse('2026-11-24T00:30:00Z'));
    expect(instantAt('2026-03-29', '09:00', 'Europe/Warsaw')).toBe(Date.parse('2026-03-29T07:00:00Z'));
    expect(instantAt('2026-03-28', '09:00', 'Europe/Warsaw')).toBe(Date.parse('2026-03-28T08:00:00Z'));
  });

  it('counts days and weekdays', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(weekdayOf('2026-11-24')).toBe(2);
    expect(weekdayOf('2026-11-29')).toBe(7);
  });
});
