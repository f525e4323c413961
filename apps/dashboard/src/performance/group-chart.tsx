import type { FigureView, PerformanceView } from '@shouwen/contracts/views/performance.schema';
import { Card } from '@shouwen/ui/card';
import { formatNumber, formatPercent } from '@shouwen/ui/i18n/format';
import { FEWEST_RANKED } from '@shouwen/domain/rating/figures';
import { GROUP_SCOPES } from '@shouwen/contracts/views/performance.schema';
import { INDICATORS, type IndicatorId } from '@shouwen/domain/indicators/indicators';
import { useText } from '../i18n/text.ts';
import { both, find, indicator, valueText } from './figure-text.ts';
import { nameOf, type Named } from './names.ts';
import css from './performance.module.css';

interface Props {
  view: PerformanceView;
  chosen: IndicatorId;
  named: Named;
  onChoose: (change: { by?: string; indicator?: string }) => void;
  onOpen: (key: string) => void;
}

/** Of a department only its own people and matters are compared; everything else is of the hall. */
function belongs({ scope, key, by }: PerformanceView, of: string, { catalogue, staff }: Named): boolean {
  if (scope !== 'department') return true;
  if (by === 'person') return staff.find(({ id }) => id === of)?.departmentId === key;
  if (by === 'matter') return catalogue.matters.find(({ id }) => id === of)?.departmentId === key;
  return true;
}

/** Dots need no zero: the axis of shares begins at the step of 10 % below the lowest interval, and says so; of the rest at 0. */
function axisOf(figures: readonly FigureView[], isShare: boolean): { low: number; high: number } {
  if (!isShare) return { low: 0, high: Math.max(...figures.map(({ value }) => value ?? 0), 1) };
  const lowest = Math.min(...figures.map(({ value, interval }) => interval?.[0] ?? value ?? 0), 0.9);
  return { low: Math.max(0, Math.floor(lowest * 10) / 10), high: 1 };
}

/** Groups beside each other by one indicator, with the interval in which the true value lies; small groups are not ranked. */
export function GroupChart({ view, chosen, named, onChoose, onOpen }: Props) {
  const { t, lng } = useText();
  const { unit, better } = indicator(chosen);
  const rows = view.groups
    .filter(({ key }) => belongs(view, key, named))
    .map(({ key, figures }) => ({ key, figure: find(figures, chosen) }))
    .filter(({ figure }) => figure.value !== null);
  const ranked = rows.filter(({ figure }) => figure.n >= FEWEST_RANKED);
  const few = rows.filter(({ figure }) => figure.n < FEWEST_RANKED);
  ranked.sort((a, b) => (b.figure.value! - a.figure.value!) * (better === 'less' ? -1 : 1));
  const { low, high } = axisOf(
    rows.map(({ figure }) => figure),
    unit === 'share',
  );
  const place = (value: number) => `${Math.max(0, Math.min(100, ((value - low) / (high - low)) * 100))}%`;
  return (
    <Card labelledBy="groups">
      <h2 id="groups">
        {t('performance.groups')}{' '}
        <small className={css.note}>{t('performance.groupsHint', { count: FEWEST_RANKED })}</small>
      </h2>
      <p className={css.fields}>
        <label>
          {t('performance.by')}
          <select value={view.by} onChange={({ target }) => onChoose({ by: target.value })}>
            {GROUP_SCOPES.map((one) => (
              <option key={one} value={one}>
                {t(`performance.scopes.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('performance.indicator')}
          <select value={chosen} onChange={({ target }) => onChoose({ indicator: target.value })}>
            {INDICATORS.map(({ id, name }) => (
              <option key={id} value={id}>
                {both(name, lng)}
              </option>
            ))}
          </select>
        </label>
      </p>
      {rows.length === 0 && <p className={css.note}>{t('performance.none')}</p>}
      {rows.length > 0 && (
        <table className={css.groups}>
          <thead>
            <tr>
              <th scope="col">{t(`performance.scopes.${view.by}`)}</th>
              <th scope="col" aria-hidden="true">
                <span className={css.axis}>
                  <span>{unit === 'share' ? formatPercent(low, lng) : formatNumber(low, lng)}</span>
                  <span>{unit === 'share' ? formatPercent(high, lng) : formatNumber(high, lng)}</span>
                </span>
              </th>
              <th scope="col">{both(indicator(chosen).name, lng)}</th>
              <th scope="col">n</th>
            </tr>
          </thead>
          <tbody>
            {[...ranked, ...few].map(({ key, figure }) => (
              <tr key={key} data-few={figure.n < FEWEST_RANKED || undefined}>
                <th scope="row">
                  <button type="button" className={css.link} onClick={() => onOpen(key)}>
                    {nameOf(view.by, key, named)}
                  </button>
                </th>
                <td aria-hidden="true">
                  <span className={css.line}>
                    {figure.interval && (
                      <span
                        className={css.whisker}
                        style={{
                          insetInlineStart: place(figure.interval[0]),
                          width: `calc(${place(figure.interval[1])} - ${place(figure.interval[0])})`,
                        }}
                      />
                    )}
                    <span className={css.dot} style={{ insetInlineStart: place(figure.value!) }} />
                  </span>
                </td>
                <td>
                  {valueText(figure, { t, lng })}
                  {figure.interval && (
                    <small className={css.note}>
                      {' '}
                      {formatPercent(figure.interval[0], lng)}–{formatPercent(figure.interval[1], lng)}
                    </small>
                  )}
                </td>
                <td>{formatNumber(figure.n, lng)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
