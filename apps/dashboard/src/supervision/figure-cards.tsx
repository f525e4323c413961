import { CardButton } from '@shouwen/ui/card';
import { formatMinutes, formatPercent } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { paceOf } from '../shared/pace.ts';
import type { Detail } from './detail.ts';
import type { DocketTrouble } from './docket-troubles.tsx';
import type { OrderKept } from './order-kept.ts';
import type { Shown } from './shown.ts';
import css from './supervision.module.css';

/** The day in eight figures, each with its denominator; nothing counted yet is “—”, never 100 %. */
export function FigureCards({
  board,
  figures,
  now,
  onOpen,
  order,
  docket,
}: Shown & { order: OrderKept | undefined; docket: DocketTrouble | undefined }) {
  const { t, lng } = useText();
  const waits = board.queues.flatMap(({ longest }) => (longest ? [longest] : []));
  const longest = waits.sort((a, b) => a.waitingSince - b.waitingSince)[0];
  const judged = figures.withinPromise + figures.beyondPromise;
  const open = board.windows.filter(({ state }) => state !== 'closed');
  const away = open.filter(({ awaySince }) => awaySince !== null).length;
  const paused = open.filter(({ state }) => state === 'paused').length;
  const overNow = board.windows.filter(({ ticket }) => ticket && paceOf(ticket, now) === 'over').length;
  const cards: { opens: Detail; name: string; value: string; note: string; bad?: boolean }[] = [
    {
      opens: { figure: 'waiting' },
      name: t('supervision.waiting'),
      value: String(board.queues.reduce((sum, { waiting }) => sum + waiting, 0)),
      note: longest
        ? t('supervision.waitingNote', {
            minutes: formatMinutes(Math.max(0, Math.floor((now - longest.waitingSince) / 60_000)), lng),
            number: longest.number,
          })
        : t('supervision.nobodyWaits'),
    },
    {
      opens: { figure: 'beyond-promise' },
      name: t('supervision.promise'),
      value: judged === 0 ? '—' : formatPercent(figures.withinPromise / judged, lng),
      note: t('supervision.promiseNote', { within: figures.withinPromise, all: judged }),
    },
    {
      opens: { list: 'windows' },
      name: t('supervision.windows'),
      value: `${open.length} / ${board.windows.length}`,
      note: t('supervision.windowsNote', { away, paused }),
    },
    {
      opens: { figure: 'over-standard' },
      name: t('supervision.over'),
      value: String(figures.overStandard),
      note: t('supervision.overNote', { now: overNow }),
      bad: overNow > 0,
    },
    {
      opens: { figure: 'finished' },
      name: t('supervision.finished'),
      value: String(figures.finished),
      note: t('supervision.finishedNote', { issued: figures.issued, cancelled: figures.cancelled }),
    },
    {
      opens: { figure: 'no-show' },
      name: t('supervision.noShows'),
      value: String(figures.noShows),
      note: t('supervision.noShowsNote'),
    },
    {
      opens: { list: 'order' },
      name: t('supervision.order'),
      value: order && order.calls > 0 ? formatPercent(order.kept / order.calls, lng) : '—',
      note: t('supervision.orderNote', { kept: order?.kept ?? 0, calls: order?.calls ?? 0 }),
    },
  ];
  return (
    <ul className={css.figures}>
      {cards.map(({ opens, name, value, note, bad }) => (
        <li key={name}>
          <CardButton onClick={() => onOpen(opens)}>
            <span className={css.figureName}>{name}</span>
            <span className={bad ? css.figureBad : css.figureValue}>{value}</span>
            <span className={css.figureNote}>{note}</span>
          </CardButton>
        </li>
      ))}
      <li>
        <CardButton href="/dashboard/docket?filter=due-today">
          <span className={css.figureName}>{t('supervision.dueToday')}</span>
          <span className={css.figureValue}>{docket?.counts['due-today'] ?? '—'}</span>
          <span className={css.figureNote}>
            {docket && t('supervision.dueTodayNote', { yellow: docket.counts.yellow, red: docket.counts.red })}
          </span>
        </CardButton>
      </li>
    </ul>
  );
}
