import { useEffect, useState } from 'react';
import type { Matter, PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { WorkCalendar } from '@shouwen/domain/calendar/work-calendar';
import { BoldText } from '@shouwen/ui/bold-text';
import { formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../i18n/text.ts';
import css from './terminal.module.css';

/** Working days as the hall counts them; the calendar is large and comes only when a matter with a promise is at the window. */
function useWorkCalendar({ hall, calendar, yearTables }: PublicCatalogue): WorkCalendar | null {
  const [known, setKnown] = useState<WorkCalendar | null>(null);
  const { nationalCalendar } = hall;
  useEffect(() => {
    let current = true;
    void import('@shouwen/domain/calendar/work-calendar').then((module) => {
      const overrides = Object.fromEntries(calendar.map((entry) => [entry.day, entry]));
      if (current) setKnown(new module.WorkCalendar({ nationalCalendar, overrides, tables: yearTables }));
    });
    return () => {
      current = false;
    };
  }, [nationalCalendar, calendar, yearTables]);
  return known;
}

/** “If it is accepted now”: the day on which the promise ends, to tell the citizen before they ask. */
export function AcceptNow({ matter, catalogue, day }: { matter: Matter; catalogue: PublicCatalogue; day: string }) {
  const { t, lng } = useText();
  const calendar = useWorkCalendar(catalogue);
  if (matter.promisedDays === null || calendar === null) return null;
  const last = calendar.after(day, matter.promisedDays);
  const skipped = Math.round((Date.parse(last) - Date.parse(day)) / 86_400_000) - matter.promisedDays;
  return (
    <section className={css.acceptNow} aria-label={t('terminal.ifAccepted')}>
      <h3>{t('terminal.ifAccepted')}</h3>
      <p>
        <BoldText text={t('terminal.limitDays', { promised: matter.promisedDays, legal: matter.legalDays ?? 0 })} />
      </p>
      <strong>{formatDay(last, lng)}</strong>
      <p className={css.quiet}>
        {!calendar.isPublished(last)
          ? t('docket.provisional')
          : skipped === 0
            ? t('terminal.skippedNone')
            : t('terminal.skipped', { count: skipped })}
      </p>
    </section>
  );
}
