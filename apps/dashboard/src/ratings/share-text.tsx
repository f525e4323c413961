import type { ShareView } from '@shouwen/contracts/views/figures.schema';
import { formatPercent } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './ratings.module.css';

/** A share with its n and, where there are few, its interval: never one without the other. */
export function ShareText({ share: { k, n, share, interval } }: { share: ShareView }) {
  const { t, lng } = useText();
  return (
    <>
      <strong>{share === null ? '—' : formatPercent(share, lng)}</strong>
      <small className={css.small}>{t('rating.figures.of', { k, n })}</small>
      {interval && (
        <small className={css.small}>
          {t('rating.figures.interval', {
            low: formatPercent(interval[0], lng),
            high: formatPercent(interval[1], lng),
          })}
        </small>
      )}
    </>
  );
}
