import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { StaffingView } from '@shouwen/contracts/views/staffing.schema';
import { formatTime } from '@shouwen/ui/i18n/format';
import { toCsv } from '../log/csv.ts';
import type { Texts } from '../performance/figure-text.ts';
import { groupName, LINES, type Range } from './words.ts';

const cells = (range: Range): (number | string)[] =>
  range === null ? ['', '', ''] : [range.mean, range.low, range.high].map((value) => Number(value.toFixed(4)));

/** Everything on the screen as CSV: waits in milliseconds, shares of 1, counts. */
export function staffingFile(view: StaffingView, catalogue: PublicCatalogue, { t, lng }: Texts): string {
  const time = (ms: number) => formatTime(ms, catalogue.hall.timeZone, lng);
  const scenarios = [
    { name: t('staffing.planned'), scenario: view.planned },
    ...(view.whatIf ? [{ name: t('staffing.whatIf'), scenario: view.whatIf }] : []),
  ];
  const range = [t('staffing.average'), t('staffing.low'), t('staffing.high')];
  return toCsv([
    [t('staffing.title'), view.day, t('staffing.learn'), ...view.learned],
    [],
    [t('staffing.compare'), '', ...range],
    ...scenarios.flatMap(({ name, scenario }) => [
      ...LINES.map(({ id, of }) => [name, t(`staffing.rows.${id}`), ...cells(of(scenario))]),
      [name, t('staffing.rows.hours'), scenario.windowHours],
    ]),
    [],
    [t('staffing.roster'), t('staffing.group'), ...view.slots.map(({ from }) => time(from))],
    ...scenarios.flatMap(({ name, scenario }) =>
      view.groups.map((group, at) => [name, groupName(group, catalogue, lng), ...scenario.roster[at]!]),
    ),
    [],
    [t('staffing.arrivals'), ...range],
    ...view.arrivals.map(({ from, people }) => [time(from), ...cells(people)]),
  ]);
}
