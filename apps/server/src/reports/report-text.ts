import type { ReportKind, ReportPeriod } from '@shouwen/domain/report/report';
import {
  cardTable,
  contactTables,
  disclosureTable,
  noticeTable,
  ratingTables,
  sheetTable,
  voiceTables,
} from './chapters-docket.ts';
import { staffTables } from './chapters-staff.ts';
import {
  figureIn,
  groupTable,
  monthTable,
  performanceCharts,
  problemTables,
  wholeTable,
} from './chapters-performance.ts';
import type { ReportFigures } from './report-figures.service.ts';
import { type Block, EMPTY, type Report, written } from './report-model.ts';
import { TITLES } from './words.ts';

const dayName = (day: string) =>
  `${Number(day.slice(0, 4))} 年 ${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`;

function titleOf(kind: ReportKind, { from }: ReportPeriod): string {
  const year = `${from.slice(0, 4)} 年`;
  const month = Number(from.slice(5, 7));
  switch (kind) {
    case 'month':
      return `${year} ${month} 月${TITLES.month}`;
    case 'quarter':
      return `${year}第 ${Math.ceil(month / 3)} 季度${TITLES.quarter}`;
    case 'year':
      return `${from.slice(0, 4)} ${TITLES.year}`;
    default:
      return TITLES[kind];
  }
}

/** What a director reads first, in one paragraph. */
function summary({ whole: { figures }, contacts, opinions, enquiries }: ReportFigures): string {
  const count = (value: number) => written({ kind: 'count', value });
  const rate = (value: number | null) => written({ kind: 'share', value });
  const time = (value: number | null) => (value === null ? EMPTY : `${written({ kind: 'minutes', value })} 分钟`);
  const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((total, row) => total + of(row), 0);
  const registered = sum(contacts.bySubject, (row) => row.registered);
  const complaints = sum(opinions, (row) => row.received);
  const asked = sum(enquiries, (row) => row.received);
  const v = (id: Parameters<typeof figureIn>[1]) => figureIn(figures, id);
  return [
    `取号 ${count(v('issued').k)} 件,办理 ${count(v('served').k)} 件;`,
    `平均等候 ${time(v('wait-mean').value)},九成的人等候不超过 ${time(v('wait-p90').value)},按承诺等到 ${rate(v('within-promise').value)};`,
    `办结 ${count(v('early').n)} 件,按时办结率 ${rate(v('on-time').value)},时限压缩率 ${rate(v('compression').value)};`,
    `首问登记 ${count(registered)} 件,落实 ${count(sum(contacts.bySubject, (row) => row.settled))} 件,告知 ${count(sum(contacts.bySubject, (row) => row.told))} 件;`,
    `受理意见投诉 ${count(complaints)} 件,办结 ${count(sum(opinions, (row) => row.closed))} 件;咨询 ${count(asked)} 次,答复 ${count(sum(enquiries, (row) => row.answered))} 次;`,
    `评价 ${count(v('rating-rate').k)} 件,满意率 ${rate(v('satisfaction').value)}。`,
  ].join('');
}

/** Days that are named; the performance screen has them all. */
const MOST_CORRECTIONS = 5;

const heading = (text: string): Block => ({ type: 'heading', text });
const ORDINALS = '一二三四五六七八九十';

/** A report, made of what was gathered: a sheet for a day, more for longer, everything for a year. */
export function reportOf(figures: ReportFigures): Report {
  const { kind, period, catalogue, now, whole } = figures;
  const { hall } = catalogue;
  const long = kind === 'quarter' || kind === 'year';
  const bulletin = long || kind === 'month';
  const charts = performanceCharts(figures);
  const chapters: [string, Block[]][] = [
    ['总体情况', [{ type: 'paragraph', text: summary(figures) }, wholeTable(figures), ...charts]],
    [
      '办理情况',
      [
        ...(long ? [monthTable(figures)] : []),
        groupTable(figures, 'department'),
        groupTable(figures, 'queue'),
        groupTable(figures, 'window'),
        ...(bulletin ? [groupTable(figures, 'matter')] : []),
      ],
    ],
    ['首问负责', contactTables(figures)],
    ['好差评', ratingTables(figures)],
    ['意见与咨询', voiceTables(figures)],
    ['预警与督办', [cardTable(figures)]],
    ...(bulletin ? [['考核与奖惩', staffTables(figures)] as [string, Block[]]] : []),
    ...(bulletin
      ? [
          [
            '政务公开',
            [
              noticeTable(figures),
              ...(kind === 'year' ? [disclosureTable(figures)] : []),
              ...(long ? [sheetTable(figures)] : []),
            ],
          ] as [string, Block[]],
        ]
      : []),
    ...(long ? [['存在的问题和下一期目标', problemTables(figures)] as [string, Block[]]] : []),
  ];
  const days =
    period.from === period.until ? dayName(period.from) : `${dayName(period.from)}至 ${dayName(period.until)}`;
  const corrected = whole.corrections.slice(0, MOST_CORRECTIONS).map(({ day }) => day);
  const made = new Intl.DateTimeFormat('zh-CN', {
    timeZone: hall.timeZone,
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(now);
  return {
    title: titleOf(kind, period),
    hall: hall.name.zh,
    period: hall.example ? `${days}(示例数据)` : days,
    blocks: chapters.flatMap(([name, blocks], at) => [heading(`${ORDINALS[at]}、${name}`), ...blocks]),
    closing: `数字取自大厅事件日志,截至第 ${whole.seq} 条;${made}生成。${corrected.length > 0 ? `事后更正过的日子 ${whole.corrections.length} 天:${corrected.join('、')}${whole.corrections.length > MOST_CORRECTIONS ? ' 等' : ''}。` : ''}`,
  };
}
