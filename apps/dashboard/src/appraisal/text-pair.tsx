import type { Text } from '@shouwen/contracts/catalogue/catalogue.schema';
import { useText } from '../i18n/text.ts';
import css from './appraisal.module.css';

interface Props {
  /** What it is, for whoever does not see where it stands. */
  label: string;
  /** Shows the label above the fields; otherwise the fields say themselves what they are. */
  heading?: boolean;
  value: Text;
  rows?: number;
  onChange: (value: Text) => void;
}

/** A text in both languages, side by side. English may stay empty: then the Chinese stands in for it. */
export function TextPair({ label, heading = false, value, rows = 1, onChange }: Props) {
  const { t } = useText();
  const field = (lng: 'zh' | 'en') => {
    const props = {
      className: css.input,
      lang: lng === 'zh' ? 'zh-CN' : 'en',
      'aria-label': `${label} · ${t(`appraisal.languages.${lng}`)}`,
      placeholder: t(`appraisal.placeholders.${lng}`),
      maxLength: 2000,
      value: value[lng],
    };
    return rows > 1 ? (
      <textarea {...props} rows={rows} onChange={({ target }) => onChange({ ...value, [lng]: target.value })} />
    ) : (
      <input {...props} onChange={({ target }) => onChange({ ...value, [lng]: target.value })} />
    );
  };
  return (
    <div className={css.pair}>
      {heading && <span className={css.pairLabel}>{label}</span>}
      {field('zh')}
      {field('en')}
    </div>
  );
}
