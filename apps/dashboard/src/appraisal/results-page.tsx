import { say } from '@shouwen/client/names';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { EmptyState } from '@shouwen/ui/empty-state';
import { useUiText } from '@shouwen/ui/i18n/use-text';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { download } from '../log/log-file.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import css from './appraisal.module.css';
import type { QuestionnairePage } from './page.ts';
import { Printed } from './printed.tsx';
import { QuestionResult } from './question-result.tsx';
import { BOARD } from './questionnaires-board.tsx';
import { ResultSheet } from './result-sheet.tsx';
import { resultsFile, resultsOf } from './results-file.ts';
import { useResults } from './use-results.ts';

/** The result sheet (结果表): what came in, each question in figures and as bars, the words; nobody's name. */
export function ResultsPage({ questionnaire, catalogue }: QuestionnairePage) {
  const me = useMe();
  const { t, lng } = useText();
  const ui = useUiText();
  const { data, error } = useResults(questionnaire.id);
  if (!data) return error ? <Failure error={error} /> : <Opening />;
  const told = { t, scale: ui.t, lng };
  const results = resultsOf(questionnaire, data, told);
  const save = () =>
    download(`questionnaire-${me.hallId}-${questionnaire.id}.csv`, resultsFile(questionnaire, data, told));
  return (
    <>
      <div className={css.row}>
        <h2 className={css.grow}>{say(questionnaire.title, lng)}</h2>
        <Button href={BOARD}>{t('appraisal.back')}</Button>
      </div>
      <Card>
        <div className={css.cardHead}>
          <p className={css.counts}>
            <strong>{t('appraisal.sheets', { count: data.sheets })}</strong>{' '}
            <span>{t('appraisal.sources', { byCode: data.byCode, onPaper: data.onPaper })}</span>
          </p>
          {data.sheets > 0 && (
            <div className={css.row}>
              <Button onClick={save}>{t('appraisal.csv')}</Button>
              <Button onClick={() => window.print()}>{t('appraisal.print')}</Button>
            </div>
          )}
        </div>
      </Card>
      {data.sheets === 0 ? (
        <EmptyState title={t('appraisal.noSheets')}>{t('appraisal.noSheetsHint')}</EmptyState>
      ) : (
        <>
          {results.map((result) => (
            <QuestionResult key={result.id} result={result} />
          ))}
          <Card labelledBy="words">
            <h2 id="words">{t('appraisal.words', { count: data.words.length })}</h2>
            <p className={css.quiet}>{t('appraisal.wordsHint')}</p>
            {data.words.length === 0 && <p>{t('appraisal.noWords')}</p>}
            <ul className={css.words} role="list">
              {data.words.map((words, index) => (
                <li key={index}>{words}</li>
              ))}
            </ul>
          </Card>
          <Printed>
            <ResultSheet questionnaire={questionnaire} catalogue={catalogue} results={results} data={data} />
          </Printed>
        </>
      )}
    </>
  );
}
