import { useText } from '../i18n/text.ts';
import css from './ratings.module.css';

interface Props {
  /** The days as the server counted them. */
  from: string | undefined;
  until: string | undefined;
  onChange: (change: { from?: string; until?: string }) => void;
}

/** From which day until which. */
export function PeriodFields({ from, until, onChange }: Props) {
  const { t } = useText();
  return (
    <>
      <label className={css.select}>
        {t('rating.period.from')}
        <input
          type="date"
          value={from ?? ''}
          max={until}
          onChange={({ target }) => target.value && onChange({ from: target.value, ...(until && { until }) })}
        />
      </label>
      <label className={css.select}>
        {t('rating.period.until')}
        <input
          type="date"
          value={until ?? ''}
          min={from}
          onChange={({ target }) => target.value && onChange({ until: target.value, ...(from && { from }) })}
        />
      </label>
    </>
  );
}
