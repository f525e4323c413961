import { lazy, Suspense, useState } from 'react';
import { say } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import { useCatalogue, useHall } from '@shouwen/client/react/hall';
import { closeDay } from '@shouwen/contracts/http/hall.operations';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import { useNow } from '@shouwen/ui/hooks/use-now';
import { Opening } from '@shouwen/ui/opening';
import { AlarmStrip } from '../alarms/alarm-strip.tsx';
import { useAlarms } from '../alarms/use-alarms.ts';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Shell } from '../shell/shell.tsx';
import { useDetail } from './detail.ts';
import { useDocketTrouble } from './docket-troubles.tsx';
import { useFreshDocket } from '../docket/use-docket.ts';
import { Failure } from '../shared/failure.tsx';
import { FigureCards } from './figure-cards.tsx';
import { FloorPlan } from './floor-plan.tsx';
import { QueueBars } from './queue-bars.tsx';
import css from './supervision.module.css';
import { TroubleList } from './trouble-list.tsx';
import { useOrderKept } from './order-kept.ts';
import { useFigures } from './use-figures.ts';

const DetailDrawer = lazy(() => import('./detail-drawer.tsx'));

const still = () => 0;

/** The hall as it is now: figures, the plan of its windows, what to act on, and one press to the record behind each. */
export default function SupervisionScreen() {
  const me = useMe();
  const { t, lng } = useText();
  const hall = useHall(me.hallId, 'staff');
  const { data: catalogue } = useCatalogue(me.hallId);
  useFreshDocket(me.hallId, hall.live);
  const { alarms, told } = useAlarms(hall.live);
  const docket = useDocketTrouble(me.hallId);
  const figures = useFigures(me.hallId, hall.board);
  const now = useNow(hall.clock?.now ?? still, 1000);
  const { detail, day, open } = useDetail();
  const order = useOrderKept(me.hallId, hall.board?.day, hall.board?.seq);
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
        <div className={css.top}>
          {board.dayClosed && <Banner kind="closed" title={t('supervision.dayClosed')} />}
          {board.open === null && !board.dayClosed && <Banner kind="closed" title={t('supervision.closedToday')} />}
          {alarms && <AlarmStrip board={board} catalogue={catalogue} alarms={alarms} told={told} />}
          <FigureCards {...shown} order={order.data} docket={docket} />
        </div>
        <TroubleList {...shown} docket={docket} />
        <FloorPlan {...shown} />
        <div>
          <QueueBars {...shown} />
          {mayEnd && (
            <div className={css.endDay}>
              <Button kind="quiet" tone="danger" onClick={() => setEnding(true)}>
                {t('supervision.endDay')}
              </Button>
            </div>
          )}
        </div>
      </main>
      <Suspense fallback={null}>
        {detail && (
          <DetailDrawer
            key={JSON.stringify(detail)}
            detail={detail}
            hallId={me.hallId}
            day={day ?? board.day}
            board={board}
            catalogue={catalogue}
            now={now}
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
        <Failure error={end.error} />
      </Dialog>
    </Shell>
  );
}
