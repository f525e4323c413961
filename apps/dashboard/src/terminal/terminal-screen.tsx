import { useState } from 'react';
import { useLocation } from 'wouter';
import { useCatalogue, useHall } from '@shouwen/client/react/hall';
import { Opening } from '@shouwen/ui/opening';
import { useMe } from '../session/session.tsx';
import { Shell } from '../shell/shell.tsx';
import { DeskScreen } from './desk-screen.tsx';
import { WindowChoice } from './window-choice.tsx';

/** A clerk's window: the one where they are signed in, or the choice of one — also on the next morning, on a page left open overnight. */
export default function TerminalScreen({ params }: { params: { windowId?: string | undefined } }) {
  const me = useMe();
  const hall = useHall(me.hallId, 'staff');
  const { data: catalogue } = useCatalogue(me.hallId);
  const [, go] = useLocation();
  // What was done here a moment ago; the board hears of it later.
  const [opened, setOpened] = useState<{ id: string; day: string } | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  const { board } = hall;
  if (!catalogue || !board) {
    return (
      <Shell hall={hall}>
        <Opening />
      </Shell>
    );
  }
  const signedInAt = board.windows.find(
    ({ clerkId, state, id }) => clerkId === me.staffId && state !== 'closed' && id !== left,
  )?.id;
  const named = board.windows.some(({ id, state }) => id === params.windowId && state !== 'closed');
  const justOpened = opened !== null && opened.id === params.windowId && opened.day === board.day;
  const windowId = named || justOpened ? params.windowId : signedInAt;
  const known = catalogue.windows.some(({ id }) => id === windowId);
  if (windowId === undefined || !known) {
    return (
      <WindowChoice
        hall={hall}
        catalogue={catalogue}
        onOpened={(id) => {
          setLeft(null);
          setOpened({ id, day: board.day });
          go(`/dashboard/window/${id}`);
        }}
      />
    );
  }
  return (
    <DeskScreen
      key={windowId}
      windowId={windowId}
      hall={hall}
      board={board}
      catalogue={catalogue}
      onLeft={() => {
        setOpened(null);
        setLeft(windowId);
        go('/dashboard/window');
      }}
    />
  );
}
