import type { KeyboardEvent } from 'react';
import { say } from '@shouwen/client/names';
import { SCALE, type SheetAnswers } from '@shouwen/domain/questionnaire/questionnaire';
import { useUiText } from '@shouwen/ui/i18n/use-text';
import { Key } from '@shouwen/ui/key';
import { useText } from '../i18n/text.ts';
import css from './appraisal.module.css';
import type { Question } from './draft.ts';

type Answer = SheetAnswers[string];

interface Props {
  question: Question;
  number: number;
  answer: Answer | undefined;
  words: string;
  wrong: boolean;
  autoFocus: boolean;
  onAnswer: (answer: Answer | undefined) => void;
  onWords: (words: string) => void;
  onNext: () => void;
}

/** One question of a sheet on paper. The key of an answer is the figure printed before it; 0 takes the answer back. */
export function PaperQuestion(props: Props) {
  const { question, number, answer, words, wrong, autoFocus, onAnswer, onWords, onNext } = props;
  const { t, lng } = useText();
  const ui = useUiText();
  const { id, kind, text, options, required } = question;
  const several = kind === 'choices';
  const choices =
    kind === 'scale'
      ? SCALE.map((step) => ({ key: step, value: step as Answer, name: ui.t(`scale.${step}`) }))
      : options.map((option, index) => ({ key: index + 1, value: option.id as Answer, name: say(option.text, lng) }));
  const chosen = Array.isArray(answer) ? (answer as readonly string[]) : [];
  const choose = (value: Answer) => {
    if (!several) return onAnswer(value);
    const one = value as string;
    const rest = chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];
    onAnswer(rest.length > 0 ? rest : undefined);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onNext();
    } else if (event.key === '0') {
      onAnswer(undefined);
    } else {
      const hit = choices.find(({ key }) => String(key) === event.key);
      if (!hit) return;
      choose(hit.value);
      if (!several) onNext();
    }
  };
  const legend = (
    <legend>
      {number}. {say(text, lng)}
      {required && kind !== 'words' && <span className={css.quiet}> {t('appraisal.mustBe')}</span>}
      {several && <span className={css.quiet}> {t('appraisal.several')}</span>}
    </legend>
  );
  if (kind === 'words') {
    return (
      <fieldset>
        {legend}
        <textarea
          className={css.input}
          aria-label={say(text, lng)}
          rows={2}
          maxLength={2000}
          value={words}
          onChange={({ target }) => onWords(target.value)}
        />
      </fieldset>
    );
  }
  return (
    <fieldset onKeyDown={onKey} data-wrong={wrong || undefined}>
      {legend}
      <div className={css.ticks}>
        {choices.map(({ key, value, name }, index) => (
          <label key={key}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={id}
              checked={several ? chosen.includes(value as string) : answer === value}
              autoFocus={autoFocus && index === 0}
              onChange={() => choose(value)}
            />
            {key < 10 && <Key>{String(key)}</Key>} {name}
          </label>
        ))}
      </div>
      {wrong && (
        <p className={css.wrong} role="alert">
          {t('appraisal.leftOut')}
        </p>
      )}
    </fieldset>
  );
}
