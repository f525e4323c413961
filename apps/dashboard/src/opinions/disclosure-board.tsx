import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue } from '@shouwen/client/react/hall';
import { viewDisclosures } from '@shouwen/contracts/http/disclosure.operations';
import { APPLICANT_KINDS } from '@shouwen/domain/disclosure/disclosure';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { EmptyState } from '@shouwen/ui/empty-state';
import { Opening } from '@shouwen/ui/opening';
import { ItemList } from '../docket/item-row.tsx';
import { DOCKET_STALE_MS } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import { toCsv } from '../log/csv.ts';
import { download } from '../log/log-file.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import css from './voices.module.css';
import { YearChoice } from './year-choice.tsx';

/** Requests for disclosure in the shape of the annual report's third table; and those that are open. */
export function DisclosureBoard({ today, now }: { today: string; now: number }) {
  const me = useMe();
  const { t } = useText();
  const api = useApi();
  const { data: catalogue } = useCatalogue(me.hallId);
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const board = useQuery({
    queryKey: ['docket', me.hallId, 'disclosures', year],
    queryFn: () => api.call(viewDisclosures, { params: { hallId: me.hallId }, query: { year } }),
    refetchInterval: DOCKET_STALE_MS,
  });
  const { data } = board;
  if (!data) return board.error ? <Failure error={board.error} /> : <Opening />;
  const head = [
    t('voices.table.row'),
    ...APPLICANT_KINDS.map((kind) => t(`voices.applicants.${kind}`)),
    t('voices.table.total'),
  ];
  const rows = data.rows.map(({ id, number, counts, total }) => ({
    id,
    name: `${number} ${t(`voices.table.rows.${id}`)}`,
    cells: [...APPLICANT_KINDS.map((kind) => counts[kind]), total],
  }));
  const save = () =>
    download(`disclosure-${me.hallId}-${year}.csv`, toCsv([head, ...rows.map(({ name, cells }) => [name, ...cells])]));
  return (
    <>
      <section aria-labelledby="open">
        <h2 id="open">{t('voices.openRequests', { count: data.items.length })}</h2>
        {data.items.length > 0 ? (
          <ItemList items={data.items} catalogue={catalogue} now={now} />
        ) : (
          <EmptyState title={t('voices.noRequests')}>{t('voices.noRequestsHint')}</EmptyState>
        )}
      </section>
      <Card labelledBy="statutory">
        <div className={css.head}>
          <h2 id="statutory">{t('voices.table.title')}</h2>
          <div className={css.row}>
            <YearChoice today={today} year={year} onYear={setYear} />
            <Button onClick={save}>{t('voices.table.save')}</Button>
          </div>
        </div>
        <div className={css.scroll}>
          <table className={css.table}>
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, name, cells }) => (
                <tr key={id} data-sum={id === 'total' || undefined}>
                  <th scope="row">{name}</th>
                  {cells.map((count, index) => (
                    <td key={head[index + 1]}>{count}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className={css.quiet}>{t('voices.table.hint')}</p>
      </Card>
    </>
  );
}
