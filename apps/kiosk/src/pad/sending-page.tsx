import { useEffect, useRef, useState } from 'react';
import type { RatingLevel } from '@shouwen/domain/rating/rating';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { LiveRegion } from '@shouwen/ui/live-region';
import { useText } from '../i18n/text.ts';
import { Face } from '../rating/face.tsx';
import css from './pad.module.css';

/** Time to take a touch back, s. */
const UNDO_SECONDS = 4;

interface Props {
  level: RatingLevel;
  busy: boolean;
  error: Error | null;
  /** The hall said no: trying again would not help. */
  final: boolean;
  onSend: () => void;
  onCancel: () => void;
  onMore: () => void;
  onDone: () => void;
}

/** What was touched, on its way in four seconds: taken back, sent at once, or said in more detail. */
export function SendingPage({ level, busy, error, final, onSend, onCancel, onMore, onDone }: Props) {
  const { t } = useText();
  const [left, setLeft] = useState(UNDO_SECONDS);
  const send = useRef(onSend);
  useEffect(() => {
    send.current = error ? () => undefined : onSend;
  });
  useEffect(() => {
    const begun = performance.now();
    const timer = setInterval(() => {
      const seconds = UNDO_SECONDS - Math.floor((performance.now() - begun) / 1000);
      setLeft(Math.max(0, seconds));
      if (seconds > 0) return;
      clearInterval(timer);
      send.current();
    }, 200);
    return () => clearInterval(timer);
  }, []);
  const title = t('pad.chose', { level: t(`rating.levels.${level}`) });
  return (
    <section className={css.welcome}>
      <Face level={level} />
      <h1 className={css.greeting}>{title}</h1>
      <LiveRegion text={title} />
      {error ? (
        <>
          <Banner kind="error" size="kiosk" title={final ? error.message : t('pad.notSent')} />
          <div className={css.buttons}>
            <Button size="kiosk" kind="primary" busy={busy} onClick={final ? onDone : onSend}>
              {t(final ? 'shared.close' : 'pad.again')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className={css.hint}>{left > 0 ? t('pad.sendsIn', { seconds: left }) : t('pad.sending')}</p>
          <div className={css.buttons}>
            <Button size="kiosk" onClick={onCancel} disabled={left === 0}>
              {t('pad.cancel')}
            </Button>
            <Button size="kiosk" onClick={onMore} disabled={left === 0}>
              {t('pad.more')}
            </Button>
            <Button size="kiosk" kind="primary" busy={busy} onClick={onSend}>
              {t('pad.now')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
