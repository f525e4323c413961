import type { RunningClock } from '@shouwen/client/clock';
import { matterName, windowName } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { resumeServing } from '@shouwen/contracts/http/queue.operations';
import type { WaitingTicket } from '@shouwen/contracts/views/board.schema';
import type { Desk } from '@shouwen/contracts/views/desk.schema';
import { BoldText } from '@shouwen/ui/bold-text';
import { Button } from '@shouwen/ui/button';
import { useNow } from '@shouwen/ui/hooks/use-now';
import { formatMinutes, formatTime } from '@shouwen/ui/i18n/format';
import { Pill } from '@shouwen/ui/pill';
import { type Say, useText } from '../i18n/text.ts';
import type { Asking } from './desk-dialogs.tsx';
import css from './terminal.module.css';
import { OwedPanel } from './owed-panel.tsx';
import type { DeskHandle } from './use-desk.ts';

interface Props {
  desk: Desk;
  catalogue: PublicCatalogue;
  clock: RunningClock;
  onChoose: (asking: Asking) => void;
  onResume: DeskHandle['run'];
}

/** The next five in the order in which this window will call them, each with the reason for its place; and what is on hold. */
export function NextPanel({ desk, catalogue, clock, onChoose, onResume }: Props) {
  const { t, lng } = useText();
  const now = useNow(clock.now, 10_000);
  const { timeZone } = catalogue.hall;
  const minutes = (since: number) => formatMinutes(Math.max(0, Math.floor((now - since) / 60_000)), lng);
  const promiseMs = desk.waitPromiseSeconds * 1000;
  const free = desk.window.state === 'open' && desk.window.ticket === null;
  const nextIndex = desk.next.findIndex(({ awaited }) => !awaited || awaited.windowId === desk.window.id);
  return (
    <section className={css.panel} aria-labelledby="next">
      <header className={css.panelHead}>
        <h2 id="next">{t('terminal.next')}</h2>
        {desk.longestWaitingSince !== null && (
          <span className={now - desk.longestWaitingSince > promiseMs ? css.late : css.quiet}>
            <BoldText
              text={t('terminal.longest', {
                minutes: minutes(desk.longestWaitingSince),
                promise: formatMinutes(desk.waitPromiseSeconds / 60, lng),
              })}
            />
          </span>
        )}
      </header>
      {desk.next.length === 0 && <p className={css.quiet}>{t('terminal.noneWaiting')}</p>}
      <ol className={css.next}>
        {desk.next.map((ticket, index) => (
          <li key={ticket.id}>
            <span className={css.nextLine}>
              <strong className={css.nextNumber}>{ticket.number}</strong>
              {ticket.headStart && <Pill tone="explained">{t(`terminal.headStarts.${ticket.headStart}`)}</Pill>}
              <span className={now - ticket.waitingSince > promiseMs ? css.late : css.quiet}>
                {t('terminal.waited', { minutes: minutes(ticket.waitingSince) })}
              </span>
            </span>
            <span className={css.quiet}>{matterName(catalogue, ticket, lng)}</span>
            <Why ticket={ticket} timeZone={timeZone} lng={lng} t={t} />
            <AwaitedHere ticket={ticket} windowId={desk.window.id} catalogue={catalogue} />
            {index !== nextIndex && free && (
              <Button kind="quiet" onClick={() => onChoose({ what: 'chosen', ticket })}>
                {t('terminal.callFirst')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {desk.window.held.length > 0 && (
        <>
          <h2 className={css.heldTitle}>{t('terminal.held')}</h2>
          <ul className={css.next}>
            {desk.window.held.map((ticket) => (
              <li key={ticket.id}>
                <span className={css.nextLine}>
                  <strong className={css.nextNumber}>{ticket.number}</strong>
                  <span className={css.quiet}>
                    {t('terminal.heldSince', { time: formatTime(ticket.heldSince ?? now, timeZone, lng) })}
                  </span>
                </span>
                <span className={css.quiet}>{matterName(catalogue, ticket, lng)}</span>
                <Button disabled={!free} onClick={() => void onResume(resumeServing, { ticketId: ticket.id })}>
                  {t('terminal.resume')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <OwedPanel catalogue={catalogue} now={now} />
    </section>
  );
}

/** Why it stands where it stands, when that is not simply the order of arrival. */
function Why({ ticket, timeZone, lng, t }: { ticket: WaitingTicket; timeZone: string; lng: 'zh-CN' | 'en'; t: Say }) {
  const at = (ms: number) => formatTime(ms, timeZone, lng);
  const figures = { issued: at(ticket.issuedAt), counts: at(ticket.rank) };
  if (ticket.returns > 0) return <span className={css.why}>{t('terminal.why.cameBack', figures)}</span>;
  if (ticket.headStart) return <span className={css.why}>{t('terminal.why.headStart', figures)}</span>;
  if (ticket.waitingSince > ticket.issuedAt)
    return <span className={css.why}>{t('terminal.why.transferred', figures)}</span>;
  return null;
}

/** A second visit: mine to call, or passed over here because a colleague knows the matter. */
function AwaitedHere({
  ticket: { awaited },
  windowId,
  catalogue,
}: {
  ticket: WaitingTicket;
  windowId: string;
  catalogue: PublicCatalogue;
}) {
  const { t, lng } = useText();
  if (!awaited) return null;
  if (awaited.windowId === windowId) return <span className={css.why}>{t('terminal.why.awaitedHere')}</span>;
  const time = formatTime(awaited.until, catalogue.hall.timeZone, lng);
  return (
    <span className={css.why}>
      {t('terminal.why.awaitedElsewhere', { window: windowName(catalogue, awaited.windowId, lng), time })}
    </span>
  );
}
