import type { RatingLevel } from '@shouwen/domain/rating/rating';
import css from './face.module.css';

/** Eyes and mouth tell the five apart without any colour. */
const MOUTHS: Record<RatingLevel, string> = {
  'very-satisfied': 'M22 52 H78 C78 74 66 84 50 84 C34 84 22 74 22 52 Z',
  satisfied: 'M27 58 C34 76 66 76 73 58',
  'fairly-satisfied': 'M28 66 H72',
  dissatisfied: 'M28 74 C36 58 64 58 72 74',
  'very-dissatisfied': 'M26 78 C32 54 68 54 74 78',
};

/** A face for a level. Drawn for the eye only: its word always stands beside it, or in the label of its button. */
export function Face({ level, small = false }: { level: RatingLevel; small?: boolean }) {
  return (
    <svg
      className={`${css.face} ${small ? css.small : ''}`}
      data-level={level}
      viewBox="0 0 100 100"
      aria-hidden="true"
    >
      <circle cx="50" cy="50" r="46" />
      {level === 'very-dissatisfied' ? (
        <path d="M24 30 L40 40 M76 30 L60 40" />
      ) : (
        <path d="M33 35 V41 M67 35 V41" className={css.eyes} />
      )}
      <path d={MOUTHS[level]} className={level === 'very-satisfied' ? css.laugh : undefined} />
    </svg>
  );
}
