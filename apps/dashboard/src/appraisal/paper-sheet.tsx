import { say } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { Questionnaire } from '@shouwen/contracts/catalogue/questionnaire.schema';
import { SCALE } from '@shouwen/domain/questionnaire/questionnaire';
import { formatDay } from '@shouwen/ui/i18n/format';
import { useUiText } from '@shouwen/ui/i18n/use-text';
import { useText } from '../i18n/text.ts';
import css from './appraisal.module.css';

/** The sheet as it is read and, printed, filled in by hand. The figure before a choice is the key that enters it. */
export function PaperSheet({ questionnaire, catalogue }: { questionnaire: Questionnaire; catalogue: PublicCatalogue }) {
  const { t, lng } = useText();
  const ui = useUiText();
  const { title, intro, until, questions } = questionnaire;
  return (
    <article className={css.sheet}>
      <header>
        <p className={css.quiet}>{say(catalogue.hall.name, lng)}</p>
        <h3>{say(title, lng) || t('appraisal.noTitle')}</h3>
        <p className={css.intro}>{say(intro, lng)}</p>
        <p className={css.quiet}>{t('appraisal.sheetHint', { day: formatDay(until, lng) })}</p>
      </header>
      <ol>
        {questions.map(({ id, kind, text, options, required }) => (
          <li key={id}>
            <p>
              {say(text, lng) || '…'}
              {required && kind !== 'words' && <span aria-hidden="true"> *</span>}
              {kind === 'choices' && <span className={css.quiet}> {t('appraisal.several')}</span>}
            </p>
            {kind === 'words' ? (
              <div className={css.lines} aria-hidden="true" />
            ) : (
              <ul className={css.boxes} role="list">
                {kind === 'scale'
                  ? SCALE.map((step) => (
                      <li key={step}>
                        ☐ {step} {ui.t(`scale.${step}`)}
                      </li>
                    ))
                  : options.map((option, index) => (
                      <li key={option.id}>
                        ☐ {index + 1} {say(option.text, lng) || '…'}
                      </li>
                    ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </article>
  );
}
