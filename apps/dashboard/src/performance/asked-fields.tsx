import { SCOPES, type Scope } from '@shouwen/domain/indicators/scopes';
import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import { keysOf, nameOf, type Named } from './names.ts';
import css from './performance.module.css';
import { daysOf, PERIODS } from './periods.ts';
import type { Change } from './use-asked.ts';

interface Props {
  from: string;
  until: string;
  scope: Scope;
  keyChosen: string;
  today: string;
  named: Named;
  onAsk: (change: Change) => void;
}

/** Which days, and of what. */
export function AskedFields({ from, until, scope, keyChosen, today, named, onAsk }: Props) {
  const { t } = useText();
  return (
    <div className={css.fields}>
      <span role="group" aria-label={t('performance.period')} className={css.buttons}>
        {PERIODS.map((one) => {
          const days = daysOf(one, today);
          return (
            <Button
              key={one}
              shape="pill"
              pressed={days.from === from && days.until === until}
              onClick={() => onAsk(days)}
            >
              {t(`performance.periods.${one}`)}
            </Button>
          );
        })}
      </span>
      <label>
        {t('performance.from')}
        <input
          type="date"
          value={from}
          max={until}
          onChange={({ target }) => target.value && onAsk({ from: target.value, until })}
        />
      </label>
      <label>
        {t('performance.until')}
        <input
          type="date"
          value={until}
          min={from}
          max={today}
          onChange={({ target }) => target.value && onAsk({ until: target.value, from })}
        />
      </label>
      <label>
        {t('performance.scope')}
        <select
          value={scope}
          onChange={({ target }) => {
            const next = target.value as Scope;
            onAsk({ scope: next, key: keysOf(next, named)[0] ?? null, measure: null });
          }}
        >
          {SCOPES.map((one) => (
            <option key={one} value={one}>
              {t(`performance.scopes.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {scope !== 'hall' && (
        <label>
          {t(`performance.scopes.${scope}`)}
          <select value={keyChosen} onChange={({ target }) => onAsk({ key: target.value, measure: null })}>
            {[...new Set([...keysOf(scope, named), keyChosen])].map((one) => (
              <option key={one} value={one}>
                {nameOf(scope, one, named)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
