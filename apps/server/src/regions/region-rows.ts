import type { InputOf } from '@shouwen/contracts/http/operation';
import type { viewRegion } from '@shouwen/contracts/http/region.operations';
import type { RegionRow } from '@shouwen/contracts/views/region.schema';
import { INDICATORS, type Indicator } from '@shouwen/domain/indicators/indicators';
import { FEWEST_RANKED } from '@shouwen/domain/rating/figures';
import { placesOf } from '@shouwen/domain/region/places';

/** A row before it is known which page it stands on. */
export type Row = Omit<RegionRow, 'places' | 'heardAt'>;
type Asked = InputOf<typeof viewRegion>['query'];

/**
 * Rows in the order asked for, the page of them that is wanted, and the places of each among all of them — those that a search leaves out
 * too. Shares of fewer than five are not ranked and stand after the others, what is a figure of nothing last.
 */
export function inOrder(rows: readonly Row[], { sort, order, search, skip, limit }: Asked) {
  const indicator: Indicator | undefined = INDICATORS.find(({ id }) => id === sort);
  const figures = rows.map((row) => row.figures.find(({ id }) => id === sort));
  const better = indicator?.better ?? null;
  const intervals = figures.map((one) => (one && one.n >= FEWEST_RANKED ? one.interval : null));
  const places = better === null ? rows.map(() => null) : placesOf(intervals, better);
  const way = (better === 'less' ? 1 : -1) * (order === 'worst' ? -1 : 1);
  const words = search.toLowerCase();
  const found = rows
    .map((row, at) => {
      const value = figures[at]?.value ?? null;
      // Nothing, few, enough: what is not certain never heads a list, whichever end is looked at.
      const sure = value === null ? 0 : figures[at]!.n < FEWEST_RANKED && indicator?.unit === 'share' ? 1 : 2;
      return { row: { ...row, places: places[at]! }, value, sure };
    })
    .filter(({ row }) => words === '' || textOf(row).includes(words))
    .sort(
      (a, b) =>
        (indicator ? b.sure - a.sure || way * ((a.value ?? 0) - (b.value ?? 0)) : 0) ||
        (order === 'worst' && !indicator ? -1 : 1) * compare(a.row.code + a.row.key, b.row.code + b.row.key),
    )
    .map(({ row }) => row);
  return { total: found.length, page: found.slice(skip, skip + limit) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const textOf = ({ name, code, key }: Row): string => `${name.zh} ${name.en} ${code} ${key}`.toLowerCase();
