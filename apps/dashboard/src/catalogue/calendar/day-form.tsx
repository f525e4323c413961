import { useState } from 'react';
import { say } from '@shouwen/client/names';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { calendarDayFault } from '@shouwen/domain/catalogue/item-faults';
import { dayKind } from '@shouwen/domain/calendar/day-kind';
import type { WorkCalendar } from '@shouwen/domain/calendar/work-calendar';
import type { ServiceDay } from '@shouwen/domain/time/instant';
import { Button } from '@shouwen/ui/button';
import { EmptyState } from '@shouwen/ui/empty-state';
import { formatDay } from '@shouwen/ui/i18n/format';
import { useText } from '../../i18n/text.ts';
import { zhCN } from '../../i18n/zh-CN.settings.ts';
import { en } from '../../i18n/en.settings.ts';
import { faultSentence } from '../fault-sentence.ts';
import settings from '../settings.module.css';
import { CalendarChange } from './calendar-change.tsx';
import { dayChanges, EFFECTS, type DayWish } from './day-changes.ts';

const REASONS = ['power', 'flood', 'maintenance', 'local', 'busy'] as const;
/** More days than this are told as a number. */
const TOLD = 3;

interface Props {
  days: readonly ServiceDay[];
  catalogue: PublicCatalogue;
  calendar: WorkCalendar;
  may: boolean;
  onSaved: (seq: number) => Promise<void>;
  onClear: () => void;
}

/** The chosen days: what they are, and what shall become of them. */
export function DayForm({ days, catalogue, calendar, may, onSaved, onClear }: Props) {
  const { t, lng } = useText();
  const usual = catalogue.hall.hours[0]!;
  const [wish, setWish] = useState<DayWish>({
    effect: 'closed',
    open: usual.open,
    close: usual.close,
    reason: '',
    reasonEn: '',
  });
  if (days.length === 0)
    return (
      <EmptyState title={t('settings.calendar.choose')}>
        {t('settings.calendar.chooseHint')} {t('settings.calendar.hint')}
      </EmptyState>
    );
  const own = Object.fromEntries(catalogue.calendar.map((entry) => [entry.day, entry]));
  const changes = dayChanges(days, wish, catalogue.calendar);
  const normal = wish.effect === 'normal';
  const fault =
    wish.effect === 'hours'
      ? calendarDayFault({ day: days[0]!, kind: 'open', open: wish.open, close: wish.close })
      : null;
  const ready = normal ? changes.length > 0 : wish.reason.trim() !== '' && fault === null;
  return (
    <form className={settings.form} onSubmit={(event) => event.preventDefault()}>
      <div className={settings.row}>
        <h2>{t('settings.calendar.chosen', { count: days.length })}</h2>
        <Button kind="quiet" onClick={onClear}>
          {t('settings.calendar.clear')}
        </Button>
      </div>
      <ul role="list">
        {days.slice(0, TOLD).map((day) => (
          <li key={day}>
            <strong>{formatDay(day, lng, { year: true })}</strong>{' '}
            <span className={settings.quiet}>
              {t(`settings.calendar.kinds.${dayKind(day, { ...catalogue, calendar: own })}`)}
              {own[day] && ` · ${say(own[day].reason, lng)}`}
              {own[day]?.open && ` · ${own[day].open}–${own[day].close}`} ·{' '}
              {t(calendar.isWorkingDay(day) ? 'settings.calendar.countedDay' : 'settings.calendar.notCounted')}
            </span>
          </li>
        ))}
        {days.length > TOLD && <li className={settings.quiet}>… {formatDay(days.at(-1)!, lng, { year: true })}</li>}
      </ul>
      {may && (
        <>
          <fieldset className={settings.choice}>
            <legend>{t('settings.calendar.what')}</legend>
            {EFFECTS.map((effect) => (
              <label key={effect}>
                <input
                  type="radio"
                  name="effect"
                  checked={wish.effect === effect}
                  onChange={() => setWish({ ...wish, effect })}
                />
                {t(`settings.calendar.effects.${effect}`)}
                {wish.effect === effect && <small>{t(`settings.calendar.effectHints.${effect}`)}</small>}
              </label>
            ))}
          </fieldset>
          {wish.effect === 'hours' && (
            <div className={settings.row}>
              {(['open', 'close'] as const).map((name) => (
                <label key={name}>
                  {t(name === 'open' ? 'settings.calendar.opens' : 'settings.calendar.closes')}
                  <input
                    className={settings.input}
                    type="time"
                    required
                    aria-invalid={fault !== null}
                    value={wish[name]}
                    onChange={(event) => setWish({ ...wish, [name]: event.target.value })}
                  />
                </label>
              ))}
            </div>
          )}
          {fault && <p className={settings.wrong}>{faultSentence(fault, lng)}</p>}
          {normal && changes.length === 0 && <p className={settings.quiet}>{t('settings.calendar.normalNone')}</p>}
          {!normal && (
            <>
              <label>
                {t('settings.calendar.reason')}
                <input
                  className={settings.input}
                  required
                  maxLength={200}
                  value={wish.reason}
                  onChange={(event) => setWish({ ...wish, reason: event.target.value })}
                />
              </label>
              <div className={settings.chips}>
                {REASONS.map((one) => (
                  <button
                    key={one}
                    type="button"
                    className={settings.chip}
                    onClick={() =>
                      setWish({ ...wish, reason: zhCN.calendar.reasons[one], reasonEn: en.calendar.reasons[one] })
                    }
                  >
                    {t(`settings.calendar.reasons.${one}`)}
                  </button>
                ))}
              </div>
              <label>
                {t('settings.calendar.reasonEn')}
                <input
                  className={settings.input}
                  maxLength={200}
                  value={wish.reasonEn}
                  onChange={(event) => setWish({ ...wish, reasonEn: event.target.value })}
                />
              </label>
            </>
          )}
          <CalendarChange changes={ready ? changes : []} catalogue={catalogue} onSaved={onSaved} />
        </>
      )}
    </form>
  );
}
