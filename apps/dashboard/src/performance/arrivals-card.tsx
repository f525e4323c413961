import { useQuery } from '@tanstack/react-query';
import type { Chart } from 'chart.js';
import { useRef } from 'react';
import { useApi } from '@shouwen/client/react/api';
import { viewArrivals } from '@shouwen/contracts/http/performance.operations';
import type { ArrivalsView } from '@shouwen/contracts/views/arrivals.schema';
import { SLOT_MINUTES } from '@shouwen/domain/forecast/arrivals';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { formatDay, formatNumber } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { toCsv } from '../log/csv.ts';
import { download } from '../log/log-file.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { ArrivalsChart, clockOf } from './arrivals-chart.tsx';
import css from './performance.module.css';
import { PictureButton } from './picture-button.tsx';

/** The half hours ahead change as people come. */
const AGAIN_MS = 60_000;

type Slot = ArrivalsView['slots'][number];

/** How many people are expected today and on the next open days, and how many windows they keep busy (来人预测). */
export function ArrivalsCard({ queueId }: { queueId: string | null }) {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const chart = useRef<Chart<'bar'>>(null);
  const { data, error } = useQuery({
    queryKey: ['arrivals', me.hallId, queueId],
    queryFn: () =>
      api.call(viewArrivals, { params: { hallId: me.hallId }, query: queueId === null ? {} : { queueId } }),
    refetchInterval: AGAIN_MS,
  });
  if (error) return <Failure error={error} />;
  if (!data) return null;
  const most = busiest(data);
  const range = ({ expected }: Pick<Slot, 'expected'>) =>
    expected
      ? t('performance.arrivals.range', {
          low: formatNumber(expected.low, lng),
          high: formatNumber(expected.high, lng),
        })
      : '—';
  const save = () =>
    download(
      `${me.hallId}-arrivals-${data.today}.csv`,
      toCsv([
        [
          t('performance.arrivals.when'),
          t('performance.arrivals.came'),
          t('performance.arrivals.mean'),
          t('performance.arrivals.low'),
          t('performance.arrivals.high'),
          t('performance.arrivals.windows'),
        ],
        ...[
          ...data.slots.map((slot) => ({ when: `${data.today} ${clockOf(slot.from)}`, ...slot })),
          ...data.days.map((one) => ({ when: one.day, windows: null, ...one })),
        ].map(({ when, came, expected, windows }) => [
          when,
          came ?? '',
          expected ? Number(expected.mean.toFixed(2)) : '',
          expected?.low ?? '',
          expected?.high ?? '',
          windows === null ? '' : Number(windows.toFixed(2)),
        ]),
      ]),
    );
  return (
    <Card labelledBy="arrivals">
      <div className={css.head}>
        <h2 id="arrivals">
          {t('performance.arrivals.title')}{' '}
          <small className={css.note}>
            {data.learnt === null
              ? t('performance.arrivals.tooNew')
              : t('performance.arrivals.hint', { count: data.learnt })}
          </small>
        </h2>
        {data.slots.length > 0 && (
          <p className={css.buttons}>
            <Button kind="quiet" onClick={save}>
              {t('performance.export')}
            </Button>
            <PictureButton chart={chart} name="arrivals" />
          </p>
        )}
      </div>
      {data.slots.length === 0 ? (
        <p className={css.note}>{t('performance.arrivals.closed')}</p>
      ) : (
        <>
          <p className={css.note}>
            <span className={css.came} aria-hidden="true" /> {t('performance.arrivals.came')}{' '}
            <span className={css.expected} aria-hidden="true" /> {t('performance.arrivals.expected')}
          </p>
          <ArrivalsChart view={data} chart={chart} />
          <details>
            <summary>{t('performance.asTable')}</summary>
            <table className={css.table}>
              <thead>
                <tr>
                  <th scope="col">{t('performance.arrivals.when')}</th>
                  <th scope="col">{t('performance.arrivals.came')}</th>
                  <th scope="col">{t('performance.arrivals.expected')}</th>
                  <th scope="col">{t('performance.arrivals.windows')}</th>
                </tr>
              </thead>
              <tbody>
                {data.slots.map((slot) => (
                  <tr key={slot.from}>
                    <th scope="row">
                      {clockOf(slot.from)}–{clockOf(slot.from + SLOT_MINUTES)}
                    </th>
                    <td>{slot.came === null ? '—' : formatNumber(slot.came, lng)}</td>
                    <td>{range(slot)}</td>
                    <td>{slot.windows === null ? '—' : formatNumber(slot.windows, lng, 1)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
      {most && (
        <p>
          {t('performance.arrivals.busiest', {
            at: clockOf(most.from),
            windows: formatNumber(most.windows!, lng, 1),
            open: formatNumber(data.windowsOpen, lng),
          })}
        </p>
      )}
      {data.learnt !== null && (
        <ul className={css.ahead} role="list">
          {data.days.map((one) => (
            <li key={one.day}>
              <strong>{one.day === data.today ? t('performance.arrivals.today') : formatDay(one.day, lng)}</strong>
              <span>{range(one)}</span>
              {one.came !== null && (
                <small className={css.note}>{t('performance.arrivals.soFar', { count: one.came })}</small>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The half hour ahead that keeps most windows busy. */
const busiest = ({ slots }: ArrivalsView): Slot | null =>
  slots.reduce<Slot | null>(
    (most, slot) => (slot.windows !== null && slot.windows > (most?.windows ?? 0) ? slot : most),
    null,
  );
