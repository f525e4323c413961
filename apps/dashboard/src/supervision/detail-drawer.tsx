import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Table } from 'antd';
import { useState } from 'react';
import { ApiError } from '@shouwen/client/http';
import { matterName, windowName } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { listEvents, listFigure } from '@shouwen/contracts/http/hall.operations';
import type { ReplyOf } from '@shouwen/contracts/http/operation';
import type { StaffBoard } from '@shouwen/contracts/views/board.schema';
import { TICKET_STATES } from '@shouwen/domain/ticket/ticket';
import { Banner } from '@shouwen/ui/banner';
import { formatSpan } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { EventTable } from '../log/event-table.tsx';
import { AntdFrame } from '../shared/antd-frame.tsx';
import { numberIn } from '../shared/sentence.ts';
import type { Detail, Figure } from './detail.ts';
import css from './supervision.module.css';

interface Props {
  detail: Detail;
  hallId: string;
  board: StaffBoard;
  catalogue: PublicCatalogue;
  onOpen: (detail: Detail | null) => void;
}

/** The record behind a figure, a window or a ticket: a list of tickets, or the entries of the log themselves. */
export default function DetailDrawer(props: Props) {
  const { detail, catalogue, onOpen } = props;
  const { t, lng } = useText();
  const [copied, setCopied] = useState(false);
  const [kind, id = ''] = 'subject' in detail ? detail.subject.split(':') : [''];
  const title =
    'figure' in detail
      ? t(`supervision.figures.${detail.figure}`)
      : 'subject' in detail
        ? t('supervision.events', { subject: kind === 'window' ? windowName(catalogue, id, lng) : numberIn(id) })
        : t('supervision.outOfOrder');
  const copy = () =>
    void navigator.clipboard
      ?.writeText(location.href)
      .then(() => setCopied(true))
      .catch(() => setCopied(false));
  return (
    <AntdFrame>
      <Drawer
        open
        title={title}
        size="large"
        onClose={() => onOpen(null)}
        extra={<Button onClick={copy}>{t(copied ? 'supervision.copied' : 'supervision.copyLink')}</Button>}
      >
        {'figure' in detail ? (
          <Tickets {...props} figure={detail.figure} queueId={detail.queueId} />
        ) : (
          <Events {...props} subject={'subject' in detail ? detail.subject : null} />
        )}
      </Drawer>
    </AntdFrame>
  );
}

type Row = ReplyOf<typeof listFigure>[number];

function Tickets({
  hallId,
  board,
  catalogue,
  figure,
  queueId,
  onOpen,
}: Props & { figure: Figure; queueId: string | undefined }) {
  const { t, lng } = useText();
  const api = useApi();
  const { data, isFetching, error } = useQuery({
    queryKey: ['figure', hallId, figure, queueId, board.day],
    queryFn: () =>
      api.call(listFigure, { params: { hallId, figure }, query: { day: board.day, ...(queueId ? { queueId } : {}) } }),
  });
  const span = (ms: number | null) => (ms === null ? '—' : formatSpan(ms / 1000, lng));
  return (
    <>
      <Failure error={error} />
      <Table<Row>
        rowKey="id"
        size="small"
        dataSource={data ?? []}
        loading={isFetching}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: t('supervision.noTickets') }}
        columns={[
          {
            title: t('supervision.number'),
            dataIndex: 'number',
            render: (number: string, row) => (
              <Button type="link" onClick={() => onOpen({ subject: `ticket:${row.id}` })}>
                {number}
              </Button>
            ),
          },
          { title: t('supervision.matter'), key: 'matter', render: (_value, row) => matterName(catalogue, row, lng) },
          {
            title: t('supervision.state'),
            dataIndex: 'state',
            render: (state: string) => {
              const known = TICKET_STATES.find((one) => one === state);
              return known ? t(`supervision.ticketStates.${known}`) : state;
            },
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
        ]}
      />
    </>
  );
}

function Events({ hallId, board, catalogue, subject }: Props & { subject: string | null }) {
  const api = useApi();
  const { data, isFetching, error } = useQuery({
    queryKey: ['events-of', hallId, subject, board.day],
    queryFn: async () => {
      const asked = subject ? { subject } : { kind: 'ticket-called' };
      const { events } = await api.call(listEvents, {
        params: { hallId },
        query: { ...asked, day: board.day, newest: 'true', limit: 1000 },
      });
      return subject ? events : events.filter((event) => event.data.kept === false);
    },
  });
  return (
    <>
      <Failure error={error} />
      <EventTable events={data ?? []} catalogue={catalogue} staff={board.staff} loading={isFetching} narrow />
    </>
  );
}

function Failure({ error }: { error: Error | null }) {
  const { t } = useText();
  if (!error) return null;
  return (
    <div className={css.drawerLine}>
      <Banner
        kind="error"
        title={error instanceof ApiError ? error.message : t('signIn.offline')}
        {...(error instanceof ApiError ? { quote: error.problem.instance } : {})}
      />
    </div>
  );
}
