import { useState } from 'react';
import { useCommand } from '@shouwen/client/react/command';
import { ApiError } from '@shouwen/client/http';
import { checkIn, returnAtKiosk } from '@shouwen/contracts/http/queue.operations';
import type { TicketView } from '@shouwen/contracts/views/ticket.schema';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { useText } from '../i18n/text.ts';
import css from './kiosk.module.css';
import { DIGITS, Keys, typed } from './keys.tsx';
import type { PageProps } from './shared-props.ts';

/** “我有预约” by its six digits, “我过号了” by the number on the slip; a keypad on the screen. */
export function FindPage({
  hallId,
  catalogue,
  board,
  what,
  onPage,
  onHome,
}: PageProps & { what: 'appointment' | 'missed' }) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [back, setBack] = useState<TicketView | null>(null);
  const check = useCommand(checkIn);
  const comeBack = useCommand(returnAtKiosk);
  const missed = what === 'missed';
  const ready = missed ? /^[A-Z]{1,2}\d{3,6}$/.test(text) : /^\d{6}$/.test(text);
  const error = check.error ?? comeBack.error;
  const press = (key: string) => setText((before) => typed(before, key).slice(0, 7));
  const go = async () => {
    if (missed) return setBack(await comeBack.run({ params: { hallId, ticketId: `${board.day}.${text}` } }));
    const slip = await check.run({ params: { hallId, appointmentId: text }, body: { headStart: null } });
    if (slip) onPage({ name: 'ticket', slip });
  };
  if (back) {
    return (
      <>
        <Card size="kiosk" tone="jade" as="section">
          <h1>{t('find.returned', { number: back.number })}</h1>
          <p>{t('find.returnedHint', { count: back.ahead })}</p>
        </Card>
        <Button kind="primary" size="kiosk" wide onClick={onHome}>
          {t('shared.close')}
        </Button>
      </>
    );
  }
  return (
    <form
      className={css.find}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void go();
      }}
    >
      <h1 className={css.title}>{t(missed ? 'find.missed' : 'find.appointment')}</h1>
      <input
        className={css.search}
        aria-label={t(missed ? 'find.missed' : 'find.appointment')}
        value={text}
        maxLength={7}
        onChange={(event) => setText(event.target.value.toUpperCase().replace(/[^A-Z0-9]/g, ''))}
      />
      {missed && <Keys of={catalogue.queues.map(({ letter }) => letter)} layout="letters" onPress={press} />}
      <Keys of={DIGITS} layout="digits" onPress={press} />
      {error && (
        <Banner size="kiosk" kind="error" title={error instanceof ApiError ? error.message : t('shared.offline')} />
      )}
      <div className={css.push} />
      <div className={css.actions}>
        <Button kind="plain" size="kiosk" onClick={onHome} before="←">
          {t('shared.back')}
        </Button>
        <Button
          kind="primary"
          size="kiosk"
          wide
          type="submit"
          disabled={!ready}
          busy={check.pending || comeBack.pending}
        >
          {t('find.go')}
        </Button>
      </div>
    </form>
  );
}
