import type { GroupScope } from '@shouwen/contracts/views/performance.schema';
import { INDICATORS, type Figure, type IndicatorId } from '@shouwen/domain/indicators/indicators';
import { problemsIn } from '@shouwen/domain/report/problems';
import type { ReportFigures } from './report-figures.service.ts';
import {
  type Block,
  type Cell,
  type ChartBlock,
  count,
  inOrderOf,
  share,
  type TableBlock,
  text,
} from './report-model.ts';
import { SCOPE_NAMES } from './words.ts';

type Groups = Exclude<GroupScope, 'person'>;

export const figureIn = (figures: readonly Figure[], id: IndicatorId): Figure =>
  figures.find((figure) => figure.id === id)!;
const nameOfIndicator = (id: IndicatorId): string => INDICATORS.find((one) => one.id === id)!.name.zh;

/** A value in the unit of its indicator. */
function valueCell(id: IndicatorId, value: number | null): Cell {
  const { unit } = INDICATORS.find((one) => one.id === id)!;
  return { kind: unit, value };
}
const cellOf = (figures: readonly Figure[], id: IndicatorId): Cell => valueCell(id, figureIn(figures, id).value);
/** Of what a figure is a share: servings, cases, ratings. */
const of = (figures: readonly Figure[], id: IndicatorId): Cell => count(figureIn(figures, id).n);

const MINUTE = 60_000;
/** What was counted or added up: sums of times in minutes. */
function partCells({ id, k, n }: Figure): [Cell, Cell] {
  switch (INDICATORS.find((one) => one.id === id)!.formula.of) {
    case 'count':
      return [count(k), count(null)];
    case 'percentile':
      return [count(null), count(n)];
    case 'mean':
      return [count(k / MINUTE), count(n)];
    default:
      return id === 'window-use' ? [count(k / MINUTE), count(n / MINUTE)] : [count(k), count(n)];
  }
}

function changeCell({ id, value }: Figure, before: Figure): Cell {
  const { unit } = INDICATORS.find((one) => one.id === id)!;
  const more = value === null || before.value === null ? null : value - before.value;
  if (unit === 'count') return { kind: 'more', value: more };
  return { kind: 'points', value: more !== null && unit === 'share' ? more * 100 : more };
}

/** Every indicator with what it is of, beside the days before. */
export function wholeTable({ whole }: ReportFigures): TableBlock {
  return {
    type: 'table',
    title: '主要指标',
    columns: [
      { head: '指标', width: 14 },
      { head: '本期', width: 10 },
      { head: '其中', width: 11 },
      { head: '总数', width: 11 },
      { head: '前期', width: 10 },
      { head: '变化', width: 11 },
      { head: '怎样算', width: 34 },
    ],
    rows: whole.figures.map((figure) => {
      const before = figureIn(whole.figuresBefore, figure.id);
      const { name, meaning, leftOut } = INDICATORS.find(({ id }) => id === figure.id)!;
      return [
        text(name.zh),
        valueCell(figure.id, figure.value),
        ...partCells(figure),
        valueCell(figure.id, before.value),
        changeCell(figure, before),
        text(leftOut.zh === '没有' ? meaning.zh : `${meaning.zh};不算:${leftOut.zh}`),
      ];
    }),
    note: `前期:${whole.before.from} 至 ${whole.before.until},同样天数。变化:百分率为百分点,时间为分,其余为件。时间单位为分。没有的写“—”,不写 0 %。`,
  };
}

/** One table per kind of group, with sums of what adds up. */
export function groupTable({ groups, catalogue }: ReportFigures, by: Groups): TableBlock {
  const named = {
    department: catalogue.departments,
    queue: catalogue.queues,
    matter: catalogue.matters,
    window: [...catalogue.windows]
      .sort((a, b) => a.number - b.number)
      .map(({ id, number, name }) => ({ id, name: { ...name, zh: `${number} 号 ${name.zh}` } })),
  }[by];
  const nameOf = (key: string): string =>
    named.find(({ id }) => id === key)?.name.zh ?? (key === '' ? '未选事项' : key);
  const issues = by !== 'window';
  const decides = by === 'department' || by === 'matter';
  return {
    type: 'table',
    title: `按${SCOPE_NAMES[by]}`,
    columns: [
      { head: SCOPE_NAMES[by], width: 20 },
      ...(issues ? [{ head: '取号', summed: true }] : []),
      { head: '办理', summed: true },
      { head: '平均等候(分)' },
      { head: '按承诺等到' },
      { head: '平均办理(分)' },
      ...(decides ? [{ head: '办结', summed: true }, { head: '按时办结率' }, { head: '时限压缩率' }] : []),
      { head: '评价', summed: true },
      { head: '满意率' },
    ],
    rows: inOrderOf(named, groups[by], ({ key }) => key).map(({ key, figures }) => [
      text(nameOf(key)),
      ...(issues ? [cellOf(figures, 'issued')] : []),
      cellOf(figures, 'served'),
      cellOf(figures, 'wait-mean'),
      cellOf(figures, 'within-promise'),
      cellOf(figures, 'handling-mean'),
      ...(decides ? [of(figures, 'early'), cellOf(figures, 'on-time'), cellOf(figures, 'compression')] : []),
      count(figureIn(figures, 'rating-rate').k),
      cellOf(figures, 'satisfaction'),
    ]),
  };
}

