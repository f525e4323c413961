import { APPLICANT_KINDS } from '@shouwen/domain/disclosure/disclosure';
import type { ContactCount } from './docket-counts.service.ts';
import type { ReportFigures } from './report-figures.service.ts';
import { type Cell, type Column, count, inOrderOf, share, type TableBlock, text } from './report-model.ts';
import { APPLICANTS, CHANNELS, DISCLOSURE_ROWS, ENQUIRIES, LEVELS, NOTICES, SOURCES, SUBJECTS } from './words.ts';

const ratio = (k: number, n: number): Cell => share(n === 0 ? null : k / n);

const contactTable = <K extends string>(
  title: string,
  head: string,
  counts: readonly ContactCount<K>[],
  nameOf: (key: K) => string,
): TableBlock => ({
  type: 'table',
  title,
  columns: [
    { head, width: 16 },
    { head: '登记', summed: true },
    { head: '有落实', summed: true },
    { head: '落实率' },
    { head: '有回音', summed: true },
    { head: '回音率' },
    { head: '超期', summed: true },
    { head: '指引到别处', summed: true },
  ],
  rows: counts.map(({ key, registered, settled, told, late, referredOut }) => [
    text(nameOf(key)),
    count(registered),
    count(settled),
    ratio(settled, registered),
    count(told),
    ratio(told, registered),
    count(late),
    count(referredOut),
  ]),
});

/** First contact (首问): 件件有落实、事事有回音. */
export function contactTables({ contacts, catalogue }: ReportFigures): TableBlock[] {
  const departmentOf = (key: string) =>
    catalogue.departments.find(({ id }) => id === key)?.name.zh ?? (key === '' ? '未定部门' : key);
  return [
    contactTable('首问登记(按内容)', '内容', contacts.bySubject, (key) => SUBJECTS[key]),
    contactTable('首问登记(按渠道)', '渠道', contacts.byChannel, (key) => CHANNELS[key]),
    contactTable(
      '首问登记(按部门)',
      '部门',
      inOrderOf(catalogue.departments, contacts.byDepartment, ({ key }) => key),
      departmentOf,
    ),
  ];
}

export const cardTable = ({ cards }: ReportFigures): TableBlock => ({
  type: 'table',
  title: '预警牌',
  columns: [
    { head: '级别', width: 14 },
    { head: '发出', summed: true },
    { head: '已签收', summed: true },
    { head: '其中督办', summed: true },
  ],
  rows: cards.map(({ level, given, acknowledged, urged }) => [
    text(LEVELS[level]),
    count(given),
    count(acknowledged),
    count(urged),
  ]),
});

/** Ratings by department, raw and adjudicated, and where the open bad ones stand. */
export function ratingTables({ ratings, loops, catalogue }: ReportFigures): TableBlock[] {
  const rows = inOrderOf(catalogue.departments, ratings.groups, ({ key }) => key);
  return [
    {
      type: 'table',
      title: '好差评(按部门)',
      columns: [
        { head: '部门', width: 18 },
        { head: '办理', summed: true },
        { head: '评价', summed: true },
        { head: '评价率' },
        { head: '满意', summed: true },
        { head: '满意率(原始)' },
        { head: '满意率(认定后)' },
      ],
      rows: rows.map(({ key, figures: { raw, adjudicated, rate } }) => [
        text(catalogue.departments.find(({ id }) => id === key)?.name.zh ?? (key === '' ? '未选事项' : key)),
        count(rate.n),
        count(rate.k),
        share(rate.share),
        count(raw.k),
        share(raw.share),
        share(adjudicated.share),
      ]),
      note: '没有评价的不算好评。认定为误评、恶意的不进“认定后”,原评价保留。',
    },
    {
      type: 'table',
      title: '未办完的差评(生成时)',
      columns: [{ head: '状态', width: 20 }, { head: '件数' }],
      rows: (
        [
          ['待核实', 'to-verify'],
          ['待整改', 'to-rectify'],
          ['待回访', 'to-revisit'],
          ['待公示', 'to-publish'],
          ['其中超期', 'late'],
          ['其中申诉待裁定', 'appeals'],
        ] as const
      ).map(([name, at]) => [text(name), count(loops[at])]),
    },
  ];
}

/** Complaints by where they came from, and enquiries by channel. */
export const voiceTables = ({ opinions, enquiries }: ReportFigures): TableBlock[] => [
  {
    type: 'table',
    title: '意见投诉举报(按来源)',
    columns: [
      { head: '来源', width: 16 },
      { head: '受理', summed: true },
      { head: '办结', summed: true },
      { head: '办结率' },
      { head: '超期', summed: true },
    ],
    rows: opinions.map(({ source, received, closed, rate, late }) => [
      text(SOURCES[source]),
      count(received),
      count(closed),
      share(rate),
      count(late),
    ]),
    note: '办结率 = 本期收到的当中已经办结的。没有收到的不算百分率。',
  },
  {
    type: 'table',
    title: '咨询(按渠道)',
    columns: [
      { head: '渠道', width: 16 },
      { head: '咨询', summed: true },
      { head: '答复', summed: true },
      { head: '回复率' },
      { head: '超期', summed: true },
    ],
    rows: enquiries.map(({ channel, received, answered, rate, late }) => [
      text(ENQUIRIES[channel]),
      count(received),
      count(answered),
      share(rate),
      count(late),
    ]),
  },
];

export const noticeTable = ({ notices }: ReportFigures): TableBlock => ({
  type: 'table',
  title: '信息公开(按栏目)',
  columns: [
    { head: '栏目', width: 18 },
    { head: '发布', summed: true },
    { head: '撤下', summed: true },
    { head: '期末在公开', summed: true },
  ],
  rows: notices.map(({ column, published, withdrawn, shown }) => [
    text(NOTICES[column]),
    count(published),
    count(withdrawn),
    count(shown),
  ]),
});

/** The State Council's third table; its own rows add up, so none is added. */
export function disclosureTable({ disclosures, period }: ReportFigures): TableBlock {
  const kinds: Column[] = APPLICANT_KINDS.map((kind) => ({ head: APPLICANTS[kind] }));
  return {
    type: 'table',
    title: '收到和处理政府信息公开申请情况',
    columns: [{ head: '序号', width: 11 }, { head: '事项', width: 30 }, ...kinds, { head: '总计' }],
    rows: disclosures.map(({ id, number, counts, total }) => [
      text(number),
      text(DISCLOSURE_ROWS[id]),
      ...APPLICANT_KINDS.map((kind) => count(counts[kind])),
      count(total),
    ]),
    note: `${period.from.slice(0, 4)} 年全年。新收 + 上年结转 = 办理结果总计 + 结转下年度。`,
  };
}

export const sheetTable = ({ sheets }: ReportFigures): TableBlock => ({
  type: 'table',
  title: '开门评议(征求意见表)',
  columns: [
    { head: '问卷', width: 24 },
    { head: '收回', summed: true },
    { head: '凭码', summed: true },
    { head: '纸质', summed: true },
  ],
  rows: sheets.map(({ name, sheets: all, byCode, onPaper }) => [text(name), count(all), count(byCode), count(onPaper)]),
});
