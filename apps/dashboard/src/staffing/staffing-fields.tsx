import { formatPercent } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './staffing.module.css';
import { LEARN, TARGETS, type AskedStaffing } from './use-staffing.ts';

interface Props {
  asked: AskedStaffing;
  day: string;
  /** Another day has other hours: what was tried does not fit it. */
  onAsk: (change: Partial<Record<keyof AskedStaffing, string | null>>) => void;
}

/** Which day, learnt from how many, with what aim. */
export function StaffingFields({ asked, day, onAsk }: Props) {
  const { t, lng } = useText();
  return (
    <div className={css.fields}>
      <label>
        {t('staffing.day')}
        <input
          type="date"
          value={day}
          onChange={({ target }) => target.value && onAsk({ day: target.value, windows: null })}
        />
      </label>
      <label>
        {t('staffing.learn')}
        <select value={asked.learn} onChange={({ target }) => onAsk({ learn: target.value })}>
          {LEARN.map((count) => (
            <option key={count} value={count}>
              {t('staffing.learnDays', { count })}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('staffing.target')}
        <select value={asked.target} onChange={({ target }) => onAsk({ target: target.value })}>
          {TARGETS.map((one) => (
            <option key={one} value={one}>
              {t('staffing.targetShare', { share: formatPercent(one / 100, lng) })}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
