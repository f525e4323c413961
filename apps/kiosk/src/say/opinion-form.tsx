import { useState } from 'react';
import { ApiError } from '@shouwen/client/http';
import { useCommand } from '@shouwen/client/react/command';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { sayOpinion } from '@shouwen/contracts/http/opinion.operations';
import type { Receipt } from '@shouwen/contracts/views/progress.schema';
import { OPINION_KINDS, type OpinionKind } from '@shouwen/domain/opinion/opinion';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import { ContactFields, contactOf } from './contact-fields.tsx';
import { KindChoice } from './kind-choice.tsx';
import css from './say.module.css';
import { SubjectField, subjectOf } from './subject-field.tsx';

interface Props {
  hallId: string;
  catalogue: PublicCatalogue;
  /** The code of a slip: then the hall finds window and clerk itself. */
  ticketCode: string | null;
  onSent: (receipt: Receipt) => void;
}

/** A suggestion, a complaint, a report, written on a phone. */
export function OpinionForm({ hallId, catalogue, ticketCode, onSent }: Props) {
  const { t } = useText();
  const send = useCommand(sayOpinion);
  const [opinion, setOpinion] = useState<OpinionKind>(ticketCode === null ? OPINION_KINDS[0] : 'complaint');
  const save = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const receipt = await send.run({
      params: { hallId },
      body: {
        opinion,
        subject: subjectOf(text('subject')),
        ticketCode,
        words: text('words'),
        citizen: contactOf(form),
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
      <KindChoice kind={opinion} onKind={setOpinion} />
      {ticketCode === null ? (
        <SubjectField hallId={hallId} catalogue={catalogue} />
      ) : (
        <Banner kind="info" title={t('say.slip')} />
      )}
      <label>
        {t('say.words')}
        <textarea name="words" rows={6} maxLength={2000} required placeholder={t('say.wordsHint')} />
      </label>
      <ContactFields />
      {send.error && (
        <Banner kind="error" title={send.error instanceof ApiError ? send.error.message : t('shared.offline')} />
      )}
      <Button type="submit" kind="primary" wide busy={send.pending}>
        {t('say.send')}
      </Button>
    </form>
  );
}
