import { useQuery } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue } from '@shouwen/client/react/hall';
import { listMine } from '@shouwen/contracts/http/docket.operations';
import { EmptyState } from '@shouwen/ui/empty-state';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { Shell } from '../shell/shell.tsx';
import { CardList } from './card-list.tsx';
import css from './docket.module.css';
import { ItemList } from './item-list.tsx';
import { DOCKET_STALE_MS, useDocketHall } from './use-docket.ts';

/** What I owe today, in order of what goes red first. */
export default function MineScreen() {
  const me = useMe();
  const { t } = useText();
  const api = useApi();
  const hall = useDocketHall();
  const { data: catalogue } = useCatalogue(me.hallId);
  const mine = useQuery({
    queryKey: ['docket', me.hallId, 'mine'],
    queryFn: () => api.call(listMine, { params: { hallId: me.hallId } }),
    refetchInterval: DOCKET_STALE_MS,
  });
  const timeZone = catalogue?.hall.timeZone ?? 'Asia/Shanghai';
  return (
    <Shell hall={hall}>
      <main className={css.page}>
        <header>
          <h1>{t('docket.mineTitle')}</h1>
          <p className={css.quiet}>{t('docket.mineHint')}</p>
        </header>
        <Failure error={mine.error} />
        {!mine.data && !mine.error && <Opening />}
        {mine.data && mine.data.cards.length > 0 && (
          <section aria-labelledby="cards">
            <h2 id="cards">{t('docket.cardsTitle')}</h2>
            <CardList cards={mine.data.cards} timeZone={timeZone} linked />
          </section>
        )}
        {mine.data &&
          (mine.data.items.length > 0 ? (
            <ItemList items={mine.data.items} catalogue={catalogue} />
          ) : (
            <EmptyState title={t('docket.mineEmpty')}>{t('docket.mineEmptyHint')}</EmptyState>
          ))}
      </main>
    </Shell>
  );
}
