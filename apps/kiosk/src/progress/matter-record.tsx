import { useQuery } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import { viewMatterRecord } from '@shouwen/contracts/http/progress.operations';
import { BoldText } from '@shouwen/ui/bold-text';
import { useText } from '../i18n/text.ts';
import css from './progress.module.css';

/** How long a matter really took in the last 90 days, beside the promise; “—” where there is nothing yet. */
export function MatterRecord({ hallId, matterId }: { hallId: string; matterId: string }) {
  const { t } = useText();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['record', hallId, matterId],
    queryFn: () => api.call(viewMatterRecord, { params: { hallId, matterId } }),
    staleTime: 600_000,
  });
  if (!data || data.promisedDays === null) return null;
  return (
    <section className={css.record} aria-labelledby="record">
      <h3 id="record">{t('progress.record')}</h3>
      {data.medianDays === null || data.p90Days === null ? (
        <p>{t('progress.recordNone')}</p>
      ) : (
        <>
          <p>
            <BoldText text={t('progress.recordHalf', { count: data.medianDays })} />
          </p>
          <p>
            <BoldText text={t('progress.recordMost', { count: data.p90Days })} />
          </p>
          <p>
            {t('progress.recordPromise', { count: data.promisedDays })} ·{' '}
            {t('progress.recordOnTime', { onTime: data.onTime, decided: data.decided })}
            {data.elsewhere > 0 && ` · ${t('progress.recordElsewhere', { count: data.elsewhere })}`}
          </p>
          {data.breaches.length > 0 && (
            <p>
              {t('progress.breaches')}:{' '}
              {data.breaches
                .map(
                  ({ reason, count }) =>
                    `${reason ? t(`progress.reasons.${reason}`) : t('progress.unexplained')} ${count}`,
                )
                .join(' · ')}
            </p>
          )}
        </>
      )}
    </section>
  );
}
