import type { Questionnaire } from '@shouwen/contracts/catalogue/questionnaire.schema';
import { useText } from '../i18n/text.ts';
import css from './appraisal.module.css';
import { quartersAround } from './draft.ts';
import { TextPair } from './text-pair.tsx';

interface Props {
  draft: Questionnaire;
  today: string;
  frozen: boolean;
  onChange: (draft: Questionnaire) => void;
}

/** What stands above the questions, and from when until when it is answered. */
export function HeadFields({ draft, today, frozen, onChange }: Props) {
  const { t } = useText();
  const quarters = [...new Set([...quartersAround(today), draft.quarter])].sort();
  const date = (name: 'from' | 'until', fixed: boolean) => (
    <label>
      {t(`appraisal.${name}`)}
      <input
        className={css.input}
        type="date"
        required
        disabled={fixed}
        min={name === 'until' ? draft.from : undefined}
        value={draft[name]}
        onChange={({ target }) => target.value && onChange({ ...draft, [name]: target.value })}
      />
    </label>
  );
  return (
    <>
      <div className={css.row}>
        <label>
          {t('appraisal.quarterLabel')}
          <select
            className={css.input}
            value={draft.quarter}
            onChange={({ target }) => onChange({ ...draft, quarter: target.value })}
          >
            {quarters.map((one) => (
              <option key={one} value={one}>
                {t('appraisal.quarter', { year: one.slice(0, 4), n: one.slice(-1) })}
              </option>
            ))}
          </select>
        </label>
        {date('from', frozen)}
        {date('until', false)}
      </div>
      <TextPair
        heading
        label={t('appraisal.title')}
        value={draft.title}
        onChange={(title) => onChange({ ...draft, title })}
      />
      <TextPair
        heading
        label={t('appraisal.intro')}
        rows={2}
        value={draft.intro}
        onChange={(intro) => onChange({ ...draft, intro })}
      />
    </>
  );
}
