import { ZoneClock } from './zone-clock.ts';
import { instantAt, serviceDayOf } from './zoned.ts';

const wall = (text: string): number => Date.parse(`${text}Z`);
const said = (zone: string, text: string): string[] =>
  new ZoneClock(zone).moments(wall(text)).map((at) => new Date(at).toISOString());

describe('the wall clock of a zone', () => {
  it('shows each time once on an ordinary day', () => {
    expect(said('Asia/Shanghai', '2026-11-24T08:30:00')).toEqual(['2026-11-24T00:30:00.000Z']);
    expect(said('Europe/Amsterdam', '2010-10-05T08:32:48.565')).toEqual(['2010-10-05T06:32:48.565Z']);
  });

  it('never shows the hour over which clocks go forward', () => {
    expect(said('Europe/Amsterdam', '2011-03-27T02:30:00')).toEqual([]);
    expect(said('Europe/Amsterdam', '2011-03-27T01:59:59')).toEqual(['2011-03-27T00:59:59.000Z']);
    expect(said('Europe/Amsterdam', '2011-03-27T03:00:00')).toEqual(['2011-03-27T01:00:00.000Z']);
  });

  it('shows the hour twice over which they go back', () => {
    expect(said('Europe/Amsterdam', '2010-10-31T02:30:00')).toEqual([
      '2010-10-31T00:30:00.000Z',
      '2010-10-31T01:30:00.000Z',
    ]);
  });

  it('agrees with the slow way all year round, half-hour zones included', () => {
    for (const zone of ['Asia/Shanghai', 'Europe/Amsterdam', 'Australia/Lord_Howe', 'Asia/Kathmandu']) {
      const clock = new ZoneClock(zone);
      for (let at = Date.parse('2026-01-01T00:07:00Z'); at < Date.parse('2027-01-01T00:00:00Z'); at += 7 * 3_600_000) {
        expect(clock.dayOf(at)).toBe(serviceDayOf(at, zone));
        expect(clock.dayOf(at, '06:00')).toBe(serviceDayOf(at, zone, '06:00'));
      }
      expect(clock.moments(wall('2026-07-01T09:00:00'))).toEqual([instantAt('2026-07-01', '09:00', zone)]);
    }
  });
});
