import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { say } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { dayKind, holidayName, type DayKind } from '@shouwen/domain/calendar/day-kind';
import type { ServiceDay } from '@shouwen/domain/time/instant';
import { formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../../i18n/text.ts';
import css from './calendar.module.css';
import { Month } from './month.tsx';
import { daysBetween, pressed, type Selection } from './selection.ts';

/** What one day shows and says. */
export interface DayLook {
  day: ServiceDay;
  kind: DayKind;
  label: string;
}

interface Props {
  catalogue: PublicCatalogue;
  today: ServiceDay;
  selection: Selection;
  /** No table of the year yet: its days are drawn as not certain. */
  provisional: boolean;
  onSelect: (selection: Selection) => void;
  /** Enter: on to the form. */
  onEnter: () => void;
}

/** A year at a glance: twelve months, one tab stop, arrow keys between the days. */
export function YearGrid({ catalogue, today, selection, provisional, onSelect, onEnter }: Props) {
  const { t, lng } = useText();
  const grid = useRef<HTMLDivElement>(null);
  const { year, cursor } = selection;
  useEffect(() => {
    if (grid.current?.contains(document.activeElement))
      grid.current.querySelector<HTMLElement>(`[data-day="${cursor}"]`)?.focus();
  }, [cursor]);
  const months = useMemo(() => {
    const source = {
      ...catalogue,
      calendar: Object.fromEntries(catalogue.calendar.map((entry) => [entry.day, entry])),
    };
    const look = (day: ServiceDay): DayLook => {
      const kind = dayKind(day, source);
      const own = source.calendar[day];
      const name = own ? own.reason : holidayName(day, catalogue.yearTables);
      const label = t('settings.calendar.day', {
        day: formatDay(day, lng),
        kind: t(`settings.calendar.kinds.${kind}`),
        name: name ? ` · ${say(name, lng)}` : '',
      });
      return { day, kind, label };
    };
    const all = daysBetween(`${year}-01-01`, `${year}-12-31`).map(look);
    return Array.from({ length: 12 }, (_, month) => all.filter(({ day }) => Number(day.slice(5, 7)) === month + 1));
  }, [catalogue, year, t, lng]);
  const key = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onEnter();
      return;
    }
    const next = pressed(selection, event.key, { shift: event.shiftKey, ctrl: false });
    if (!next) return;
    event.preventDefault();
    onSelect(next);
  };
  return (
    <div
      ref={grid}
      className={css.year}
      role="group"
      data-provisional={provisional || undefined}
      aria-label={t('settings.calendar.grid', { year })}
      onKeyDown={key}
      // A browser that presses a button on letting go of the space bar would choose the day a second time.
      onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
    >
      {months.map((days, month) => (
        <Month
          key={month}
          year={year}
          month={month}
          days={days}
          today={today}
          selection={selection}
          onSelect={onSelect}
        />
      ))}
    </div>
  );
}
