import { formatPercent } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import { EventList } from '../log/event-list.tsx';
import type { Behind } from './behind.ts';
import { Failure } from '../shared/failure.tsx';
import { useOrderKept } from './order-kept.ts';
import css from './supervision.module.css';

/** Calls that did not keep the order, with the reason that the clerk gave, and the share of those that did. */
export function OrderRows({ hallId, day, board, catalogue, onOpen }: Behind) {
  const { t, lng } = useText();
  const { data, isFetching, error } = useOrderKept(hallId, day, undefined);
  return (
    <div className={css.drawer}>
      <Failure error={error} />
      {data && (
        <p className={css.drawerNote}>
          {data.calls === 0
            ? t('supervision.noCalls')
            : t('supervision.orderLine', {
                share: formatPercent(data.kept / data.calls, lng),
                kept: data.kept,
                calls: data.calls,
              })}
        </p>
      )}
      <EventList
        events={data?.others ?? []}
        catalogue={catalogue}
        staff={board.staff}
        loading={isFetching && !data}
        empty={t('supervision.allInOrder')}
        onSubject={(subject) => onOpen({ subject })}
      />
    </div>
  );
}
