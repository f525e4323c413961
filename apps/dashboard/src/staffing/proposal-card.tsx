import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@shouwen/client/react/api';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { proposeStaffing } from '@shouwen/contracts/http/staffing.operations';
import type { StaffingProposal, StaffingView } from '@shouwen/contracts/views/staffing.schema';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { formatNames, formatNumber, formatPercent, formatTime } from '@shouwen/ui/i18n/format';
import { ProgressBar } from '@shouwen/ui/progress-bar';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import css from './staffing.module.css';
import { dayQuery, type AskedStaffing } from './use-staffing.ts';

/** How often the search is asked how far it is, ms. */
const WATCH_MS = 2_000;

interface Props {
  view: StaffingView;
  asked: AskedStaffing;
  catalogue: PublicCatalogue;
  onTake: (windows: string) => void;
}

/** Looks for the fewest window hours when asked to, and takes them over by one press. */
export function ProposalCard({ view, asked, catalogue, onTake }: Props) {
  const { t, lng } = useText();
  const me = useMe();
  const api = useApi();
  const query = { ...dayQuery(asked), day: view.day };
  const [wanted, want] = useState<string | null>(null);
  const key = JSON.stringify(query);
  const { data, error } = useQuery({
    queryKey: ['staffing-proposal', me.hallId, query],
    queryFn: () => api.call(proposeStaffing, { params: { hallId: me.hallId }, query }),
    enabled: wanted === key,
    staleTime: 600_000,
    retry: false,
    refetchInterval: ({ state }) => (state.data && !state.data.found && !state.error ? WATCH_MS : false),
  });
  const found = data?.found ?? null;
  const searching = wanted === key && !error && found === null;
  const time = (slot: number) => formatTime(view.slots[slot]!.from, catalogue.hall.timeZone, lng);
  return (
    <div className={css.proposal}>
      <p className={css.buttons}>
        <Button busy={searching} onClick={() => want(key)}>
          {t(searching ? 'staffing.finding' : 'staffing.leastHours')}
        </Button>
        {found && (
          <Button kind="primary" disabled={asked.windows === found.windows} onClick={() => onTake(found.windows)}>
            {t('staffing.takeOver')}
          </Button>
        )}
      </p>
      <Failure error={error} />
      {searching && <SearchBar progress={data?.progress ?? null} />}
      {found && found.lacking.length > 0 && (
        <Banner kind="stale" title={t('staffing.lacking')}>
          {t('staffing.lackingHint', {
            hours: formatNames(
              found.lacking.map(({ slot, needed }) => t('staffing.lackingAt', { time: time(slot), needed })),
              lng,
            ),
          })}
        </Banner>
      )}
      {found && found.lacking.length === 0 && (
        <Banner
          kind="info"
          title={t('staffing.found', {
            hours: formatNumber(found.windowHours, lng, 1),
            usual: formatNumber(view.planned.windowHours, lng, 1),
          })}
        >
          {t('staffing.foundHint', { tried: found.tried, share: formatPercent(view.goal.target, lng) })}
        </Banner>
      )}
    </div>
  );
}

/** How far the search is. Hours that are added first are a fifth of the bar; then it goes by the hours that are still to be tried. */
function SearchBar({ progress }: { progress: StaffingProposal['progress'] }) {
  const { t, lng } = useText();
  const [most, setMost] = useState(0);
  const left = progress?.left ?? null;
  if (left !== null && left > most) setMost(left);
  const share =
    left === null
      ? Math.min(ADDING, (progress?.tried ?? 0) / 100)
      : ADDING + (1 - ADDING) * (1 - left / Math.max(most, left, 1));
  const words = !progress
    ? t('staffing.searchWaits')
    : t(left === null ? 'staffing.searchAdds' : 'staffing.searchThins', {
        tried: progress.tried,
        hours: formatNumber(progress.windowHours, lng, 1),
        count: left ?? 0,
      });
  return (
    <>
      <ProgressBar value={share} label={t('staffing.finding')} valueText={words} />
      <p className={css.note}>{words}</p>
    </>
  );
}

/** Share of the bar for the hours that are added before any is taken away. */
const ADDING = 0.2;
