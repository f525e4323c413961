import { useState, type RefObject } from 'react';
import { useLocation } from 'wouter';
import { useApi } from '@shouwen/client/react/api';
import { findFile } from '@shouwen/contracts/http/docket.operations';
import { tidyNumber } from '@shouwen/domain/case/number';
import { Button } from '@shouwen/ui/button';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import css from './docket.module.css';

/** Straight to a file by its number, typed as it comes. */
export function FindFile({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const me = useMe();
  const { t } = useText();
  const api = useApi();
  const [, go] = useLocation();
  const [number, setNumber] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const find = async () => {
    setError(null);
    try {
      const file = await api.call(findFile, { params: { hallId: me.hallId, number: tidyNumber(number) } });
      go(`/dashboard/docket/${file.contactId}`);
    } catch (reason) {
      setError(reason as Error);
    }
  };
  return (
    <form
      className={css.form}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <label>
        {t('docket.find')}
        <span className={css.find}>
          <input
            ref={field}
            required
            maxLength={40}
            autoComplete="off"
            placeholder={t('docket.findHint')}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          />
          <Button type="submit">{t('docket.go')}</Button>
        </span>
      </label>
      <Failure error={error} />
    </form>
  );
}
