import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, DatePicker, Input, Select } from 'antd';
import { useState } from 'react';
import { ApiError } from '@shouwen/client/http';
import { personName } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue } from '@shouwen/client/react/hall';
import { listEvents, listStaff } from '@shouwen/contracts/http/hall.operations';
import { Banner } from '@shouwen/ui/banner';
import { Opening } from '@shouwen/ui/opening';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../i18n/text.ts';
import { zhCN } from '../i18n/zh-CN.supervision.ts';
import { useMe } from '../session/session.tsx';
import { AntdFrame } from '../shared/antd-frame.tsx';
import { sentenceOf } from '../shared/sentence.ts';
import { Shell } from '../shell/shell.tsx';
import { actorName } from './actor-name.ts';
import { toCsv } from './csv.ts';
import { EventTable } from './event-table.tsx';
import css from './log.module.css';

const PAGE = 100;
const KINDS = Object.keys(zhCN.kinds).filter((kind) => kind !== 'other' && kind !== 'ticket-called-chosen');

interface Filter {
  kind?: string;
  day?: string;
  subject?: string;
}

/** The hall's log, newest first: everything that ever happened, by kind, day and subject, also as a file. */
export default function LogScreen() {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const { data: catalogue } = useCatalogue(me.hallId);
  const [filter, setFilter] = useState<Filter>({});
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
  });
  if (!catalogue || !staff.data) {
    return (
      <Shell>
        <Opening />
      </Shell>
    );
  }
  const people = staff.data.map(({ id, name, latinName, post }) => ({ id, name, latinName, post }));
  const events = log.data?.pages.flatMap((page) => page.events) ?? [];
  const nameOf = (id: string) =>
    personName(
      people.find((one) => one.id === id),
      lng,
    );
  const save = () => {
    const rows = events.map((event) => [
      event.seq,
      new Date(event.at).toISOString(),
      event.day,
      event.kind,
      sentenceOf(event, { t, lng, catalogue, staff: people }),
      actorName(event.actor, t, nameOf),
      event.subject,
      event.hash,
    ]);
    const head = [
      t('supervision.seq'),
      t('supervision.time'),
      t('supervision.day'),
      t('supervision.kind'),
      t('supervision.what'),
      t('supervision.who'),
      t('supervision.subject'),
      t('supervision.hash'),
    ];
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([toCsv([head, ...rows])], { type: 'text/csv' }));
    link.download = `${me.hallId}-log-${events[0]?.seq ?? 0}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <AntdFrame>
      <Shell>
        <main className={css.page}>
          <h1>{t('supervision.logTitle')}</h1>
          <p className={css.hint}>{t('supervision.logHint')}</p>
          <div className={css.filters}>
            <Select
              aria-label={t('supervision.kind')}
              allowClear
              showSearch
              placeholder={t('supervision.allKinds')}
              options={KINDS.map((kind) => ({ value: kind, label: kind }))}
              onChange={(kind?: string) => setFilter(({ kind: _old, ...rest }) => (kind ? { ...rest, kind } : rest))}
            />
            <DatePicker
              aria-label={t('supervision.day')}
              placeholder={t('supervision.day')}
              onChange={(day) =>
                setFilter(({ day: _old, ...rest }) => (day ? { ...rest, day: day.format('YYYY-MM-DD') } : rest))
              }
            />
            <Input.Search
              aria-label={t('supervision.subject')}
              allowClear
              placeholder="window:w5"
              maxLength={80}
              onSearch={(subject) =>
                setFilter(({ subject: _old, ...rest }) => (subject ? { ...rest, subject: subject.trim() } : rest))
              }
            />
            <Button disabled={events.length === 0} onClick={save}>
              {t('supervision.export')}
            </Button>
          </div>
          {log.error && (
            <Banner kind="error" title={log.error instanceof ApiError ? log.error.message : t('signIn.offline')} />
          )}
          <EventTable events={events} catalogue={catalogue} staff={people} loading={log.isFetching} />
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
