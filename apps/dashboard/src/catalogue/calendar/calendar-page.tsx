import { useMemo, useRef, useState } from 'react';
import { WorkCalendar } from '@shouwen/domain/calendar/work-calendar';
import { DAY_KINDS } from '@shouwen/domain/calendar/day-kind';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { useText } from '../../i18n/text.ts';
import { SavedBanner } from '../saved-banner.tsx';
import { SavedList } from '../saved-list.tsx';
import settings from '../settings.module.css';
import { useSaved, type SettingsPage } from '../use-settings.ts';
import css from './calendar.module.css';
import { DayForm } from './day-form.tsx';
import { noneIn } from './selection.ts';
import { YearGrid } from './year-grid.tsx';
import { YearTableForm } from './year-table-form.tsx';

/** The years that the calendar can count over. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2060;

/** The hall's calendar (日历): a year at a glance, its days changed with a look at what moves first. */
export function CalendarPage({ catalogue, today, may }: SettingsPage) {
  const { t } = useText();
  const [selection, setSelection] = useState(() => noneIn(Number(today.slice(0, 4)), today));
  const [loading, setLoading] = useState(false);
  const { saved, done } = useSaved();
  const side = useRef<HTMLDivElement>(null);
  const { year, days } = selection;
  const calendar = useMemo(
    () =>
      new WorkCalendar({
        nationalCalendar: catalogue.hall.nationalCalendar,
        overrides: Object.fromEntries(catalogue.calendar.map((entry) => [entry.day, entry])),
        tables: catalogue.yearTables,
      }),
    [catalogue],
  );
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const counted = calendar.between(first, last) + (calendar.isWorkingDay(first) ? 1 : 0);
  const table = catalogue.yearTables.find((one) => one.year === year);
  const goTo = (other: number) => {
    setSelection(noneIn(other, today));
    setLoading(false);
  };
  const toForm = () => {
    if (days.length === 0) setSelection({ ...selection, days: [selection.cursor], anchor: selection.cursor });
    setLoading(false);
    // The form appears with the choice; it is there after this frame.
    requestAnimationFrame(() => {
      side.current?.scrollIntoView({ block: 'nearest' });
      side.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
    });
  };
  const finish = async (seq: number) => {
    setLoading(false);
    setSelection({ ...selection, days: [] });
    await done({ seq, note: t('settings.preview.savedNote') });
  };
  return (
    <>
      <SavedBanner saved={saved} />
      <div className={settings.two}>
        <div className={settings.stack}>
          <div className={css.yearHead}>
            <Button
              disabled={year <= FIRST_YEAR}
              label={t('settings.calendar.previous')}
              onClick={() => goTo(year - 1)}
            >
              ‹
            </Button>
            <h2>{t('settings.calendar.year', { year })}</h2>
            <Button disabled={year >= LAST_YEAR} label={t('settings.calendar.next')} onClick={() => goTo(year + 1)}>
              ›
            </Button>
            <span className={settings.quiet}>{t('settings.calendar.counted', { count: counted })}</span>
            <Legend />
          </div>
          {!calendar.isPublished(first) && (
            <Banner
              kind="stale"
              title={t('settings.calendar.provisional', { year })}
              action={may && <Button onClick={() => setLoading(true)}>{t('settings.calendar.loadTable')}</Button>}
            />
          )}
          <YearGrid
            catalogue={catalogue}
            today={today}
            selection={selection}
            provisional={!calendar.isPublished(first)}
            onSelect={(next) => {
              setSelection(next);
              setLoading(false);
            }}
            onEnter={toForm}
          />
          {may && days.length > 0 && !loading && (
            <div className={css.jump}>
              {t('settings.calendar.chosen', { count: days.length })}
              <Button kind="primary" onClick={toForm}>
                {t('settings.calendar.toForm')}
              </Button>
            </div>
          )}
        </div>
        <div className={settings.side} ref={side}>
          <Card>
            {loading && may ? (
              <YearTableForm
                key={year}
                year={year}
                catalogue={catalogue}
                onSaved={finish}
                onCancel={() => setLoading(false)}
              />
            ) : (
              <DayForm
                days={days}
                catalogue={catalogue}
                calendar={calendar}
                may={may}
                onSaved={finish}
                onClear={() => setSelection({ ...selection, days: [] })}
              />
            )}
          </Card>
          {!loading && days.length === 0 && calendar.isPublished(first) && (
            <p className={settings.quiet}>
              {table
                ? t('settings.calendar.tableLoaded', { year, off: table.holidays.length, work: table.worked.length })
                : t('settings.calendar.tablePackaged', { year })}{' '}
              {may && (
                <Button kind="quiet" onClick={() => setLoading(true)}>
                  {t('settings.calendar.tableReplace')}
                </Button>
              )}
            </p>
          )}
          <SavedList kinds={['calendar', 'year-table']} catalogue={catalogue} may={may} />
        </div>
      </div>
    </>
  );
}

function Legend() {
  const { t } = useText();
  return (
    <div className={css.legend}>
      {DAY_KINDS.map((kind) => (
        <span key={kind}>
          <i className={css[kind]} aria-hidden="true">
            {kind === 'working' ? '1' : kind === 'weekend' ? '6' : t(`settings.calendar.marks.${kind}`)}
          </i>
          {t(`settings.calendar.kinds.${kind}`)}
        </span>
      ))}
    </div>
  );
}
