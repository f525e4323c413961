import type { RatingLevel } from '@shouwen/domain/rating/rating';
import { useText } from '../i18n/text.ts';
import { Faces } from '../rating/faces.tsx';
import css from './pad.module.css';

/** The question and five answers. */
export function FacesPage({ secondsLeft, onChoose }: { secondsLeft: number; onChoose: (level: RatingLevel) => void }) {
  const { t } = useText();
  return (
    <>
      <div>
        <h1 className={css.title}>{t('rating.ask')}</h1>
        <p className={css.hint}>{t('rating.free')}</p>
      </div>
      <Faces size="pad" onChoose={onChoose} />
      <footer className={css.foot}>
        <span className={css.grow}>{t('pad.code')}</span>
        <span>{t('pad.closes', { seconds: secondsLeft })}</span>
      </footer>
    </>
  );
}
