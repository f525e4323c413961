import { useQuery } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import { viewMatterRecord } from '@shouwen/contracts/http/progress.operations';
import { useText } from '../i18n/text.ts';
import css from './progress.module.css';

/** How long a matter really took in the last 90 days, drawn beside the promise; “—” where there is nothing yet. */
export function MatterRecord({ hallId, matterId }: { hallId: string; matterId: string }) {
  const { t } = useText();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['record', hallId, matterId],
    queryFn: () => api.call(viewMatterRecord, { params: { hallId, matterId } }),
    staleTime: 600_000,
  });
  if (!data || data.promisedDays === null) return null;
  const lengths = [
    { name: t('progress.recordPromise'), days: data.promisedDays, promise: true },
    ...(data.medianDays === null ? [] : [{ name: t('progress.recordHalf'), days: data.medianDays, promise: false }]),
    ...(data.p90Days === null ? [] : [{ name: t('progress.recordMost'), days: data.p90Days, promise: false }]),
  ];
  const longest = Math.max(...lengths.map(({ days }) => days), 1);
  return (
    <section className={css.record} aria-labelledby="record">
      <h3 id="record">{t('progress.record')}</h3>
      {data.decided === 0 ? (
        <p>{t('progress.recordNone')}</p>
      ) : (
        <>
          <dl className={css.lengths}>
            {lengths.map(({ name, days, promise }) => (
              <div
                key={name}
                data-late={(!promise && days > data.promisedDays!) || undefined}
                data-promise={promise || undefined}
              >
                <dt>{name}</dt>
                <dd>
                  <span style={{ width: `${(days / longest) * 100}%` }} />
                  <strong>{t('progress.recordDays', { count: days })}</strong>
                </dd>
              </div>
            ))}
          </dl>
          <p>
            {t('progress.recordOnTime', { onTime: data.onTime, decided: data.decided })}
            {data.elsewhere > 0 && ` · ${t('progress.recordElsewhere', { count: data.elsewhere })}`}
          </p>
          {data.overdue > 0 && <p>{t('progress.recordOverdue', { count: data.overdue })}</p>}
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
          <p className={css.quiet}>{t('progress.recordUnit')}</p>
        </>
      )}
    </section>
  );
}
