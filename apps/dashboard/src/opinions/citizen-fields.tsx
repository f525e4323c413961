import { useText } from '../i18n/text.ts';

/** Name and telephone, when they are left; without them it is anonymous and followed by number and code. */
export function CitizenFields() {
  const { t } = useText();
  return (
    <>
      <label>
        {t('register.name')}
        <input name="name" maxLength={60} autoComplete="off" />
      </label>
      <label>
        {t('register.telephone')}
        <input name="telephone" type="tel" maxLength={30} autoComplete="off" />
      </label>
    </>
  );
}

export function citizenOf(form: FormData): { name: string; telephone: string } | null {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const citizen = { name: text('name'), telephone: text('telephone') };
  return citizen.name || citizen.telephone ? citizen : null;
}
