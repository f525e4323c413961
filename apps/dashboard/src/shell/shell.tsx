import { useEffect, useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { Audience, LiveState } from '@shouwen/client/live';
import { personName, say } from '@shouwen/client/names';
import { useCatalogue } from '@shouwen/client/react/hall';
import { Button } from '@shouwen/ui/button';
import { ClockText } from '@shouwen/ui/clock-text';
import { Dialog } from '@shouwen/ui/dialog';
import { ExampleMark } from '@shouwen/ui/example-mark';
import { formatTime } from '@shouwen/ui/i18n/format';
import { LanguageSwitch } from '@shouwen/ui/language-switch';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { useMe, useSession } from '../session/session.tsx';
import { ChangePassword } from './change-password.tsx';
import { placesOf } from './places.ts';
import css from './shell.module.css';

interface Props {
  /** The hall's connection; pages that do not move live leave it out. */
  hall?: Pick<LiveState<Audience>, 'connection' | 'clock' | 'since' | 'board'>;
  /** What stands first in the head: where one is. */
  title?: ReactNode;
  /** Figures on the right of the head. */
  figures?: ReactNode;
  children: ReactNode;
}

/** Head of every staff page: where one is, whether what one sees is true now, and the way out. */
export function Shell({ hall, title, figures, children }: Props) {
  const me = useMe();
  const { t, lng } = useText();
  const { leave } = useSession();
  const { data: catalogue } = useCatalogue(me.hallId);
  const [path] = useLocation();
  const [account, setAccount] = useState(false);
  const places = placesOf(me);
  const timeZone = catalogue?.hall.timeZone ?? 'Asia/Shanghai';
  return (
    <div className={css.page}>
      <header className={css.head}>
        {title}
        {places.length > 1 && (
          <nav className={css.nav} aria-label={t('shell.menu')}>
            {places.map((place) => (
              <Link
                key={place}
                href={`/dashboard/${place}`}
                aria-current={path.startsWith(`/dashboard/${place}`) ? 'page' : undefined}
              >
                {t(`shell.${place}`)}
              </Link>
            ))}
          </nav>
        )}
        {me.example && <ExampleMark />}
        <span className={css.space} />
        {hall && <Connection hall={hall} timeZone={timeZone} />}
        {figures}
        {hall?.clock && (
          <strong className={css.clock}>
            <ClockText now={hall.clock.now} timeZone={timeZone} weekday />
          </strong>
        )}
        <LanguageSwitch />
        <Button kind="quiet" onClick={() => setAccount(true)}>
          {personName(me, lng)}
        </Button>
      </header>
      {children}
      <Dialog open={account} onClose={() => setAccount(false)} title={personName(me, lng)}>
        <div className={css.account}>
          <p>
            {catalogue && say(catalogue.hall.name, lng)} · {t(`signIn.roles.${me.role}`)}
          </p>
          <Button kind="primary" wide onClick={() => void leave(false)}>
            {t('shell.signOut')}
          </Button>
          <Button wide onClick={() => void leave(true)}>
            {t('shell.signOutEverywhere')}
          </Button>
          {!me.example && <ChangePassword />}
        </div>
      </Dialog>
    </div>
  );
}

function Connection({ hall, timeZone }: { hall: NonNullable<Props['hall']>; timeZone: string }) {
  const { t, lng } = useText();
  const { end } = useSession();
  const [seconds, setSeconds] = useState(0);
  const { connection, since, board } = hall;
  useEffect(() => {
    if (connection === 'refused') end();
    if (connection !== 'stale') return;
    const look = () => setSeconds(Math.round((Date.now() - since) / 1000));
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [connection, since, end]);
  if (connection === 'live') {
    return (
      <Pill tone="good" shape>
        {t('shell.live')}
      </Pill>
    );
  }
  if (connection === 'connecting') return <Pill>{t('shell.connecting')}</Pill>;
  return (
    <span className={css.stale} role="status">
      <Pill tone="soon" shape>
        {t('shell.stale', { seconds })}
      </Pill>{' '}
      {board && t('shell.staleHint', { time: formatTime(board.clock.now, timeZone, lng) })}
    </span>
  );
}
