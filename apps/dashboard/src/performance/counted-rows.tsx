import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useApi } from '@shouwen/client/react/api';
import { listCounted } from '@shouwen/contracts/http/performance.operations';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { formatDateTime, formatNumber, formatSpan } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { nameOf, type Named } from './names.ts';
import css from './performance.module.css';
import { WEEKDAYS } from './periods.ts';
import { queryOf, type Asked } from './use-asked.ts';

const PAGE = 50;

interface Props {
  asked: Asked & { rows: NonNullable<Asked['rows']> };
  named: Named;
  onClose: () => void;
}

/** What a figure counts, row by row; each leads to its events in the log. */
export function CountedRows({ asked, named, onClose }: Props) {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const top = useRef<HTMLDivElement>(null);
  const { measure, key, cell } = asked.rows;
  const query = {
    ...queryOf(asked),
    // A group's rows are those of the group; together with another scope they would be a figure that stands nowhere.
    ...(key !== null && { scope: asked.by, key }),
    ...(cell !== null && { weekday: Math.floor(cell / 24), hour: cell % 24 }),
    measure,
    limit: PAGE,
  };
  const rows = useInfiniteQuery({
    queryKey: ['counted', me.hallId, query],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      api.call(listCounted, { params: { hallId: me.hallId }, query: { ...query, skip: pageParam } }),
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return last.rows.length === 0 || seen >= last.total ? undefined : seen;
    },
  });
  useEffect(() => top.current?.scrollIntoView({ block: 'nearest' }), [measure, key, cell]);
  const all = rows.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = rows.data?.pages[0]?.total ?? 0;
  const { timeZone } = named.catalogue.hall;
  return (
    <div ref={top}>
      <Card labelledBy="counted">
        <div className={css.head}>
          <h2 id="counted">
            {t(`performance.measures.${measure}`)}{' '}
            <small className={css.note}>
              {rows.data && t('performance.rowsCount', { count: total })}
              {key !== null && ` · ${nameOf(asked.by, key, named)}`}
              {cell !== null &&
                ` · ${t(`performance.weekdays.${WEEKDAYS[Math.floor(cell / 24)]!}`)} ${t('performance.hour', { hour: cell % 24 })}`}
            </small>
          </h2>
          <Button kind="quiet" onClick={onClose}>
            {t('performance.close')}
          </Button>
        </div>
        <Failure error={rows.error} />
        {rows.data && all.length === 0 && <p className={css.note}>{t('performance.noRows')}</p>}
        {all.length > 0 && (
          <div className={css.scroll}>
            <table className={css.table}>
              <thead>
                <tr>
                  <th scope="col">{t('performance.row.at')}</th>
                  <th scope="col">{t('performance.row.number')}</th>
                  <th scope="col">{t('performance.row.what')}</th>
                  <th scope="col">{t('performance.row.who')}</th>
                  <th scope="col">{t('performance.row.took')}</th>
                </tr>
              </thead>
              <tbody>
                {all.map((row, at) => (
                  <tr key={`${row.subject}${at}`}>
                    <td>{formatDateTime(row.at, timeZone, lng)}</td>
                    <th scope="row">
                      <Link href={`/dashboard/log?subject=${encodeURIComponent(row.subject)}`}>{row.number}</Link>
                    </th>
                    <td>
                      {row.matterId
                        ? nameOf('matter', row.matterId, named)
                        : row.queueId && nameOf('queue', row.queueId, named)}
                    </td>
                    <td>
                      {[
                        row.clerkId && nameOf('person', row.clerkId, named),
                        row.windowId && nameOf('window', row.windowId, named),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </td>
                    <td>{row.tookMs === null ? '' : formatSpan(row.tookMs / 1000, lng)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {rows.hasNextPage && (
          <Button busy={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
            {t('performance.more', { left: formatNumber(total - all.length, lng) })}
          </Button>
        )}
      </Card>
    </div>
  );
}
