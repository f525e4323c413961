import { formatPercent } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './appraisal.module.css';
import type { NamedResult } from './results-file.ts';

/** How often each was chosen: the bars in figures. */
export function ResultTable({ result: { name, answers, several } }: { result: NamedResult }) {
  const { t, lng } = useText();
  return (
    <table className={css.table} aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{t('appraisal.columns.answer')}</th>
          <th scope="col">{t('appraisal.columns.count')}</th>
          <th scope="col">{t(several ? 'appraisal.columns.shareSeveral' : 'appraisal.columns.share')}</th>
        </tr>
      </thead>
      <tbody>
        {answers.map(({ key, name: answer, count, share }) => (
          <tr key={key}>
            <th scope="row">{answer}</th>
            <td>{count}</td>
            <td>{share === null ? '—' : formatPercent(share, lng)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
