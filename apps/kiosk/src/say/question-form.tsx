import { ApiError } from '@shouwen/client/http';
import { say } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { askOnline } from '@shouwen/contracts/http/enquiry.operations';
import type { Receipt } from '@shouwen/contracts/views/progress.schema';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import { ContactFields, contactOf } from './contact-fields.tsx';
import { OftenAsked } from './often-asked.tsx';
import css from './say.module.css';

interface Props {
  hallId: string;
  catalogue: PublicCatalogue;
  onSent: (receipt: Receipt) => void;
}

/** What is often asked first; then a question of one's own, answered within one working day. */
export function QuestionForm({ hallId, catalogue, onSent }: Props) {
  const { t, lng } = useText();
  const send = useCommand(askOnline);
  const save = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const receipt = await send.run({
      params: { hallId },
      body: { matterId: text('matterId') || null, words: text('words'), citizen: contactOf(form) },
    });
    if (receipt) onSent(receipt);
  };
  return (
    <>
      {catalogue.faqs.length > 0 && <OftenAsked catalogue={catalogue} />}
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save(new FormData(event.currentTarget));
        }}
      >
        <label>
          {t('say.question')}
          <textarea name="words" rows={5} maxLength={2000} required />
          <small>{t('say.questionBy')}</small>
        </label>
        <label>
          {t('say.matter')}
          <select name="matterId" defaultValue="">
            <option value="">{t('say.anyMatter')}</option>
            {catalogue.departments.map((department) => (
              <optgroup key={department.id} label={say(department.name, lng)}>
                {catalogue.matters
                  .filter(({ departmentId }) => departmentId === department.id)
                  .map(({ id, name }) => (
                    <option key={id} value={id}>
                      {say(name, lng)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </label>
        <ContactFields />
        {send.error && (
          <Banner kind="error" title={send.error instanceof ApiError ? send.error.message : t('shared.offline')} />
        )}
        <Button type="submit" kind="primary" wide busy={send.pending}>
          {t('say.send')}
        </Button>
      </form>
    </>
  );
}
