import { personName, say, windowName } from '@shouwen/client/names';
import { Button } from '@shouwen/ui/button';
import { EmptyState } from '@shouwen/ui/empty-state';
import { formatMinutes, formatSpan, formatTime } from '@shouwen/ui/i18n/format';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import type { Detail } from './detail.ts';
import { DocketTroubles, type DocketTrouble } from './docket-troubles.tsx';
import type { Shown } from './shown.ts';
import css from './supervision.module.css';
import { troublesOf, type Trouble } from './troubles.ts';

/** What is beyond a promise now, since when, and one press to the record of it. */
export function TroubleList({ board, catalogue, now, onOpen, docket }: Shown & { docket: DocketTrouble | undefined }) {
  const { t, lng } = useText();
  const promises = Object.fromEntries(catalogue.queues.map(({ id, waitPromiseSeconds }) => [id, waitPromiseSeconds]));
  const troubles = troublesOf(board, promises, now);
  const all = troubles.length + (docket?.total ?? 0);
  const minutes = (ms: number) => formatMinutes(Math.floor(ms / 60_000), lng);
  const words = (trouble: Trouble): string => {
    const window = 'windowId' in trouble ? windowName(catalogue, trouble.windowId, lng) : '';
    switch (trouble.kind) {
      case 'queue-late': {
        const queue = catalogue.queues.find(({ id }) => id === trouble.queueId);
        return t('supervision.queue-late', {
          queue: queue ? say(queue.name, lng) : '',
          count: trouble.waiting,
          minutes: minutes(trouble.waitedMs),
          promise: minutes(trouble.promiseSeconds * 1000),
        });
      }
      case 'window-over':
        return t('supervision.window-over', {
          window,
          number: trouble.number,
          minutes: minutes(trouble.handledMs),
          promise: formatSpan(trouble.standardSeconds, lng),
        });
      case 'clerk-away': {
        const clerk = board.staff.find(({ id }) => id === trouble.clerkId);
        return t('supervision.clerk-away', { window, name: personName(clerk, lng), minutes: minutes(trouble.forMs) });
      }
      case 'long-pause':
        return t('supervision.long-pause', {
          window,
          minutes: minutes(trouble.forMs),
          reason: t(`terminal.pauses.${trouble.reason}`),
        });
    }
  };
  const behind = (trouble: Trouble): Detail =>
    trouble.kind === 'queue-late' ? { figure: 'waiting', queueId: trouble.queueId } : { subject: trouble.subject };
  return (
    <section className={css.panel} aria-labelledby="trouble">
      <h2 id="trouble">
        {t('supervision.trouble')}{' '}
        {all > 0 && <Pill tone="broken">{t('supervision.troubleCount', { count: all })}</Pill>}
      </h2>
      {all === 0 && (
        <EmptyState title={t('supervision.noTrouble')}>
          {board.dayClosed || board.open === null ? null : t('supervision.noTroubleHint')}
        </EmptyState>
      )}
      <ul className={css.troubles}>
        {troubles.map((trouble) => (
          <li key={`${trouble.kind} ${trouble.subject}`}>
            <span className={css.troubleHead}>
              <Pill tone={trouble.kind === 'long-pause' ? 'soon' : 'broken'} shape>
                {t(`supervision.troubles.${trouble.kind}`)}
              </Pill>
              <span>{t('supervision.since', { time: formatTime(trouble.since, catalogue.hall.timeZone, lng) })}</span>
            </span>
            <Button kind="quiet" wide onClick={() => onOpen(behind(trouble))} after="→">
              {words(trouble)}
            </Button>
          </li>
        ))}
      </ul>
      {docket && docket.total > 0 && <DocketTroubles docket={docket} catalogue={catalogue} now={now} />}
    </section>
  );
}
