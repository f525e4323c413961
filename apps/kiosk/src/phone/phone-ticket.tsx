import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Connection } from '@shouwen/client/live';
import { useCommand } from '@shouwen/client/react/command';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { cancelTicket, returnTicket } from '@shouwen/contracts/http/queue.operations';
import type { TicketView } from '@shouwen/contracts/views/ticket.schema';
import { MINUTE } from '@shouwen/domain/time/instant';
import { Banner } from '@shouwen/ui/banner';
import { BigNumber } from '@shouwen/ui/big-number';
import { BoldText } from '@shouwen/ui/bold-text';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { Dialog } from '@shouwen/ui/dialog';
import { ExampleMark } from '@shouwen/ui/example-mark';
import { formatTime, formatTimeRange } from '@shouwen/ui/i18n/format';
import { LanguageSwitch } from '@shouwen/ui/language-switch';
import { LiveRegion } from '@shouwen/ui/live-region';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { say, windowName } from '@shouwen/client/names';
import { TicketProgress } from '../progress/ticket-progress.tsx';
import { Awaited } from '../shared/awaited.tsx';
import { Guide } from './guide.tsx';
import { OrderCard } from './order-card.tsx';
import { RateCards } from './rate-card.tsx';
import css from './phone.module.css';

/** Time to walk back: so few people before, or so few minutes left at the least. */
const NEAR_PEOPLE = 2;
const NEAR_MINUTES = 5;

const ENDINGS = { finished: 'phone.finished', cancelled: 'phone.cancelled', expired: 'phone.expired' } as const;

