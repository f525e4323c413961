import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip, type Plugin } from 'chart.js';
import { useRef } from 'react';
import { Bar } from 'react-chartjs-2';
import type { PerformanceView } from '@shouwen/contracts/views/performance.schema';
import { Card } from '@shouwen/ui/card';
import { formatNumber, formatPercent } from '@shouwen/ui/i18n/format';
import { colour } from '@shouwen/ui/tokens/tokens';
import { useText } from '../i18n/text.ts';
import { find } from './figure-text.ts';
import css from './performance.module.css';
import { PictureButton } from './picture-button.tsx';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** A line where the promise ends. */
const promiseLine = (at: number | null): Plugin<'bar'> => ({
  id: 'promise',
  afterDatasetsDraw({ ctx, scales, chartArea }) {
    const x = scales['x'];
    if (!x || at === null) return;
    // Between two columns, not in the middle of one.
    const step = x.getPixelForValue(1) - x.getPixelForValue(0);
    const place = x.getPixelForValue(0) + (at - 0.5) * step;
    ctx.save();
    ctx.strokeStyle = colour.cinnabar;
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.moveTo(place, chartArea.top);
    ctx.lineTo(place, chartArea.bottom);
    ctx.stroke();
    ctx.restore();
  },
});

/** How long people waited: a column per five minutes, from zero, the promise as a line. The list below it says the same. */
export function WaitChart({ view }: { view: PerformanceView }) {
  const { t, lng } = useText();
  const chart = useRef<Chart<'bar'>>(null);
  const { columns, columnMinutes, promiseMinutes } = view;
  const share = find(view.figures, 'within-promise');
  const font = { family: getComputedStyle(document.body).fontFamily, size: 14 };
  const within = (at: number) => promiseMinutes === null || (at + 1) * columnMinutes <= promiseMinutes;
  const rangeOf = (at: number) =>
    t('performance.fromTo', { from: at * columnMinutes, until: (at + 1) * columnMinutes });
  return (
    <Card labelledBy="waits">
      <div className={css.head}>
        <h2 id="waits">
          {t('performance.waits')}{' '}
          <small className={css.note}>
            {t('performance.waitsHint', { minutes: columnMinutes })}
            {promiseMinutes !== null &&
              share.value !== null &&
              ` · ${t('performance.waitsPromise', { minutes: promiseMinutes, share: formatPercent(share.value, lng) })}`}
          </small>
        </h2>
        <PictureButton chart={chart} name="waits" />
      </div>
      {columns.length === 0 ? (
        <p className={css.note}>{t('performance.none')}</p>
      ) : (
        <>
          <div className={css.chart}>
            <Bar
              ref={chart}
              role="img"
              aria-label={t('performance.waitsChart')}
              plugins={[promiseLine(promiseMinutes === null ? null : promiseMinutes / columnMinutes)]}
              data={{
                labels: columns.map((_, at) => String(at * columnMinutes)),
                datasets: [
                  {
                    data: columns,
                    backgroundColor: columns.map((_, at) => (within(at) ? colour.jade : colour.cinnabar)),
                    categoryPercentage: 1,
                    barPercentage: 0.92,
                  },
                ],
              }}
              options={{
                animation: false,
                maintainAspectRatio: false,
                scales: {
                  y: {
                    beginAtZero: true,
                    grid: { color: colour.line },
                    ticks: { color: colour.muted, font, precision: 0 },
                  },
                  x: { grid: { display: false }, ticks: { color: colour.muted, font } },
                },
                plugins: {
                  legend: { display: false },
                  tooltip: {
                    bodyFont: font,
                    titleFont: font,
                    callbacks: {
                      title: ([one]) => (one ? rangeOf(one.dataIndex) : ''),
                      label: ({ parsed }) => t('performance.people', { count: parsed.y ?? 0 }),
                    },
                  },
                },
              }}
            />
          </div>
          <details>
            <summary>{t('performance.asTable')}</summary>
            <table className={css.table}>
              <tbody>
                {columns.map((count, at) => (
                  <tr key={at}>
                    <th scope="row">{rangeOf(at)}</th>
                    <td>{formatNumber(count, lng)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </Card>
  );
}
