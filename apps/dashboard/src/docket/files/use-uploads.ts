import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { randomKey } from '@shouwen/client/http';
import { useApi } from '@shouwen/client/react/api';
import { ERRORS, type ErrorCode } from '@shouwen/contracts/errors';
import { attachFile } from '@shouwen/contracts/http/file.operations';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import type { FileSettings } from '@shouwen/domain/case/case-files';
import { useText } from '../../i18n/text.ts';
import { faultBefore } from './file-checks.ts';

/** A file on its way, or one that was refused and waits to be read about. */
export interface Sending {
  key: string;
  material: string;
  name: string;
  /** Share that has gone out; 1: the server looks at it. */
  share: number;
  error: string | null;
}

interface Of {
  hallId: string;
  caseId: string;
  contactId: string;
  settings: FileSettings;
  /** Told of each file that was taken, with the id that it got. */
  onAttached: (id: string, file: File) => void;
}

/** Sends files one after another; each is shown with how far it is, and with a sentence when it was not taken. */
export function useUploads({ hallId, caseId, contactId, settings, onAttached }: Of) {
  const api = useApi();
  const queries = useQueryClient();
  const { t, lng } = useText();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const line = useRef<Promise<unknown>>(Promise.resolve());

  const change = useCallback(
    (key: string, by: Partial<Sending>) =>
      setSending((before) => before.map((one) => (one.key === key ? { ...one, ...by } : one))),
    [],
  );
  const dismiss = useCallback((key: string) => setSending((before) => before.filter((one) => one.key !== key)), []);

  const send = async (key: string, material: string, file: File) => {
    try {
      const answer: DocketFile = await api.send(attachFile, {
        params: { hallId, caseId },
        query: { material },
        name: file.name,
        content: file,
        idempotencyKey: key,
        onProgress: (share) => change(key, { share }),
      });
      onAttached(answer.files.at(-1)!.id, file);
      queries.setQueryData(['docket', hallId, 'file', contactId], answer);
      dismiss(key);
    } catch (error) {
      change(key, { error: error instanceof Error ? sentenceOf(error) : t('signIn.offline') });
    }
  };
  const sentenceOf = (error: Error) => ('code' in error ? error.message : t('signIn.offline'));
  const refusal = (code: ErrorCode) =>
    ERRORS[code][lng === 'en' ? 'en' : 'zh'].replace('{{most}}', String(settings.maxMegabytes));

  const add = (material: string, files: readonly File[]) => {
    for (const file of files) {
      const key = randomKey();
      const fault = faultBefore(file, settings);
      const error = fault === null ? null : refusal(fault);
      setSending((before) => [...before, { key, material, name: file.name, share: 0, error }]);
      if (error === null) line.current = line.current.then(() => send(key, material, file));
    }
  };
  return { sending, add, dismiss };
}
