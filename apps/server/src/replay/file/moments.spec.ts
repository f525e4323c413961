import { FileFault } from './file-fault.ts';
import { momentReader } from './moments.ts';

const iso = (at: number): string => new Date(at).toISOString();
/** A moment as ISO text; a day as its two ends; a refusal as it stands. */
function said(formats: string[], zone: string, text: string): string {
  const moment = momentReader(formats, zone)(text);
  if (typeof moment === 'string') return moment;
  return moment.from === moment.until ? iso(moment.from) : `${iso(moment.from)}..${iso(moment.until)}`;
}

describe('times in a file', () => {
  it.each([
    ['2010-10-05 08:32:48.565000+02:00', '2010-10-05T06:32:48.565Z'],
    ['2010-10-05T08:32:48+0200', '2010-10-05T06:32:48.000Z'],
    ['2010-10-05T08:32:48,5Z', '2010-10-05T08:32:48.500Z'],
    ['2010-10-05 08:32', '2010-10-05T00:32:00.000Z'],
    ['2024-02-29 23:59:59', '2024-02-29T15:59:59.000Z'],
  ])('iso: %s', (text, moment) => {
    expect(said(['iso'], 'Asia/Shanghai', text)).toBe(moment);
  });

  it.each([
    ['yyyy/M/d H:mm', '2024/3/5 8:05', '2024-03-05T00:05:00.000Z'],
    ['yyyy年M月d日 H:mm', '2024年3月5日 8:05', '2024-03-05T00:05:00.000Z'],
    ['dd.MM.yyyy HH:mm:ss', '05.03.2024 08:05:09', '2024-03-05T00:05:09.000Z'],
    ['yyyy-MM-ddTHH:mm:ss.SSSxxx', '2024-03-05T08:05:09.123-05:30', '2024-03-05T13:35:09.123Z'],
    ['unix', '1709597100', '2024-03-05T00:05:00.000Z'],
    ['unix-ms', '1709597100123', '2024-03-05T00:05:00.123Z'],
  ])('%s: %s', (format, text, moment) => {
    expect(said([format], 'Asia/Shanghai', text)).toBe(moment);
  });

  it('tries its formats in order, and says all of them when none fits', () => {
    expect(said(['iso', 'yyyy/M/d'], 'Asia/Shanghai', '2024/3/5 ')).toContain('in the form iso or yyyy/M/d');
    expect(said(['iso', 'yyyy/M/d H:mm'], 'UTC', '2024/3/5 1:02')).toBe('2024-03-05T01:02:00.000Z');
  });

  it('takes a day without a time of day from its first moment to its last', () => {
    expect(said(['iso'], 'Asia/Shanghai', '2024-03-05')).toBe('2024-03-04T16:00:00.000Z..2024-03-05T15:59:59.999Z');
    // The day on which clocks go forward has 23 hours.
    expect(said(['iso'], 'Europe/Amsterdam', '2011-03-27')).toBe('2011-03-26T23:00:00.000Z..2011-03-27T21:59:59.999Z');
    // In Beirut they go forward at midnight: the day begins at one.
    expect(said(['iso'], 'Asia/Beirut', '2022-03-27')).toBe('2022-03-26T22:00:00.000Z..2022-03-27T20:59:59.999Z');
  });

  it('refuses the hour that clocks skipped, and means the first of the hour that came twice', () => {
    expect(said(['iso'], 'Europe/Amsterdam', '2011-03-27 02:30:00')).toContain('did not exist: clocks went forward');
    expect(said(['iso'], 'Europe/Amsterdam', '2010-10-31 02:30:00')).toBe('2010-10-31T00:30:00.000Z');
    expect(said(['iso'], 'Europe/Amsterdam', '2010-10-31 02:30:00+01:00')).toBe('2010-10-31T01:30:00.000Z');
  });

  it.each([
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '2024-04-31 10:00',
    '2024-03-05 24:00',
    '2024-03-05 10:60',
    '5.3.2024',
    '',
  ])('refuses what is no time: “%s”', (text) => {
    expect(said(['iso'], 'Asia/Shanghai', text)).toMatch(/is no time in the form iso/);
  });

  it.each(['1999-12-31', '9999-12-31', '0001-01-01 00:00:00'])('refuses %s, which means “none”', (text) => {
    expect(said(['iso'], 'Asia/Shanghai', text)).toContain('belongs into “empty” of the mapping');
  });

  it.each(['yyyy-MM', 'dd/MM/yyyy dd', 'yyyy-mm-dd', 'YYYY-MM-DD', 'yyyy-MM-dd hh:mm'])(
    'refuses the format %s',
    (format) => {
      expect(() => momentReader([format], 'UTC')).toThrow(FileFault);
    },
  );
});