export function PhoneTicket({
  code,
  view,
  catalogue,
  connection,
}: {
  code: string;
  view: TicketView;
  catalogue: PublicCatalogue;
  connection: Connection;
}) {
  const { t, lng } = useText();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [reading, setReading] = useState(false);
  const cancel = useCommand(cancelTicket);
  const comeBack = useCommand(returnTicket);
  const { timeZone } = catalogue.hall;
  const matter = catalogue.matters.find(({ id }) => id === view.matterId);
  const name = matter?.name ?? catalogue.queues.find(({ id }) => id === view.queueId)?.name;
  const window = windowName(catalogue, view.windowId, lng);
  const near =
    view.state === 'waiting' &&
    (view.ahead <= NEAR_PEOPLE || (view.range !== null && view.range.lowMinutes <= NEAR_MINUTES));
  const called = view.state === 'called';
  useEffect(() => {
    if (called && 'vibrate' in navigator) navigator.vibrate([400, 200, 400]);
  }, [called, view.calls]);
  const act = async (command: typeof cancel) => {
    const next = await command.run({ params: { code } });
    if (next) queries.setQueryData(['ticket', code], next);
    setAsking(false);
  };
  const headline = called ? t('phone.called', { window }) : near ? t('phone.comeBack') : '';
  return (
    <main className={css.page}>
      <header className={css.head}>
        <strong className={css.hall}>{say(catalogue.hall.name, lng)}</strong>
        <LanguageSwitch />
      </header>
      <p className={css.marks}>
        {catalogue.hall.example && <ExampleMark />}
        <Pill shape tone={connection === 'live' ? 'good' : 'soon'}>
          {connection === 'live' ? t('phone.live') : t('shared.offline')}
        </Pill>
      </p>
      <LiveRegion text={headline} />
      <Card as="section">
        <p className={css.center}>{name && say(name, lng)}</p>
        <h1 className={css.number}>
          <BigNumber size={104} align="center">
            {view.number}
          </BigNumber>
        </h1>
        {view.state === 'waiting' && (
          <>
            <p className={css.ahead}>
              <BoldText text={t('phone.ahead', { count: view.ahead })} />
            </p>
            <p className={css.ahead}>
              {view.range ? (
                <BoldText
                  text={t('phone.around', {
                    range: formatTimeRange(
                      view.clock.now + view.range.lowMinutes * MINUTE,
                      view.clock.now + view.range.highMinutes * MINUTE,
                      timeZone,
                      lng,
                    ),
                  })}
                />
              ) : (
                t('phone.unknown')
              )}
            </p>
          </>
        )}
        <Awaited awaited={view.awaited} catalogue={catalogue} className={css.ahead} />
        <p className={css.small}>{t('phone.taken', { time: formatTime(view.issuedAt, timeZone, lng) })}</p>
      </Card>
      {called && (
        <Card tone="jade" as="section">
          <h2 className={css.called}>{headline}</h2>
          <p>{t('phone.calledHint', { count: view.calls })}</p>
        </Card>
      )}
      {near && (
        <Card tone="amber" as="section">
          <h2 className={css.subtitle}>{t('phone.comeBack')}</h2>
          <p>{t('phone.comeBackHint')}</p>
        </Card>
      )}
      {view.state === 'serving' && <Banner kind="info" title={t('phone.serving', { window })} />}
      {view.state === 'held' && <Banner kind="info" title={t('phone.held', { window })} />}
      {view.state in ENDINGS && <Banner kind="info" title={t(ENDINGS[view.state as keyof typeof ENDINGS])} />}
      {view.state === 'no-show' && (
        <Banner
          kind="full"
          title={t('phone.noShow')}
          action={
            view.canReturn ? (
              <Button kind="primary" busy={comeBack.pending} onClick={() => void act(comeBack)}>
                {t('phone.return')}
              </Button>
            ) : undefined
          }
        >
          {view.canReturn && t('phone.noShowHint')}
        </Banner>
      )}
      {(view.receiver ?? matter) && (
        <Card as="section">
          <h2 className={css.subtitle}>{t('phone.who')}</h2>
          {view.receiver && (
            <Line
              name={t('phone.receiver')}
              value={`${lng === 'en' ? view.receiver.latinName : view.receiver.name} · ${window}`}
            />
          )}
          {matter && (
            <Line
              name={t('phone.promise')}
              value={
                matter.promisedDays === null
                  ? t('matter.immediate')
                  : t('phone.promised', { promised: matter.promisedDays, legal: matter.legalDays ?? 0 })
              }
            />
          )}
        </Card>
      )}
      {view.receiver && <RateCards code={code} state={view.state} catalogue={catalogue} />}
      <TicketProgress code={code} ended={view.endedAt !== null} catalogue={catalogue} />
      {view.state === 'waiting' && <OrderCard code={code} ahead={view.ahead} timeZone={timeZone} />}
      {(cancel.error ?? comeBack.error) && <Banner kind="error" title={(cancel.error ?? comeBack.error)!.message} />}
      <footer className={css.actions}>
        {view.canCancel && (
          <Button kind="plain" wide onClick={() => setAsking(true)}>
            {t('phone.cancel')}
          </Button>
        )}
        {matter && (
          <Button kind="primary" wide onClick={() => setReading(true)}>
            {t('phone.guide')}
          </Button>
        )}
        <Button
          kind="quiet"
          wide
          href={`/public/${view.hallId}/say?slip=${encodeURIComponent(code)}${lng === 'en' ? '&lang=en' : ''}`}
        >
          {t('say.atKiosk')}
        </Button>
      </footer>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('phone.cancel')}
        actions={
          <Button kind="primary" tone="danger" busy={cancel.pending} onClick={() => void act(cancel)}>
            {t('phone.cancelYes')}
          </Button>
        }
      >
        {t('phone.cancelAsk')}
      </Dialog>
      {matter && (
        <Dialog open={reading} onClose={() => setReading(false)} title={say(matter.name, lng)}>
          <Guide matter={matter} />
        </Dialog>
      )}
    </main>
  );
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <p className={css.line}>
      <span>{name}</span>
      <strong>{value}</strong>
    </p>
  );
}
