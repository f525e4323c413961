import { ApiError } from '@shouwen/client/http';
import { say } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { requestDisclosure } from '@shouwen/contracts/http/disclosure.operations';
import type { Receipt } from '@shouwen/contracts/views/progress.schema';
import { APPLICANT_KINDS, type ApplicantKind } from '@shouwen/domain/disclosure/disclosure';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import css from './say.module.css';

interface Props {
  hallId: string;
  catalogue: PublicCatalogue;
  onSent: (receipt: Receipt) => void;
}

/** A request for government information (依申请公开): what, for whom, and where the reply goes. */
export function DisclosureForm({ hallId, catalogue, onSent }: Props) {
  const { t, lng } = useText();
  const send = useCommand(requestDisclosure);
  const save = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const receipt = await send.run({
      params: { hallId },
      body: {
        applicant: text('applicant') as ApplicantKind,
        departmentId: text('departmentId') || null,
        words: text('words'),
        citizen: { name: text('name'), telephone: text('telephone') },
      },
    });
    if (receipt) onSent(receipt);
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save(new FormData(event.currentTarget));
      }}
    >
      <label>
        {t('say.disclosure.what')}
        <textarea name="words" rows={6} maxLength={2000} required placeholder={t('say.disclosure.whatHint')} />
        <small>{t('say.disclosure.by')}</small>
      </label>
      <label>
        {t('say.disclosure.department')}
        <select name="departmentId" defaultValue="">
          <option value="">{t('say.anyMatter')}</option>
          {catalogue.departments.map(({ id, name }) => (
            <option key={id} value={id}>
              {say(name, lng)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('say.disclosure.applicant')}
        <select name="applicant" defaultValue="person">
          {APPLICANT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`say.disclosure.applicants.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>{t('say.disclosure.who')}</legend>
        <label>
          {t('say.disclosure.name')}
          <input name="name" maxLength={60} required autoComplete="name" />
        </label>
        <label>
          {t('say.telephone')}
          <input name="telephone" type="tel" minLength={3} maxLength={30} required autoComplete="tel" />
        </label>
        <p className={css.quiet}>{t('say.disclosure.whoHint')}</p>
      </fieldset>
      {send.error && (
        <Banner kind="error" title={send.error instanceof ApiError ? send.error.message : t('shared.offline')} />
      )}
      <Button type="submit" kind="primary" wide busy={send.pending}>
        {t('say.disclosure.send')}
      </Button>
    </form>
  );
}
