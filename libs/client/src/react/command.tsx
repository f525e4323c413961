import { useCallback, useRef, useState } from 'react';
import type { Operation, ReplyOf } from '@shouwen/contracts/http/operation';
import type { CallOptions } from '../http.ts';
import { useApi } from './api.tsx';

export interface Command<O extends Operation> {
  /** Runs it; a second press while it runs joins the first. Resolves to the reply, or `null` after an error (see `error`). */
  run(options: CallOptions<O>): Promise<ReplyOf<O> | null>;
  pending: boolean;
  error: Error | null;
  reset(): void;
}

/** A command behind a button: one at a time however often it is pressed (PEERS 1, 14), and no button stays dead after an error (PEERS 9). */
export function useCommand<O extends Operation>(operation: O): Command<O> {
  const api = useApi();
  const running = useRef<Promise<ReplyOf<O> | null> | null>(null);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const run = useCallback(
    (options: CallOptions<O>) => {
      if (running.current) return running.current;
      setPending(true);
      setError(null);
      running.current = api
        .call(operation, options)
        .catch((reason: unknown) => {
          setError(reason instanceof Error ? reason : new Error(String(reason)));
          return null;
        })
        .finally(() => {
          running.current = null;
          setPending(false);
        });
      return running.current;
    },
    [api, operation],
  );
  const reset = useCallback(() => setError(null), []);
  return { run, pending, error, reset };
}
