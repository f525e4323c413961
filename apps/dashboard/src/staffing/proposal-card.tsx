import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@shouwen/client/react/api';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { proposeStaffing } from '@shouwen/contracts/http/staffing.operations';
import type { StaffingView } from '@shouwen/contracts/views/staffing.schema';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { formatNames, formatNumber, formatPercent, formatTime } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import css from './staffing.module.css';
import { dayQuery, type AskedStaffing } from './use-staffing.ts';

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
  const { data, error, isFetching } = useQuery({
    queryKey: ['staffing-proposal', me.hallId, query],
    queryFn: () => api.call(proposeStaffing, { params: { hallId: me.hallId }, query }),
    enabled: wanted === key,
    staleTime: 600_000,
    retry: false,
  });
  const time = (slot: number) => formatTime(view.slots[slot]!.from, catalogue.hall.timeZone, lng);
  return (
    <div className={css.proposal}>
      <p className={css.buttons}>
        <Button busy={isFetching} onClick={() => want(key)}>
          {t(isFetching ? 'staffing.finding' : 'staffing.leastHours')}
        </Button>
        {data && (
          <Button kind="primary" disabled={asked.windows === data.windows} onClick={() => onTake(data.windows)}>
            {t('staffing.takeOver')}
          </Button>
        )}
      </p>
      <Failure error={error} />
      {data && data.lacking.length > 0 && (
        <Banner kind="stale" title={t('staffing.lacking')}>
          {t('staffing.lackingHint', {
            hours: formatNames(
              data.lacking.map(({ slot, needed }) => t('staffing.lackingAt', { time: time(slot), needed })),
              lng,
            ),
          })}
        </Banner>
      )}
      {data && data.lacking.length === 0 && (
        <Banner
          kind="info"
          title={t('staffing.found', {
            hours: formatNumber(data.windowHours, lng, 1),
            usual: formatNumber(view.planned.windowHours, lng, 1),
          })}
        >
          {t('staffing.foundHint', { tried: data.tried, share: formatPercent(view.goal.target, lng) })}
        </Banner>
      )}
    </div>
  );
}
