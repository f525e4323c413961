import type { RatingForm } from '@shouwen/contracts/catalogue/rating-form.schema';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import { DetailsForm } from '../rating/details-form.tsx';
import css from './pad.module.css';
import type { MoreProps } from './more-props.ts';

/** The optional second page. */
export function DetailsPage({
  form,
  level,
  details,
  busy,
  error,
  secondsLeft,
  onChange,
  onSend,
  onBack,
  onWords,
}: MoreProps & { form: RatingForm; onWords: () => void }) {
  const { t } = useText();
  return (
    <>
      <h1 className={css.subtitle}>{t('rating.detailsAsk', { level: t(`rating.levels.${level}`) })}</h1>
      <DetailsForm form={form} level={level} details={details} size="pad" onChange={onChange} />
      {error && <Banner kind="error" size="kiosk" title={error.message || t('pad.notSent')} />}
      <footer className={css.foot}>
        <Button size="kiosk" onClick={onBack}>
          {t('shared.back')}
        </Button>
        <span className={css.grow}>{t('pad.closesUnsent', { seconds: secondsLeft })}</span>
        <Button size="kiosk" onClick={onWords}>
          {t('pad.words')}
        </Button>
        <Button size="kiosk" kind="primary" busy={busy} onClick={onSend}>
          {t('rating.send')}
        </Button>
      </footer>
    </>
  );
}
