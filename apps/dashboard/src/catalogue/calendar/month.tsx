import { weekdayOf } from '@shouwen/domain/time/zoned';
import { useText } from '../../i18n/text.ts';
import { VisuallyHidden } from '@shouwen/ui/visually-hidden';
import css from './calendar.module.css';
import { clicked, type Selection } from './selection.ts';
import type { DayLook } from './year-grid.tsx';

/** Monday 1 January 2024: names of weekdays are made from it. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

interface Props {
  year: number;
  month: number;
  days: readonly DayLook[];
  today: string;
  selection: Selection;
  onSelect: (selection: Selection) => void;
}

/** One month: weeks from Monday, each day a button with its mark and its words. */
export function Month({ year, month, days, today, selection, onSelect }: Props) {
  const { t, lng } = useText();
  const locale = lng === 'en' ? 'en-GB' : 'zh-CN';
  const weekday = (n: number, style: 'narrow' | 'long') =>
    new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(MONDAY + n * DAY_MS);
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(year, month, 1));
  const lead = weekdayOf(days[0]!.day) - 1;
  const cells: (DayLook | null)[] = [...Array.from({ length: lead }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  return (
    <table className={css.month}>
      <caption>{name}</caption>
      <thead>
        <tr>
          {[0, 1, 2, 3, 4, 5, 6].map((n) => (
            <th key={n} scope="col" abbr={weekday(n, 'long')}>
              {weekday(n, 'narrow')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, n) => (
          <tr key={n}>
            {week.map((cell, at) => (
              <td key={cell?.day ?? at}>
                {cell && (
                  <button
                    type="button"
                    className={[css.day, css[cell.kind], cell.day === today ? css.today : ''].join(' ')}
                    data-day={cell.day}
                    tabIndex={cell.day === selection.cursor ? 0 : -1}
                    aria-pressed={selection.days.includes(cell.day)}
                    aria-current={cell.day === today ? 'date' : undefined}
                    title={cell.label}
                    onClick={(event) =>
                      onSelect(
                        clicked(selection, cell.day, { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }),
                      )
                    }
                  >
                    <VisuallyHidden>{cell.label}</VisuallyHidden>
                    <span aria-hidden="true">{Number(cell.day.slice(8))}</span>
                    {cell.kind !== 'working' && cell.kind !== 'weekend' && (
                      <small aria-hidden="true">{t(`settings.calendar.marks.${cell.kind}`)}</small>
                    )}
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
