import { useState } from 'react';
import { useCatalogue, useHall, useHallNow } from '@shouwen/client/react/hall';
import type { Slip } from '@shouwen/contracts/views/ticket.schema';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import { ExampleMark } from '@shouwen/ui/example-mark';
import { resetReadingMode } from '@shouwen/ui/hooks/use-reading-mode';
import { formatTime, formatWeekday } from '@shouwen/ui/i18n/format';
import { LanguageSwitch } from '@shouwen/ui/language-switch';
import { ContrastSwitch, TypeSwitch } from '@shouwen/ui/type-switch';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { say } from '@shouwen/client/names';
import { KioskProgress } from '../progress/kiosk-progress.tsx';
import { KioskSay } from '../say/kiosk-say.tsx';
import { FindPage } from './find-page.tsx';
import { HomePage } from './home-page.tsx';
import css from './kiosk.module.css';
import { MatterPage } from './matter-page.tsx';
import { MattersPage } from './matters-page.tsx';
import { TicketPage } from './ticket-page.tsx';
import { useIdle } from './use-idle.ts';

export type Page =
  | { name: 'attract' }
  | { name: 'home' }
  | { name: 'matters'; departmentId: string }
  | { name: 'matter'; queueId: string; matterId: string | null }
  | { name: 'find'; what: 'appointment' | 'missed' }
  | { name: 'progress' }
  | { name: 'say' }
  | { name: 'ticket'; slip: Slip };

/** A kiosk in its hall: one page after another, back to the start when nobody touches it for a minute. */
export function KioskHall({ hallId }: { hallId: string }) {
  const { t, lng, setLanguage } = useText();
  const hall = useHall(hallId, 'public');
  const { data: catalogue } = useCatalogue(hallId);
  const now = useHallNow(hall, 5_000);
  const [page, setPage] = useState<Page>({ name: 'home' });
  const restart = () => {
    resetReadingMode();
    setLanguage('zh-CN');
    setPage({ name: 'attract' });
  };
  const idle = useIdle(page.name !== 'attract' && page.name !== 'ticket', restart);
  if (!catalogue || !hall.board) return <Opening />;
  const { board } = hall;
  const home = () => setPage({ name: 'home' });
  if (page.name === 'attract') {
    return (
      <button type="button" className={css.attract} onClick={home}>
        <span>{catalogue.hall.name.zh}</span>
        <span className={css.attractTitle}>{t('home.attract')}</span>
        <span className={css.attractStart}>{t('home.attractHint')}</span>
        <span lang="en">{t('home.attractEnglish')}</span>
      </button>
    );
  }
  const shared = { hallId, catalogue, board, onPage: setPage, onHome: home };
  return (
    <div className={css.frame}>
      <header className={css.head} data-print="no">
        <strong>{say(catalogue.hall.name, lng)}</strong>
        {catalogue.hall.example && <ExampleMark />}
        <span className={css.clock}>
          {now !== null &&
            `${formatTime(now, catalogue.hall.timeZone, lng)} · ${formatWeekday(now, catalogue.hall.timeZone, lng)}`}
        </span>
        <TypeSwitch size="kiosk" />
        <ContrastSwitch size="kiosk" />
        <LanguageSwitch size="kiosk" />
      </header>
      {hall.connection !== 'live' && (
        <Banner size="kiosk" kind="stale" title={t('shared.offline')}>
          {t('shared.offlineHint', { time: formatTime(board.clock.now, catalogue.hall.timeZone, lng) })}
        </Banner>
      )}
      <main className={css.main}>
        {page.name === 'home' && <HomePage {...shared} />}
        {page.name === 'matters' && <MattersPage {...shared} departmentId={page.departmentId} />}
        {page.name === 'matter' && <MatterPage {...shared} queueId={page.queueId} matterId={page.matterId} />}
        {page.name === 'find' && <FindPage {...shared} what={page.what} />}
        {page.name === 'say' && <KioskSay {...shared} />}
        {page.name === 'progress' && <KioskProgress {...shared} />}
        {page.name === 'ticket' && <TicketPage {...shared} slip={page.slip} onDone={restart} />}
      </main>
      <Dialog
        open={idle.warning}
        onClose={idle.stay}
        title={t('home.still')}
        actions={
          <Button kind="primary" size="kiosk" onClick={idle.stay}>
            {t('home.here')}
          </Button>
        }
      >
        {t('home.stillHint', { seconds: idle.secondsLeft })}
      </Dialog>
    </div>
  );
}