/** Months side by side. */
export const monthTable = ({ months }: ReportFigures): TableBlock => ({
  type: 'table',
  title: '逐月情况',
  columns: [
    { head: '月份', width: 12 },
    { head: '取号', summed: true },
    { head: '办理', summed: true },
    { head: '九成等候(分)' },
    { head: '按承诺等到' },
    { head: '办结', summed: true },
    { head: '按时办结率' },
    { head: '满意率' },
  ],
  rows: months.map(({ from, figures }) => [
    text(from.slice(0, 7)),
    cellOf(figures, 'issued'),
    cellOf(figures, 'served'),
    cellOf(figures, 'wait-p90'),
    cellOf(figures, 'within-promise'),
    of(figures, 'early'),
    cellOf(figures, 'on-time'),
    cellOf(figures, 'satisfaction'),
  ]),
});

export function performanceCharts({ whole, months, groups, catalogue }: ReportFigures): ChartBlock[] {
  const hours = [...new Set(whole.hours.map(({ hour }) => hour))].sort((a, b) => a - b);
  const atHour = (wanted: number) =>
    whole.hours.reduce((sum, { hour, issued }) => sum + (hour === wanted ? issued : 0), 0);
  const { columns, columnMinutes } = whole;
  const last = columns.findLastIndex((people) => people > 0);
  const columnName = (at: number) => `${at * columnMinutes}${at === columns.length - 1 ? '+' : ''}`;
  return [
    {
      type: 'chart',
      title: '各时段取号',
      unit: '取号(件)',
      labels: hours.map((hour) => `${hour} 点`),
      values: hours.map(atHour),
    },
    {
      type: 'chart',
      title: `等候时间分布(分钟,每柱 ${columnMinutes} 分钟,标的是起点)`,
      unit: '等到叫号的(人)',
      labels: columns.slice(0, last + 1).map((_, at) => columnName(at)),
      values: columns.slice(0, last + 1),
    },
    {
      type: 'chart',
      title: '各部门办理量',
      unit: '办理(件)',
      labels: groups.department.map(
        ({ key }) => catalogue.departments.find(({ id }) => id === key)?.name.zh ?? (key === '' ? '未选事项' : key),
      ),
      values: groups.department.map(({ figures }) => figureIn(figures, 'served').value),
    },
    ...(months.length > 0
      ? [
          {
            type: 'chart' as const,
            title: '逐月取号',
            unit: '取号(件)',
            labels: months.map(({ from }) => `${Number(from.slice(5, 7))} 月`),
            values: months.map(({ figures }) => figureIn(figures, 'issued').value),
          },
        ]
      : []),
  ];
}

/** The worst of the indicators with their months, and what to reach next: what the best month reached. */
export function problemTables({ whole, months }: ReportFigures): Block[] {
  const problems = problemsIn(
    whole.figures,
    months.map(({ figures }) => figures),
  );
  return [
    {
      type: 'table',
      title: '离目标最远的十项指标',
      columns: [
        { head: '指标', width: 16 },
        { head: '本期', width: 9 },
        ...months.map(({ from }) => ({ head: `${Number(from.slice(5, 7))} 月`, width: 8 })),
      ],
      rows: problems.map(({ id, figure, trend }) => [
        text(nameOfIndicator(id)),
        share(figure.value),
        ...trend.map((value) => share(value)),
      ]),
      note: '百分率类指标按离最好(100 % 或 0 %)的距离排,最远的在前;时限压缩率由事项目录定,不在内。',
    },
    {
      type: 'table',
      title: '下一期目标建议',
      columns: [{ head: '指标', width: 16 }, { head: '本期' }, { head: '目标' }],
      rows: problems.map(({ id, figure, target }) => [text(nameOfIndicator(id)), share(figure.value), share(target)]),
      note: '目标是本期最好的一个月达到的水平,只看满 100 件的月份;供研究时参考,以大厅的决定为准。',
    },
  ];
}
