import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatDay,
  formatDuration,
  formatMinutes,
  formatNumber,
  formatPercent,
  formatNames,
  formatRange,
  formatSpan,
  formatTime,
  formatTimeRange,
  formatWeekday,
} from './format.ts';

const zone = 'Asia/Shanghai';
/** 24 November 2026, 09:41:05 in Shanghai, a Tuesday. */
const at = Date.UTC(2026, 10, 24, 1, 41, 5);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the size of a file', () => {
  it.each([
    [0, '1 KB'],
    [812_000, '793 KB'],
    [1_258_291, '1.2 MB'],
    [20 * 1_048_576, '20 MB'],
  ])('%i is %s', (bytes, said) => {
    expect(formatBytes(bytes, 'en').replace('\u00a0', ' ')).toBe(said);
  });
});

describe('time and date', () => {
  it('tells the hall’s time, not the machine’s', () => {
    expect(formatTime(at, zone, 'zh-CN')).toBe('9:41');
    expect(formatTime(at, zone, 'en')).toBe('09:41');
    expect(formatTime(at, 'Asia/Urumqi', 'zh-CN')).toBe('7:41');
    expect(formatTimeRange(at, at + 360_000, zone, 'zh-CN')).toBe('9:41–9:47');
  });

  it('begins the day at 0:00, never at 24:00', () => {
    expect(formatTime(Date.UTC(2026, 10, 23, 16, 0, 0), zone, 'zh-CN')).toBe('0:00');
  });

  it('names a day as a person of the language does', () => {
    expect(plain(formatDay('2026-12-08', 'zh-CN'))).toBe('12 月 8 日 周二');
    expect(plain(formatDay('2026-12-08', 'en'))).toBe('Tue 8 Dec');
    expect(plain(formatDay('2026-12-08', 'zh-CN', { weekday: false, year: true }))).toBe('2026 年 12 月 8 日');
    expect(plain(formatDay('2026-12-08', 'en', { year: true }))).toBe('Tue 8 Dec 2026');
    expect(plain(formatDay('2026-12-08', 'en', { weekday: false }))).toBe('8 Dec');
    expect(formatWeekday(at, zone, 'zh-CN')).toBe('周二');
  });

  it('takes the hall’s day when it is still yesterday in Greenwich', () => {
    expect(plain(formatDate(Date.UTC(2026, 11, 7, 17), zone, 'zh-CN'))).toBe('12 月 8 日 周二');
    expect(plain(formatDateTime(Date.UTC(2026, 11, 7, 17), zone, 'en'))).toBe('8 Dec 01:00');
  });

  it('keeps a figure and its word on one line', () => {
    expect(formatDay('2026-12-08', 'zh-CN')).toBe('12\u00a0月\u00a08\u00a0日 周二');
  });
});

describe('lengths and figures', () => {
  it('runs a clock', () => {
    expect([0, 9, 372, 1900, 3725, -5].map(formatDuration)).toEqual([
      '0:00',
      '0:09',
      '6:12',
      '31:40',
      '1:02:05',
      '0:00',
    ]);
  });

  it('says a length in words', () => {
    expect([40, 485, 480, 7500, 7200].map((s) => plain(formatSpan(s, 'zh-CN')))).toEqual([
      '40 秒',
      '8 分 05 秒',
      '8 分',
      '2 小时 5 分',
      '2 小时',
    ]);
    expect(plain(formatSpan(485, 'en'))).toBe('8 min 05 s');
  });

  it('says minutes and ranges of them', () => {
    expect(plain(formatMinutes(31, 'zh-CN'))).toBe('31 分');
    expect(plain(formatMinutes(31, 'en'))).toBe('31 min');
    expect(plain(formatRange(10, 25, 'zh-CN'))).toBe('10–25 分钟');
    expect(plain(formatRange(5, 5, 'en'))).toBe('5 min');
  });

  it('names people one after the other as the language does', () => {
    expect(formatNames(['李青', '潘宏'], 'zh-CN')).toBe('李青、潘宏');
    expect(formatNames(['Li Qing', 'Pan Hong'], 'en')).toBe('Li Qing, Pan Hong');
  });

  it('marks thousands and shares', () => {
    expect(formatNumber(48213, 'zh-CN')).toBe('48,213');
    expect(plain(formatPercent(0.9142, 'zh-CN'))).toBe('91.4 %');
    expect(plain(formatPercent(1, 'zh-CN'))).toBe('100 %');
    expect(formatPercent(0.831, 'en')).toBe('83.1%');
  });
});
