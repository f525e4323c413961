import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue } from '@shouwen/client/react/hall';
import { listDocket } from '@shouwen/contracts/http/docket.operations';
import { listOrders } from '@shouwen/contracts/http/inspection.operations';
import { Button } from '@shouwen/ui/button';
import { formatTime } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { Pill } from '@shouwen/ui/pill';
import { alarmWords } from '../alarms/alarm-words.ts';
import { useAlarms } from '../alarms/use-alarms.ts';
import { ItemList } from '../docket/item-row.tsx';
import { DOCKET_STALE_MS, useStaff } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { useOrderKept } from '../supervision/order-kept.ts';
import { InspectionRow } from './inspection-board.tsx';
import type { BoardProps } from './oversight-screen.tsx';
import { Absences, OutOfOrder } from './not-in-order.tsx';
import css from './oversight.module.css';
import { Part } from './part.tsx';
import { useInspections } from './use-inspections.ts';

/** Most files with cards that nobody has seen; the rest is a link away. */
const MOST_CARDS = 10;

/** Today on one page: what is due, what is planned, who is not at the post, what nobody has answered; each with its next step. */
export function DayBoard({ hall, today, now, leads }: BoardProps) {
  const me = useMe();
  const api = useApi();
  const { t, lng } = useText();
  const { data: catalogue } = useCatalogue(me.hallId);
  const staff = useStaff();
  const inspections = useInspections();
  const { alarms } = useAlarms(hall.live);
  const order = useOrderKept(me.hallId, today, hall.board?.seq);
  const { hallId } = me;
  const orders = useQuery({
    queryKey: ['docket', hallId, 'orders'],
    queryFn: () => api.call(listOrders, { params: { hallId } }),
    refetchInterval: DOCKET_STALE_MS,
  });
  const unseen = useQuery({
    queryKey: ['docket', hallId, 'unseen'],
    queryFn: () => api.call(listDocket, { params: { hallId }, query: { filter: 'unseen', limit: MOST_CARDS } }),
    refetchInterval: DOCKET_STALE_MS,
  });
  const { board } = hall;
  if (
    !catalogue ||
    !board ||
    !staff.data ||
    !orders.data ||
    !unseen.data ||
    !inspections.data ||
    !order.data ||
    !alarms
  )
    return (orders.error ?? unseen.error) ? <Failure error={orders.error ?? unseen.error} /> : <Opening />;
  const due = orders.data.filter(({ due: limit, owes }) => owes === 'check' || (limit !== null && limit.day <= today));
  const planned = inspections.data.filter(({ state, day }) => state === 'planned' && day <= today);
  const open = alarms.live.filter(({ takenBy }) => takenBy === null);
  const alarmTold = { t, lng, catalogue, staff: staff.data };
  return (
    <div className={css.day}>
      <p className={css.printLine}>
        <Button onClick={() => window.print()}>{t('oversight.print')}</Button>
      </p>
      <Part id="due" title={t('oversight.today.due')} count={due.length} none={t('oversight.today.noDue')}>
        <ItemList items={due} catalogue={catalogue} now={now} />
      </Part>
      <Part
        id="planned-today"
        title={t('oversight.today.planned')}
        count={planned.length}
        none={t('oversight.today.noPlanned')}
      >
        <ul className={css.list}>
          {planned.map((one) => (
            <InspectionRow key={one.id} inspection={one} leads={leads} />
          ))}
        </ul>
      </Part>
      <Absences board={board} today={today} now={now} leads={leads} />
      <Part
        id="out-of-order"
        title={t('oversight.today.outOfOrder')}
        count={order.data.others.length}
        none={t('oversight.today.noOutOfOrder')}
      >
        <OutOfOrder board={board} events={order.data.others} leads={leads} />
      </Part>
      <Part id="alarms" title={t('oversight.today.alarms')} count={open.length} none={t('oversight.today.noAlarms')}>
        <ul className={css.list}>
          {open.map((alarm) => (
            <li key={alarm.id}>
              <div>
                <strong>{alarmWords(alarm, alarm.value, alarmTold)}</strong>
                <span className={css.quiet}>{formatTime(alarm.openedAt, catalogue.hall.timeZone, lng)}</span>
              </div>
              <Pill tone={alarm.level === 'red' ? 'broken' : 'soon'} shape>
                {t(`alarms.levels.${alarm.level}`)}
              </Pill>
              <Button href="/dashboard/hall">{t('oversight.today.toHall')}</Button>
            </li>
          ))}
        </ul>
      </Part>
      <Part
        id="cards-today"
        title={t('oversight.today.cards')}
        count={unseen.data.total}
        none={t('oversight.today.noCards')}
      >
        <ItemList items={unseen.data.items} catalogue={catalogue} now={now} />
        {unseen.data.total > unseen.data.items.length && (
          <Link href="/dashboard/docket?filter=unseen" className={css.touch}>
            {t('oversight.today.allCards', { count: unseen.data.total })}
          </Link>
        )}
      </Part>
    </div>
  );
}
