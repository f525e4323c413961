import { useText } from '../i18n/text.ts';
import css from './say.module.css';

/** A way to be told; optional, and saying so. */
export function ContactFields() {
  const { t } = useText();
  return (
    <fieldset>
      <legend>{t('say.contact')}</legend>
      <label>
        {t('say.name')}
        <input name="name" maxLength={60} autoComplete="name" />
      </label>
      <label>
        {t('say.telephone')}
        <input name="telephone" type="tel" maxLength={30} autoComplete="tel" />
      </label>
      <p className={css.quiet}>{t('say.contactHint')}</p>
    </fieldset>
  );
}

export function contactOf(form: FormData): { name: string; telephone: string } | null {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const contact = { name: text('name'), telephone: text('telephone') };
  return contact.name || contact.telephone ? contact : null;
}
