import { useRef, useState } from 'react';
import { ApiError } from '@shouwen/client/http';
import { ruleOf } from '@shouwen/client/questionnaire-rule';
import { useCommand } from '@shouwen/client/react/command';
import { sheetWords } from '@shouwen/client/sheet-words';
import type { Questionnaire } from '@shouwen/contracts/catalogue/questionnaire.schema';
import { handInByCode } from '@shouwen/contracts/http/questionnaire.operations';
import { sheetFault, type SheetAnswers } from '@shouwen/domain/questionnaire/questionnaire';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { EmptyState } from '@shouwen/ui/empty-state';
import { useText } from '../i18n/text.ts';
import { AnswerQuestion } from './answer-question.tsx';
import css from './appraisal.module.css';

interface Props {
  hallId: string;
  questionnaire: Questionnaire;
  code: string;
  onThanks: () => void;
  onOtherCode: () => void;
}

/** The questions, one below the other; what is left out is marked and looked at, before anything is sent. */
export function AnswerForm({ hallId, questionnaire, code, onThanks, onOtherCode }: Props) {
  const { t, lng } = useText();
  const [answers, setAnswers] = useState<Record<string, number | string | string[]>>({});
  const [words, setWords] = useState<Record<string, string>>({});
  const [wrong, setWrong] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const send = useCommand(handInByCode);
  const { questions } = questionnaire;
  const answer = (id: string, value: SheetAnswers[string] | undefined) => {
    setWrong(null);
    const rest = Object.fromEntries(Object.entries(answers).filter(([other]) => other !== id));
    setAnswers(value === undefined ? rest : { ...rest, [id]: value as number | string | string[] });
  };
  const save = async () => {
    const text = sheetWords(questionnaire, words, lng);
    const fault = sheetFault(ruleOf(questionnaire), answers, text !== '');
    setWrong(fault && fault.question);
    if (fault) {
      const marked = form.current?.querySelector<HTMLElement>(`[data-question="${fault.question}"]`);
      marked?.scrollIntoView({ block: 'center' });
      marked?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
      return;
    }
    const params = { hallId, questionnaireId: questionnaire.id };
    if (await send.run({ params, body: { code, answers, text } })) onThanks();
  };
  const problem = send.error instanceof ApiError ? send.error.problem.code : null;
  if (problem === 'sheet-code-used') {
    return (
      <EmptyState title={t('appraisal.used')} action={<Button onClick={onOtherCode}>{t('appraisal.other')}</Button>}>
        {t('appraisal.usedHint')}
      </EmptyState>
    );
  }
  return (
    <form
      ref={form}
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {questions.map((question, index) => (
        <AnswerQuestion
          key={question.id}
          question={question}
          number={index + 1}
          answer={answers[question.id]}
          words={words[question.id] ?? ''}
          wrong={wrong === question.id}
          onAnswer={(value) => answer(question.id, value)}
          onWords={(text) => setWords({ ...words, [question.id]: text })}
        />
      ))}
      {wrong !== null && <Banner kind="error" title={t(wrong === '' ? 'appraisal.empty' : 'appraisal.lookAbove')} />}
      {send.error && (
        <Banner
          kind="error"
          title={send.error instanceof ApiError ? send.error.message : t('shared.offline')}
          action={problem === 'sheet-code-wrong' && <Button onClick={onOtherCode}>{t('appraisal.other')}</Button>}
        />
      )}
      <Button type="submit" kind="primary" wide busy={send.pending}>
        {t('appraisal.send')}
      </Button>
    </form>
  );
}
