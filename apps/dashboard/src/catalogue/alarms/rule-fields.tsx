import { ERRORS } from '@shouwen/contracts/errors';
import { ALARM_LEVELS } from '@shouwen/domain/alarm/alarm';
import { ALARM_RECEIVERS, ALARM_UNITS } from '@shouwen/domain/alarm/rules';
import { Card } from '@shouwen/ui/card';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import settings from '../settings.module.css';
import { ruleOf, type AlarmDraft } from './alarm-draft.ts';
import css from './alarms-page.module.css';

interface Props {
  draft: AlarmDraft;
  may: boolean;
  onChange: (draft: AlarmDraft) => void;
  children?: ReactNode;
}

/** One measure: what it is, its three levels, how often it is told again and whom. */
export function RuleFields({ draft, may, onChange, children }: Props) {
  const { t, lng } = useText();
  const { id } = draft;
  const rule = ruleOf(draft);
  const unit = t(`alarms.units.${ALARM_UNITS[id]}`);
  const wrong =
    typeof rule !== 'string'
      ? null
      : rule === 'thresholds-not-rising'
        ? ERRORS[rule][lng === 'en' ? 'en' : 'zh']
        : t(rule === 'nobody-told' ? 'alarms.settings.nobodyTold' : 'alarms.settings.wrong');
  const number = (field: 'yellow' | 'orange' | 'red' | 'repeatMinutes') => (
    <input
      id={`${id}-${field}`}
      className={`${settings.input} ${settings.short}`}
      type="number"
      inputMode="decimal"
      min={0}
      step="any"
      disabled={!may}
      aria-invalid={rule === 'not-a-number' || (rule === 'thresholds-not-rising' && field !== 'repeatMinutes')}
      aria-describedby={`${id}-wrong`}
      value={draft[field]}
      onChange={({ target }) => onChange({ ...draft, [field]: target.value })}
    />
  );
  return (
    <Card labelledBy={`${id}-name`}>
      <div className={css.title}>
        <h2 id={`${id}-name`}>{t(`alarms.measures.${id}`)}</h2>
        <label className={css.tick}>
          <input
            type="checkbox"
            disabled={!may}
            checked={draft.on}
            onChange={({ target }) => onChange({ ...draft, on: target.checked })}
          />
          {t('alarms.settings.on')}
        </label>
      </div>
      <p className={settings.quiet}>{t(`alarms.explains.${id}`)}</p>
      <div className={css.levels}>
        {ALARM_LEVELS.map((level) => (
          <label key={level} className={css[level]} htmlFor={`${id}-${level}`}>
            <span>
              {t(`alarms.levels.${level}`)} <small className={settings.quiet}>≥ {unit}</small>
            </span>
            {number(level)}
          </label>
        ))}
      </div>
      <p id={`${id}-wrong`} className={settings.wrong} role="status">
        {wrong}
      </p>
      <div className={css.foot}>
        <label htmlFor={`${id}-repeatMinutes`}>
          {t('alarms.settings.repeat')} {number('repeatMinutes')}
        </label>
        <fieldset className={css.receivers}>
          <legend>{t('alarms.settings.receivers')}</legend>
          {ALARM_RECEIVERS.map((role) => (
            <label key={role} className={css.tick}>
              <input
                type="checkbox"
                disabled={!may}
                checked={draft.receivers.includes(role)}
                onChange={({ target }) => {
                  const receivers = ALARM_RECEIVERS.filter((one) =>
                    one === role ? target.checked : draft.receivers.includes(one),
                  );
                  onChange({ ...draft, receivers });
                }}
              />
              {t(`signIn.roles.${role}`)}
            </label>
          ))}
        </fieldset>
      </div>
      {children}
    </Card>
  );
}
