import { useState } from 'react';
import { ApiError } from '@shouwen/client/http';
import { say } from '@shouwen/client/names';
import { useCommand } from '@shouwen/client/react/command';
import { currentRatingForm } from '@shouwen/contracts/catalogue/rating-form.schema';
import { sayAtKiosk } from '@shouwen/contracts/http/opinion.operations';
import type { Receipt } from '@shouwen/contracts/views/progress.schema';
import { OPINION_KINDS, type OpinionKind } from '@shouwen/domain/opinion/opinion';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { useText } from '../i18n/text.ts';
import kiosk from '../kiosk/kiosk.module.css';
import { QrCode } from '../kiosk/qr-code.tsx';
import type { PageProps } from '../kiosk/shared-props.ts';
import { KindChoice } from './kind-choice.tsx';
import css from './say.module.css';
import { SentCard } from './sent-card.tsx';
import { SubjectField, subjectOf } from './subject-field.tsx';

const PICKS = ['seats', 'signs', 'hours', 'windows', 'copies', 'toilets'] as const;

/**
 * The suggestion box at the kiosk (意见箱): a kiosk has no keyboard for Chinese, so its sentences are touched; whoever has more to
 * say takes it to the phone.
 */
export function KioskSay({ hallId, catalogue, onHome }: PageProps) {
  const { t, lng } = useText();
  const send = useCommand(sayAtKiosk);
  const [opinion, setOpinion] = useState<OpinionKind>(OPINION_KINDS[0]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const back = (
    <Button kind="plain" size="kiosk" onClick={onHome} before="←">
      {t('shared.back')}
    </Button>
  );
  if (receipt) {
    return (
      <>
        <h1 className={kiosk.title}>{t('say.title')}</h1>
        <SentCard hallId={hallId} receipt={receipt} size="kiosk" onAgain={() => setReceipt(null)} />
        <div className={kiosk.push} />
        {back}
      </>
    );
  }
  const complaints = currentRatingForm(catalogue.ratingForms).labels.filter(({ tone }) => tone === 'bad');
  const sentences =
    opinion === 'suggestion' ? PICKS.map((id) => t(`say.picks.${id}`)) : complaints.map(({ name }) => say(name, lng));
  const save = async (form: FormData) => {
    const written = await send.run({
      params: { hallId },
      body: {
        opinion,
        subject: subjectOf(String(form.get('subject') ?? '')),
        words: chosen.join(lng === 'en' ? '; ' : ';'),
      },
    });
    if (!written) return;
    setChosen([]);
    setReceipt(written);
  };
  return (
    <form
      className={kiosk.find}
      onSubmit={(event) => {
        event.preventDefault();
        void save(new FormData(event.currentTarget));
      }}
    >
      <h1 className={kiosk.title}>{t('say.title')}</h1>
      <p className={kiosk.hint}>{t('say.hint')}</p>
      <KindChoice
        kind={opinion}
        size="kiosk"
        onKind={(kind) => {
          setOpinion(kind);
          setChosen([]);
        }}
      />
      <fieldset className={css.picks}>
        <legend>{t('say.pick')}</legend>
        {sentences.map((one) => (
          <Button
            key={one}
            size="kiosk"
            wide
            pressed={chosen.includes(one)}
            onClick={() =>
              setChosen((before) => (before.includes(one) ? before.filter((other) => other !== one) : [...before, one]))
            }
          >
            {one}
          </Button>
        ))}
      </fieldset>
      <div className={css.kioskSubject}>
        <SubjectField hallId={hallId} catalogue={catalogue} />
      </div>
      <Card size="kiosk" as="section">
        <div className={kiosk.scan}>
          <QrCode text={`${location.origin}/public/${hallId}/say`} />
          <p className={kiosk.hint}>{t('say.phone')}</p>
        </div>
      </Card>
      {send.error && (
        <Banner
          size="kiosk"
          kind="error"
          title={send.error instanceof ApiError ? send.error.message : t('shared.offline')}
        />
      )}
      <div className={kiosk.push} />
      <div className={kiosk.actions}>
        {back}
        <Button kind="primary" size="kiosk" wide type="submit" disabled={chosen.length === 0} busy={send.pending}>
          {t('say.send')}
        </Button>
      </div>
    </form>
  );
}
