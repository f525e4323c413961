import { useState } from 'react';
import { useCommand } from '@shouwen/client/react/command';
import { ApiError } from '@shouwen/client/http';
import { bookAppointment } from '@shouwen/contracts/http/queue.operations';
import { ERRORS } from '@shouwen/contracts/errors';
import type { RefusalCode } from '@shouwen/domain/hall/refusals';
import { HOUR } from '@shouwen/domain/time/instant';
import { Banner } from '@shouwen/ui/banner';
import { BigNumber } from '@shouwen/ui/big-number';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { formatDate, formatTime } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './kiosk.module.css';
import type { PageProps } from './shared-props.ts';

/** How many slots of the next open day are offered, one an hour from an hour after opening. */
const SLOTS = 4;

/** No number can be given now: why, and a slot on the next open day instead. */
export function BookTomorrow({
  hallId,
  catalogue,
  board,
  queueId,
  matterId,
  refused,
}: PageProps & { queueId: string; matterId: string | null; refused: RefusalCode }) {
  const { t, lng } = useText();
  const book = useCommand(bookAppointment);
  const [booked, setBooked] = useState<{ appointmentId: string; slotAt: number } | null>(null);
  const { timeZone } = catalogue.hall;
  const when = (at: number) => ({ day: formatDate(at, timeZone, lng), time: formatTime(at, timeZone, lng) });
  if (booked) {
    const { day, time } = when(booked.slotAt);
    return (
      <Card size="kiosk" tone="jade" as="section">
        <h2>
          {t('matter.booked')} · {day} {time}
        </h2>
        <BigNumber size={104}>{booked.appointmentId}</BigNumber>
        <p className={css.hint}>{t('matter.bookedHint')}</p>
      </Card>
    );
  }
  const opening = board.nextOpening?.from;
  const slots = opening === undefined ? [] : Array.from({ length: SLOTS }, (_, n) => opening + (n + 1) * HOUR);
  return (
    <>
      <Banner
        size="kiosk"
        kind={refused === 'hall-closed' ? 'closed' : 'full'}
        title={ERRORS[refused][lng === 'en' ? 'en' : 'zh']}
      />
      <div className={css.priorities}>
        {slots.map((slotAt) => (
          <Button
            key={slotAt}
            kind="plain"
            size="kiosk"
            wide
            busy={book.pending}
            onClick={() => void book.run({ params: { hallId }, body: { queueId, matterId, slotAt } }).then(setBooked)}
          >
            {t('matter.book', when(slotAt))}
          </Button>
        ))}
      </div>
      {book.error && (
        <Banner
          size="kiosk"
          kind="error"
          title={book.error instanceof ApiError ? book.error.message : t('shared.offline')}
        />
      )}
    </>
  );
}
