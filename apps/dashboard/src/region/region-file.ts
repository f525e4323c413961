import type { RegionRow } from '@shouwen/contracts/views/region.schema';
import { REGION_INDICATORS } from '@shouwen/domain/region/published';
import { toCsv } from '../log/csv.ts';
import { both, find, indicator, type Texts } from '../performance/figure-text.ts';

const number = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : Number(value.toFixed(6));

/** Rows as CSV: shares of 1, minutes, counts, each with what it is of and its interval, as they are. */
export const regionFile = (rows: readonly RegionRow[], { t, lng }: Texts): string =>
  toCsv([
    [
      t('region.code'),
      t('region.name'),
      t('region.halls'),
      t('performance.indicator'),
      t('performance.value'),
      'k',
      'n',
      t('performance.low'),
      t('performance.high'),
      t('performance.before'),
    ],
    ...rows.flatMap(({ code, name, halls, figures, figuresBefore }) =>
      REGION_INDICATORS.map((id) => {
        const { value, k, n, interval } = find(figures, id);
        const before = find(figuresBefore, id).value;
        const [low, high] = interval ?? [];
        const title = both(indicator(id).name, lng);
        return [code, both(name, lng), halls, title, number(value), k, n, number(low), number(high), number(before)];
      }),
    ),
  ]);
