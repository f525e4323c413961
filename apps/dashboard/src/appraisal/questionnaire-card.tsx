import { say } from '@shouwen/client/names';
import { questionnaireState } from '@shouwen/domain/questionnaire/questionnaire';
import { Button } from '@shouwen/ui/button';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Card } from '@shouwen/ui/card';
import { Pill, type Tone } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import css from './appraisal.module.css';
import type { QuestionnairePage } from './page.ts';
import { BOARD } from './questionnaires-board.tsx';
import { offeredTo } from './roles.ts';
import { useResults } from './use-results.ts';

const TONES = { draft: 'neutral', open: 'good', paper: 'soon', over: 'explained' } as const satisfies Record<
  string,
  Tone
>;

/** One questionnaire in the list: where it stands, what came in, and what can be done with it now. */
export function QuestionnaireCard({ questionnaire, today }: QuestionnairePage) {
  const me = useMe();
  const { t, lng } = useText();
  const { id, title, quarter, from, until, questions } = questionnaire;
  const state = questionnaireState(questionnaire, today);
  const { builds, enters, reads } = offeredTo(me.role);
  const { data: results, error } = useResults(id, reads && state !== 'draft');
  const to = (what: string) => `${BOARD}?do=${what}&id=${id}`;
  const takes = state === 'open' || state === 'paper';
  return (
    <Card as="li">
      <div className={css.cardHead}>
        <div>
          <h2>{say(title, lng)}</h2>
          <p className={css.quiet}>
            {t('appraisal.facts', {
              quarter: t('appraisal.quarter', { year: quarter.slice(0, 4), n: quarter.slice(-1) }),
              from: formatDay(from, lng),
              until: formatDay(until, lng),
              count: questions.length,
            })}
          </p>
        </div>
        <Pill tone={TONES[state]} shape>
          {t(`appraisal.states.${state}`)}
        </Pill>
      </div>
      <p className={css.quiet}>{t(`appraisal.stateHints.${state}`)}</p>
      {results && (
        <p className={css.counts}>
          <strong>{t('appraisal.sheets', { count: results.sheets })}</strong>{' '}
          <span>{t('appraisal.sources', { byCode: results.byCode, onPaper: results.onPaper })}</span>
        </p>
      )}
      <Failure error={error} />
      <div className={css.row}>
        {state === 'draft' && builds && (
          <Button kind="primary" href={to('edit')}>
            {t('appraisal.edit')}
          </Button>
        )}
        {takes && enters && (
          <Button kind="primary" href={to('paper')}>
            {t('appraisal.enterPaper')}
          </Button>
        )}
        {(state === 'open' || state === 'draft') && enters && (
          <Button href={to('codes')}>{t('appraisal.codes')}</Button>
        )}
        {state !== 'draft' && reads && <Button href={to('results')}>{t('appraisal.results')}</Button>}
        {state === 'open' && (
          <Button href={`/public/${me.hallId}/questionnaires/${id}`}>{t('appraisal.publicPage')}</Button>
        )}
        {state !== 'draft' && builds && (
          <>
            <Button kind="quiet" href={to('edit')}>
              {t('appraisal.editTimes')}
            </Button>
            <Button kind="quiet" href={to('copy')}>
              {t('appraisal.copy')}
            </Button>
          </>
        )}
      </div>
    </Card>
  );
}
