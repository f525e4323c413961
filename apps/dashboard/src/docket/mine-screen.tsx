import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import { useCommand } from '@shouwen/client/react/command';
import { useCatalogue } from '@shouwen/client/react/hall';
import { acknowledge, listMine } from '@shouwen/contracts/http/docket.operations';
import { BoldText } from '@shouwen/ui/bold-text';
import { Button } from '@shouwen/ui/button';
import { EmptyState } from '@shouwen/ui/empty-state';
import { Key } from '@shouwen/ui/key';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { Shell } from '../shell/shell.tsx';
import board from './board.module.css';
import { CardList } from './card-list.tsx';
import css from './docket.module.css';
import { ItemRow } from './item-row.tsx';
import items from './items.module.css';
import { GROUPS, grouped } from './mine-groups.ts';
import { DOCKET_STALE_MS, useDocketHall, useDocketNow } from './use-docket.ts';
import { useRows } from './use-rows.ts';

/** What I owe today, in order of what goes red first; then what comes, and what waits for others. */
export default function MineScreen() {
  const me = useMe();
  const { t } = useText();
  const api = useApi();
  const queries = useQueryClient();
  const hall = useDocketHall();
  const { data: catalogue } = useCatalogue(me.hallId);
  const now = useDocketNow(hall);
  const take = useCommand(acknowledge);
  const mine = useQuery({
    queryKey: ['docket', me.hallId, 'mine'],
    queryFn: () => api.call(listMine, { params: { hallId: me.hallId } }),
    refetchInterval: DOCKET_STALE_MS,
  });
  const takeOver = async (contactId: string) => {
    await take.run({ params: { hallId: me.hallId, contactId }, body: {} });
    await queries.invalidateQueries({ queryKey: ['docket', me.hallId] });
  };
  const owed = mine.data?.items ?? [];
  useRows({
    a: (id) => {
      if (id !== null && owed.some(({ contactId, owes }) => contactId === id && owes === 'acknowledge'))
        void takeOver(id);
    },
  });
  const groups = grouped(owed);
  const timeZone = catalogue?.hall.timeZone ?? 'Asia/Shanghai';
  return (
    <Shell hall={hall}>
      <main className={css.page}>
        <header>
          <h1>
            {!mine.data
              ? t('docket.mineTitle')
              : groups.now.length === 0
                ? t('docket.mineNone')
                : t('docket.mineNow', { count: groups.now.length })}
          </h1>
          {mine.data && (
            <p className={css.quiet}>
              <BoldText
                text={t('docket.mineRest', {
                  soon: groups.soon.length,
                  later: groups.later.length,
                  waiting: groups.waiting.length,
                })}
              />
            </p>
          )}
        </header>
        <Failure error={mine.error ?? take.error} />
        {!mine.data && !mine.error && <Opening />}
        {mine.data && (
          <div className={items.sides} data-cards={mine.data.cards.length > 0 || undefined}>
            {mine.data.cards.length > 0 && (
              <section className={items.group} aria-labelledby="cards">
                <h2 id="cards">
                  {t('docket.cardsTitle')} <small>{mine.data.cards.length}</small>
                </h2>
                <CardList cards={mine.data.cards} timeZone={timeZone} catalogue={catalogue} />
              </section>
            )}
            <div className={items.lists}>
              {GROUPS.filter((group) => groups[group].length > 0).map((group) => (
                <section key={group} className={items.group} aria-labelledby={`group-${group}`}>
                  <h2 id={`group-${group}`}>
                    {t(`docket.groups.${group}`)} <small>{groups[group].length}</small>
                  </h2>
                  <ul className={items.list}>
                    {groups[group].map((item) => (
                      <ItemRow key={item.contactId} item={item} catalogue={catalogue} now={now} mine={me.staffId}>
                        {item.owes === 'acknowledge' && (
                          <Button kind="primary" busy={take.pending} onClick={() => void takeOver(item.contactId)}>
                            {t('docket.actions.acknowledge')}
                          </Button>
                        )}
                      </ItemRow>
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          </div>
        )}
        {mine.data && owed.length === 0 && (
          <EmptyState title={t('docket.mineEmpty')}>{t('docket.mineEmptyHint')}</EmptyState>
        )}
        {owed.length > 0 && (
          <p className={board.keys} aria-hidden="true">
            <Key>↑</Key> <Key>↓</Key> {t('board.keys.move')} · <Key>Enter</Key> {t('board.keys.open')} · <Key>A</Key>{' '}
            {t('docket.actions.acknowledge')}
          </p>
        )}
      </main>
    </Shell>
  );
}
