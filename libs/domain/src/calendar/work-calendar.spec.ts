import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Random } from '../simulation/random.ts';
import type { CalendarDay } from '../time/opening-hours.ts';
import { WorkCalendar } from './work-calendar.ts';

const national = new WorkCalendar({ nationalCalendar: true, overrides: {}, tables: [] });

/** The second way of counting: day by day, with Date, over the package's table of holidays and days worked, read from its data file. */
const require = createRequire(import.meta.url);
const data = JSON.parse(
  readFileSync(require.resolve('chinese-days').replace(/index\.min\.js$/, 'chinese-days.json'), 'utf8'),
) as { holidays: Record<string, string>; workdays: Record<string, string> };
function countByHand(from: string, days: number, closed: ReadonlySet<string> = new Set()): string {
  const date = new Date(`${from}T12:00:00Z`);
  let left = days;
  while (left > 0) {
    date.setUTCDate(date.getUTCDate() + 1);
    const day = date.toISOString().slice(0, 10);
    const weekend = [0, 6].includes(date.getUTCDay());
    const worked = day in data.workdays || (!weekend && !(day in data.holidays));
    if (worked && !closed.has(day)) left -= 1;
  }
  return date.toISOString().slice(0, 10);
}

describe('counting working days', () => {
  it.each([
    ['2026-02-12', 5, '2026-02-26'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 3, '2026-02-26'],
    ['2025-12-31', 1, '2026-01-04'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-30', 20, '2026-11-03'],
    ['2026-05-08', 1, '2026-05-09'],
  ])('accepted on %s, promised %i: last day %s (the worked table of DOMAIN §3)', (accepted, days, last) => {
    expect(national.after(accepted, days)).toBe(last);
  });

  it('agrees with a second, independent way of counting on every day around every holiday of ten years', () => {
    const awkward = new Set<string>();
    for (const day of [...Object.keys(data.holidays), ...Object.keys(data.workdays)]) {
      if (day < '2016-12-01' || day > '2026-12-31') continue;
      for (const shift of [-3, -1, 0, 1]) {
        awkward.add(new Date(Date.parse(`${day}T00:00:00Z`) + shift * 86_400_000).toISOString().slice(0, 10));
      }
    }
    for (const day of ['2020-02-29', '2024-02-28', '2024-02-29', '2023-12-31', '2026-12-31']) awkward.add(day);
    expect(awkward.size).toBeGreaterThan(200);
    for (const day of awkward) {
      for (const days of [1, 2, 3, 5, 7, 10, 15, 20, 45, 60]) {
        expect(`${day}+${days}=${national.after(day, days)}`).toBe(`${day}+${days}=${countByHand(day, days)}`);
      }
    }
  });

  it('counts back what it counted forward', () => {
    const random = new Random(7);
    for (let n = 0; n < 2_000; n++) {
      const from = new Date(Date.UTC(2018, 0, 1) + Math.floor(random.between(0, 3_200)) * 86_400_000);
      const day = from.toISOString().slice(0, 10);
      const days = 1 + Math.floor(random.between(0, 80));
      const last = national.after(day, days);
      expect(national.between(day, last)).toBe(days);
      expect(national.isWorkingDay(last)).toBe(true);
      expect(national.before(last) < last).toBe(true);
    }
  });

  it('leaves out a day that the hall closed, and keeps a Saturday on which it merely opens out of the count', () => {
    const overrides: Record<string, CalendarDay> = {
      '2026-11-25': { day: '2026-11-25', kind: 'closed' },
      '2026-11-28': { day: '2026-11-28', kind: 'open' },
      '2026-12-05': { day: '2026-12-05', kind: 'open', working: true },
    };
    const own = new WorkCalendar({ nationalCalendar: true, overrides, tables: [] });
    expect(own.after('2026-11-24', 1)).toBe('2026-11-26');
    expect(own.after('2026-11-27', 1)).toBe('2026-11-30');
    expect(own.after('2026-12-04', 1)).toBe('2026-12-05');
    expect(own.after('2026-11-24', 5)).toBe(countByHand('2026-11-24', 5, new Set(['2026-11-25'])));
  });

  it('knows that the calendar of a year is not published, and counts by it when it is loaded', () => {
    expect(national.isPublished('2026-12-31')).toBe(true);
    expect(national.isPublished('2030-01-04')).toBe(false);
    const table = { year: 2030, holidays: ['2030-01-01', '2030-01-02', '2030-01-03'], worked: ['2030-01-05'] };
    const loaded = new WorkCalendar({ nationalCalendar: true, overrides: {}, tables: [table] });
    expect(loaded.isPublished('2030-01-04')).toBe(true);
    expect(national.after('2029-12-31', 2)).toBe('2030-01-02');
    expect(loaded.after('2029-12-31', 2)).toBe('2030-01-05');
  });
});
