import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { matterName, windowName } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { listFigure } from '@shouwen/contracts/http/hall.operations';
import type { ReplyOf } from '@shouwen/contracts/http/operation';
import { TICKET_STATES } from '@shouwen/domain/ticket/ticket';
import { formatDuration, formatTime } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import type { Behind } from './behind.ts';
import type { Figure } from './detail.ts';
import { Failure } from '../shared/failure.tsx';
import css from './supervision.module.css';

type Row = ReplyOf<typeof listFigure>[number];

/** The tickets that a figure counts; each opens its own record. */
export function TicketRows({
  hallId,
  day,
  catalogue,
  figure,
  queueId,
  onOpen,
}: Behind & { figure: Figure; queueId: string | undefined }) {
  const { t, lng } = useText();
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ['figure', hallId, figure, queueId, day],
    queryFn: () =>
      api.call(listFigure, { params: { hallId, figure }, query: { day, ...(queueId ? { queueId } : {}) } }),
  });
  const span = (ms: number | null) => (ms === null ? '—' : formatDuration(ms / 1000));
  const state = (name: string) => {
    const known = TICKET_STATES.find((one) => one === name);
    return known ? t(`supervision.ticketStates.${known}`) : name;
  };
  return (
    <div className={css.drawer}>
      <Failure error={error} />
      {data && <p className={css.drawerNote}>{t('supervision.ticketCount', { count: data.length })}</p>}
      <Table<Row>
        rowKey="id"
        size="small"
        dataSource={data ?? []}
        loading={data === undefined && !error}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <span className={css.none}>{t('supervision.noTickets')}</span> }}
        columns={[
          {
            title: t('supervision.numberAndMatter'),
            dataIndex: 'number',
            render: (number: string, row) => (
              <>
                <Button type="link" onClick={() => onOpen({ subject: `ticket:${row.id}` })}>
                  {number}
                </Button>
                <span className={css.cellNote}>{matterName(catalogue, row, lng)}</span>
              </>
            ),
          },
          {
            title: t('supervision.waited'),
            dataIndex: 'waitedMs',
            align: 'right',
            sorter: (a, b) => (a.waitedMs ?? 0) - (b.waitedMs ?? 0),
            render: span,
          },
          {
            title: t('supervision.handled'),
            dataIndex: 'handledMs',
            align: 'right',
            sorter: (a, b) => (a.handledMs ?? 0) - (b.handledMs ?? 0),
            render: span,
          },
          {
            title: t('supervision.atWindow'),
            dataIndex: 'windowId',
            render: (id: string | null) => windowName(catalogue, id, lng) || '—',
          },
          { title: t('supervision.state'), dataIndex: 'state', render: state },
          {
            title: t('supervision.issuedAt'),
            dataIndex: 'issuedAt',
            align: 'right',
            sorter: (a, b) => a.issuedAt - b.issuedAt,
            render: (at: number) => formatTime(at, catalogue.hall.timeZone, lng),
          },
        ]}
      />
    </div>
  );
}
