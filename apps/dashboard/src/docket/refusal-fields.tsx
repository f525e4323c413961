import { useState } from 'react';
import { REFUSAL_GROUNDS, type RefusalGround } from '@shouwen/domain/case/case';
import { useText } from '../i18n/text.ts';
import css from './docket.module.css';

/** Which office is competent, where it is and how to reach it. */
export function OfficeFields({ required }: { required: boolean }) {
  const { t } = useText();
  return (
    <fieldset>
      <legend>{t(required ? 'docket.fields.office' : 'docket.fields.officeOptional')}</legend>
      <label>
        {t('docket.fields.officeName')}
        <input name="officeName" maxLength={100} required={required} autoComplete="off" />
      </label>
      <label>
        {t('docket.fields.officeAddress')}
        <input name="officeAddress" maxLength={200} autoComplete="off" />
      </label>
      <label>
        {t('docket.fields.officeTelephone')}
        <input name="officeTelephone" type="tel" maxLength={40} autoComplete="off" />
      </label>
      {required && <p className={css.quiet}>{t('docket.fields.officeHint')}</p>}
    </fieldset>
  );
}

/** Why it is not accepted. Not competent: the office that is has to be named; otherwise the grounds are written out. */
export function RefusalFields() {
  const { t } = useText();
  const [ground, setGround] = useState<RefusalGround | ''>('');
  const elsewhere = ground === 'not-competent';
  return (
    <>
      <label>
        {t('docket.fields.ground')}
        <select
          name="ground"
          required
          value={ground}
          onChange={(event) => setGround(event.target.value as RefusalGround)}
        >
          <option value="" disabled hidden />
          {REFUSAL_GROUNDS.map((one) => (
            <option key={one} value={one}>
              {t(`docket.grounds.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <OfficeFields key={String(elsewhere)} required={elsewhere} />
      <label>
        {t(elsewhere ? 'docket.fields.wordsOptional' : 'docket.fields.grounds')}
        <textarea name="words" rows={4} maxLength={2000} required={!elsewhere} />
      </label>
    </>
  );
}
