import type { LiveState } from '@shouwen/client/live';
import { personName, say, windowName } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import { ApiError } from '@shouwen/client/http';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { openWindow } from '@shouwen/contracts/http/queue.operations';
import { Banner } from '@shouwen/ui/banner';
import { CardButton } from '@shouwen/ui/card';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Shell } from '../shell/shell.tsx';
import css from './terminal.module.css';

/** Where to sign in: one's own window first, the others with who is there. */
export function WindowChoice({
  hall,
  catalogue,
  onOpened,
}: {
  hall: LiveState<'staff'>;
  catalogue: PublicCatalogue;
  onOpened: (windowId: string) => void;
}) {
  const me = useMe();
  const { t, lng } = useText();
  const open = useCommand(openWindow);
  const staff = (id: string | null) => hall.board?.staff.find((one) => one.id === id);
  const windows = [...catalogue.windows].sort(
    (a, b) => Number(b.id === me.homeWindowId) - Number(a.id === me.homeWindowId),
  );
  const press = async (windowId: string) => {
    if (await open.run({ params: { hallId: me.hallId, windowId }, body: {} })) onOpened(windowId);
  };
  return (
    <Shell hall={hall}>
      <main className={css.choice}>
        <h1>{t('terminal.choose')}</h1>
        {open.error && (
          <Banner kind="error" title={open.error instanceof ApiError ? open.error.message : t('signIn.offline')} />
        )}
        <div className={css.windows}>
          {windows.map((window) => {
            const today = hall.board?.windows.find(({ id }) => id === window.id);
            const taken = today !== undefined && today.state !== 'closed';
            const mine = window.id === me.homeWindowId;
            return (
              <CardButton
                key={window.id}
                tone={taken ? 'stone' : mine ? 'jade' : 'plain'}
                disabled={taken && today.clerkId !== me.staffId}
                onClick={() => void press(window.id)}
              >
                <span className={css.windowNumber}>{windowName(catalogue, window.id, lng)}</span>
                <span className={css.quiet}>
                  {window.firstQueues
                    .flatMap((id) => catalogue.queues.find((queue) => queue.id === id) ?? [])
                    .map(({ name }) => say(name, lng))
                    .join(' / ')}
                </span>
                <span className={css.choiceState}>
                  {taken ? t('terminal.takenBy', { name: personName(staff(today.clerkId), lng) }) : t('terminal.free')}
                  {mine && <Pill tone="good">{t('terminal.mine')}</Pill>}
                </span>
              </CardButton>
            );
          })}
        </div>
      </main>
    </Shell>
  );
}
