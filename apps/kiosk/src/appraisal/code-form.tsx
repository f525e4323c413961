import { useState } from 'react';
import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import css from './appraisal.module.css';

/** The one-time code typed from its card, for those who do not scan. Whether it is right, the server says when it is used. */
export function CodeForm({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        onCode(typed.trim().toUpperCase());
      }}
    >
      <label>
        {t('appraisal.code')}
        <input
          className={css.code}
          required
          minLength={10}
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={typed}
          aria-describedby="code-hint"
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <p id="code-hint" className={css.quiet}>
        {t('appraisal.codeHint')}
      </p>
      <Button type="submit" kind="primary" wide>
        {t('appraisal.go')}
      </Button>
    </form>
  );
}
