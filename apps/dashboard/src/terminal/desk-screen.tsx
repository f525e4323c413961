import { useEffect, useRef, useState } from 'react';
import type { Live, LiveState } from '@shouwen/client/live';
import { ApiError } from '@shouwen/client/http';
import { personName, say, windowName } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { StaffBoard } from '@shouwen/contracts/views/board.schema';
import { Banner } from '@shouwen/ui/banner';
import { BoldText } from '@shouwen/ui/bold-text';
import { formatSpan } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { useFreshDocket } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Shell } from '../shell/shell.tsx';
import { AtWindowCard } from './at-window-card.tsx';
import { CalledBack } from './called-back.tsx';
import { DeskDialogs, type Asking } from './desk-dialogs.tsx';
import { GuidePanel } from './guide-panel.tsx';
import { actionsOf, belongsToFocus, type KeyedAction } from './keys.ts';
import { NextPanel } from './next-panel.tsx';
import { RatedMark } from './rated-mark.tsx';
import { StepButtons } from './step-buttons.tsx';
import { OPERATION_OF } from './steps.ts';
import { StoryCard } from './story-card.tsx';
import css from './terminal.module.css';
import { UndoBanner } from './undo-banner.tsx';
import { useDesk } from './use-desk.ts';

/** A sign of life goes to the server at most this often, ms (人在岗). */
const ACTIVE_MS = 30_000;

/** Steps that ask one thing first. */
const ASKS: Partial<Record<KeyedAction, Asking>> = {
  finish: { what: 'outcome' },
  transfer: { what: 'transfer' },
  'pause-window': { what: 'pause' },
};

interface Props {
  windowId: string;
  hall: LiveState<'staff'> & { live: Live<'staff'> | null };
  board: StaffBoard;
  catalogue: PublicCatalogue;
  onLeft: () => void;
}

/** The window terminal: who comes next and why, the one at the window, and one key for each step. */
export function DeskScreen({ windowId, hall, board, catalogue, onLeft }: Props) {
  const me = useMe();
  const { t, lng } = useText();
  const handle = useDesk(me.hallId, windowId, board);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { desk } = handle;
  const possible = (action: KeyedAction) =>
    desk?.actions.some((one) => one.action === action && one.refusal === undefined) ?? false;
  const step = (action: KeyedAction) => {
    const question = ASKS[action];
    if (question) setAsking(question);
    else void handle.run(OPERATION_OF[action]);
  };
  useKeys((event) => {
    if (asking) return;
    if (event.key === '?') return setAsking({ what: 'help' });
    const action = actionsOf(event).find(possible);
    if (actionsOf(event).length > 0) event.preventDefault();
    if (action && !event.repeat) step(action);
  });
  useSignOfLife(hall.live, windowId);
  useFreshDocket(me.hallId, hall.live);

  const number = windowName(catalogue, windowId, lng);
  const rule = catalogue.windows.find(({ id }) => id === windowId);
  const clerk = board.staff.find(({ id }) => id === desk?.window.clerkId);
  const { clock } = hall;
  return (
    <Shell
      hall={hall}
      title={
        <>
          <h1 className={css.number}>{number}</h1>
          <span className={css.quiet}>
            {personName(clerk ?? me, lng)} ·{' '}
            {rule?.firstQueues
              .flatMap((id) => catalogue.queues.find((queue) => queue.id === id) ?? [])
              .map(({ name }) => say(name, lng))
              .join(' / ')}
          </span>
        </>
      }
      figures={
        desk && (
          <span className={css.figures}>
            <BoldText text={t('terminal.today', { count: desk.window.finished })} />
            {desk.window.finished > 0 && (
              <>
                {' · '}
                <BoldText
                  text={t('terminal.mean', {
                    time: formatSpan(desk.window.handledMs / 1000 / desk.window.finished, lng),
                  })}
                />
              </>
            )}
            <RatedMark windowId={windowId} finished={desk.window.finished} />
          </span>
        )
      }
    >
      {!desk || !clock ? (
        <Opening />
      ) : (
        <main className={css.desk}>
          <NextPanel desk={desk} catalogue={catalogue} clock={clock} onChoose={setAsking} onResume={handle.run} />
          <div className={css.middle}>
            {handle.error && (
              <Banner
                kind="error"
                title={handle.error instanceof ApiError ? handle.error.message : t('signIn.offline')}
                {...(handle.error instanceof ApiError ? { quote: handle.error.problem.instance } : {})}
              />
            )}
            {desk.window.awaySince !== null && <Banner kind="stale" title={t('terminal.away')} />}
            <CalledBack window={desk.window} live={hall.live} timeZone={catalogue.hall.timeZone} />
            <UndoBanner desk={desk} clock={clock} onUndo={() => step('undo-finish')} />
            <AtWindowCard desk={desk} catalogue={catalogue} clock={clock} />
            <StepButtons
              desk={desk}
              clock={clock}
              busy={handle.busy}
              onStep={step}
              onLeave={() => setAsking({ what: 'leave' })}
              onHelp={() => setAsking({ what: 'help' })}
            />
            <StoryCard desk={desk} board={board} catalogue={catalogue} />
          </div>
          <GuidePanel key={desk.window.ticket?.id} desk={desk} catalogue={catalogue} />
          <DeskDialogs
            asking={asking}
            desk={desk}
            catalogue={catalogue}
            onClose={() => setAsking(null)}
            onLeft={onLeft}
            run={handle.run}
          />
        </main>
      )}
    </Shell>
  );
}

function useKeys(onKey: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!belongsToFocus(event, document.activeElement)) latest.current(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function useSignOfLife(live: Live<'staff'> | null, windowId: string): void {
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    const touched = () => {
      if (performance.now() - last < ACTIVE_MS) return;
      last = performance.now();
      live?.active(windowId);
    };
    touched();
    for (const kind of ['pointerdown', 'pointermove', 'keydown'] as const) window.addEventListener(kind, touched);
    return () => {
      for (const kind of ['pointerdown', 'pointermove', 'keydown'] as const) window.removeEventListener(kind, touched);
    };
  }, [live, windowId]);
}
