import type { PerformanceView } from '@shouwen/contracts/views/performance.schema';
import type { IndicatorId } from '@shouwen/domain/indicators/indicators';
import type { Measure } from '@shouwen/domain/indicators/measures';
import { CardButton } from '@shouwen/ui/card';
import { formatPercent } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { both, changeOf, find, indicator, ofText, valueText } from './figure-text.ts';
import css from './performance.module.css';

/** The five that a director asks for first. */
const FIRST: readonly IndicatorId[] = ['within-promise', 'wait-median', 'on-time', 'in-order', 'satisfaction'];

/** The first figures, large, each with what it is of and how it was before; a press opens what it counts. */
export function FigureTiles({ view, onOpen }: { view: PerformanceView; onOpen: (measure: Measure) => void }) {
  const { t, lng } = useText();
  const texts = { t, lng };
  return (
    <ul className={css.tiles}>
      {FIRST.map((id) => {
        const figure = find(view.figures, id);
        const { name, meaning, behind } = indicator(id);
        const change = changeOf(figure, find(view.figuresBefore, id), texts);
        const p90 = id === 'wait-median' ? find(view.figures, 'wait-p90') : null;
        return (
          <li key={id} title={both(meaning, lng)}>
            <CardButton onClick={() => onOpen(behind)}>
              <span className={css.name}>{p90 ? t('performance.medianAndP90') : both(name, lng)}</span>
              <strong className={css.value}>
                {valueText(figure, texts)}
                {p90 && ` · ${valueText(p90, texts)}`}
              </strong>
              <span className={css.note}>
                {change && (
                  <span data-good={change.good ?? undefined} className={css.change}>
                    {change.text}
                  </span>
                )}{' '}
                {ofText(figure, texts)}
              </span>
              {figure.interval && (
                <span className={css.note}>
                  {t('performance.interval', {
                    low: formatPercent(figure.interval[0], lng),
                    high: formatPercent(figure.interval[1], lng),
                  })}
                </span>
              )}
            </CardButton>
          </li>
        );
      })}
    </ul>
  );
}
