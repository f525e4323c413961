import { RATING_LEVELS, type RatingLevel } from '@shouwen/domain/rating/rating';
import { useText } from '../i18n/text.ts';
import { Face } from './face.tsx';
import css from './faces.module.css';

/** Five faces, each with its word: the whole of a rating in one touch. */
export function Faces({
  size,
  chosen = null,
  onChoose,
}: {
  size: 'pad' | 'phone';
  chosen?: RatingLevel | null;
  onChoose: (level: RatingLevel) => void;
}) {
  const { t } = useText();
  return (
    <div className={css.faces} data-size={size} role="group" aria-label={t('rating.levelsLabel')}>
      {RATING_LEVELS.map((level) => (
        <button
          key={level}
          type="button"
          className={css.face}
          aria-pressed={chosen === level}
          onClick={() => onChoose(level)}
        >
          <Face level={level} small={size === 'phone'} />
          <span>{t(`rating.levels.${level}`)}</span>
        </button>
      ))}
    </div>
  );
}
