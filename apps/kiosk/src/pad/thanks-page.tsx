import type { CastReply } from '@shouwen/contracts/views/rating.schema';
import type { RatingLevel } from '@shouwen/domain/rating/rating';
import { BigNumber } from '@shouwen/ui/big-number';
import { Button } from '@shouwen/ui/button';
import { formatDay } from '@shouwen/ui/i18n/format';
import { LiveRegion } from '@shouwen/ui/live-region';
import { useText } from '../i18n/text.ts';
import { Face } from '../rating/face.tsx';
import css from './pad.module.css';

/** Thanks, and what happens next: for a bad rating the number, the day, and how to follow it. */
export function ThanksPage({
  reply,
  level,
  secondsLeft,
  onDone,
}: {
  reply: CastReply;
  level: RatingLevel;
  secondsLeft: number;
  onDone: () => void;
}) {
  const { t, lng } = useText();
  return (
    <section className={css.welcome}>
      <Face level={level} />
      <h1 className={css.greeting}>{t('rating.thanks')}</h1>
      <LiveRegion text={t('rating.thanks')} />
      {reply.bad && reply.number && reply.verifyBy ? (
        <>
          <p className={css.lead}>{t('rating.badNext', { day: formatDay(reply.verifyBy, lng) })}</p>
          <div className={css.number}>
            <BigNumber size={76} align="center">
              {reply.number}
            </BigNumber>
          </div>
          <p className={css.hint}>{t('rating.badFollow')}</p>
        </>
      ) : (
        <p className={css.lead}>{t('rating.goodNext')}</p>
      )}
      <div className={css.buttons}>
        <Button size="kiosk" kind="primary" onClick={onDone}>
          {t('pad.done', { seconds: secondsLeft })}
        </Button>
      </div>
    </section>
  );
}
