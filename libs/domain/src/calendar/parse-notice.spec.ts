import { addDays } from '../time/zoned.ts';
import { yearTableFault } from '../catalogue/item-faults.ts';
import { parseNotice } from './parse-notice.ts';
import { WorkCalendar } from './work-calendar.ts';

/** The State Council's notices as they were published (国务院办公厅关于 2025 / 2026 年部分节假日安排的通知). */
const OF_2025 = `一、元旦:1月1日(周三)放假1天,不调休。
二、春节:1月28日(农历除夕、周二)至2月4日(农历正月初七、周二)放假调休,共8天。1月26日(周日)、2月8日(周六)上班。
三、清明节:4月4日(周五)至6日(周日)放假,共3天。
四、劳动节:5月1日(周四)至5日(周一)放假调休,共5天。4月27日(周日)上班。
五、端午节:5月31日(周六)至6月2日(周一)放假,共3天。
六、国庆节、中秋节:10月1日(周三)至8日(周三)放假调休,共8天。9月28日(周日)、10月11日(周六)上班。
节假日期间,各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`;
const OF_2026 = `一、元旦:1月1日(周四)至3日(周六)放假调休,共3天。1月4日(周日)上班。
二、春节:2月15日(农历腊月二十八、周日)至23日(农历正月初七、周一)放假调休,共9天。2月14日(周六)、2月28日(周六)上班。
三、清明节:4月4日(周六)至6日(周一)放假,共3天。
四、劳动节:5月1日(周五)至5日(周二)放假调休,共5天。5月9日(周六)上班。
五、端午节:6月19日(周五)至21日(周日)放假,共3天。
六、中秋节:9月25日(周五)至27日(周日)放假,共3天。
七、国庆节:10月1日(周四)至7日(周三)放假调休,共7天。9月20日(周日)、10月10日(周六)上班。`;

describe('reading the notice of a year', () => {
  it.each([
    [2025, OF_2025],
    [2026, OF_2026],
  ])('the table of %i makes the same working days as the calendar package, on every day of the year', (year, text) => {
    const { holidays, worked, unread } = parseNotice(text, year);
    expect(unread).toEqual([]);
    expect(yearTableFault({ year, holidays, worked })).toBeNull();
    const read = new WorkCalendar({ nationalCalendar: true, overrides: {}, tables: [{ year, holidays, worked }] });
    const packaged = new WorkCalendar({ nationalCalendar: true, overrides: {}, tables: [] });
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
      expect(`${day} ${read.isWorkingDay(day)}`).toBe(`${day} ${packaged.isWorkingDay(day)}`);
  });

  it('a plain list, with the word behind, before, or a stretch of days', () => {
    expect(parseNotice('2027-01-01 休\n2027/1/3 班', 2027)).toEqual({
      holidays: ['2027-01-01'],
      worked: ['2027-01-03'],
      unread: [],
    });
    expect(parseNotice('放假:1月1日、2日\n上班:2027-01-03', 2027)).toEqual({
      holidays: ['2027-01-01', '2027-01-02'],
      worked: ['2027-01-03'],
      unread: [],
    });
    expect(parseNotice('2027-02-05 ~ 2027-02-07 off', 2027).holidays).toEqual([
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
    ]);
    expect(parseNotice('9月29日至10月2日放假', 2027).holidays).toHaveLength(4);
    expect(parseNotice('2月14日调休上班', 2027)).toMatchObject({ holidays: [], worked: ['2027-02-14'] });
  });

  it('keeps a day of another year and one that there is not, so that saving refuses them by name', () => {
    const turn = parseNotice('12月31日至1月1日放假', 2027);
    expect(turn.holidays).toEqual(['2027-12-31', '2028-01-01']);
    expect(yearTableFault({ year: 2027, ...turn })).toEqual({ fault: 'day-of-another-year', day: '2028-01-01' });
    const none = parseNotice('2月30日放假', 2027);
    expect(yearTableFault({ year: 2027, ...none })?.fault).toBe('no-such-day');
  });

  it('says which sentence it cannot read', () => {
    expect(parseNotice('1月1日放假。1月4日待定。', 2027)).toMatchObject({ unread: ['1月4日待定'] });
    expect(parseNotice('今天天气很好', 2027)).toEqual({ holidays: [], worked: [], unread: [] });
  });
});
