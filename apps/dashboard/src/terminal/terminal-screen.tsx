import { useState } from 'react';
import { useLocation } from 'wouter';
import { useCatalogue, useHall } from '@shouwen/client/react/hall';
import { Opening } from '@shouwen/ui/opening';
import { useMe } from '../session/session.tsx';
import { Shell } from '../shell/shell.tsx';
import { DeskScreen } from './desk-screen.tsx';
import { WindowChoice } from './window-choice.tsx';

/** A clerk's window: the one where they are signed in, or the choice of one. */
export default function TerminalScreen({ params }: { params: { windowId?: string | undefined } }) {
  const me = useMe();
  const hall = useHall(me.hallId, 'staff');
  const { data: catalogue } = useCatalogue(me.hallId);
  const [, go] = useLocation();
  const [left, setLeft] = useState<string | null>(null);
  if (!catalogue || !hall.board) {
    return (
      <Shell hall={hall}>
        <Opening />
      </Shell>
    );
  }
  const signedInAt = hall.board.windows.find(
    ({ clerkId, state, id }) => clerkId === me.staffId && state !== 'closed' && id !== left,
  )?.id;
  const windowId = params.windowId ?? signedInAt;
  const known = catalogue.windows.some(({ id }) => id === windowId);
  if (windowId === undefined || !known) {
    return (
      <WindowChoice
        hall={hall}
        catalogue={catalogue}
        onOpened={(id) => {
          setLeft(null);
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
      board={hall.board}
      catalogue={catalogue}
      onLeft={() => {
        setLeft(windowId);
        go('/dashboard/window');
      }}
    />
  );
}
