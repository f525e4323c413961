import { useSearchParams } from 'wouter';
import {
  FIGURE_GROUPS,
  RATING_SETS,
  SAID_KINDS,
  type FigureGroup,
  type RatingSet,
  type SaidKind,
} from '@shouwen/contracts/views/figures.schema';

/** Which days, grouped by what, and which figure is open. It stands in the address, so that a link shows a colleague the same. */
export interface Chosen {
  from: string | undefined;
  until: string | undefined;
  by: FigureGroup;
  /** The group whose ratings are open; `null`: none. */
  key: string | null;
  set: RatingSet;
  query: string;
  cause: string | undefined;
  kind: SaidKind | undefined;
  skip: number;
}

export function usePeriod(): [Chosen, (change: Partial<Record<keyof Chosen, string | null>>) => void] {
  const [search, setSearch] = useSearchParams();
  const chosen: Chosen = {
    from: search.get('from') ?? undefined,
    until: search.get('until') ?? undefined,
    by: FIGURE_GROUPS.find((one) => one === search.get('by')) ?? 'window',
    key: search.get('key'),
    set: RATING_SETS.find((one) => one === search.get('set')) ?? 'rated',
    query: search.get('query') ?? '',
    cause: search.get('cause') ?? undefined,
    kind: SAID_KINDS.find((one) => one === search.get('kind')),
    skip: Math.max(0, Number(search.get('skip')) || 0),
  };
  const choose = (change: Partial<Record<keyof Chosen, string | null>>) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        for (const [name, value] of Object.entries(change)) {
          if (value === null) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  return [chosen, choose];
}

/** The part of it that the server is asked with; days left out are its own last thirty. */
export const periodIn = ({ from, until }: Chosen) => ({ ...(from && { from }), ...(until && { until }) });
