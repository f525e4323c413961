import { GRADES, type Grade } from '@shouwen/domain/score/card';
import { POINT } from '@shouwen/domain/score/sheet';
import type { ReportFigures } from './report-figures.service.ts';
import { type Cell, count, type TableBlock, text } from './report-model.ts';
import { GRADE_NAMES, MEASURE_NAMES, REWARD_NAMES } from './words.ts';

const score = (points: number | null): Cell => ({ kind: 'score', value: points === null ? null : points / POINT });

/** Appraisal (考核): sealed sheets alone — a live figure is nobody's result — and what was decided about people, by number. */
export function staffTables({ scores, catalogue }: ReportFigures): TableBlock[] {
  const { departments, people, rewards, measures } = scores;
  const nameOf = (key: string) => catalogue.departments.find(({ id }) => id === key)?.name.zh ?? key;
  const graded = (grade: Grade) => departments.filter((one) => one.grade === grade).length;
  return [
    {
      type: 'table',
      title: '部门季度考核(已封存)',
      columns: [{ head: '部门', width: 24 }, { head: '考核期' }, { head: '得分' }, { head: '等次' }],
      rows: departments.map(({ key, period, points, grade }) => [
        text(nameOf(key)),
        text(period.replace('-Q', ' 年第 ') + ' 季度'),
        score(points),
        text(grade === null ? '' : GRADE_NAMES[grade]),
      ]),
      note:
        departments.length === 0
          ? '这一期还没有封存的部门考核。'
          : GRADES.map((grade) => `${GRADE_NAMES[grade]} ${graded(grade)}`).join(','),
    },
    {
      type: 'table',
      title: '人员月度考核(已封存)',
      columns: [{ head: '月份', width: 14 }, { head: '人数' }, { head: '最高' }, { head: '中位' }, { head: '最低' }],
      rows: people.map(({ period, n, high, median, low }) => [
        text(period),
        count(n),
        score(high),
        score(median),
        score(low),
      ]),
      note: '只列分布,不列个人;个人考核表只给本人和主管看。',
    },
    {
      type: 'table',
      title: '奖励与责任追究',
      columns: [{ head: '决定', width: 20 }, { head: '次数' }],
      rows: [
        ...rewards.map(({ what, n }) => [text(`奖励:${REWARD_NAMES[what]}`), count(n)]),
        ...measures.map(({ what, n }) => [text(what === null ? '不予追究' : `追究:${MEASURE_NAMES[what]}`), count(n)]),
      ],
      note: '按作出决定的日子算;申诉成立、已撤销的不算。',
    },
  ];
}
