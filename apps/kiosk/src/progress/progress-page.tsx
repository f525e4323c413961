import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '@shouwen/client/http';
import { say } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { useCatalogue } from '@shouwen/client/react/hall';
import { listHalls } from '@shouwen/contracts/http/hall.operations';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { LanguageSwitch } from '@shouwen/ui/language-switch';
import { Opening } from '@shouwen/ui/opening';
import { useText } from '../i18n/text.ts';
import { ProgressCard } from './progress-card.tsx';
import css from './progress.module.css';
import { useProgress } from './use-progress.ts';

/** “Where is my matter?” on a phone: `/progress?hall=…`; with one hall here it is that one. */
export default function ProgressPage() {
  const api = useApi();
  const halls = useQuery({ queryKey: ['halls'], queryFn: () => api.call(listHalls) });
  const wanted = new URLSearchParams(location.search).get('hall');
  const hallId = wanted ?? halls.data?.[0]?.id;
  return hallId ? <OfHall hallId={hallId} /> : <Opening />;
}

function OfHall({ hallId }: { hallId: string }) {
  const { t, lng } = useText();
  const { data: catalogue } = useCatalogue(hallId);
  const asked = useProgress(hallId);
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  if (!catalogue) return <Opening />;
  return (
    <main className={css.page}>
      <p>
        <strong>{say(catalogue.hall.name, lng)}</strong> <LanguageSwitch />
      </p>
      <h1>{t('progress.title')}</h1>
      {asked.progress ? (
        <>
          <ProgressCard progress={asked.progress} catalogue={catalogue} />
          <Button wide onClick={asked.clear}>
            {t('progress.again')}
          </Button>
        </>
      ) : (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            void asked.look(number, code.replace(' ', ''));
          }}
        >
          <p>{t('progress.hint')}</p>
          <label>
            {t('progress.number')}
            <input
              required
              maxLength={40}
              autoCapitalize="characters"
              autoComplete="off"
              placeholder={t('progress.numberHint', { example: `${catalogue.hall.casePrefix}-2026-01187-4` })}
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          </label>
          <label>
            {t('progress.code')}
            <input
              required
              inputMode="numeric"
              autoComplete="one-time-code"
              pattern="[0-9]{4} ?[0-9]{4}"
              maxLength={9}
              value={code}
              onChange={(event) => setCode(event.target.value.replace(/[^0-9 ]/g, ''))}
            />
          </label>
          <Trouble asked={asked} />
          <Button type="submit" kind="primary" wide busy={asked.pending}>
            {t('progress.go')}
          </Button>
        </form>
      )}
    </main>
  );
}

/** What went wrong with asking, in a sentence that says what to do. */
export function Trouble({
  asked,
  size = 'normal',
}: {
  asked: ReturnType<typeof useProgress>;
  size?: 'kiosk' | 'normal';
}) {
  const { t } = useText();
  if (asked.mistyped) return <Banner kind="error" size={size} title={t('progress.wrongNumber')} />;
  if (!asked.error) return null;
  return (
    <Banner
      kind="error"
      size={size}
      title={asked.error instanceof ApiError ? asked.error.message : t('shared.offline')}
    />
  );
}
