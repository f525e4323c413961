import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Grid } from 'antd';
import { useState } from 'react';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue, useHall } from '@shouwen/client/react/hall';
import { listEvents, listStaff } from '@shouwen/contracts/http/hall.operations';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { AntdFrame } from '../shared/antd-frame.tsx';
import { Failure } from '../shared/failure.tsx';
import { Shell } from '../shell/shell.tsx';
import { EventList } from './event-list.tsx';
import { EventTable } from './event-table.tsx';
import { download, logFile } from './log-file.ts';
import { useLogFilter } from './log-filter.ts';
import { LogFilters } from './log-filters.tsx';
import css from './log.module.css';
import { FILE_ROWS, readAll } from './read-all.ts';

const PAGE = 100;

/** The hall's log, newest first: everything that ever happened, by kind, day and subject, also as a file. */
export default function LogScreen() {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const queries = useQueryClient();
  const hall = useHall(me.hallId, 'staff');
  const { data: catalogue } = useCatalogue(me.hallId);
  const [filter, choose] = useLogFilter();
  const { md: wide = true } = Grid.useBreakpoint();
  const [file, setFile] = useState<{ busy: boolean; error: Error | null }>({ busy: false, error: null });
  const staff = useQuery({
    queryKey: ['staff', me.hallId],
    queryFn: () => api.call(listStaff, { params: { hallId: me.hallId } }),
  });
  const log = useInfiniteQuery({
    queryKey: ['events', me.hallId, filter],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      api.call(listEvents, {
        params: { hallId: me.hallId },
        query: { newest: 'true', limit: PAGE, after: pageParam, ...filter },
      }),
    getNextPageParam: ({ events }) => (events.length < PAGE ? undefined : events.at(-1)?.seq),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!catalogue || !staff.data || !hall.board) {
    return <Shell hall={hall}>{staff.error ? <Failure error={staff.error} /> : <Opening />}</Shell>;
  }
  const people = staff.data;
  const events = log.data?.pages.flatMap((page) => page.events) ?? [];
  const shown = {
    events,
    catalogue,
    staff: people,
    loading: log.isPending,
    ...(filter.subject?.startsWith('ticket:') ? {} : { onSubject: (subject: string) => choose('subject', subject) }),
  };
  const head = log.data?.pages[0]?.head.seq;
  const later = head === undefined ? 0 : Math.max(0, hall.board.seq - head);
  const save = async () => {
    setFile({ busy: true, error: null });
    try {
      const all = await readAll(api, me.hallId, filter);
      const name = [me.hallId, 'log', ...Object.values(filter)].join('-').replaceAll(/[^\w.-]/g, '_');
      download(`${name}.csv`, logFile(all, { t, lng, catalogue, staff: people }));
      setFile({ busy: false, error: null });
    } catch (error) {
      setFile({ busy: false, error: error as Error });
    }
  };
  return (
    <AntdFrame>
      <Shell hall={hall}>
        <main className={css.page}>
          <h1>{t('supervision.logTitle')}</h1>
          <p className={css.hint}>{t('supervision.logHint')}</p>
          <div className={css.filters}>
            <LogFilters
              key={filter.subject ?? ''}
              filter={filter}
              today={hall.board.day}
              catalogue={catalogue}
              onChoose={choose}
            />
            <Button
              disabled={events.length === 0}
              loading={file.busy}
              title={t('supervision.exportHint', { count: FILE_ROWS })}
              onClick={() => void save()}
            >
              {t('supervision.export')}
            </Button>
          </div>
          <Failure error={log.error ?? file.error} />
          {later > 0 && (
            <Button block onClick={() => void queries.resetQueries({ queryKey: ['events', me.hallId, filter] })}>
              {t('supervision.later', { count: later })}
            </Button>
          )}
          {wide ? <EventTable {...shown} /> : <EventList {...shown} dated />}
          {log.hasNextPage && (
            <Button block onClick={() => void log.fetchNextPage()} loading={log.isFetchingNextPage}>
              {t('supervision.more')}
            </Button>
          )}
        </main>
      </Shell>
    </AntdFrame>
  );
}
