import { useRef, useState } from 'react';
import { useCommand } from '@shouwen/client/react/command';
import { sheetWords } from '@shouwen/client/sheet-words';
import { enterPaper } from '@shouwen/contracts/http/questionnaire.operations';
import { questionnaireState, sheetFault, type SheetAnswers } from '@shouwen/domain/questionnaire/questionnaire';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { EmptyState } from '@shouwen/ui/empty-state';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import css from './appraisal.module.css';
import type { QuestionnairePage } from './page.ts';
import { PaperQuestion } from './paper-question.tsx';
import { BOARD } from './questionnaires-board.tsx';
import { ruleOf } from '@shouwen/client/questionnaire-rule';

/** Sheets on paper, entered by the keys alone: a figure answers and goes on, Enter goes on, Ctrl+Enter enters the sheet. */
export function PaperPage({ questionnaire, today }: QuestionnairePage) {
  const me = useMe();
  const { t, lng } = useText();
  const [answers, setAnswers] = useState<SheetAnswers>({});
  const [words, setWords] = useState<Record<string, string>>({});
  const [entered, setEntered] = useState<number[]>([]);
  const [wrong, setWrong] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const enter = useCommand(enterPaper);
  const state = questionnaireState(questionnaire, today);
  const { questions } = questionnaire;
  const focusOn = (index: number) => {
    const asked = form.current?.querySelectorAll('fieldset')[index];
    asked?.querySelector<HTMLElement>('input:checked, input, textarea')?.focus();
  };
  const next = (index: number) => {
    if (index + 1 < questions.length) focusOn(index + 1);
    else form.current?.querySelector<HTMLElement>('button[type=submit]')?.focus();
  };
  const save = async () => {
    const text = sheetWords(questionnaire, words, lng);
    const fault = sheetFault(ruleOf(questionnaire), answers, text !== '');
    setWrong(fault && (fault.question || questions[0]!.id));
    if (fault) {
      focusOn(
        Math.max(
          0,
          questions.findIndex(({ id }) => id === fault.question),
        ),
      );
      return;
    }
    const params = { hallId: me.hallId, questionnaireId: questionnaire.id };
    const reply = await enter.run({ params, body: { answers: { ...answers } as Record<string, never>, text } });
    if (!reply) return;
    setEntered((before) => [reply.n, ...before]);
    setAnswers({});
    setWords({});
    focusOn(0);
  };
  if (state === 'draft' || state === 'over') {
    return (
      <EmptyState title={t(`appraisal.noPaper.${state}`)} action={<Button href={BOARD}>{t('appraisal.back')}</Button>}>
        {t(`appraisal.stateHints.${state}`)}
      </EmptyState>
    );
  }
  return (
    <>
      <div className={css.row}>
        <h2 className={css.grow}>{t('appraisal.enterPaper')}</h2>
        <Button href={BOARD}>{t('appraisal.back')}</Button>
      </div>
      <p className={css.quiet}>{t('appraisal.paperHint')}</p>
      <form
        ref={form}
        className={css.paper}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void save();
        }}
      >
        {questions.map((question, index) => (
          <PaperQuestion
            key={question.id}
            question={question}
            number={index + 1}
            answer={answers[question.id]}
            words={words[question.id] ?? ''}
            wrong={wrong === question.id}
            autoFocus={index === 0}
            onAnswer={(answer) => {
              setWrong(null);
              const rest = Object.fromEntries(Object.entries(answers).filter(([id]) => id !== question.id));
              setAnswers(answer === undefined ? rest : { ...rest, [question.id]: answer });
            }}
            onWords={(text) => setWords({ ...words, [question.id]: text })}
            onNext={() => next(index)}
          />
        ))}
        <Failure error={enter.error} />
        <div className={css.row}>
          <Button type="submit" kind="primary" busy={enter.pending}>
            {t('appraisal.enter')}
          </Button>
          <span className={css.quiet}>{t('appraisal.enterHint')}</span>
        </div>
      </form>
      <div aria-live="polite">
        {entered.length > 0 && (
          <Banner kind="info" title={t('appraisal.entered', { n: entered[0]! })}>
            {t('appraisal.sitting', { count: entered.length })}
          </Banner>
        )}
      </div>
    </>
  );
}
