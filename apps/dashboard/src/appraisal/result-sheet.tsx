import { say } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { Questionnaire } from '@shouwen/contracts/catalogue/questionnaire.schema';
import { formatDay, formatNumber } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './appraisal.module.css';
import { ResultTable } from './result-table.tsx';
import type { NamedResult, Results } from './results-file.ts';

interface Props {
  questionnaire: Questionnaire;
  catalogue: PublicCatalogue;
  results: readonly NamedResult[];
  data: Results;
}

/** The result sheet on paper. */
export function ResultSheet({ questionnaire, catalogue, results, data }: Props) {
  const { t, lng } = useText();
  const { title, from, until } = questionnaire;
  return (
    <article className={css.sheet}>
      <header>
        <p>{say(catalogue.hall.name, lng)}</p>
        <h3>
          {say(title, lng)} · {t('appraisal.results')}
        </h3>
        <p>
          {formatDay(from, lng, { year: true })} – {formatDay(until, lng, { year: true })} ·{' '}
          {t('appraisal.sheets', { count: data.sheets })} (
          {t('appraisal.sources', { byCode: data.byCode, onPaper: data.onPaper })})
        </p>
      </header>
      {results.map((result) => (
        <section key={result.id} className={css.keep}>
          <h4>
            {result.number}. {result.name} · {t('appraisal.answered', { count: result.n })}
            {result.mean !== null && ` · ${t('appraisal.mean', { mean: formatNumber(result.mean, lng, 2) })}`}
          </h4>
          <ResultTable result={result} />
        </section>
      ))}
      {data.words.length > 0 && (
        <section>
          <h4>{t('appraisal.words', { count: data.words.length })}</h4>
          <ul>
            {data.words.map((words, index) => (
              <li key={index}>{words}</li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
