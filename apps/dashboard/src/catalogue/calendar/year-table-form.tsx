import { useState } from 'react';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { CatalogueChange } from '@shouwen/contracts/http/hall.operations';
import { yearTableFault } from '@shouwen/domain/catalogue/item-faults';
import { parseNotice } from '@shouwen/domain/calendar/parse-notice';
import { Button } from '@shouwen/ui/button';
import { formatDay } from '@shouwen/ui/i18n/format';
import { isDay } from '@shouwen/domain/time/zoned';
import { useText } from '../../i18n/text.ts';
import { faultSentence } from '../fault-sentence.ts';
import settings from '../settings.module.css';
import css from './calendar.module.css';
import { CalendarChange } from './calendar-change.tsx';

interface Props {
  year: number;
  catalogue: PublicCatalogue;
  onSaved: (seq: number) => Promise<void>;
  onCancel: () => void;
}

/** A year's table of the State Council, read from its notice as it is pasted in; what was read is shown day by day before it counts. */
export function YearTableForm({ year, catalogue, onSaved, onCancel }: Props) {
  const { t, lng } = useText();
  const loaded = catalogue.yearTables.find((one) => one.year === year);
  const [text, setText] = useState(() =>
    loaded
      ? [
          ...loaded.holidays.map((day) => `${day} ${t('settings.calendar.tableOff')}`),
          ...loaded.worked.map((day) => `${day} ${t('settings.calendar.tableWork')}`),
        ].join('\n')
      : '',
  );
  const { holidays, worked, unread } = parseNotice(text, year);
  const fault = yearTableFault({ year, holidays, worked });
  const ready = holidays.length > 0 && fault === null && unread.length === 0;
  const id = String(year);
  const removes = loaded !== undefined && text.trim() === '';
  const item = removes ? null : { id, year, holidays, worked };
  const changes: CatalogueChange[] = ready || removes ? [{ kind: 'year-table', id, item }] : [];
  const named = (days: readonly string[]) =>
    days.map((day) => (isDay(day) ? formatDay(day, lng, { weekday: true }) : day)).join(' · ');
  return (
    <form className={settings.form} onSubmit={(event) => event.preventDefault()}>
      <div className={settings.row}>
        <h2>{t('settings.calendar.table', { year })}</h2>
        <Button kind="quiet" onClick={onCancel}>
          {t('settings.cancel')}
        </Button>
      </div>
      <p className={settings.quiet}>{t('settings.calendar.tableHint')}</p>
      <label>
        {t('settings.calendar.tableText')}
        <textarea
          className={`${settings.input} ${css.area}`}
          rows={9}
          maxLength={8000}
          aria-invalid={fault !== null || unread.length > 0}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {fault && <p className={settings.wrong}>{faultSentence(fault, lng)}</p>}
      {unread.length > 0 && (
        <p className={settings.wrong}>{t('settings.calendar.tableUnread', { text: unread.join(' / ') })}</p>
      )}
      {holidays.length === 0 ? (
        <p className={settings.quiet}>
          {t(removes ? 'settings.calendar.tableRemove' : 'settings.calendar.tableNothing')}
        </p>
      ) : (
        <>
          <p>
            <strong>{t('settings.calendar.tableHolidays', { count: holidays.length })}</strong>{' '}
            <span className={settings.quiet}>{named(holidays)}</span>
          </p>
          <p>
            <strong>{t('settings.calendar.tableWorked', { count: worked.length })}</strong>{' '}
            <span className={settings.quiet}>{named(worked)}</span>
          </p>
        </>
      )}
      <CalendarChange changes={changes} catalogue={catalogue} onSaved={onSaved} />
    </form>
  );
}
