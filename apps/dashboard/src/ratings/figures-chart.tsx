import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip, type Plugin } from 'chart.js';
import { Bar } from 'react-chartjs-2';
import type { FigureGroupView, ShareView } from '@shouwen/contracts/views/figures.schema';
import { formatPercent } from '@shouwen/ui/i18n/format';
import { colour } from '@shouwen/ui/tokens/tokens';
import { useText } from '../i18n/text.ts';
import css from './ratings.module.css';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);

/** A dataset that knows the interval of each of its bars. */
interface WithIntervals {
  intervals?: ShareView['interval'][];
}

/** Whiskers of the 95 % interval over the bars. */
const WHISKERS: Plugin<'bar'> = {
  id: 'whiskers',
  afterDatasetsDraw(chart) {
    const { ctx, scales } = chart;
    const x = scales['x'];
    if (!x) return;
    ctx.save();
    ctx.strokeStyle = colour.ink;
    ctx.lineWidth = 1.5;
    chart.data.datasets.forEach((dataset, index) => {
      const { intervals = [] } = dataset as WithIntervals;
      chart.getDatasetMeta(index).data.forEach((bar, at) => {
        const interval = intervals[at];
        if (!interval) return;
        const [low, high] = interval.map((value) => x.getPixelForValue(value)) as [number, number];
        ctx.beginPath();
        ctx.moveTo(low, bar.y);
        ctx.lineTo(high, bar.y);
        for (const end of [low, high]) {
          ctx.moveTo(end, bar.y - 4);
          ctx.lineTo(end, bar.y + 4);
        }
        ctx.stroke();
      });
    });
    ctx.restore();
  },
};

/** Height of a group's two bars and of what stands around them, px. */
const GROUP_HEIGHT = 44;
const AROUND = 80;

interface Props {
  groups: readonly FigureGroupView[];
  nameOf: (key: string) => string;
}

/** Satisfaction of each group that is ranked, as cast and adjudicated. The table below says the same in figures. */
export function FiguresChart({ groups, nameOf }: Props) {
  const { t, lng } = useText();
  const shown = groups.filter(({ figures }) => figures.ranked);
  if (shown.length === 0) return null;
  // A canvas does not inherit the page's fonts, and without them Chinese is boxes.
  const font = { family: getComputedStyle(document.body).fontFamily, size: 14 };
  const set = (which: 'raw' | 'adjudicated', backgroundColor: string) => ({
    label: t(`rating.figures.${which}`),
    data: shown.map(({ figures }) => figures[which].share),
    intervals: shown.map(({ figures }) => figures[which].interval),
    backgroundColor,
  });
  return (
    <div className={css.chart} style={{ height: shown.length * GROUP_HEIGHT + AROUND }}>
      <Bar
        role="img"
        aria-label={t('rating.figures.chart')}
        plugins={[WHISKERS]}
        data={{
          labels: shown.map(({ key }) => nameOf(key)),
          datasets: [set('raw', colour.lineStrong), set('adjudicated', colour.jade)],
        }}
        options={{
          indexAxis: 'y',
          animation: false,
          maintainAspectRatio: false,
          scales: {
            x: {
              min: 0,
              max: 1,
              grid: { color: colour.line },
              ticks: { color: colour.muted, font, callback: (value) => formatPercent(Number(value), lng) },
            },
            y: { grid: { display: false }, ticks: { color: colour.ink, font } },
          },
          plugins: {
            legend: { labels: { color: colour.ink, font } },
            tooltip: {
              bodyFont: font,
              titleFont: font,
              callbacks: { label: ({ parsed }) => formatPercent(parsed.x ?? 0, lng) },
            },
          },
        }}
      />
    </div>
  );
}
