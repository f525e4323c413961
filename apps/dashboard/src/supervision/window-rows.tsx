import { Button, Table } from 'antd';
import { personName, windowName } from '@shouwen/client/names';
import type { StaffWindow } from '@shouwen/contracts/views/board.schema';
import { formatSpan } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import type { Behind } from './behind.ts';
import css from './supervision.module.css';
import { stateOf } from './window-state.ts';

/** Every window now: what it does, since when, and what it has finished today; each opens its own record. */
export function WindowRows({ board, catalogue, now, onOpen }: Behind) {
  const { t, lng } = useText();
  const span = (ms: number) => formatSpan(Math.max(0, ms) / 1000, lng);
  const since = (window: StaffWindow): number | null =>
    window.state === 'closed' ? null : (window.awaySince ?? window.since);
  return (
    <div className={css.drawer}>
      <Table<StaffWindow>
        rowKey="id"
        size="small"
        dataSource={board.windows}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          {
            title: t('supervision.atWindow'),
            dataIndex: 'id',
            render: (id: string) => (
              <Button type="link" onClick={() => onOpen({ subject: `window:${id}` })}>
                {windowName(catalogue, id, lng)}
              </Button>
            ),
          },
          {
            title: t('supervision.clerk'),
            dataIndex: 'clerkId',
            render: (id: string | null) =>
              personName(
                board.staff.find((one) => one.id === id),
                lng,
              ) || '—',
          },
          {
            title: t('supervision.state'),
            key: 'state',
            render: (_value, window) =>
              window.state === 'paused'
                ? `${t('supervision.states.paused')} · ${t(`terminal.pauses.${window.pauseReason ?? 'other'}`)}`
                : t(`supervision.states.${stateOf(window, now)}`),
          },
          {
            title: t('supervision.onDuty'),
            key: 'since',
            align: 'right',
            render: (_value, window) => {
              const from = since(window);
              return from === null ? '—' : span(now - from);
            },
          },
          { title: t('supervision.finishedHere'), dataIndex: 'finished', align: 'right' },
          {
            title: t('supervision.meanHandling'),
            key: 'mean',
            align: 'right',
            render: (_value, { finished, handledMs }) => (finished === 0 ? '—' : span(handledMs / finished)),
          },
        ]}
      />
    </div>
  );
}
