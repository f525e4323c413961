import { useId, useState } from 'react';
import { personName, say } from '@shouwen/client/names';
import type { PublicCatalogue, Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import css from './oversight.module.css';

const MOST_DAYS = 60;

/** What an order says besides its words, out of the form. */
export function givenIn(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const [kind, id = ''] = text('to').split(':');
  return {
    toId: kind === 'staff' ? id : null,
    departmentId: kind === 'department' ? id : null,
    windowId: text('windowId') || null,
    days: Number(text('days')),
    words: text('words'),
  };
}

interface Props {
  catalogue: PublicCatalogue | undefined;
  staff: readonly Staff[];
  /** Label of whom it is given to. */
  who: string;
  days: number;
}

/** Whom an order is given to, which window it is about, and in how many working days. */
export function GivenFields({ catalogue, staff, who, days: first }: Props) {
  const me = useMe();
  const { t, lng } = useText();
  const id = useId();
  const [days, setDays] = useState(first);
  const step = (by: number) => setDays(Math.min(MOST_DAYS, Math.max(1, days + by)));
  return (
    <>
      <label>
        {who}
        <select name="to" required defaultValue="">
          <option value="" disabled hidden />
          <optgroup label={t('oversight.departments')}>
            {catalogue?.departments
              .filter(({ headId }) => headId !== null && headId !== me.staffId)
              .map(({ id: departmentId, name }) => (
                <option key={departmentId} value={`department:${departmentId}`}>
                  {say(name, lng)}
                </option>
              ))}
          </optgroup>
          <optgroup label={t('oversight.people')}>
            {staff
              .filter((person) => person.id !== me.staffId)
              .map((person) => (
                <option key={person.id} value={`staff:${person.id}`}>
                  {personName(person, lng)} · {say(person.post, lng)}
                </option>
              ))}
          </optgroup>
        </select>
      </label>
      <label>
        {t('oversight.window')}
        <select name="windowId" defaultValue="">
          <option value="">{t('oversight.noWindow')}</option>
          {catalogue?.windows.map(({ id: windowId, number, name }) => (
            <option key={windowId} value={windowId}>
              {number} · {say(name, lng)}
            </option>
          ))}
        </select>
      </label>
      <div className={css.field}>
        <label htmlFor={id}>{t('oversight.days')}</label>
        <span className={css.stepper}>
          <button type="button" tabIndex={-1} aria-hidden="true" onClick={() => step(-1)}>
            −
          </button>
          <input
            id={id}
            type="number"
            name="days"
            min={1}
            max={MOST_DAYS}
            required
            value={days}
            onChange={({ target }) => setDays(Number(target.value))}
          />
          <button type="button" tabIndex={-1} aria-hidden="true" onClick={() => step(1)}>
            +
          </button>
        </span>
      </div>
    </>
  );
}
