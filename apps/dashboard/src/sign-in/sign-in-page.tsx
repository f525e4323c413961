import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ApiError } from '@shouwen/client/http';
import { say } from '@shouwen/client/names';
import { useApi } from '@shouwen/client/react/api';
import { listHalls } from '@shouwen/contracts/http/hall.operations';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { Card } from '@shouwen/ui/card';
import { EmptyState } from '@shouwen/ui/empty-state';
import { ExampleMark } from '@shouwen/ui/example-mark';
import { LanguageSwitch } from '@shouwen/ui/language-switch';
import { useText } from '../i18n/text.ts';
import { useSession } from '../session/session.tsx';
import css from './sign-in.module.css';

/** The example hall's people, one for each role (docs: README). They work on the example hall only. */
const EXAMPLES = [
  ['liqing', 'clerk'],
  ['xudan', 'guide'],
  ['songyan', 'supervisor'],
  ['shenguoping', 'director'],
  ['admin', 'administrator'],
  ['fangmin', 'auditor'],
] as const;

/** Name and password for a hall; the page that was asked for stays in the address and opens afterwards. */
export function SignInPage() {
  const { t, lng } = useText();
  const api = useApi();
  const { enter, ended } = useSession();
  const halls = useQuery({ queryKey: ['halls'], queryFn: () => api.call(listHalls) });
  const [hallId, setHallId] = useState<string | null>(null);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const hall = halls.data?.find(({ id }) => id === hallId) ?? halls.data?.[0];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!hall || busy) return;
    setBusy(true);
    setError(null);
    try {
      await enter({ hallId: hall.id, username: username.trim(), password });
    } catch (reason) {
      setError(reason as Error);
      setPassword('');
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className={css.page}>
      <header className={css.head}>
        <strong>{hall && say(hall.name, lng)}</strong>
        {hall?.example && <ExampleMark />}
        <LanguageSwitch />
      </header>
      <h1>{t('signIn.title')}</h1>
      {ended && <Banner kind="info" title={t('signIn.ended')} />}
      {halls.data?.length === 0 && <EmptyState title={t('signIn.noHall')}>{t('signIn.noHallHint')}</EmptyState>}
      {halls.error && <Banner kind="offline" title={t('signIn.offline')} />}
      <form className={css.form} onSubmit={(event) => void submit(event)}>
        {halls.data && halls.data.length > 1 && (
          <label>
            {t('signIn.hall')}
            <select value={hall?.id} onChange={(event) => setHallId(event.target.value)}>
              {halls.data.map(({ id, name }) => (
                <option key={id} value={id}>
                  {say(name, lng)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          {t('signIn.username')}
          <input
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            required
            maxLength={60}
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        </label>
        <label>
          {t('signIn.password')}
          <input
            name="password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={200}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        {error && <Banner kind="error" title={error instanceof ApiError ? error.message : t('signIn.offline')} />}
        <Button kind="primary" type="submit" wide busy={busy} disabled={!hall}>
          {t('signIn.go')}
        </Button>
      </form>
      {hall?.example && (
        <Card tone="stone" as="section">
          <h2 className={css.examples}>{t('signIn.examples')}</h2>
          <ul className={css.list}>
            {EXAMPLES.map(([name, role]) => (
              <li key={name}>
                <Button
                  kind="quiet"
                  onClick={() => {
                    setUsername(name);
                    setPassword('qingshi-2026');
                  }}
                >
                  {name} · {t(`signIn.roles.${role}`)}
                </Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </main>
  );
}
