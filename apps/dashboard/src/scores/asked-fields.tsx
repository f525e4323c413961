import type { PeriodName, ScoreScope } from '@shouwen/domain/score/period';
import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import { periodsUntil, periodText } from './score-words.ts';
import css from './scores.module.css';

interface Props {
  scopes: readonly ScoreScope[];
  scope: ScoreScope;
  period: PeriodName;
  today: string;
  onAsk: (change: { scope?: ScoreScope; period?: PeriodName | undefined; key?: undefined }) => void;
}

/** Of whom, and over which month or quarter. */
export function ScoreFields({ scopes, scope, period, today, onAsk }: Props) {
  const texts = useText();
  const { t } = texts;
  const periods = periodsUntil(scope, today);
  return (
    <div className={css.fields}>
      {scopes.length > 1 && (
        <span role="group" aria-label={t('scores.scope')} className={css.row}>
          {scopes.map((one) => (
            <Button
              key={one}
              shape="pill"
              pressed={one === scope}
              onClick={() => onAsk({ scope: one, period: undefined, key: undefined })}
            >
              {t(`scores.scopes.${one}`)}
            </Button>
          ))}
        </span>
      )}
      <label>
        {t('scores.period')}
        <select value={period} onChange={({ target }) => onAsk({ period: target.value })}>
          {(periods.includes(period) ? periods : [...periods, period]).map((one) => (
            <option key={one} value={one}>
              {periodText(one, texts)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
