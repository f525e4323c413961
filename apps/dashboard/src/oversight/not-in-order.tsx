import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { LiveState } from '@shouwen/client/live';
import { personName, windowName } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue } from '@shouwen/client/react/hall';
import type { LogEvent } from '@shouwen/contracts/http/hall.operations';
import { viewRoster } from '@shouwen/contracts/http/settings.operations';
import type { Breach } from '@shouwen/domain/conduct/conduct';
import { vacantWindows } from '@shouwen/domain/supervision/vacant';
import { Button } from '@shouwen/ui/button';
import { formatMinutes, formatNames, formatTime } from '@shouwen/ui/i18n/format';
import { DOCKET_STALE_MS, useStaff } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import { useEventWords } from '../log/event-words.ts';
import { useMe } from '../session/session.tsx';
import { troublesOf } from '../supervision/troubles.ts';
import css from './oversight.module.css';
import { Part } from './part.tsx';

/** Where a breach of discipline is recorded from what was seen. */
const noteAt = (staffId: string, breach: Breach, grounds: string): string =>
  `/dashboard/scores/conduct?${new URLSearchParams({ staff: staffId, breach, grounds }).toString()}`;

type Board = NonNullable<LiveState<'staff'>['board']>;

interface Shown {
  board: Board;
  leads: boolean;
}

/** Nobody at the post: away without a word, paused too long, or a window that the roster would have open. */
export function Absences({ board, today, now, leads }: Shown & { today: string; now: number }) {
  const me = useMe();
  const api = useApi();
  const { t, lng } = useText();
  const staff = useStaff();
  const { data: catalogue } = useCatalogue(me.hallId);
  const roster = useQuery({
    queryKey: ['roster', me.hallId],
    queryFn: () => api.call(viewRoster, { params: { hallId: me.hallId } }),
    refetchInterval: DOCKET_STALE_MS,
  });
  if (!catalogue || !staff.data) return null;
  const minutes = (ms: number) => formatMinutes(Math.floor(ms / 60_000), lng);
  const nameOf = (id: string) =>
    personName(
      staff.data?.find((one) => one.id === id),
      lng,
    );
  const clerkOf = (windowId: string) => board.windows.find(({ id }) => id === windowId)?.clerkId ?? null;
  const away = troublesOf(board, {}, now).flatMap((trouble) => {
    if (trouble.kind !== 'clerk-away' && trouble.kind !== 'long-pause') return [];
    const { windowId, forMs } = trouble;
    const said =
      trouble.kind === 'clerk-away'
        ? t('oversight.today.away', { minutes: minutes(forMs) })
        : t('oversight.today.paused', { minutes: minutes(forMs), reason: t(`terminal.pauses.${trouble.reason}`) });
    const clerkId = clerkOf(windowId);
    return [{ windowId, said, clerkIds: clerkId === null ? [] : [clerkId] }];
  });
  const vacant = vacantWindows(
    board.windows,
    { staff: staff.data, leaves: roster.data?.leaves ?? [] },
    today,
    board.open,
    now,
  );
  const rows = [
    ...away,
    ...vacant.map(({ windowId, clerkIds, since }) => ({
      windowId,
      clerkIds: [...clerkIds],
      said: t('oversight.today.vacant', { time: formatTime(since, catalogue.hall.timeZone, lng) }),
    })),
  ];
  return (
    <Part id="absent" title={t('oversight.today.absent')} count={rows.length} none={t('oversight.today.noAbsent')}>
      <ul className={css.list}>
        {rows.map(({ windowId, said, clerkIds }) => (
          <li key={`${windowId} ${said}`}>
            <div>
              <strong>{windowName(catalogue, windowId, lng)}</strong>
              <span className={css.quiet}>
                {said}
                {clerkIds.length > 0 && ` · ${formatNames(clerkIds.map(nameOf), lng)}`}
              </span>
            </div>
            <span className={css.buttons}>
              {leads && clerkIds[0] && (
                <Button href={noteAt(clerkIds[0], 'absent', `window:${windowId}`)}>{t('oversight.today.note')}</Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Calls of today that did not keep the order, with the reason that was given. */
export function OutOfOrder({ board, events, leads }: Shown & { events: readonly LogEvent[] }) {
  const me = useMe();
  const { t, lng } = useText();
  const { data: catalogue } = useCatalogue(me.hallId);
  if (!catalogue) return null;
  return (
    <ul className={css.list}>
      {events.map((event) => (
        <OutOfOrderRow key={event.seq} event={event} board={board} catalogue={catalogue}>
          <Link href={`/dashboard/log?subject=${event.subject}`} className={css.touch}>
            {formatTime(event.at, catalogue.hall.timeZone, lng)}
          </Link>
          {leads && event.actor.startsWith('staff:') && (
            <Button href={noteAt(event.actor.slice('staff:'.length), 'out-of-order', event.subject)}>
              {t('oversight.today.note')}
            </Button>
          )}
        </OutOfOrderRow>
      ))}
    </ul>
  );
}

function OutOfOrderRow({
  event,
  board,
  catalogue,
  children,
}: {
  event: LogEvent;
  board: Board;
  catalogue: NonNullable<ReturnType<typeof useCatalogue>['data']>;
  children: ReactNode;
}) {
  const { what, who } = useEventWords({ catalogue, staff: board.staff });
  return (
    <li>
      <div>
        <strong>{what(event)}</strong>
        <span className={css.quiet}>{who(event)}</span>
      </div>
      <span className={css.buttons}>{children}</span>
    </li>
  );
}
