import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { matterName, say, windowName } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue } from '@shouwen/client/react/hall';
import { listSaid } from '@shouwen/contracts/http/figures.operations';
import { SAID_KINDS, type SaidRow, type SaidView } from '@shouwen/contracts/views/figures.schema';
import { Button } from '@shouwen/ui/button';
import { EmptyState } from '@shouwen/ui/empty-state';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { Pill } from '@shouwen/ui/pill';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { PeriodFields } from './period-fields.tsx';
import css from './ratings.module.css';
import { periodIn, usePeriod } from './use-period.ts';

const PAGE = 50;

/** What citizens said, masked: found by words, grouped by cause, each with the rating it belongs to. */
export function WordsTab() {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const [chosen, choose] = usePeriod();
  const [typed, setTyped] = useState(chosen.query);
  const { query, cause, kind, skip } = chosen;
  const { data, error } = useQuery({
    queryKey: ['rating-words', me.hallId, chosen.from, chosen.until, query, cause, kind, skip],
    queryFn: () =>
      api.call(listSaid, {
        params: { hallId: me.hallId },
        query: { ...periodIn(chosen), query, skip, ...(cause && { cause }), ...(kind && { kind }) },
      }),
    placeholderData: (old) => old,
  });
  return (
    <>
      <p className={css.quiet}>{t('rating.words.hint')}</p>
      <form
        className={css.row}
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          choose({ query: typed.trim() || null, skip: null });
        }}
      >
        <label className={css.select}>
          {t('rating.words.search')}
          <input
            type="search"
            maxLength={100}
            placeholder={t('rating.words.searchHint')}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        <Button type="submit" kind="primary">
          {t('rating.words.go')}
        </Button>
        <PeriodFields
          from={data?.from ?? chosen.from}
          until={data?.until ?? chosen.until}
          onChange={(change) => choose({ ...change, skip: null })}
        />
      </form>
      <Failure error={error} />
      {!data && !error && <Opening />}
      {data && (
        <>
          <div className={css.row} role="group" aria-label={t('rating.words.where')}>
            <Button pressed={kind === undefined} onClick={() => choose({ kind: null, skip: null })}>
              {t('rating.words.everywhere', { count: data.kinds.rating + data.kinds.opinion })}
            </Button>
            {SAID_KINDS.map((one) => (
              <Button key={one} pressed={kind === one} onClick={() => choose({ kind: one, skip: null })}>
                {t(`rating.words.kinds.${one}`, { count: data.kinds[one] })}
              </Button>
            ))}
          </div>
          <section aria-labelledby="causes">
            <h2 id="causes">{t('rating.words.causes', { version: data.version })}</h2>
            <div className={css.row}>
              <Button pressed={cause === undefined} onClick={() => choose({ cause: null, skip: null })}>
                {t('rating.words.allCauses', { count: data.read })}
              </Button>
              {data.causes.map(({ id, name, count }) => (
                <Button key={id} pressed={cause === id} onClick={() => choose({ cause: id, skip: null })}>
                  {t('rating.words.cause', { name: say(name, lng), count })}
                </Button>
              ))}
            </div>
          </section>
          <p className={css.quiet} role="status">
            {t('rating.words.found', { count: data.found, read: data.read })}
          </p>
          {data.items.length === 0 && (
            <EmptyState title={t('rating.words.none')}>{t('rating.words.noneHint')}</EmptyState>
          )}
          <ul className={css.items}>
            {data.items.map((row) => (
              <Said key={row.kind === 'rating' ? row.ratingId : row.contactId} row={row} view={data} />
            ))}
          </ul>
          <p className={css.row}>
            {skip > 0 && (
              <Button onClick={() => choose({ skip: String(Math.max(0, skip - PAGE)) })}>
                {t('rating.words.previous')}
              </Button>
            )}
            {skip + PAGE < data.found && (
              <Button onClick={() => choose({ skip: String(skip + PAGE) })}>{t('rating.words.next')}</Button>
            )}
          </p>
        </>
      )}
    </>
  );
}

function Said({ row, view }: { row: SaidRow; view: SaidView }) {
  const me = useMe();
  const { t, lng } = useText();
  const { data: catalogue } = useCatalogue(me.hallId);
  const causes = view.causes.filter(({ id }) => row.causes.includes(id));
  const place = [
    formatDay(row.day, lng),
    row.kind === 'opinion' && t(`voices.sources.${row.source}`),
    row.windowId && windowName(catalogue, row.windowId, lng),
    row.matterId && matterName(catalogue, { matterId: row.matterId, queueId: '' }, lng),
  ].filter(Boolean);
  const added = row.kind === 'rating' ? row.added : null;
  return (
    <li className={css.said}>
      <p>
        <strong>{row.kind === 'rating' ? t(`rating.levels.${row.level}`) : t(`voices.kinds.${row.opinion}`)}</strong>{' '}
        <span className={css.quiet}>{place.join(' · ')}</span>
      </p>
      {row.text ? (
        <blockquote className={css.quote}>{row.text}</blockquote>
      ) : (
        <p className={css.quiet}>{t('rating.words.noWords')}</p>
      )}
      {added && (
        <blockquote className={css.quote}>
          {t('rating.words.added')} {added}
        </blockquote>
      )}
      <p className={css.row}>
        {row.labels.map((label) => (
          <Pill key={label.zh}>{say(label, lng)}</Pill>
        ))}
        {causes.map(({ id, name }) => (
          <Pill key={id} tone="explained" shape>
            {say(name, lng)}
          </Pill>
        ))}
        {row.contactId && <Link href={`/dashboard/docket/${row.contactId}`}>{t('rating.words.file')}</Link>}
      </p>
    </li>
  );
}
