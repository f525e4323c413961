import { say } from '@shouwen/client/names';
import type { RatingForm } from '@shouwen/contracts/catalogue/rating-form.schema';
import { RATING_LEVELS, type RatingLevel } from '@shouwen/domain/rating/rating';
import { useText } from '../i18n/text.ts';
import css from './details-form.module.css';
import { Face } from './face.tsx';
import { labelsFor, type Details } from './levels.ts';

interface Props {
  form: RatingForm;
  level: RatingLevel;
  details: Details;
  size: 'pad' | 'phone';
  onChange: (details: Details) => void;
}

/** The optional second page: the hall's own dimensions and labels. A second touch takes a choice back. */
export function DetailsForm({ form, level, details, size, onChange }: Props) {
  const { t, lng } = useText();
  const rate = (id: string, value: RatingLevel) => {
    const { [id]: before, ...others } = details.dimensions;
    onChange({ ...details, dimensions: before === value ? others : { ...others, [id]: value } });
  };
  const mark = (id: string) =>
    onChange({
      ...details,
      labels: details.labels.includes(id) ? details.labels.filter((one) => one !== id) : [...details.labels, id],
    });
  return (
    <div className={css.form} data-size={size}>
      <div className={css.dimensions}>
        {form.dimensions.map(({ id, name }) => (
          <div key={id} className={css.dimension} role="group" aria-label={say(name, lng)}>
            <span className={css.name}>
              {say(name, lng)}
              <small>{details.dimensions[id] ? t(`rating.levels.${details.dimensions[id]}`) : ' '}</small>
            </span>
            <span className={css.levels}>
              {RATING_LEVELS.map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-label={t(`rating.levels.${one}`)}
                  aria-pressed={details.dimensions[id] === one}
                  onClick={() => rate(id, one)}
                >
                  <Face level={one} small />
                </button>
              ))}
            </span>
          </div>
        ))}
      </div>
      <div className={css.labels} role="group" aria-label={t('rating.labels')}>
        {labelsFor(form, level).map(({ id, name }) => (
          <button key={id} type="button" aria-pressed={details.labels.includes(id)} onClick={() => mark(id)}>
            {details.labels.includes(id) && <span aria-hidden="true">✓ </span>}
            {say(name, lng)}
          </button>
        ))}
      </div>
    </div>
  );
}
