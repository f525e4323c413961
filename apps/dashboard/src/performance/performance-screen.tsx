import { useQuery } from '@tanstack/react-query';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue } from '@shouwen/client/react/hall';
import { viewPerformance } from '@shouwen/contracts/http/performance.operations';
import type { Measure } from '@shouwen/domain/indicators/measures';
import { serviceDayOf } from '@shouwen/domain/time/zoned';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { formatDay } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { useDocketHall, useDocketNow, useStaff } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import { download } from '../log/log-file.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { Shell } from '../shell/shell.tsx';
import { ArrivalsCard } from './arrivals-card.tsx';
import { AskedFields } from './asked-fields.tsx';
import { CountedRows } from './counted-rows.tsx';
import { FigureTiles } from './figure-tiles.tsx';
import { figuresFile } from './figures-file.ts';
import { GroupChart } from './group-chart.tsx';
import { HourMap } from './hour-map.tsx';
import { IndicatorTable } from './indicator-table.tsx';
import { nameOf } from './names.ts';
import css from './performance.module.css';
import { ReportsCard } from './reports-card.tsx';
import { queryOf, useAsked } from './use-asked.ts';
import { WaitChart } from './wait-chart.tsx';

/** How the hall, a department, a window or a person did: figures that say what they are of and open what they count. */
export default function PerformanceScreen() {
  const me = useMe();
  const { t, lng } = useText();
  const api = useApi();
  const hall = useDocketHall();
  const now = useDocketNow(hall);
  const { data: catalogue } = useCatalogue(me.hallId);
  const staff = useStaff();
  const [asked, ask] = useAsked();
  const { data, error, isFetching } = useQuery({
    queryKey: ['performance', me.hallId, queryOf(asked), asked.by],
    queryFn: () =>
      api.call(viewPerformance, { params: { hallId: me.hallId }, query: { ...queryOf(asked), by: asked.by } }),
    placeholderData: (old) => old,
    refetchInterval: ({ state }) => (state.data?.behind ? 5_000 : false),
  });
  if (!catalogue || !staff.data || (!data && !error)) {
    return (
      <Shell hall={hall}>
        <Opening />
      </Shell>
    );
  }
  const named = { lng, catalogue, staff: staff.data };
  const today = serviceDayOf(now, catalogue.hall.timeZone, catalogue.hall.dayStartsAt);
  const open = (measure: Measure, also: { of?: string; cell?: string } = {}) =>
    ask({ measure, of: also.of ?? null, cell: also.cell ?? null });
  const title = nameOf(asked.scope, asked.key, named);
  const name = `${me.hallId}-${asked.scope}${asked.key && `-${asked.key}`}-${data?.from}-${data?.until}`;
  return (
    <Shell hall={hall}>
      <main className={css.page} aria-busy={isFetching}>
        <header className={css.head}>
          <h1>
            {title}
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
              <Button onClick={() => download(`${name}.csv`, figuresFile(data, named, { t, lng }))}>
                {t('performance.export')}
              </Button>
              <Button onClick={() => window.print()}>{t('performance.print')}</Button>
            </p>
          )}
        </header>
        <AskedFields
          from={data?.from ?? asked.from ?? today}
          until={data?.until ?? asked.until ?? today}
          scope={asked.scope}
          keyChosen={asked.key}
          today={today}
          named={named}
          onAsk={ask}
        />
        <Failure error={error} />
        {data && (
          <>
            {data.behind && (
              <Banner kind="stale" title={t('performance.behind')}>
                {t('performance.behindHint')}
              </Banner>
            )}
            {data.corrections.length > 0 && (
              <Banner kind="info" title={t('performance.corrected', { count: data.corrections.length })}>
                {t('performance.correctedHint', {
                  days: data.corrections
                    .slice(0, 5)
                    .map(({ day }) => formatDay(day, lng))
                    .join(lng === 'en' ? ', ' : '、'),
                })}
              </Banner>
            )}
            <FigureTiles view={data} onOpen={open} />
            <div className={css.two}>
              <HourMap view={data} onOpen={(cell) => open('answered', { cell: String(cell) })} />
              <WaitChart view={data} />
            </div>
            {asked.rows && (
              <CountedRows
                asked={{ ...asked, from: data.from, until: data.until, rows: asked.rows }}
                named={named}
                onClose={() => ask({ measure: null, of: null, cell: null })}
              />
            )}
            <GroupChart
              view={data}
              chosen={asked.indicator}
              named={named}
              onChoose={ask}
              onOpen={(key) => ask({ scope: data.by, key, measure: null })}
            />
            {(asked.scope === 'hall' || asked.scope === 'queue') && (
              <ArrivalsCard queueId={asked.scope === 'queue' ? asked.key : null} />
            )}
            <IndicatorTable view={data} onOpen={open} />
            <ReportsCard day={data.until} today={today} />
            <p className={css.note}>{t('performance.asOf', { seq: data.seq })}</p>
          </>
        )}
      </main>
    </Shell>
  );
}
