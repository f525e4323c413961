import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useApi } from '@shouwen/client/react/api';
import type { Matter } from '@shouwen/contracts/catalogue/catalogue.schema';
import { acceptCase, askSupplement, receiveCase } from '@shouwen/contracts/http/case.operations';
import type { WindowTicket } from '@shouwen/contracts/views/board.schema';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { belongsToFocus } from './keys.ts';
import css from './terminal.module.css';

interface Props {
  ticket: WindowTicket;
  matter: Matter;
  /** Materials that the clerk has ticked. */
  given: readonly string[];
}

/**
 * Opens a case from the serving in one step (收件): the terminal knows the matter, the ticked materials and the ticket. Complete, it is
 * accepted with the same press; otherwise one more press tells everything that is missing, or accepts with something minor to follow.
 */
export function OpenCase({ ticket, matter, given }: Props) {
  const me = useMe();
  const { t } = useText();
  const api = useApi();
  const [file, setFile] = useState<DocketFile | null>(null);
  const [state, setState] = useState<{ busy: boolean; error: Error | null }>({ busy: false, error: null });
  const missing = matter.guide.materials.filter(({ id }) => !given.includes(id)).length;
  const open = async () => {
    if (state.busy || file) return;
    setState({ busy: true, error: null });
    try {
      const params = { hallId: me.hallId };
      const received = await api.call(receiveCase, {
        params,
        body: {
          matterId: matter.id,
          kind: 'commitment',
          channel: 'window',
          ticketId: ticket.id,
          materials: [...given],
        },
      });
      setFile(received);
      if (missing === 0)
        setFile(await api.call(acceptCase, { params: { ...params, caseId: received.caseId! }, body: {} }));
      setState({ busy: false, error: null });
    } catch (error) {
      setState({ busy: false, error: error as Error });
    }
  };
  const step = async (act: () => Promise<DocketFile>) => {
    if (state.busy) return;
    setState({ busy: true, error: null });
    try {
      setFile(await act());
      setState({ busy: false, error: null });
    } catch (error) {
      setState({ busy: false, error: error as Error });
    }
  };
  const params = { hallId: me.hallId, caseId: file?.caseId ?? '' };
  const absent = file?.materials.filter((one) => one.state !== 'given') ?? [];
  const minor = absent.every((one) => one.minor);
  const waits = file?.state === 'received';
  const notice = () =>
    step(() => api.call(askSupplement, { params, body: { missing: absent.map(({ id }) => id), words: null } }));
  const accept = () => step(() => api.call(acceptCase, { params, body: {} }));
  useKey('F3', () => void (waits && minor ? accept() : open()));
  useKey('F4', () => void (waits && notice()));
  if (file && waits) {
    return (
      <div className={css.step} role="status">
        <p>{t('terminal.missingWhat', { number: file.number, count: absent.length })}</p>
        <Button wide kind="primary" hotkey="F4" busy={state.busy} onClick={() => void notice()}>
          {t('docket.actions.ask-supplement')}
        </Button>
        {minor && (
          <Button wide hotkey="F3" busy={state.busy} onClick={() => void accept()}>
            {t('terminal.acceptMissing')}
          </Button>
        )}
        <Failure error={state.error} />
      </div>
    );
  }
  if (file) {
    return (
      <p role="status">
        <Link href={`/dashboard/docket/${file.contactId}`}>
          {t('terminal.caseOpened', { number: file.number, state: t(`docket.states.${file.state}`) })}
        </Link>
      </p>
    );
  }
  return (
    <div className={css.step}>
      <Button wide hotkey="F3" busy={state.busy} onClick={() => void open()}>
        {missing === 0 ? t('terminal.openCase') : t('terminal.openCaseMissing', { count: missing })}
      </Button>
      <Failure error={state.error} />
    </div>
  );
}

function useKey(key: string, onPress: () => void): void {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== key || event.repeat || belongsToFocus(event, document.activeElement)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [key]);
}
