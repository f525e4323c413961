import { useState, type RefObject } from 'react';
import { useLocation } from 'wouter';
import { ApiError } from '@shouwen/client/http';
import { useApi } from '@shouwen/client/react/api';
import { findFile } from '@shouwen/contracts/http/docket.operations';
import { findImported } from '@shouwen/contracts/http/history.operations';
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
  /** A number of another system, whose cases were moved in. */
  const isElsewhere = (typed: string) =>
    api.call(findImported, { params: { hallId: me.hallId, number: typed } }).then(
      () => true,
      () => false,
    );
  const find = async () => {
    setError(null);
    try {
      const file = await api.call(findFile, { params: { hallId: me.hallId, number: tidyNumber(number) } });
      go(`/dashboard/docket/${file.contactId}`);
    } catch (reason) {
      const unknown = reason instanceof ApiError && ['unknown-case', 'unknown-contact'].includes(reason.code);
      if (unknown && (await isElsewhere(number.trim())))
        go(`/dashboard/docket/history/${encodeURIComponent(number.trim())}`);
      else setError(reason as Error);
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
        {t('board.find')}
        <span className={css.find}>
          <input
            ref={field}
            required
            maxLength={40}
            autoComplete="off"
            placeholder={t('board.findHint')}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          />
          <Button type="submit">{t('board.go')}</Button>
        </span>
      </label>
      <Failure error={error} />
    </form>
  );
}
