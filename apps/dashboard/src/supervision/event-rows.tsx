import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useApi } from '@shouwen/client/react/api';
import { listEvents } from '@shouwen/contracts/http/hall.operations';
import { useText } from '../i18n/text.ts';
import { EventList } from '../log/event-list.tsx';
import type { Behind } from './behind.ts';
import { Failure } from '../shared/failure.tsx';
import css from './supervision.module.css';

const PAGE = 100;

/** The record of one window, ticket or queue on a day, newest first. */
export function EventRows({ hallId, day, board, catalogue, subject, onOpen }: Behind & { subject: string }) {
  const { t } = useText();
  const api = useApi();
  const log = useInfiniteQuery({
    queryKey: ['events-of', hallId, subject, day],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      api.call(listEvents, {
        params: { hallId },
        query: { subject, day, newest: 'true', limit: PAGE, after: pageParam },
      }),
    getNextPageParam: ({ events }) => (events.length < PAGE ? undefined : events.at(-1)?.seq),
  });
  const events = log.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <div className={css.drawer}>
      <Failure error={log.error} />
      <EventList
        events={events}
        catalogue={catalogue}
        staff={board.staff}
        loading={log.isPending}
        {...(subject.startsWith('ticket:') ? {} : { onSubject: (next: string) => onOpen({ subject: next }) })}
      />
      {log.hasNextPage && (
        <Button block onClick={() => void log.fetchNextPage()} loading={log.isFetchingNextPage}>
          {t('supervision.more')}
        </Button>
      )}
    </div>
  );
}
