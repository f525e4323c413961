import { useCatalogue, useHall, useHallNow } from '@shouwen/client/react/hall';
import { BigNumber } from '@shouwen/ui/big-number';
import { Button } from '@shouwen/ui/button';
import { ExampleMark } from '@shouwen/ui/example-mark';
import { useNow } from '@shouwen/ui/hooks/use-now';
import { formatTime } from '@shouwen/ui/i18n/format';
import { LiveRegion } from '@shouwen/ui/live-region';
import { useText } from '../i18n/text.ts';
import { Opening } from '@shouwen/ui/opening';
import { say, windowName } from '@shouwen/client/names';
import { bandOf } from '../notices/band.ts';
import css from './display.module.css';
import { standsIn, useVoice } from './use-voice.ts';
import { useWakeLock } from './use-wake-lock.ts';

/** Calls so young stand in the hero's place together, ms: five windows may call in one second (PEERS 5). */
const YOUNG_MS = 20_000;
/** How long the band shows one notice, ms: time to read two lines twice. */
const BAND_MS = 12_000;
/** The longest waits that there is room for. */
const MOST_WAITS = 4;

/** Now called, called before, next, and what a wait is now — for a zone, or the whole hall when it has no zone of that name. */
export function DisplayBoard({ hallId, zoneId: wanted }: { hallId: string; zoneId: string | null }) {
  const { t, lng } = useText();
  const hall = useHall(hallId, 'public');
  const { data: catalogue } = useCatalogue(hallId);
  const now = useHallNow(hall);
  useWakeLock();
  const zone = catalogue?.zones.find(({ id }) => id === wanted);
  const zoneId = zone?.id ?? null;
  const inZone = (windowId: string) => standsIn(catalogue, windowId, zoneId);
  const { needsTouch, turnOn } = useVoice(hall.live, catalogue, zoneId);
  const turn = Math.floor(useNow(Date.now, BAND_MS) / BAND_MS);
  const { board } = hall;
  if (!board || !catalogue || now === null) return <Opening />;
  const { timeZone } = catalogue.hall;
  const mine = board.calls.filter(({ windowId }) => inZone(windowId));
  const latest = mine.filter((call, index) => mine.findIndex(({ number }) => number === call.number) === index);
  const young = latest.filter(({ at }) => now - at < YOUNG_MS);
  const heroes = young.length > 0 ? young : latest.slice(0, 1);
  const others = latest.filter((call) => !heroes.includes(call)).slice(0, 4);
  const queues = board.queues.filter(
    ({ id }) => zoneId === null || catalogue.queues.find((queue) => queue.id === id)?.zoneId === zoneId,
  );
  const band = bandOf(catalogue, board.day);
  const shown = band[turn % band.length];
  const waits = queues
    .flatMap(({ id, range }) => {
      const queue = catalogue.queues.find((one) => one.id === id);
      return queue && range && range.highMinutes > 2 ? [{ id, name: queue.name, range }] : [];
    })
    .sort((a, b) => b.range.highMinutes - a.range.highMinutes)
    .slice(0, MOST_WAITS);
  const [hero] = heroes;
  return (
    <main className={css.screen} data-ground="night">
      <header className={css.head}>
        <h1 className={css.zone}>
          {zone ? `${say(zone.name, lng)} · ${say(zone.theme, lng)}` : say(catalogue.hall.name, lng)}
        </h1>
        {zone && <span className={css.muted}>{say(catalogue.hall.name, lng)}</span>}
        {catalogue.hall.example && <ExampleMark />}
        {hall.connection !== 'live' && (
          <span className={css.stale}>
            {t('shared.offlineHint', { time: formatTime(board.clock.now, timeZone, lng) })}
          </span>
        )}
        {needsTouch && (
          <Button kind="plain" size="kiosk" shape="pill" onClick={turnOn}>
            {t('display.sound')}
          </Button>
        )}
        <span className={css.clock}>{formatTime(now, timeZone, lng)}</span>
      </header>
      <LiveRegion text={hero ? `${hero.number} ${windowName(catalogue, hero.windowId, lng)}` : ''} />
      <section className={css.now}>
        <p className={css.muted}>{t('display.now')}</p>
        {heroes.length === 0 && (
          <p className={css.empty}>
            {board.open === null || board.dayClosed ? t('display.closed') : t('display.empty')}
          </p>
        )}
        <div className={css.heroes} data-count={Math.min(heroes.length, 7)}>
          {heroes.map((call) => (
            <div key={call.seq} className={css.hero}>
              <BigNumber size={300} tone="gold">
                {call.number}
              </BigNumber>
              <p className={css.window}>→ {windowName(catalogue, call.windowId, 'zh-CN')}</p>
              <p className={css.muted}>
                {windowName(catalogue, call.windowId, 'en')}
                {call.call > 1 && ` · ${t('display.nth', { count: call.call })}`}
              </p>
            </div>
          ))}
        </div>
      </section>
      <section className={css.side}>
        {others.map((call) => (
          <p key={call.seq} className={css.other}>
            <strong>{call.number}</strong>
            <span>→ {windowName(catalogue, call.windowId, lng)}</span>
            <time>{formatTime(call.at, timeZone, lng)}</time>
          </p>
        ))}
        <h2 className={css.muted}>{t('display.next')}</h2>
        <p className={css.next}>
          {queues
            .flatMap(({ next }) => next.slice(0, 2))
            .slice(0, 5)
            .join('  ') || '—'}
        </p>
        {waits.length > 0 && <h2 className={css.muted}>{t('display.waitNow')}</h2>}
        <p className={css.waits}>
          {waits.map(({ id, name, range }) => (
            <span key={id}>
              {say(name, lng)} {t('display.minutes', { low: range.lowMinutes, high: range.highMinutes })}
            </span>
          ))}
        </p>
      </section>
      {shown && (
        <footer className={css.notices}>
          {t('display.notice')} | {say(shown.text, lng)}
        </footer>
      )}
    </main>
  );
}
