import { say } from '@shouwen/client/names';
import { ProgressBar } from '@shouwen/ui/progress-bar';
import { useText } from '../i18n/text.ts';
import type { Shown } from './shown.ts';
import css from './supervision.module.css';

/** Longest wait of each queue against its published promise; the longest share first. */
export function QueueBars({ board, catalogue, now, onOpen }: Shown) {
  const { t, lng } = useText();
  const rows = board.queues
    .flatMap((queue) => {
      const rule = catalogue.queues.find(({ id }) => id === queue.id);
      if (!rule) return [];
      const waitedMs = queue.longest ? Math.max(0, now - queue.longest.waitingSince) : null;
      return [{ queue, rule, waitedMs, share: (waitedMs ?? 0) / 1000 / rule.waitPromiseSeconds }];
    })
    .sort((a, b) => b.share - a.share);
  return (
    <section className={css.panel} aria-labelledby="queues">
      <h2 id="queues">{t('supervision.queues')}</h2>
      <ul className={css.bars}>
        {rows.map(({ queue, rule, waitedMs, share }) => {
          const line = t('supervision.queueLine', {
            minutes: waitedMs === null ? '—' : Math.floor(waitedMs / 60_000),
            promise: Math.round(rule.waitPromiseSeconds / 60),
          });
          return (
            <li key={queue.id}>
              <button
                type="button"
                className={css.bar}
                onClick={() => onOpen({ figure: 'waiting', queueId: queue.id })}
              >
                <span className={css.barName}>{say(rule.name, lng)}</span>
                <span className={css.barNote}>
                  {queue.waiting === 0
                    ? t('supervision.nobodyInQueue')
                    : t('supervision.queueWaiting', { count: queue.waiting, headStarted: queue.headStarted })}
                </span>
                <span className={css.barLine}>{line}</span>
              </button>
              <ProgressBar
                value={share}
                tone={share > 1 ? 'cinnabar' : share >= 0.8 ? 'amber' : 'jade'}
                label={t('supervision.queueBar', { queue: say(rule.name, lng) })}
                valueText={line}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
