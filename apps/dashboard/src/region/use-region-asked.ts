import { useSearchParams } from 'wouter';
import { REGION_INDICATORS } from '@shouwen/domain/region/published';

const SORTS = ['name', ...REGION_INDICATORS] as const;
export type Sort = (typeof SORTS)[number];
export const PAGE = 50;

/** What the screen shows. It stands in the address, so that a link shows a colleague the same. */
export interface RegionAsked {
  from: string | undefined;
  until: string | undefined;
  region: string | undefined;
  by: 'region' | 'hall';
  sort: Sort;
  order: 'best' | 'worst';
  search: string;
  skip: number;
  /** Halls marked to be put side by side, and whether they are. */
  marked: string[];
  compared: boolean;
}
export type RegionChange = Partial<
  Record<
    'from' | 'until' | 'region' | 'by' | 'sort' | 'order' | 'search' | 'skip' | 'halls' | 'compared',
    string | null
  >
>;

export function useRegionAsked(): [RegionAsked, (change: RegionChange) => void] {
  const [search, setSearch] = useSearchParams();
  const asked: RegionAsked = {
    from: search.get('from') ?? undefined,
    until: search.get('until') ?? undefined,
    region: search.get('region') ?? undefined,
    by: search.get('by') === 'hall' ? 'hall' : 'region',
    sort: SORTS.find((one) => one === search.get('sort')) ?? 'within-promise',
    order: search.get('order') === 'worst' ? 'worst' : 'best',
    search: search.get('search') ?? '',
    skip: Math.max(0, Number(search.get('skip') ?? 0) || 0),
    marked: (search.get('halls') ?? '').split(',').filter((id) => id !== ''),
    compared: search.get('compared') === 'true',
  };
  const ask = (change: RegionChange) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        // Another list begins at its beginning.
        if (!('halls' in change)) next.delete('skip');
        for (const [name, value] of Object.entries(change)) {
          if (value === null || value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: !('region' in change) },
    );
  return [asked, ask];
}

/** The part of it that the server is asked with. */
export const queryOf = ({ from, until, region, by, sort, order, search, skip, marked, compared }: RegionAsked) => ({
  ...(from && { from }),
  ...(until && { until }),
  ...(region && { region }),
  ...(compared && marked.length > 0 && { halls: marked.join(',') }),
  by,
  sort,
  order,
  search,
  skip,
  limit: PAGE,
});
