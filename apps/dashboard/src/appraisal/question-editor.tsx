import { QUESTION_KINDS } from '@shouwen/domain/questionnaire/questionnaire';
import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import css from './appraisal.module.css';
import { hasOptions, moved, ofKind, withOption, type Question } from './draft.ts';
import { TextPair } from './text-pair.tsx';

interface Props {
  question: Question;
  number: number;
  last: boolean;
  onChange: (question: Question) => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
}

/** One question of the builder with its kind, its words, what can be chosen, and its place. */
export function QuestionEditor({ question, number, last, onChange, onMove, onRemove }: Props) {
  const { t } = useText();
  const { kind, text, options, required } = question;
  const name = t('appraisal.question', { number });
  return (
    <li className={css.question}>
      <fieldset>
        <legend>{name}</legend>
        <div className={css.row}>
          <select
            className={css.input}
            aria-label={`${name} · ${t('appraisal.kind')}`}
            value={kind}
            onChange={({ target }) => onChange(ofKind(question, target.value as Question['kind']))}
          >
            {QUESTION_KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`appraisal.kinds.${one}`)}
              </option>
            ))}
          </select>
          {kind !== 'words' && (
            <label className={css.tick}>
              <input
                type="checkbox"
                checked={required}
                onChange={({ target }) => onChange({ ...question, required: target.checked })}
              />
              {t('appraisal.required')}
            </label>
          )}
          <span className={css.grow} />
          <Button label={`${name} · ${t('appraisal.up')}`} disabled={number === 1} onClick={() => onMove(-1)}>
            ↑
          </Button>
          <Button label={`${name} · ${t('appraisal.down')}`} disabled={last} onClick={() => onMove(1)}>
            ↓
          </Button>
          <Button kind="quiet" tone="danger" label={`${name} · ${t('appraisal.remove')}`} onClick={onRemove}>
            {t('appraisal.remove')}
          </Button>
        </div>
        <TextPair label={name} value={text} onChange={(next) => onChange({ ...question, text: next })} />
        {hasOptions(kind) && (
          <ul className={css.options} role="list" aria-label={`${name} · ${t('appraisal.options')}`}>
            {options.map((option, index) => {
              const optionName = t('appraisal.option', { number: index + 1 });
              return (
                <li key={option.id}>
                  <TextPair
                    label={`${name} · ${optionName}`}
                    value={option.text}
                    onChange={(next) =>
                      onChange({ ...question, options: options.with(index, { ...option, text: next }) })
                    }
                  />
                  <Button
                    label={`${name} · ${optionName} · ${t('appraisal.up')}`}
                    disabled={index === 0}
                    onClick={() => onChange({ ...question, options: moved(options, index, -1) })}
                  >
                    ↑
                  </Button>
                  <Button
                    label={`${name} · ${optionName} · ${t('appraisal.remove')}`}
                    disabled={options.length <= 2}
                    onClick={() => onChange({ ...question, options: options.toSpliced(index, 1) })}
                  >
                    ×
                  </Button>
                </li>
              );
            })}
            <li>
              <Button disabled={options.length >= 20} onClick={() => onChange(withOption(question))}>
                {t('appraisal.addOption')}
              </Button>
            </li>
          </ul>
        )}
      </fieldset>
    </li>
  );
}
