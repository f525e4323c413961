import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip, type Plugin } from 'chart.js';
import { useRef } from 'react';
import { Bar } from 'react-chartjs-2';
import type { StaffingView } from '@shouwen/contracts/views/staffing.schema';
import { Card } from '@shouwen/ui/card';
import { formatNumber, formatTime } from '@shouwen/ui/i18n/format';
import { colour } from '@shouwen/ui/tokens/tokens';
import { useText } from '../i18n/text.ts';
import { PictureButton } from '../performance/picture-button.tsx';
import css from './staffing.module.css';
import { rangeText } from './words.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** A line over each bar from where to where eight days in ten lie. */
const ranges = (arrivals: StaffingView['arrivals']): Plugin<'bar'> => ({
  id: 'ranges',
  afterDatasetsDraw({ ctx, scales }) {
    const { x, y } = scales;
    if (!x || !y) return;
    ctx.save();
    ctx.strokeStyle = colour.ink;
    ctx.lineWidth = 2;
    arrivals.forEach(({ people }, at) => {
      const place = x.getPixelForValue(at);
      ctx.beginPath();
      ctx.moveTo(place, y.getPixelForValue(people.low));
      ctx.lineTo(place, y.getPixelForValue(people.high));
      ctx.stroke();
    });
    ctx.restore();
  },
});

/** How many people come in each half hour, from zero, each bar with its range. */
export function ArrivalsChart({ view, timeZone }: { view: StaffingView; timeZone: string }) {
  const { t, lng } = useText();
  const chart = useRef<Chart<'bar'>>(null);
  const { arrivals } = view;
  const font = { family: getComputedStyle(document.body).fontFamily, size: 14 };
  const most = Math.max(...arrivals.map(({ people }) => people.high));
  return (
    <Card labelledBy="arrivals">
      <div className={css.head}>
        <h2 id="arrivals">
          {t('staffing.arrivals')} <small className={css.note}>{t('staffing.arrivalsHint')}</small>
        </h2>
        <PictureButton chart={chart} name="arrivals" />
      </div>
      <div className={css.chart}>
        <Bar
          // A plugin of a chart is the one that it was made with.
          key={JSON.stringify(arrivals)}
          ref={chart}
          role="img"
          aria-label={t('staffing.arrivalsChart')}
          plugins={[ranges(arrivals)]}
          data={{
            labels: arrivals.map(({ from }) => formatTime(from, timeZone, lng)),
            datasets: [
              { data: arrivals.map(({ people }) => people.mean), backgroundColor: colour.jade, barPercentage: 0.8 },
            ],
          }}
          options={{
            animation: false,
            maintainAspectRatio: false,
            scales: {
              y: {
                beginAtZero: true,
                suggestedMax: most,
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
                callbacks: { label: ({ dataIndex }) => rangeText(arrivals[dataIndex]!.people, 'count', { t, lng }) },
              },
            },
          }}
        />
      </div>
      <details>
        <summary>{t('staffing.asTable')}</summary>
        <table className={css.table}>
          <thead>
            <tr>
              {(['time', 'average', 'low', 'high'] as const).map((head) => (
                <th key={head} scope="col">
                  {t(`staffing.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {arrivals.map(({ from, people }) => (
              <tr key={from}>
                <th scope="row">{formatTime(from, timeZone, lng)}</th>
                <td>{formatNumber(people.mean, lng, 1)}</td>
                <td>{formatNumber(people.low, lng)}</td>
                <td>{formatNumber(people.high, lng)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Card>
  );
}
