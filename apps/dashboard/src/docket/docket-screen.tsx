import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue } from '@shouwen/client/react/hall';
import { ApiError } from '@shouwen/client/http';
import { findImported } from '@shouwen/contracts/http/history.operations';
import { findFile, listDocket } from '@shouwen/contracts/http/docket.operations';
import { tidyNumber } from '@shouwen/domain/case/number';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
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

const SHOWS = ['trouble', 'open', 'department'] as const;
const COUNTS = ['open', 'yellow', 'red', 'unacknowledged', 'awaiting', 'thirdVisits'] as const;

/** The hall's docket: everything yellow, red, unacknowledged; everything open; or one department's. */
export default function DocketScreen() {
  const me = useMe();
  const { t } = useText();
  const api = useApi();
  const hall = useDocketHall();
  const { data: catalogue } = useCatalogue(me.hallId);
  const [search, setSearch] = useSearchParams();
  const show = SHOWS.find((one) => one === search.get('show')) ?? 'trouble';
  const docket = useQuery({
    queryKey: ['docket', me.hallId, 'board', show],
    queryFn: () => api.call(listDocket, { params: { hallId: me.hallId }, query: { show } }),
    refetchInterval: DOCKET_STALE_MS,
  });
  const timeZone = catalogue?.hall.timeZone ?? 'Asia/Shanghai';
  const { data } = docket;
  return (
    <Shell hall={hall}>
      <main className={css.page}>
        <header className={css.head}>
          <div>
            <h1>{t('docket.boardTitle')}</h1>
            <p className={css.quiet}>{t('docket.boardHint')}</p>
          </div>
          <Find />
        </header>
        <div className={css.row} role="group" aria-label={t('docket.boardTitle')}>
          {SHOWS.map((one) => (
            <Button
              key={one}
              pressed={one === show}
              onClick={() => setSearch(one === 'trouble' ? {} : { show: one }, { replace: true })}
            >
              {t(`docket.show.${one}`)}
            </Button>
          ))}
        </div>
        <Failure error={docket.error} />
        {!data && !docket.error && <Opening />}
        {data && (
          <>
            <div className={css.counts}>
              {COUNTS.map((one) => (
                <Card
                  key={one}
                  tone={
                    (one === 'red' || one === 'thirdVisits') && data.counts[one] > 0
                      ? 'cinnabar'
                      : one === 'yellow' && data.counts.yellow > 0
                        ? 'amber'
                        : 'plain'
                  }
                  as="div"
                >
                  {t(`docket.counts.${one}`)}
                  <span className={css.count}>{data.counts[one]}</span>
                </Card>
              ))}
            </div>
            {data.items.length > 0 ? (
              <ItemList items={data.items} catalogue={catalogue} />
            ) : (
              <EmptyState title={t('docket.empty')}>{t('docket.emptyHint')}</EmptyState>
            )}
            {show === 'trouble' && data.cards.length > 0 && (
              <section aria-labelledby="cards">
                <h2 id="cards">{t('docket.unacknowledged')}</h2>
                <CardList cards={data.cards} timeZone={timeZone} linked />
              </section>
            )}
          </>
        )}
      </main>
    </Shell>
  );
}

/** Straight to a file by its number, typed as it comes. */
function Find() {
  const me = useMe();
  const { t } = useText();
  const api = useApi();
  const [, go] = useLocation();
  const [number, setNumber] = useState('');
  const [error, setError] = useState<Error | null>(null);
  /** A number of another system, whose cases were moved in. */
  const isElsewhere = (typed: string) =>
    api.call(findImported, { params: { hallId: me.hallId, number: typed } }).then(
      () => true,
      () => false,
    );
  const find = async () => {
    setError(null);
    try {
      const file = await api.call(findFile, { params: { hallId: me.hallId, number: tidyNumber(number) } });
      go(`/dashboard/docket/${file.contactId}`);
    } catch (reason) {
      const unknown = reason instanceof ApiError && ['unknown-case', 'unknown-contact'].includes(reason.code);
      if (unknown && (await isElsewhere(number.trim())))
        go(`/dashboard/docket/history/${encodeURIComponent(number.trim())}`);
      else setError(reason as Error);
    }
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <label>
        {t('docket.find')}
        <span className={css.find}>
          <input
            required
            maxLength={40}
            placeholder={t('docket.findHint')}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
          <Button type="submit">{t('docket.go')}</Button>
        </span>
      </label>
      <Failure error={error} />
    </form>
  );
}
