import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { say } from '@shouwen/client/names';
import { useCatalogue, useHall } from '@shouwen/client/react/hall';
import { questionnaireState } from '@shouwen/domain/questionnaire/questionnaire';
import { Button } from '@shouwen/ui/button';
import { EmptyState } from '@shouwen/ui/empty-state';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { PublicHead } from '../shared/public-head.tsx';
import { AnswerForm } from './answer-form.tsx';
import css from './appraisal.module.css';
import { CodeForm } from './code-form.tsx';

/**
 * `/public/<hall>/questionnaires/<questionnaire>?code=…`: a questionnaire on a phone, once for each code. Without its id: the one that
 * is open, or a choice.
 */
export default function AnswerPage({ hallId, questionnaireId }: { hallId: string; questionnaireId?: string }) {
  const { t, lng } = useText();
  const [search, setSearch] = useSearchParams();
  const [thanks, setThanks] = useState(false);
  const { data: catalogue, isError } = useCatalogue(hallId);
  const { board } = useHall(hallId, 'public');
  if (isError) {
    return (
      <main>
        <EmptyState title={t('ratings.notFound')} />
      </main>
    );
  }
  if (!catalogue || !board) return <Opening />;
  const open = catalogue.questionnaires.filter((one) => questionnaireState(one, board.day) === 'open');
  const only = open.length === 1 ? open[0] : undefined;
  const questionnaire = questionnaireId === undefined ? only : open.find(({ id }) => id === questionnaireId);
  const code = search.get('code') ?? '';
  const toSay = <Button href={`/public/${hallId}/say${lng === 'en' ? '?lang=en' : ''}`}>{t('appraisal.say')}</Button>;
  const withCode = (next: string) => {
    setThanks(false);
    setSearch((old) => {
      const changed = new URLSearchParams(old);
      if (next === '') changed.delete('code');
      else changed.set('code', next);
      return changed;
    });
  };
  if (!questionnaire) {
    return (
      <main className={css.page}>
        <PublicHead catalogue={catalogue} />
        <h1>{t('appraisal.heading')}</h1>
        {questionnaireId === undefined && open.length > 1 ? (
          <nav className={css.choose} aria-label={t('appraisal.choose')}>
            {open.map(({ id, title }) => (
              <Link key={id} href={`/public/${hallId}/questionnaires/${id}`}>
                {say(title, lng)}
              </Link>
            ))}
          </nav>
        ) : (
          <EmptyState title={t(questionnaireId === undefined ? 'appraisal.none' : 'appraisal.closed')} action={toSay}>
            {t('appraisal.closedHint')}
          </EmptyState>
        )}
      </main>
    );
  }
  return (
    <main className={css.page}>
      <PublicHead catalogue={catalogue} />
      <h1>{say(questionnaire.title, lng)}</h1>
      {thanks ? (
        <EmptyState title={t('appraisal.thanks')} action={toSay}>
          {t('appraisal.thanksHint')}
        </EmptyState>
      ) : (
        <>
          <p className={css.intro}>{say(questionnaire.intro, lng)}</p>
          <p className={css.quiet}>{t('appraisal.anonymous', { day: formatDay(questionnaire.until, lng) })}</p>
          {code === '' ? (
            <CodeForm onCode={withCode} />
          ) : (
            <AnswerForm
              key={code}
              hallId={hallId}
              questionnaire={questionnaire}
              code={code}
              onThanks={() => setThanks(true)}
              onOtherCode={() => withCode('')}
            />
          )}
        </>
      )}
    </main>
  );
}
