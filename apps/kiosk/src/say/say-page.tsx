import { useState } from 'react';
import { Link } from 'wouter';
import { say } from '@shouwen/client/names';
import { useCatalogue } from '@shouwen/client/react/hall';
import type { Receipt } from '@shouwen/contracts/views/progress.schema';
import { LanguageSwitch } from '@shouwen/ui/language-switch';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { DisclosureForm } from './disclosure-form.tsx';
import { OpinionForm } from './opinion-form.tsx';
import { QuestionForm } from './question-form.tsx';
import css from './say.module.css';
import { SentCard } from './sent-card.tsx';

const TABS = ['say', 'ask', 'disclosure'] as const;

/** `/public/HALL/say`, `/ask` and `/disclosure` on a phone: opinions, questions, requests for information; `?slip=CODE` brings a slip along. */
export default function SayPage({ hallId, what }: { hallId: string; what: (typeof TABS)[number] }) {
  const { t, lng } = useText();
  const { data: catalogue } = useCatalogue(hallId);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const { search } = location;
  if (!catalogue) return <Opening />;
  return (
    <main className={css.page}>
      <p className={css.head}>
        <strong>{say(catalogue.hall.name, lng)}</strong> <LanguageSwitch />
      </p>
      <h1>{t(what === 'disclosure' ? 'say.disclosure.title' : 'say.title')}</h1>
      {receipt ? (
        <SentCard hallId={hallId} receipt={receipt} onAgain={() => setReceipt(null)} />
      ) : (
        <>
          <p className={css.quiet}>{t(what === 'disclosure' ? 'say.disclosure.hint' : 'say.hint')}</p>
          <nav className={css.tabs} aria-label={t('say.title')}>
            {TABS.map((one) => (
              <Link
                key={one}
                href={`/public/${hallId}/${one}${search}`}
                aria-current={one === what ? 'page' : undefined}
              >
                {t(`say.tabs.${one}`)}
              </Link>
            ))}
          </nav>
          {what === 'say' ? (
            <OpinionForm
              hallId={hallId}
              catalogue={catalogue}
              ticketCode={new URLSearchParams(search).get('slip')}
              onSent={setReceipt}
            />
          ) : what === 'ask' ? (
            <QuestionForm hallId={hallId} catalogue={catalogue} onSent={setReceipt} />
          ) : (
            <DisclosureForm hallId={hallId} catalogue={catalogue} onSent={setReceipt} />
          )}
        </>
      )}
    </main>
  );
}
