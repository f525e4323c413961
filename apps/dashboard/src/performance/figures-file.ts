import type { FigureView, PerformanceView } from '@shouwen/contracts/views/performance.schema';
import { INDICATORS } from '@shouwen/domain/indicators/indicators';
import { toCsv } from '../log/csv.ts';
import { both, find, type Texts } from './figure-text.ts';
import { nameOf, type Named } from './names.ts';

const cells = ({ value, k, n, interval }: FigureView): (string | number)[] => [
  value === null ? '' : Number(value.toFixed(6)),
  k,
  n,
  interval === null ? '' : Number(interval[0].toFixed(6)),
  interval === null ? '' : Number(interval[1].toFixed(6)),
];

/** All figures of what is on the screen as CSV, the whole first and then each group: shares of 1, minutes, counts, as they are. */
export function figuresFile(view: PerformanceView, named: Named, { t, lng }: Texts): string {
  const rows = [
    { name: nameOf(view.scope, view.key, named), figures: view.figures },
    ...view.groups.map(({ key, figures }) => ({ name: nameOf(view.by, key, named), figures })),
  ];
  return toCsv([
    [
      t(`performance.scopes.${view.by}`),
      t('performance.indicator'),
      t('performance.value'),
      'k',
      'n',
      t('performance.low'),
      t('performance.high'),
    ],
    ...rows.flatMap(({ name, figures }) =>
      INDICATORS.map((one) => [name, both(one.name, lng), ...cells(find(figures, one.id))]),
    ),
  ]);
}
