import { CardButton } from '@shouwen/ui/card';
import { formatMinutes, formatPercent } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { paceOf } from '../shared/pace.ts';
import type { Figure } from './detail.ts';
import type { Shown } from './shown.ts';
import css from './supervision.module.css';

/** The day in six figures, each with its denominator; nothing counted yet is “—”, never 100 %. */
export function FigureCards({ board, figures, now, onOpen }: Shown) {
  const { t, lng } = useText();
  const waits = board.queues.flatMap(({ longest }) => (longest ? [longest] : []));
  const longest = waits.sort((a, b) => a.waitingSince - b.waitingSince)[0];
  const judged = figures.withinPromise + figures.beyondPromise;
  const open = board.windows.filter(({ state }) => state !== 'closed');
  const away = open.filter(({ awaySince }) => awaySince !== null).length;
  const paused = open.filter(({ state }) => state === 'paused').length;
  const overNow = board.windows.filter(({ ticket }) => ticket && paceOf(ticket, now) === 'over').length;
  const cards: { figure: Figure | null; name: string; value: string; note: string; bad?: boolean }[] = [
    {
      figure: 'waiting',
      name: t('supervision.waiting'),
      value: String(board.queues.reduce((sum, { waiting }) => sum + waiting, 0)),
      note: longest
        ? t('supervision.waitingNote', {
            minutes: formatMinutes(Math.floor((now - longest.waitingSince) / 60_000), lng),
            number: longest.number,
          })
        : t('supervision.nobodyWaits'),
    },
    {
      figure: 'beyond-promise',
      name: t('supervision.promise'),
      value: judged === 0 ? '—' : formatPercent(figures.withinPromise / judged, lng),
      note: t('supervision.promiseNote', { within: figures.withinPromise, all: judged }),
    },
    {
      figure: null,
      name: t('supervision.windows'),
      value: `${open.length} / ${board.windows.length}`,
      note: t('supervision.windowsNote', { away, paused }),
    },
    {
      figure: 'over-standard',
      name: t('supervision.over'),
      value: String(figures.overStandard),
      note: t('supervision.overNote', { now: overNow }),
      bad: overNow > 0,
    },
    {
      figure: 'finished',
      name: t('supervision.finished'),
      value: String(figures.finished),
      note: t('supervision.finishedNote', { issued: figures.issued, cancelled: figures.cancelled }),
    },
    {
      figure: 'no-show',
      name: t('supervision.noShows'),
      value: String(figures.noShows),
      note: t('supervision.noShowsNote'),
    },
  ];
  return (
    <ul className={css.figures}>
      {cards.map(({ figure, name, value, note, bad }) => (
        <li key={name}>
          <CardButton {...(figure ? { onClick: () => onOpen({ figure }) } : { disabled: true })}>
            <span className={css.figureName}>{name}</span>
            <span className={bad ? css.figureBad : css.figureValue}>{value}</span>
            <span className={css.figureNote}>{note}</span>
          </CardButton>
        </li>
      ))}
    </ul>
  );
}
