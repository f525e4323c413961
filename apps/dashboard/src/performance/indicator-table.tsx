import type { PerformanceView } from '@shouwen/contracts/views/performance.schema';
import { INDICATORS } from '@shouwen/domain/indicators/indicators';
import type { Measure } from '@shouwen/domain/indicators/measures';
import { Card } from '@shouwen/ui/card';
import { useText } from '../i18n/text.ts';
import { both, changeOf, find, ofText, valueText } from './figure-text.ts';
import css from './performance.module.css';

/** Every indicator with its definition, its value, what it is of, and how it was before. */
export function IndicatorTable({ view, onOpen }: { view: PerformanceView; onOpen: (measure: Measure) => void }) {
  const { t, lng } = useText();
  const texts = { t, lng };
  return (
    <Card labelledBy="indicators">
      <h2 id="indicators">{t('performance.all')}</h2>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('performance.indicator')}</th>
              <th scope="col">{t('performance.thisPeriod')}</th>
              <th scope="col">{t('performance.of')}</th>
              <th scope="col">{t('performance.before')}</th>
              <th scope="col">{t('performance.change')}</th>
            </tr>
          </thead>
          <tbody>
            {INDICATORS.map(({ id, name, meaning, leftOut, source, behind }) => {
              const figure = find(view.figures, id);
              const before = find(view.figuresBefore, id);
              const change = changeOf(figure, before, texts);
              return (
                <tr key={id}>
                  <th scope="row">
                    <details>
                      <summary title={both(meaning, lng)}>{both(name, lng)}</summary>
                      <p>{both(meaning, lng)}</p>
                      <p>
                        {t('performance.leftOut')}: {both(leftOut, lng)}
                      </p>
                      <p className={css.note}>{source}</p>
                    </details>
                  </th>
                  <td>
                    <button
                      type="button"
                      className={css.link}
                      aria-label={`${both(name, lng)} ${valueText(figure, texts)}: ${t('performance.open')}`}
                      onClick={() => onOpen(behind)}
                    >
                      {valueText(figure, texts)}
                    </button>
                  </td>
                  <td>{ofText(figure, texts)}</td>
                  <td>{valueText(before, texts)}</td>
                  <td className={css.change} data-good={change?.good ?? undefined}>
                    {change?.text ?? '—'}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
