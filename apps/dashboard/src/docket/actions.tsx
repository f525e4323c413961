import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@shouwen/client/react/api';
import type { PublicCatalogue, Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import { ERRORS, type ErrorCode } from '@shouwen/contracts/errors';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { ACTIONS, bodyOf, isAskedOnce, type Field, type FileAction } from './action-fields.ts';
import { ActionField } from './action-form.tsx';
import css from './docket.module.css';
import { stepsInOrder } from './next-step.ts';

interface Props {
  file: DocketFile;
  staff: readonly Staff[];
  catalogue: PublicCatalogue | undefined;
}

/** What can be done with a file now. The server says what; what it refuses stands below with the reason. */
export function Actions({ file, staff, catalogue }: Props) {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<FileAction | null>(null);
  const [state, setState] = useState<{ busy: boolean; error: Error | null }>({ busy: false, error: null });
  const all = [
    ...file.loopActions.filter(isHandled),
    ...file.petitionActions,
    ...file.caseActions,
    ...file.contactActions,
  ];
  const possible = all.filter(({ refused }) => refused === undefined);
  const steps = stepsInOrder(
    file,
    possible.map(({ action }) => action),
  );
  const reasons = all.filter(({ refused }) => refused !== undefined && WORTH_TELLING.includes(refused));

  const run = async (action: FileAction, body: Record<string, unknown>) => {
    setState({ busy: true, error: null });
    try {
      const params = { hallId: me.hallId, contactId: file.contactId, caseId: file.caseId ?? '' };
      const answer = await api.call(
        ACTIONS[action].operation as typeof ACTIONS.urge.operation,
        { params, body } as never,
      );
      queries.setQueryData(['docket', me.hallId, 'file', file.contactId], answer);
      void queries.invalidateQueries({ queryKey: ['docket', me.hallId] });
      setAsking(null);
      setState({ busy: false, error: null });
    } catch (error) {
      setState({ busy: false, error: error as Error });
    }
  };
  const press = (action: FileAction) => {
    setState({ busy: false, error: null });
    if (ACTIONS[action].asks.length > 0 || isAskedOnce(action)) setAsking(action);
    else void run(action, {});
  };
  const asks: readonly Field[] = asking ? ACTIONS[asking].asks : [];
  return (
    <>
      {!asking && <Failure error={state.error} />}
      <div className={css.row}>
        {steps.map(({ action, look }) => (
          <Button
            key={action}
            kind={look === 'next' ? 'primary' : look === 'away' ? 'quiet' : 'plain'}
            {...(look === 'away' && { tone: 'danger' as const })}
            busy={state.busy}
            onClick={() => press(action)}
          >
            {t(`docket.actions.${action}`)}
          </Button>
        ))}
        {steps.length === 0 && <p className={css.quiet}>{t('docket.noSteps')}</p>}
      </div>
      {reasons.map(({ action, refused }) => (
        <p key={action} className={css.quiet}>
          {t(`docket.actions.${action}`)} — {ERRORS[refused as ErrorCode]?.[lng === 'en' ? 'en' : 'zh']}
        </p>
      ))}
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={asking ? t(`docket.actions.${asking}`) : ''}
        actions={
          <>
            <Button onClick={() => setAsking(null)}>{t('docket.cancel')}</Button>
          </>
        }
      >
        {asking && (
          <form
            className={css.form}
            onSubmit={(event) => {
              event.preventDefault();
              void run(asking, bodyOf(asks, new FormData(event.currentTarget)));
            }}
          >
            {isAskedOnce(asking) && <p>{t(`docket.asksOnce.${asking}`)}</p>}
            {asks.map((field) => (
              <ActionField key={field} field={field} file={file} staff={staff} catalogue={catalogue} />
            ))}
            <Failure error={state.error} />
            <Button type="submit" kind="primary" wide busy={state.busy}>
              {t(`docket.actions.${asking}`)}
            </Button>
          </form>
        )}
      </Dialog>
    </>
  );
}

/** The rated person appeals on their own page: here they cannot even look. */
const isHandled = <A extends string>(one: {
  action: A;
  refused?: string | undefined;
}): one is { action: Exclude<A, 'appeal-rating'>; refused?: string | undefined } => one.action !== 'appeal-rating';

/** Refusals that teach something; “not at that step” is plain from the page. */
const WORTH_TELLING: readonly string[] = [
  'extension-used',
  'extension-after-expiry',
  'materials-incomplete',
  'hand-over-pending',
  'own-verification',
  'send-back-too-late',
  'correction-too-late',
  'waits-for-correction',
  'own-check',
];
