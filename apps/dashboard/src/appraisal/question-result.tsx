import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { Bar } from 'react-chartjs-2';
import { Card } from '@shouwen/ui/card';
import { formatNumber } from '@shouwen/ui/i18n/format';
import { colour } from '@shouwen/ui/tokens/tokens';
import { useText } from '../i18n/text.ts';
import css from './appraisal.module.css';
import { ResultTable } from './result-table.tsx';
import type { NamedResult } from './results-file.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** Height of a bar and of what stands around them, px. */
const BAR_HEIGHT = 40;
const AROUND = 40;

/** One question: who answered it, and how, as bars and in figures. */
export function QuestionResult({ result }: { result: NamedResult }) {
  const { t, lng } = useText();
  const { id, number, name, n, mean, answers } = result;
  // A canvas does not inherit the page's fonts, and without them Chinese is boxes.
  const font = { family: getComputedStyle(document.body).fontFamily, size: 14 };
  return (
    <Card labelledBy={`result-${id}`}>
      <h2 id={`result-${id}`}>
        {number}. {name}
      </h2>
      <p className={css.quiet}>
        {t('appraisal.answered', { count: n })}
        {mean !== null && ` · ${t('appraisal.mean', { mean: formatNumber(mean, lng, 2) })}`}
      </p>
      <div className={css.result}>
        <ResultTable result={result} />
        <div className={css.chart} style={{ height: answers.length * BAR_HEIGHT + AROUND }}>
          <Bar
            role="img"
            aria-label={t('appraisal.chart', { name })}
            data={{
              labels: answers.map((answer) => answer.name),
              datasets: [
                { data: answers.map(({ count }) => count), backgroundColor: colour.jade, maxBarThickness: 24 },
              ],
            }}
            options={{
              indexAxis: 'y',
              animation: false,
              maintainAspectRatio: false,
              scales: {
                x: { min: 0, grid: { color: colour.line }, ticks: { color: colour.muted, font, precision: 0 } },
                y: { grid: { display: false }, ticks: { color: colour.ink, font } },
              },
              plugins: { tooltip: { bodyFont: font, titleFont: font } },
            }}
          />
        </div>
      </div>
    </Card>
  );
}
