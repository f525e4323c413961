import { useSearchParams } from 'wouter';
import { GROUP_SCOPES, type GroupScope } from '@shouwen/contracts/views/performance.schema';
import { INDICATORS, type IndicatorId } from '@shouwen/domain/indicators/indicators';
import { MEASURES, type Measure } from '@shouwen/domain/indicators/measures';
import { SCOPES, type Scope } from '@shouwen/domain/indicators/scopes';

/** What the screen shows. It stands in the address, so that a link shows a colleague the same. */
export interface Asked {
  from: string | undefined;
  until: string | undefined;
  scope: Scope;
  key: string;
  by: GroupScope;
  /** The indicator by which groups are compared. */
  indicator: IndicatorId;
  /** The rows that are open: what they were counted as, of which group, and of which hour of which weekday. */
  rows: { measure: Measure; key: string | null; cell: number | null } | null;
}

export type Change = Partial<
  Record<'from' | 'until' | 'scope' | 'key' | 'by' | 'indicator' | 'measure' | 'of' | 'cell', string | null>
>;

export function useAsked(): [Asked, (change: Change) => void] {
  const [search, setSearch] = useSearchParams();
  const scope = SCOPES.find((one) => one === search.get('scope')) ?? 'hall';
  const measure = MEASURES.find((one) => one === search.get('measure'));
  const cell = search.get('cell');
  const asked: Asked = {
    from: search.get('from') ?? undefined,
    until: search.get('until') ?? undefined,
    scope,
    key: scope === 'hall' ? '' : (search.get('key') ?? ''),
    by: GROUP_SCOPES.find((one) => one === search.get('by')) ?? 'department',
    indicator: INDICATORS.find(({ id }) => id === search.get('indicator'))?.id ?? 'within-promise',
    rows: measure ? { measure, key: search.get('of'), cell: cell === null ? null : Number(cell) } : null,
  };
  const ask = (change: Change) =>
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
  return [asked, ask];
}

/** The part of it that the server is asked with; days left out are its own last thirty. */
export const queryOf = ({ from, until, scope, key }: Asked) => ({
  ...(from && { from }),
  ...(until && { until }),
  scope,
  key,
});
