import { useEffect, useState } from 'react';
import type { Slip } from '@shouwen/contracts/views/ticket.schema';
import { MINUTE } from '@shouwen/domain/time/instant';
import { BigNumber } from '@shouwen/ui/big-number';
import { BoldText } from '@shouwen/ui/bold-text';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { formatDateTime, formatTimeRange } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { say } from '@shouwen/client/names';
import { Awaited } from '../shared/awaited.tsx';
import css from './kiosk.module.css';
import { QrCode } from './qr-code.tsx';
import type { PageProps } from './shared-props.ts';

/** How long the slip stays on the screen, seconds. */
const SHOWN_SECONDS = 20;

/** The number: on the screen and on paper. Paper only ever comes after the server has saved the ticket (PEERS 9). */
export function TicketPage({ catalogue, slip, onHome, onDone }: PageProps & { slip: Slip; onDone: () => void }) {
  const { t, lng } = useText();
  const [seconds, setSeconds] = useState(SHOWN_SECONDS);
  const { timeZone } = catalogue.hall;
  useEffect(() => {
    if (new URLSearchParams(location.search).get('print') === 'yes') window.print();
  }, [slip.id]);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((left) => left - 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (seconds <= 0) onDone();
  }, [seconds, onDone]);
  const matter = catalogue.matters.find(({ id }) => id === slip.matterId);
  const name = matter?.name ?? catalogue.queues.find(({ id }) => id === slip.queueId)?.name;
  const zone = catalogue.zones.find(({ id }) => id === slip.zoneId);
  const from = slip.clock.now;
  return (
    <>
      <Card size="kiosk" hero as="section">
        <p className={`${css.center} ${css.big}`}>
          {t('ticket.yours')} · {name && say(name, lng)}
        </p>
        <BigNumber size={300} align="center">
          {slip.number}
        </BigNumber>
        <p className={css.sit}>{zone && <BoldText text={t('ticket.sit', { zone: say(zone.name, lng) })} />}</p>
        <Awaited awaited={slip.awaited} catalogue={catalogue} className={`${css.center} ${css.big}`} />
        <p className={`${css.center} ${css.big}`}>
          <BoldText text={t('matter.ahead', { count: slip.ahead })} />
          {slip.range && (
            <>
              {' · '}
              <BoldText
                text={t('ticket.turn', {
                  range: formatTimeRange(
                    from + slip.range.lowMinutes * MINUTE,
                    from + slip.range.highMinutes * MINUTE,
                    timeZone,
                    lng,
                  ),
                })}
              />
            </>
          )}
        </p>
        <p className={css.paperOnly}>{formatDateTime(slip.issuedAt, timeZone, lng)}</p>
      </Card>
      <Card size="kiosk" as="section">
        <div className={css.scan}>
          <QrCode text={slip.page ?? `${location.origin}/t/${slip.code}`} />
          <div>
            <h2>{t('ticket.scan')}</h2>
            <p className={css.hint}>{t('ticket.scanHint')}</p>
          </div>
        </div>
      </Card>
      {matter && matter.guide.materials.length > 0 && (
        <Card size="kiosk" as="section">
          <h2>{t('matter.bring')}</h2>
          <ul className={css.materials}>
            {matter.guide.materials.map((material) => (
              <li key={material.id}>{say(material.name, lng)}</li>
            ))}
          </ul>
        </Card>
      )}
      <div className={css.push} />
      <div className={css.row} data-print="no">
        <Button kind="plain" size="kiosk" wide onClick={onHome}>
          {t('ticket.again')}
        </Button>
        <Button kind="plain" size="kiosk" wide onClick={() => window.print()}>
          {t('ticket.print')}
        </Button>
        <Button kind="primary" size="kiosk" wide onClick={onDone}>
          {t('ticket.done', { seconds })}
        </Button>
      </div>
    </>
  );
}
