import { useEffect, useRef, useState } from 'react';
import { useApi } from '@shouwen/client/react/api';
import type { Matter } from '@shouwen/contracts/catalogue/catalogue.schema';
import { acceptCase, askSupplement, receiveCase } from '@shouwen/contracts/http/case.operations';
import type { WindowTicket } from '@shouwen/contracts/views/board.schema';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import type { OpenedKind } from '@shouwen/domain/case/case';
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

/** Kinds as which a matter may be opened, its own first. */
const KINDS_OF: Readonly<Record<Matter['kind'], readonly OpenedKind[]>> = {
  immediate: ['immediate'],
  commitment: ['commitment', 'sent-up', 'joint'],
};

/**
 * Opens a case from the serving in one step (收件): the terminal knows the matter, the ticked materials and the ticket. Complete, it is
 * accepted with the same press — an immediate one with the finish itself —; otherwise one more press tells everything that is missing, or accepts with something minor to follow.
 */
export function OpenCase({ ticket, matter, given }: Props) {
  const me = useMe();
  const { t } = useText();
  const api = useApi();
  const [file, setFile] = useState<DocketFile | null>(null);
  const [state, setState] = useState<{ busy: boolean; error: Error | null }>({ busy: false, error: null });
  const [kind, setKind] = useState<OpenedKind>(KINDS_OF[matter.kind][0]!);
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
          kind,
          channel: 'window',
          ticketId: ticket.id,
          materials: [...given],
        },
      });
      setFile(received);
      if (missing === 0 && kind !== 'immediate')
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
  const minor = file?.kind !== 'immediate' && absent.every((one) => one.minor);
  const waits = file?.state === 'received' && absent.length > 0;
  const notice = () =>
    step(() => api.call(askSupplement, { params, body: { missing: absent.map(({ id }) => id), words: null } }));
  const accept = () => step(() => api.call(acceptCase, { params, body: {} }));
  useKey('F3', () => void (waits && minor ? accept() : open()));
  // In a tab of its own: the citizen is still at the window.
  const look = () => file && window.open(`/dashboard/docket/${file.contactId}`, `case-${file.number}`);
  useKey('F4', () => void (waits ? notice() : look()));
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
    const left = file.materials.filter(({ state }) => state !== 'given').length;
    return (
      <div className={css.opened} role="status">
        <p>{t('terminal.caseOpened', { number: file.number, state: t(`docket.states.${file.state}`) })}</p>
        {file.kind === 'immediate' && (
          <p>{left === 0 ? t('terminal.closesWith') : t('terminal.staysOpen', { count: left })}</p>
        )}
        <Button wide hotkey="F4" onClick={look}>
          {t('terminal.openFile')}
        </Button>
      </div>
    );
  }
  return (
    <div className={css.opened}>
      {KINDS_OF[matter.kind].length > 1 && (
        <label>
          {t('terminal.kind')}
          <select value={kind} onChange={(event) => setKind(event.target.value as OpenedKind)}>
            {KINDS_OF[matter.kind].map((one) => (
              <option key={one} value={one}>
                {t(`terminal.kinds.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Button wide hotkey="F3" busy={state.busy} onClick={() => void open()}>
        {missing > 0
          ? t('terminal.openCaseMissing', { count: missing })
          : t(kind === 'immediate' ? 'terminal.openImmediate' : 'terminal.openCase')}
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
