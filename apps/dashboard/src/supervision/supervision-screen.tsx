import { lazy, Suspense, useState } from 'react';
import { say } from '@shouwen/client/names';
import { ApiError } from '@shouwen/client/http';
import { useCommand } from '@shouwen/client/react/command';
import { useCatalogue, useHall } from '@shouwen/client/react/hall';
import { closeDay } from '@shouwen/contracts/http/hall.operations';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import { useNow } from '@shouwen/ui/hooks/use-now';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Shell } from '../shell/shell.tsx';
import { useDetail } from './detail.ts';
import { FigureCards } from './figure-cards.tsx';
import { FloorPlan } from './floor-plan.tsx';
import { QueueBars } from './queue-bars.tsx';
import css from './supervision.module.css';
import { TroubleList } from './trouble-list.tsx';
import { useFigures } from './use-figures.ts';

const DetailDrawer = lazy(() => import('./detail-drawer.tsx'));

const still = () => 0;

/** The hall as it is now: figures, the plan of its windows, what to act on, and one press to the record behind each. */
export default function SupervisionScreen() {
  const me = useMe();
  const { t, lng } = useText();
  const hall = useHall(me.hallId, 'staff');
  const { data: catalogue } = useCatalogue(me.hallId);
  const figures = useFigures(me.hallId, hall.board);
  const now = useNow(hall.clock?.now ?? still, 1000);
  const [detail, open] = useDetail();
  const [ending, setEnding] = useState(false);
  const end = useCommand(closeDay);
  const { board } = hall;
  if (!catalogue || !board || !figures || !hall.clock) {
    return (
      <Shell hall={hall}>
        <Opening />
      </Shell>
    );
  }
  const shown = { board, catalogue, figures, now, onOpen: open };
  const mayEnd = ['supervisor', 'administrator'].includes(me.role) && !board.dayClosed;
  return (
    <Shell hall={hall} title={<h1 className={css.hall}>{say(catalogue.hall.name, lng)}</h1>}>
      <main className={css.page}>
        {board.dayClosed && <Banner kind="closed" title={t('supervision.dayClosed')} />}
        {board.open === null && !board.dayClosed && <Banner kind="closed" title={t('supervision.closedToday')} />}
        <FigureCards {...shown} />
        <FloorPlan {...shown} />
        <aside className={css.side}>
          <TroubleList {...shown} />
          <QueueBars {...shown} />
          <div className={css.ways}>
            <Button kind="quiet" onClick={() => open({ outOfOrder: true })}>
              {t('supervision.outOfOrder')}
            </Button>
            {mayEnd && (
              <Button kind="quiet" tone="danger" onClick={() => setEnding(true)}>
                {t('supervision.endDay')}
              </Button>
            )}
          </div>
        </aside>
      </main>
      <Suspense fallback={null}>
        {detail && (
          <DetailDrawer
            key={JSON.stringify(detail)}
            detail={detail}
            hallId={me.hallId}
            board={board}
            catalogue={catalogue}
            onOpen={open}
          />
        )}
      </Suspense>
      <Dialog
        open={ending}
        onClose={() => setEnding(false)}
        title={t('supervision.endDay')}
        actions={
          <Button
            kind="primary"
            tone="danger"
            busy={end.pending}
            onClick={() =>
              void end.run({ params: { hallId: me.hallId }, body: {} }).then((done) => done && setEnding(false))
            }
          >
            {t('supervision.endDayYes')}
          </Button>
        }
      >
        {t('supervision.endDayAsk', { count: figures.waiting })}
        {end.error && (
          <Banner kind="error" title={end.error instanceof ApiError ? end.error.message : t('signIn.offline')} />
        )}
      </Dialog>
    </Shell>
  );
}
