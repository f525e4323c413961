import { useText } from '../i18n/text.ts';
import css from './voices.module.css';

/** Years that are offered: this one and the four before it. */
const YEARS = 5;

/** Which year a table counts. */
export function YearChoice({ today, year, onYear }: { today: string; year: number; onYear: (year: number) => void }) {
  const { t } = useText();
  const latest = Number(today.slice(0, 4));
  return (
    <label className={css.year}>
      {t('voices.year')}
      <select value={year} onChange={(event) => onYear(Number(event.target.value))}>
        {Array.from({ length: YEARS }, (_, back) => latest - back).map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The days of a year. */
export const spanOf = (year: number) => ({ from: `${year}-01-01`, until: `${year}-12-31` });
