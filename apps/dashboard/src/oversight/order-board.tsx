import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@shouwen/client/react/api';
import { useCommand } from '@shouwen/client/react/command';
import { useCatalogue } from '@shouwen/client/react/hall';
import { giveOrder, listOrders } from '@shouwen/contracts/http/inspection.operations';
import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import { EmptyState } from '@shouwen/ui/empty-state';
import { Opening } from '@shouwen/ui/opening';
import docket from '../docket/docket.module.css';
import { ItemList } from '../docket/item-row.tsx';
import { DOCKET_STALE_MS, useStaff } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { GivenFields, givenIn } from './given-fields.tsx';
import type { BoardProps } from './oversight-screen.tsx';
import css from './oversight.module.css';

/** Open orders, what goes red first on top; a new one is given here. */
export function OrderBoard({ now, leads }: BoardProps) {
  const me = useMe();
  const { t } = useText();
  const api = useApi();
  const { data: catalogue } = useCatalogue(me.hallId);
  const [giving, setGiving] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['docket', me.hallId, 'orders'],
    queryFn: () => api.call(listOrders, { params: { hallId: me.hallId } }),
    refetchInterval: DOCKET_STALE_MS,
  });
  if (!data) return error ? <Failure error={error} /> : <Opening />;
  const give = leads && (
    <Button kind="primary" onClick={() => setGiving(true)}>
      {t('oversight.give')}
    </Button>
  );
  return (
    <section aria-labelledby="orders">
      <div className={css.head}>
        <h2 id="orders">{t('oversight.openOrders', { count: data.length })}</h2>
        {data.length > 0 && give}
      </div>
      {data.length > 0 ? (
        <ItemList items={data} catalogue={catalogue} now={now} />
      ) : (
        <EmptyState title={t('oversight.noOrders')} action={give || undefined}>
          {t('oversight.noOrdersHint')}
        </EmptyState>
      )}
      <Dialog open={giving} onClose={() => setGiving(false)} title={t('oversight.give')} actions={<></>}>
        {giving && <GiveForm onDone={() => setGiving(false)} />}
      </Dialog>
    </section>
  );
}

function GiveForm({ onDone }: { onDone: () => void }) {
  const me = useMe();
  const { t } = useText();
  const queries = useQueryClient();
  const staff = useStaff();
  const { data: catalogue } = useCatalogue(me.hallId);
  const give = useCommand(giveOrder);
  const save = async (form: FormData) => {
    if (!(await give.run({ params: { hallId: me.hallId }, body: givenIn(form) }))) return;
    await queries.invalidateQueries({ queryKey: ['docket', me.hallId] });
    onDone();
  };
  return (
    <form
      className={`${docket.form} ${css.tall}`}
      onSubmit={(event) => {
        event.preventDefault();
        void save(new FormData(event.currentTarget));
      }}
    >
      <label>
        {t('oversight.giveWords')}
        <textarea name="words" rows={4} maxLength={2000} required />
      </label>
      <GivenFields
        catalogue={catalogue}
        staff={staff.data ?? []}
        who={t('oversight.toWhom')}
        days={catalogue?.hall.limits.replyDays ?? 1}
      />
      <Failure error={give.error} />
      <Button type="submit" kind="primary" wide busy={give.pending}>
        {t('oversight.giveSave')}
      </Button>
    </form>
  );
}
