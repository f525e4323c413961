import { useState } from 'react';
import { ApiError } from '@shouwen/client/http';
import { useCatalogue, useHall, useHallNow } from '@shouwen/client/react/hall';
import type { PadView } from '@shouwen/contracts/views/rating.schema';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { ExampleMark } from '@shouwen/ui/example-mark';
import { resetReadingMode } from '@shouwen/ui/hooks/use-reading-mode';
import { formatTime } from '@shouwen/ui/i18n/format';
import { LanguageSwitch } from '@shouwen/ui/language-switch';
import { Opening } from '@shouwen/ui/opening';
import { TypeSwitch } from '@shouwen/ui/type-switch';
import { useWakeLock } from '../display/use-wake-lock.ts';
import { useText } from '../i18n/text.ts';
import { AtWindow } from './at-window.tsx';
import { Officer } from './officer.tsx';
import css from './pad.module.css';
import { RateFlow } from './rate-flow.tsx';
import { usePad } from './use-pad.ts';

type Rate = NonNullable<PadView['rate']>;
/** An end that is taken back and given again opens the pad again. */
const keyOf = ({ ratingId, endedAt }: Rate): string => `${ratingId} ${endedAt}`;

/** A pad at its window: who serves, where it stands, and the rating when the serving has ended. */
export function PadHall({ hallId, onForget }: { hallId: string; onForget: () => void }) {
  const { t, lng, setLanguage } = useText();
  const hall = useHall(hallId, 'public');
  const { data: catalogue } = useCatalogue(hallId);
  const pad = usePad(hallId, hall.board);
  const now = useHallNow(hall);
  /** A rating in which somebody is busy: a look at the window does not take it from under their finger. */
  const [held, setHeld] = useState<Rate | null>(null);
  /** Closed once, it does not open again: the slip's code is left to the citizen. */
  const [closed, setClosed] = useState<string | null>(null);
  const [leftHanded, setLeftHanded] = useState(false);
  useWakeLock();
  const view = pad.data;
  if (pad.error instanceof ApiError && [401, 409].includes(pad.error.status))
    return <Lost message={pad.error.message} onForget={onForget} />;
  if (!catalogue || !view) return <Opening />;
  const waiting = view.rate && view.state !== 'serving' && keyOf(view.rate) !== closed ? view.rate : null;
  const rate = held ?? waiting;
  const done = () => {
    setClosed(rate && keyOf(rate));
    setHeld(null);
    setLeftHanded(false);
    resetReadingMode();
    setLanguage('zh-CN');
  };
  const offline = pad.isError || hall.connection === 'stale';
  return (
    <div className={css.frame} data-hand={leftHanded ? 'left' : 'right'}>
      <header className={css.head}>
        <Officer view={view} rate={rate} catalogue={catalogue} />
        {catalogue.hall.example && <ExampleMark />}
        <span className={css.switches}>
          <TypeSwitch size="kiosk" />
          <Button shape="pill" size="kiosk" pressed={leftHanded} onClick={() => setLeftHanded(!leftHanded)}>
            {t('pad.leftHand')}
          </Button>
          <LanguageSwitch size="kiosk" />
        </span>
      </header>
      {offline && (
        <Banner kind="stale" size="kiosk" title={t('shared.offline')}>
          {t('shared.offlineHint', { time: formatTime(view.clock.now, catalogue.hall.timeZone, lng) })}
        </Banner>
      )}
      <main className={css.main}>
        {rate ? (
          <RateFlow
            key={keyOf(rate)}
            hallId={hallId}
            rate={rate}
            catalogue={catalogue}
            onBusy={() => setHeld(rate)}
            onDone={done}
          />
        ) : (
          <AtWindow view={view} board={hall.board} catalogue={catalogue} now={now} />
        )}
      </main>
      {!rate && catalogue.hall.example && view.state !== 'serving' && (
        <footer className={css.foot}>
          <span className={css.grow}>{t('pad.code')}</span>
          <Button kind="quiet" size="kiosk" onClick={onForget}>
            {t('pad.otherWindow')}
          </Button>
        </footer>
      )}
    </div>
  );
}

/** Its place was taken away, or it stands at no window: an administrator pairs it anew. */
function Lost({ message, onForget }: { message: string; onForget: () => void }) {
  const { t } = useText();
  return (
    <main className={css.frame}>
      <h1 className={css.title}>{t('pad.lost')}</h1>
      <Banner kind="error" size="kiosk" title={message} />
      <Button kind="primary" size="kiosk" onClick={onForget}>
        {t('pad.pairAgain')}
      </Button>
    </main>
  );
}
