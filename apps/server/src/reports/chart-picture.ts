import { createCanvas } from '@napi-rs/canvas';
import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import { fontsFor } from './chart-fonts.ts';
import { type ChartBlock, EMPTY } from './report-model.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export interface Picture {
  png: Buffer;
  width: number;
  height: number;
}

/** Points of the picture, and how much finer it is drawn: it is printed. */
const WIDTH = 720;
const SCALE = 2;
const BAR = 30;
const FLAT = 280;
/** More labels than this, or longer ones, stand in rows beside lying bars. */
const MOST_UPRIGHT = 26;
const LONGEST_UPRIGHT = 6;
/** Numbers on the bars, px: as large as there is room. */
const LARGEST = 12;
const SMALLEST = 7;
const INK = '#1f2733';
const FILL = '#1f5fae';
const GRID = '#dde3ea';

/** A chart as a picture: bars from zero, each with its number. `null` when there is nothing to draw. */
export async function chartPicture({ unit, labels, values }: ChartBlock): Promise<Picture | null> {
  if (!values.some((value) => value !== null && value !== 0)) return null;
  const lying = labels.length > MOST_UPRIGHT || labels.some((label) => label.length > LONGEST_UPRIGHT);
  const height = lying ? labels.length * BAR + 60 : FLAT;
  const family = await fontsFor([...labels, unit, EMPTY, ',.%']);
  const font = { family, size: 13 };
  const canvas = createCanvas(WIDTH, height);
  const amounts = {
    beginAtZero: true,
    grid: { color: GRID },
    ticks: { font, color: INK, precision: 0 },
    title: { display: true, text: unit, font, color: INK },
  };
  const names = { grid: { display: false }, ticks: { font, color: INK, autoSkip: false, maxRotation: 0 } };
  const chart = new Chart(canvas as never, {
    type: 'bar',
    data: { labels: [...labels], datasets: [{ data: [...values], backgroundColor: FILL, maxBarThickness: 34 }] },
    options: {
      animation: false,
      responsive: false,
      devicePixelRatio: SCALE,
      indexAxis: lying ? 'y' : 'x',
      layout: { padding: { top: 22, right: lying ? 60 : 12 } },
      scales: lying ? { x: amounts, y: names } : { x: names, y: amounts },
    },
    plugins: [
      {
        id: 'paper',
        beforeDraw: ({ ctx, width, height: high }) => {
          ctx.fillStyle = '#ffffff';
          ctx.fillRect(0, 0, width, high);
        },
        afterDatasetsDraw: (drawn) => {
          const { ctx } = drawn;
          const bars = drawn.getDatasetMeta(0).data;
          const texts = bars.map((_bar, at) => (typeof values[at] === 'number' ? String(values[at]) : EMPTY));
          // Beside each other no number may run into the next one.
          const room = lying ? Infinity : drawn.chartArea.width / bars.length - 2;
          const widthAt = (size: number) => {
            ctx.font = `${size}px ${family}`;
            return Math.max(...texts.map((one) => ctx.measureText(one).width));
          };
          for (let size = LARGEST; widthAt(size) > room && size > SMALLEST;) size -= 1;
          ctx.fillStyle = INK;
          ctx.textAlign = lying ? 'left' : 'center';
          ctx.textBaseline = lying ? 'middle' : 'bottom';
          for (const [at, bar] of bars.entries())
            ctx.fillText(texts[at]!, bar.x + (lying ? 6 : 0), bar.y - (lying ? 0 : 4));
        },
      },
    ],
  });
  const png = canvas.toBuffer('image/png');
  chart.destroy();
  return { png, width: WIDTH, height };
}
