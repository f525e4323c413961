import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { say, windowName } from '@shouwen/client/names';
import { formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { AntdFrame } from '../shared/antd-frame.tsx';
import { numberIn } from '../shared/sentence.ts';
import type { Behind } from './behind.ts';
import { writeDetail, type Detail } from './detail.ts';
import { EventRows } from './event-rows.tsx';
import { OrderRows } from './order-rows.tsx';
import { TicketRows } from './ticket-rows.tsx';
import { WindowRows } from './window-rows.tsx';

/** The record behind a figure, a window or a ticket: what it counts, or the entries of the log themselves. */
export default function DetailDrawer({ detail, ...behind }: Behind & { detail: Detail }) {
  const { day, board, onOpen } = behind;
  const { t, lng } = useText();
  const [copied, setCopied] = useState(false);
  const name = useName(detail, behind);
  // The link names its day, so that it shows the same tomorrow.
  const copy = () =>
    void navigator.clipboard
      ?.writeText(`${location.origin}${location.pathname}?${new URLSearchParams(writeDetail(detail, day))}`)
      .then(() => setCopied(true))
      .catch(() => setCopied(false));
  return (
    <AntdFrame>
      <Drawer
        open
        title={day === board.day ? name : `${name} · ${formatDay(day, lng)}`}
        size="large"
        onClose={() => onOpen(null)}
        extra={<Button onClick={copy}>{t(copied ? 'supervision.copied' : 'supervision.copyLink')}</Button>}
      >
        <div role="region" aria-label={name} tabIndex={0}>
          {'figure' in detail && <TicketRows {...behind} figure={detail.figure} queueId={detail.queueId} />}
          {'subject' in detail && <EventRows {...behind} subject={detail.subject} />}
          {'list' in detail && detail.list === 'order' && <OrderRows {...behind} />}
          {'list' in detail && detail.list === 'windows' && <WindowRows {...behind} />}
        </div>
      </Drawer>
    </AntdFrame>
  );
}

function useName(detail: Detail, { catalogue }: Behind): string {
  const { t, lng } = useText();
  if ('list' in detail) return t(detail.list === 'order' ? 'supervision.outOfOrder' : 'supervision.windowList');
  if ('subject' in detail) {
    const [kind, id = ''] = detail.subject.split(':');
    return t('supervision.events', { subject: kind === 'window' ? windowName(catalogue, id, lng) : numberIn(id) });
  }
  const queue = catalogue.queues.find(({ id }) => id === detail.queueId);
  const figure = t(`supervision.figures.${detail.figure}`);
  return queue ? `${say(queue.name, lng)} · ${figure}` : figure;
}
