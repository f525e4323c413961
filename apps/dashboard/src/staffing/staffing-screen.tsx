import { useState } from 'react';
import { useCatalogue } from '@shouwen/client/react/hall';
import { rosterText } from '@shouwen/domain/staffing/roster';
import { serviceDayOf } from '@shouwen/domain/time/zoned';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { formatDay, formatNames, formatNumber, formatPercent } from '@shouwen/ui/i18n/format';
import { Opening } from '@shouwen/ui/opening';
import { useDocketHall, useDocketNow } from '../docket/use-docket.ts';
import { useText } from '../i18n/text.ts';
import { download } from '../log/log-file.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { Shell } from '../shell/shell.tsx';
import { ArrivalsChart } from './arrivals-chart.tsx';
import { CompareTable } from './compare-table.tsx';
import { ErlangTable } from './erlang-table.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { QueueTable } from './queue-table.tsx';
import { RosterGrid } from './roster-grid.tsx';
import css from './staffing.module.css';
import { staffingFile } from './staffing-file.ts';
import { StaffingFields } from './staffing-fields.tsx';
import { useAskedStaffing, useStaffing } from './use-staffing.ts';

/** Fewer days than this teach little. */
const FEW_DAYS = 4;

/** A day to come under another roster, from what such days of this hall were like. */
export default function StaffingScreen() {
  const me = useMe();
  const { t, lng } = useText();
  const hall = useDocketHall();
  const now = useDocketNow(hall);
  const { data: catalogue } = useCatalogue(me.hallId);
  const [asked, ask] = useAskedStaffing();
  const { data, error, isFetching } = useStaffing(asked);
  const [draft, setDraft] = useState<{ of: unknown; roster: number[][] } | null>(null);
  if (!catalogue || (!data && !error)) {
    return (
      <Shell hall={hall}>
        <Opening />
      </Shell>
    );
  }
  const { timeZone, dayStartsAt } = catalogue.hall;
  const view = error ? undefined : data;
  const shown = view && (view.whatIf ?? view.planned).roster;
  // What was pressed holds for the roster that it was pressed at; another day begins anew.
  const roster = view && draft?.of === view ? draft.roster : shown;
  const text = view && roster && rosterText(roster, view.groups);
  const changed = text !== undefined && text !== rosterText(shown!, view!.groups);
  const day = view?.day ?? asked.day ?? serviceDayOf(now, timeZone, dayStartsAt);
  const legs = view ? Math.max(view.tickets, view.ownHandling) : 0;
  return (
    <Shell hall={hall}>
      <main className={css.page} aria-busy={isFetching}>
        <header className={css.head}>
          <h1>
            {t('staffing.title')}{' '}
            <small className={css.note}>
              {formatDay(day, lng)}
              {view && ` · ${t('staffing.hint', { draws: view.draws })}`}
            </small>
          </h1>
          {view && (
            <p className={css.buttons}>
              <Button
                onClick={() =>
                  download(`${me.hallId}-staffing-${view.day}.csv`, staffingFile(view, catalogue, { t, lng }))
                }
              >
                {t('staffing.export')}
              </Button>
              <Button onClick={() => window.print()}>{t('staffing.print')}</Button>
            </p>
          )}
        </header>
        <StaffingFields asked={asked} day={day} onAsk={ask} />
        <Failure error={error} />
        <p className={css.note} role="status">
          {isFetching
            ? t('staffing.working')
            : view &&
              t('staffing.learned', {
                count: view.learned.length,
                days: formatNames(
                  view.learned.map((one) => formatDay(one, lng)),
                  lng,
                ),
                tickets: formatNumber(view.tickets, lng),
              })}
        </p>
        {view && roster && (
          <>
            {view.learned.length < FEW_DAYS && (
              <Banner kind="stale" title={t('staffing.few', { count: view.learned.length })}>
                {t('staffing.fewHint')}
              </Banner>
            )}
            {view.ownHandling < legs * 0.8 && (
              <p className={css.note}>
                {t('staffing.standards', { share: formatPercent(1 - view.ownHandling / legs, lng) })}
              </p>
            )}
            <RosterGrid
              view={view}
              catalogue={catalogue}
              draft={roster}
              onDraft={(next) => setDraft({ of: view, roster: next })}
            >
              <p className={css.buttons}>
                <Button
                  kind="primary"
                  busy={isFetching}
                  disabled={!changed}
                  onClick={() => text && ask({ windows: text, day: view.day })}
                >
                  {t(isFetching ? 'staffing.working' : 'staffing.tryIt')}
                </Button>
                <Button
                  disabled={!changed && !asked.windows}
                  onClick={() => {
                    setDraft(null);
                    ask({ windows: null });
                  }}
                >
                  {t('staffing.asUsual')}
                </Button>
              </p>
              <ProposalCard
                view={view}
                asked={asked}
                catalogue={catalogue}
                onTake={(windows) => {
                  setDraft(null);
                  ask({ windows, day: view.day });
                }}
              />
            </RosterGrid>
            <CompareTable view={view} />
            <ArrivalsChart view={view} timeZone={timeZone} />
            <QueueTable view={view} catalogue={catalogue} />
            <ErlangTable view={view} catalogue={catalogue} />
          </>
        )}
      </main>
    </Shell>
  );
}
