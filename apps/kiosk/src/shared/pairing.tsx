import { useState } from 'react';
import { Button } from '@shouwen/ui/button';
import { EmptyState } from '@shouwen/ui/empty-state';
import { useText } from '../i18n/text.ts';
import css from './pairing.module.css';

/** Eight digits from the administrator make this machine a device of a hall. */
export function Pairing({ onPair }: { onPair: (code: string) => Promise<void> }) {
  const { t } = useText();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState('');
  const submit = () =>
    void onPair(code).catch((error: unknown) => setProblem(error instanceof Error ? error.message : ''));
  return (
    <main className={css.page}>
      <h1 hidden>{t('pair.title')}</h1>
      <EmptyState title={t('pair.title')}>{t('pair.hint')}</EmptyState>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label>
          {t('pair.code')}
          <input
            inputMode="numeric"
            maxLength={8}
            value={code}
            onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
          />
        </label>
        <Button kind="primary" size="kiosk" type="submit" disabled={code.length !== 8}>
          {t('pair.go')}
        </Button>
        <p role="alert">{problem}</p>
      </form>
    </main>
  );
}
