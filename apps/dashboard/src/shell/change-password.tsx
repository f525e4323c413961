import { useState, type FormEvent } from 'react';
import { ApiError } from '@shouwen/client/http';
import { useCommand } from '@shouwen/client/react/command';
import { changePassword } from '@shouwen/contracts/http/access.operations';
import { Banner } from '@shouwen/ui/banner';
import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import css from './shell.module.css';

/** The shortest password that the server takes. */
const SHORTEST = 10;

/** My own password; ends my other sessions. */
export function ChangePassword() {
  const { t } = useText();
  const change = useCommand(changePassword);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [done, setDone] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setDone((await change.run({ body: { current, next } })) !== null);
    setCurrent('');
    setNext('');
  };
  return (
    <details>
      <summary className={css.more}>{t('shell.changePassword')}</summary>
      <form className={css.account} onSubmit={(event) => void submit(event)}>
        <label>
          {t('shell.currentPassword')}
          <input
            type="password"
            autoComplete="current-password"
            required
            maxLength={200}
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </label>
        <label>
          {t('shell.newPassword', { count: SHORTEST })}
          <input
            type="password"
            autoComplete="new-password"
            required
            minLength={SHORTEST}
            maxLength={200}
            value={next}
            onChange={(event) => setNext(event.target.value)}
          />
        </label>
        {change.error && (
          <Banner kind="error" title={change.error instanceof ApiError ? change.error.message : t('signIn.offline')} />
        )}
        {done && <Banner kind="info" title={t('shell.passwordChanged')} />}
        <Button type="submit" wide busy={change.pending}>
          {t('shell.changePassword')}
        </Button>
      </form>
    </details>
  );
}
