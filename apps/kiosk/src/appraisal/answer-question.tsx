import { say } from '@shouwen/client/names';
import type { Questionnaire } from '@shouwen/contracts/catalogue/questionnaire.schema';
import { SCALE, type SheetAnswers } from '@shouwen/domain/questionnaire/questionnaire';
import { useUiText } from '@shouwen/ui/i18n/use-text';
import { useText } from '../i18n/text.ts';
import css from './appraisal.module.css';

type Answer = SheetAnswers[string];

interface Props {
  question: Questionnaire['questions'][number];
  number: number;
  answer: Answer | undefined;
  words: string;
  wrong: boolean;
  onAnswer: (answer: Answer | undefined) => void;
  onWords: (words: string) => void;
}

/** One question with all its answers in sight, each as wide as a thumb needs. */
export function AnswerQuestion({ question, number, answer, words, wrong, onAnswer, onWords }: Props) {
  const { t, lng } = useText();
  const ui = useUiText();
  const { id, kind, text, options, required } = question;
  const several = kind === 'choices';
  const choices: { value: Answer; name: string }[] =
    kind === 'scale'
      ? SCALE.map((step) => ({ value: step, name: ui.t(`scale.${step}`) }))
      : options.map((option) => ({ value: option.id, name: say(option.text, lng) }));
  const chosen = Array.isArray(answer) ? (answer as readonly string[]) : [];
  const choose = (value: Answer, on: boolean) => {
    if (!several) return onAnswer(value);
    const rest = chosen.filter((one) => one !== value);
    const next = on ? [...rest, value as string] : rest;
    onAnswer(next.length > 0 ? next : undefined);
  };
  return (
    <fieldset className={css.question} data-question={id} data-wrong={wrong || undefined}>
      <legend>
        {number}. {say(text, lng)}
        {required && kind !== 'words' && <small> {t('appraisal.required')}</small>}
        {several && <small> {t('appraisal.several')}</small>}
      </legend>
      {wrong && (
        <p className={css.wrong} role="alert">
          {t('appraisal.leftOut')}
        </p>
      )}
      {kind === 'words' ? (
        <textarea
          rows={4}
          maxLength={2000}
          aria-label={say(text, lng)}
          placeholder={t('appraisal.wordsHint')}
          value={words}
          onChange={({ target }) => onWords(target.value)}
        />
      ) : (
        <div className={css.choices} data-kind={kind}>
          {choices.map(({ value, name }) => (
            <label key={String(value)}>
              <input
                type={several ? 'checkbox' : 'radio'}
                name={id}
                checked={several ? chosen.includes(value as string) : answer === value}
                onChange={({ target }) => choose(value, target.checked)}
              />
              {name}
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
