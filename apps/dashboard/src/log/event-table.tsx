import { Table } from 'antd';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { LogEvent } from '@shouwen/contracts/http/hall.operations';
import type { StaffBoard } from '@shouwen/contracts/views/board.schema';
import { personName } from '@shouwen/client/names';
import { formatDateTime, formatTime } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { sentenceOf } from '../shared/sentence.ts';
import { actorName } from './actor-name.ts';
import css from './log.module.css';

interface Props {
  events: readonly LogEvent[];
  catalogue: PublicCatalogue;
  staff: StaffBoard['staff'];
  loading: boolean;
  /** In a drawer: time of day only, the fingerprint short. */
  narrow?: boolean;
  /** Said where there is nothing to show. */
  empty?: string;
}

/** Entries of the log as sentences, each with its number and its fingerprint in the chain. */
export function EventTable({ events, catalogue, staff, loading, empty, narrow = false }: Props) {
  const { t, lng } = useText();
  const { timeZone } = catalogue.hall;
  return (
    <Table<LogEvent>
      rowKey="seq"
      size="small"
      dataSource={[...events]}
      loading={loading}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <span className={css.none}>{empty ?? t('supervision.noEvents')}</span> }}
      columns={[
        { title: t('supervision.seq'), dataIndex: 'seq', align: 'right', width: 80 },
        {
          title: t('supervision.time'),
          dataIndex: 'at',
          render: (at: number) => (narrow ? formatTime(at, timeZone, lng) : formatDateTime(at, timeZone, lng)),
        },
        {
          title: t('supervision.what'),
          key: 'what',
          render: (_value, event) => sentenceOf(event, { t, lng, catalogue, staff }),
        },
        {
          title: t('supervision.who'),
          dataIndex: 'actor',
          render: (actor: string) =>
            actorName(actor, t, (id) =>
              personName(
                staff.find((one) => one.id === id),
                lng,
              ),
            ),
        },
        {
          title: t('supervision.hash'),
          dataIndex: 'hash',
          render: (hash: string) => <code title={hash}>{hash.slice(0, narrow ? 8 : 12)}</code>,
        },
      ]}
    />
  );
}
