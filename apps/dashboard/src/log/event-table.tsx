import { Table } from 'antd';
import type { LogEvent } from '@shouwen/contracts/http/hall.operations';
import { formatDateTime } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { useEventWords, type EventsShown } from './event-words.ts';
import css from './log.module.css';
import { Sentence } from './sentence.tsx';

/** Entries of the log as sentences, each with its number and its fingerprint in the chain. */
export function EventTable(shown: EventsShown) {
  const { t, lng } = useText();
  const { what, who } = useEventWords(shown);
  const { timeZone } = shown.catalogue.hall;
  return (
    <Table<LogEvent>
      rowKey="seq"
      size="small"
      dataSource={[...shown.events]}
      loading={shown.loading}
      pagination={false}
      locale={{ emptyText: <span className={css.none}>{shown.empty ?? t('supervision.noEvents')}</span> }}
      columns={[
        { title: t('supervision.seq'), dataIndex: 'seq', align: 'right', width: 96 },
        {
          title: t('supervision.time'),
          dataIndex: 'at',
          width: 180,
          render: (at: number) => formatDateTime(at, timeZone, lng),
        },
        {
          title: t('supervision.what'),
          key: 'what',
          render: (_value, event) => <Sentence event={event} text={what(event)} onSubject={shown.onSubject} />,
        },
        { title: t('supervision.who'), key: 'who', render: (_value, event) => who(event) },
        {
          title: t('supervision.hash'),
          dataIndex: 'hash',
          width: 180,
          render: (hash: string) => <code title={hash}>{hash.slice(0, 12)}</code>,
        },
      ]}
    />
  );
}
