import { useCommand } from '@shouwen/client/react/command';
import { publishFaq } from '@shouwen/contracts/http/enquiry.operations';
import type { AnsweredEnquiry } from '@shouwen/contracts/views/petition.schema';
import { Button } from '@shouwen/ui/button';
import { Dialog } from '@shouwen/ui/dialog';
import docket from '../docket/docket.module.css';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';

interface Props {
  enquiry: AnsweredEnquiry;
  onClose: () => void;
  onDone: () => void;
}

/** Question and answer as everybody will read them: what was written stands there already, one press puts it up. */
export function FaqDialog({ enquiry, onClose, onDone }: Props) {
  const me = useMe();
  const { t } = useText();
  const publish = useCommand(publishFaq);
  const save = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    // English that nobody wrote yet is the Chinese itself: better found in one language than not at all.
    const both = (name: string) => ({ zh: text(name), en: text(`${name}-en`) || text(name) });
    const { contactId } = enquiry;
    const body = { contactId, question: both('question'), answer: both('answer') };
    if (await publish.run({ params: { hallId: me.hallId }, body })) onDone();
  };
  const field = (name: string, label: string, value: string, required: boolean) => (
    <label>
      {label}
      <textarea name={name} rows={3} maxLength={2000} defaultValue={value} required={required} />
    </label>
  );
  return (
    <Dialog open onClose={onClose} title={t('voices.publish')}>
      <form
        className={docket.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save(new FormData(event.currentTarget));
        }}
      >
        <p className={docket.quiet}>{t('voices.publishHint')}</p>
        {field('question', t('voices.question'), enquiry.question, true)}
        {field('answer', t('voices.answer'), enquiry.answer, true)}
        {field('question-en', t('voices.questionEnglish'), '', false)}
        {field('answer-en', t('voices.answerEnglish'), '', false)}
        <Failure error={publish.error} />
        <Button type="submit" kind="primary" wide busy={publish.pending}>
          {t('voices.publishNow')}
        </Button>
      </form>
    </Dialog>
  );
}
