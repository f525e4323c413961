import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue } from '@shouwen/client/react/hall';
import { viewOpinions } from '@shouwen/contracts/http/opinion.operations';
import { Card } from '@shouwen/ui/card';
import { EmptyState } from '@shouwen/ui/empty-state';
import { Opening } from '@shouwen/ui/opening';
import { ItemList } from '../docket/item-row.tsx';
import { DOCKET_STALE_MS } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { share } from './share.ts';
import css from './voices.module.css';
import { spanOf, YearChoice } from './year-choice.tsx';

/** Opinions of a year by where they came from, with their closing rate; and those that are open, what goes red first on top. */
export function OpinionBoard({ today, now }: { today: string; now: number }) {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const { data: catalogue } = useCatalogue(me.hallId);
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const board = useQuery({
    queryKey: ['docket', me.hallId, 'opinions', year],
    queryFn: () => api.call(viewOpinions, { params: { hallId: me.hallId }, query: spanOf(year) }),
    refetchInterval: DOCKET_STALE_MS,
  });
  const { data } = board;
  if (!data) return board.error ? <Failure error={board.error} /> : <Opening />;
  const sum = (of: 'received' | 'closed' | 'late') => data.rates.reduce((all, rate) => all + rate[of], 0);
  const received = sum('received');
  const all = { source: 'all' as const, received, closed: sum('closed'), late: sum('late') };
  const rows = [...data.rates, { ...all, rate: received === 0 ? null : all.closed / received }];
  return (
    <>
      <Card labelledBy="by-source">
        <div className={css.head}>
          <h2 id="by-source">{t('voices.bySource')}</h2>
          <YearChoice today={today} year={year} onYear={setYear} />
        </div>
        <div className={css.scroll}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{t('voices.source')}</th>
                <th scope="col">{t('voices.received')}</th>
                <th scope="col">{t('voices.closed')}</th>
                <th scope="col">{t('voices.late')}</th>
                <th scope="col">{t('voices.closingRate')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ source, received: came, closed, late, rate }) => (
                <tr key={source} data-sum={source === 'all' || undefined}>
                  <th scope="row">{t(`voices.sources.${source}`)}</th>
                  <td>{came}</td>
                  <td>{closed}</td>
                  <td>{late}</td>
                  <td>{share(rate, lng)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className={css.quiet}>{t('voices.rateHint')}</p>
      </Card>
      <section aria-labelledby="open">
        <h2 id="open">{t('voices.open', { count: data.items.length })}</h2>
        {data.items.length > 0 ? (
          <ItemList items={data.items} catalogue={catalogue} now={now} />
        ) : (
          <EmptyState title={t('voices.noneOpen')}>{t('voices.noneOpenHint')}</EmptyState>
        )}
      </section>
    </>
  );
}
