import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import type { RefObject } from 'react';
import { Bar } from 'react-chartjs-2';
import type { ArrivalsView } from '@shouwen/contracts/views/arrivals.schema';
import { formatNumber } from '@shouwen/ui/i18n/format';
import { colour } from '@shouwen/ui/tokens/tokens';
import { useText } from '../i18n/text.ts';
import css from './performance.module.css';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Who came, as full columns; who is expected, as the range in which eight of ten such half hours end. From zero. */
export function ArrivalsChart({ view, chart }: { view: ArrivalsView; chart: RefObject<Chart<'bar'> | null> }) {
  const { t, lng } = useText();
  const font = { family: getComputedStyle(document.body).fontFamily, size: 14 };
  const { slots } = view;
  return (
    <div className={css.chart}>
      <Bar
        ref={chart}
        role="img"
        aria-label={t('performance.arrivals.chart')}
        data={{
          labels: slots.map(({ from }) => clockOf(from)),
          datasets: [
            {
              label: t('performance.arrivals.came'),
              data: slots.map(({ came }) => came),
              backgroundColor: colour.jade,
              grouped: false,
              barPercentage: 0.9,
              categoryPercentage: 0.9,
              order: 1,
            },
            {
              label: t('performance.arrivals.expected'),
              data: slots.map(({ expected }) => (expected ? [expected.low, expected.high] : null)),
              backgroundColor: colour.amberPale,
              borderColor: colour.amberFill,
              borderWidth: 2,
              borderSkipped: false,
              grouped: false,
              barPercentage: 0.9,
              categoryPercentage: 0.9,
              minBarLength: 3,
              order: 2,
            },
          ],
        }}
        options={{
          animation: false,
          maintainAspectRatio: false,
          scales: {
            y: { beginAtZero: true, grid: { color: colour.line }, ticks: { color: colour.muted, font, precision: 0 } },
            x: { grid: { display: false }, ticks: { color: colour.muted, font } },
          },
          plugins: {
            legend: { display: false },
            tooltip: {
              bodyFont: font,
              titleFont: font,
              callbacks: {
                label: ({ datasetIndex, dataIndex }) => {
                  const { came, expected } = slots[dataIndex]!;
                  if (datasetIndex === 0) return t('performance.people', { count: came ?? 0 });
                  return expected
                    ? t('performance.arrivals.range', {
                        low: formatNumber(expected.low, lng),
                        high: formatNumber(expected.high, lng),
                      })
                    : '';
                },
              },
            },
          },
        }}
      />
    </div>
  );
}
