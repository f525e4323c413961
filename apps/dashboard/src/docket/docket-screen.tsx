import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue } from '@shouwen/client/react/hall';
import { listDocket } from '@shouwen/contracts/http/docket.operations';
import type { DocketItem } from '@shouwen/contracts/views/docket.schema';
import { Button } from '@shouwen/ui/button';
import { EmptyState } from '@shouwen/ui/empty-state';
import { Key } from '@shouwen/ui/key';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { download } from '../log/log-file.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { Shell } from '../shell/shell.tsx';
import css from './board.module.css';
import docket from './docket.module.css';
import { docketFile } from './docket-file.ts';
import { DocketFilters, DocketNarrowing } from './docket-filters.tsx';
import { FindFile } from './find-file.tsx';
import { ItemRow } from './item-row.tsx';
import items from './items.module.css';
import { RowActionDialog, type RowAction } from './row-action.tsx';
import { DOCKET_STALE_MS, useDocketHall, useDocketNow, useStaff } from './use-docket.ts';
import { useNarrowing } from './use-narrowing.ts';
import { useRows } from './use-rows.ts';

/** Rows at first, and with each wish for more. */
const PAGE = 100;
/** The most that a file holds; a hall with more open narrows it first. */
const MOST = 2000;
const SCOPES = ['hall', 'department'] as const;

/** The hall's docket: what is yellow, red, or waits for somebody; urged or given to somebody else with a press. */
export default function DocketScreen() {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const hall = useDocketHall();
  const { data: catalogue } = useCatalogue(me.hallId);
  const staff = useStaff();
  const own = staff.data?.find(({ id }) => id === me.staffId)?.departmentId ?? null;
  const leads = me.role === 'supervisor' || me.role === 'director';
  const heads = catalogue?.departments.some(({ headId }) => headId === me.staffId) ?? false;
  const [narrowing, narrow] = useNarrowing(me.role === 'clerk' ? 'department' : 'hall');
  const [limit, setLimit] = useState(PAGE);
  const [acting, setActing] = useState<{ action: RowAction; item: DocketItem } | null>(null);
  const find = useRef<HTMLInputElement>(null);
  const now = useDocketNow(hall);
  const ask = (rows: number) => {
    const { scope, filter, departmentId, staffId, matterId } = narrowing;
    const query = {
      scope,
      filter,
      limit: rows,
      staffId,
      matterId,
      departmentId: scope === 'hall' ? departmentId : undefined,
    };
    return api.call(listDocket, { params: { hallId: me.hallId }, query });
  };
  const list = useQuery({
    queryKey: ['docket', me.hallId, 'board', narrowing, limit],
    queryFn: () => ask(limit),
    refetchInterval: DOCKET_STALE_MS,
    placeholderData: keepPreviousData,
  });
  const { data } = list;
  const act = (action: RowAction, contactId: string | null) => {
    const item = data?.items.find((one) => one.contactId === contactId);
    if (item) setActing({ action, item });
  };
  useRows({
    '/': () => find.current?.focus(),
    ...(leads && { u: (id) => act('urge', id), r: (id) => act('appoint', id) }),
    ...(!leads && heads && { r: (id) => act('hand-over', id) }),
  });
  const save = async () => {
    const all = await ask(MOST);
    const today = hall.board?.day ?? '';
    download(`docket-${me.hallId}-${today}.csv`, docketFile(all.items, { t, lng, catalogue }));
  };
  return (
    <Shell hall={hall}>
      <main className={docket.page}>
        <header className={docket.head}>
          <div>
            <h1>{t('board.boardTitle')}</h1>
            <p className={docket.quiet}>{t('board.boardHint')}</p>
          </div>
          <FindFile field={find} />
        </header>
        <DocketFilters
          counts={data?.counts}
          narrowing={narrowing}
          onNarrow={(change) => (setLimit(PAGE), narrow(change))}
        />
        <div className={css.bar}>
          {own !== null && (
            <div className={docket.row} role="group" aria-label={t('board.scopesTitle')}>
              {SCOPES.map((scope) => (
                <Button key={scope} pressed={narrowing.scope === scope} onClick={() => narrow({ scope })}>
                  {t(`board.scopes.${scope}`)}
                </Button>
              ))}
            </div>
          )}
          <DocketNarrowing narrowing={narrowing} onNarrow={narrow} catalogue={catalogue} staff={staff.data ?? []} />
          <span className={css.space} />
          <Button disabled={!data || data.total === 0} onClick={() => void save()}>
            {t('board.export')}
          </Button>
        </div>
        <Failure error={list.error} />
        {!data && !list.error && <Opening />}
        {data && data.items.length === 0 && (
          <EmptyState title={t(narrowing.filter === 'trouble' ? 'board.noTrouble' : 'board.empty')}>
            {t(narrowing.filter === 'trouble' ? 'board.noTroubleHint' : 'board.emptyHint')}
          </EmptyState>
        )}
        {data && data.items.length > 0 && (
          <section className={items.group} aria-labelledby="list">
            <h2 id="list">
              {t(`board.filters.${narrowing.filter}`)} <small>{t('board.sortedByRed', { count: data.total })}</small>
            </h2>
            <ul className={items.list}>
              {data.items.map((item) => (
                <ItemRow key={item.contactId} item={item} catalogue={catalogue} now={now}>
                  {leads && (
                    <>
                      <Button kind="quiet" onClick={() => setActing({ action: 'urge', item })}>
                        {t('docket.actions.urge')}
                      </Button>
                      <Button kind="quiet" onClick={() => setActing({ action: 'appoint', item })}>
                        {t('board.reassign')}
                      </Button>
                    </>
                  )}
                  {!leads && heads && item.departmentId === own && (
                    <Button kind="quiet" onClick={() => setActing({ action: 'hand-over', item })}>
                      {t('board.reassign')}
                    </Button>
                  )}
                </ItemRow>
              ))}
            </ul>
            <p className={items.more}>
              {data.total > data.items.length && (
                <Button onClick={() => setLimit((rows) => rows + PAGE)}>
                  {t('board.showMore', { count: data.total - data.items.length })}
                </Button>
              )}
            </p>
            <p className={css.keys} aria-hidden="true">
              <Key>↑</Key> <Key>↓</Key> {t('board.keys.move')} · <Key>Enter</Key> {t('board.keys.open')} · <Key>/</Key>{' '}
              {t('board.keys.find')}
              {leads && (
                <>
                  {' '}
                  · <Key>U</Key> {t('docket.actions.urge')} · <Key>R</Key> {t('board.reassign')}
                </>
              )}
            </p>
          </section>
        )}
        {acting && (
          <RowActionDialog
            key={`${acting.action} ${acting.item.contactId}`}
            {...acting}
            staff={staff.data ?? []}
            catalogue={catalogue}
            onDone={() => setActing(null)}
          />
        )}
      </main>
    </Shell>
  );
}
