import type { PerformanceView } from '@shouwen/contracts/views/performance.schema';
import { cellOf } from '@shouwen/domain/indicators/scopes';
import { Card } from '@shouwen/ui/card';
import { formatNumber } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './performance.module.css';
import { WEEKDAYS } from './periods.ts';

/** From so many minutes on a cell is as red as it gets, when nothing was promised. */
const USUAL_PROMISE = 15;

/** Pale jade when nobody waits, white at the promise, cinnabar at three times it: the figure in it says the same. */
function toneOf(minutes: number, promise: number): { background: string; color: string } {
  const over = minutes / promise;
  const share = over <= 1 ? 1 - over : Math.min(1, (over - 1) / 2);
  const hue = over <= 1 ? 'var(--jade)' : 'var(--cinnabar)';
  return {
    background: `color-mix(in oklab, ${hue} ${Math.round(8 + share * 82)}%, var(--card))`,
    color: share > 0.45 ? 'var(--card)' : 'var(--ink)',
  };
}

/** When people wait long: nine in ten by weekday and hour, a table whose colours say what its figures say. */
export function HourMap({ view, onOpen }: { view: PerformanceView; onOpen: (cell: number) => void }) {
  const { t, lng } = useText();
  const cells = new Map(view.hours.map((one) => [cellOf(one.weekday, one.hour), one]));
  const hours = [...new Set(view.hours.map(({ hour }) => hour))].sort((a, b) => a - b);
  const weekdays = [...new Set(view.hours.map(({ weekday }) => weekday))].sort((a, b) => a - b);
  return (
    <Card labelledBy="hours">
      <h2 id="hours">
        {t('performance.hourMap')} <small className={css.note}>{t('performance.hourMapHint')}</small>
      </h2>
      {cells.size === 0 ? (
        <p className={css.note}>{t('performance.none')}</p>
      ) : (
        <div className={css.scroll}>
          <table className={css.map}>
            <thead>
              <tr>
                <td />
                {hours.map((hour) => (
                  <th key={hour} scope="col">
                    {t('performance.hour', { hour })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weekdays.map((weekday) => (
                <tr key={weekday}>
                  <th scope="row">{t(`performance.weekdays.${WEEKDAYS[weekday]!}`)}</th>
                  {hours.map((hour) => {
                    const one = cells.get(cellOf(weekday, hour));
                    if (!one || one.p90 === null) return <td key={hour}>—</td>;
                    const minutes = formatNumber(one.p90, lng);
                    return (
                      <td key={hour}>
                        <button
                          type="button"
                          style={toneOf(one.p90, view.promiseMinutes ?? USUAL_PROMISE)}
                          aria-label={t('performance.cell', {
                            weekday: t(`performance.weekdays.${WEEKDAYS[weekday]!}`),
                            hour: t('performance.hour', { hour }),
                            minutes,
                            count: one.answered,
                          })}
                          onClick={() => onOpen(cellOf(weekday, hour))}
                        >
                          {minutes}
                        </button>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
