import { useQuery } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue } from '@shouwen/client/react/hall';
import { viewRegion } from '@shouwen/contracts/http/region.operations';
import type { RegionRow } from '@shouwen/contracts/views/region.schema';
import { FEWEST_RANKED } from '@shouwen/domain/rating/figures';
import { REGION_INDICATORS } from '@shouwen/domain/region/published';
import { serviceDayOf } from '@shouwen/domain/time/zoned';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { formatDay, formatNumber } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { useDocketHall, useDocketNow } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import { download } from '../log/log-file.ts';
import { both, find, indicator, ofText, valueText } from '../performance/figure-text.ts';
import css from '../performance/performance.module.css';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { Shell } from '../shell/shell.tsx';
import { RegionFields } from './region-fields.tsx';
import { regionFile } from './region-file.ts';
import { RegionTable } from './region-table.tsx';
import own from './region.module.css';
import { PAGE, queryOf, useRegionAsked } from './use-region-asked.ts';

/** Rows of a file are fetched so many at a time. */
const FILE_PAGE = 1000;

/** Halls of a region that one oversees: its regions, then its halls, by what they publish. */
export default function RegionScreen() {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const hall = useDocketHall();
  const now = useDocketNow(hall);
  const { data: catalogue } = useCatalogue(me.hallId);
  const [asked, ask] = useRegionAsked();
  const params = { hallId: me.hallId };
  const { data, error, isFetching } = useQuery({
    queryKey: ['region', me.hallId, queryOf(asked)],
    queryFn: () => api.call(viewRegion, { params, query: queryOf(asked) }),
    placeholderData: (old) => old,
    refetchInterval: 60_000,
  });
  if (!catalogue || (!data && !error)) {
    return (
      <Shell hall={hall}>
        <Opening />
      </Shell>
    );
  }
  const texts = { t, lng };
  const today = serviceDayOf(now, catalogue.hall.timeZone, catalogue.hall.dayStartsAt);
  const nameOf = ({ code, name }: { code: string; name: { zh: string; en: string } | null }) =>
    name ? both(name, lng) : code;
  const save = async () => {
    const rows: RegionRow[] = [];
    for (let total = 1; rows.length < total;) {
      const query = { ...queryOf(asked), skip: rows.length, limit: FILE_PAGE };
      const page = await api.call(viewRegion, { params, query });
      rows.push(...page.rows);
      total = page.rows.length === 0 ? 0 : page.total;
    }
    download(`region-${data?.path.at(-1)?.code}-${data?.from}-${data?.until}.csv`, regionFile(rows, texts));
  };
  return (
    <Shell hall={hall}>
      <main className={css.page} aria-busy={isFetching}>
        <header className={css.head}>
          <h1>
            {data ? nameOf(data.path.at(-1)!) : t('shell.region')}
            {data && (
              <small className={css.note}>
                {' '}
                {formatDay(data.from, lng)} – {formatDay(data.until, lng)} ·{' '}
                {t('performance.against', {
                  from: formatDay(data.before.from, lng),
                  until: formatDay(data.before.until, lng),
                })}
              </small>
            )}
          </h1>
          {data && (
            <p className={css.buttons}>
              <Button onClick={() => void save()}>{t('performance.export')}</Button>
              <Button onClick={() => window.print()}>{t('performance.print')}</Button>
            </p>
          )}
        </header>
        {data && (
          <nav aria-label={t('region.path')}>
            <ol className={own.path}>
              {[...data.overseen.filter(({ code }) => code !== data.path[0]?.code), ...data.path].map((one) => (
                <li key={one.code}>
                  <Button
                    shape="pill"
                    pressed={one.code === data.path.at(-1)!.code}
                    onClick={() => ask({ region: one.code, search: null, halls: null, compared: null })}
                  >
                    {nameOf(one)}
                  </Button>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <RegionFields
          asked={asked}
          from={data?.from ?? asked.from ?? today}
          until={data?.until ?? asked.until ?? today}
          today={today}
          onAsk={ask}
        />
        <Failure error={error} />
        {data && (
          <>
            <ul className={css.tiles}>
              {REGION_INDICATORS.slice(0, 5).map((id) => {
                const figure = find(data.whole.figures, id);
                return (
                  <li key={id} title={both(indicator(id).meaning, lng)}>
                    <Card>
                      <span className={css.name}>{both(indicator(id).name, lng)}</span>
                      <strong className={css.value}>{valueText(figure, texts)}</strong>
                      <small className={css.note}>{ofText(figure, texts)}</small>
                    </Card>
                  </li>
                );
              })}
            </ul>
            <Card labelledBy="region-rows">
              <h2 id="region-rows">
                {t(asked.compared ? 'region.compared' : 'region.rows', { count: data.total })}{' '}
                <small className={css.note}>
                  {t('region.openOf', {
                    open: formatNumber(data.whole.open, lng),
                    halls: formatNumber(data.whole.halls, lng),
                  })}
                  {' · '}
                  {t('region.placesHint', { count: FEWEST_RANKED })}
                </small>
              </h2>
              {data.rows.length === 0 ? (
                <p className={css.note}>{t('region.none')}</p>
              ) : (
                <RegionTable rows={data.rows} asked={asked} timeZone={catalogue.hall.timeZone} onAsk={ask} />
              )}
              {data.total > PAGE && (
                <p className={css.buttons}>
                  <Button
                    disabled={asked.skip === 0}
                    onClick={() => ask({ skip: String(Math.max(0, asked.skip - PAGE)) })}
                  >
                    {t('region.back')}
                  </Button>
                  <span>
                    {formatNumber(asked.skip + 1, lng)}–{formatNumber(Math.min(data.total, asked.skip + PAGE), lng)} /{' '}
                    {formatNumber(data.total, lng)}
                  </span>
                  <Button
                    disabled={asked.skip + PAGE >= data.total}
                    onClick={() => ask({ skip: String(asked.skip + PAGE) })}
                  >
                    {t('region.next')}
                  </Button>
                </p>
              )}
            </Card>
          </>
        )}
      </main>
    </Shell>
  );
}
