import { useRef, useState } from 'react';
import { randomKey } from '@shouwen/client/http';
import { useApi } from '@shouwen/client/react/api';
import { removeStaffPhoto, setStaffPhoto } from '@shouwen/contracts/http/photo.operations';
import { useMe } from '../../session/session.tsx';

/** Keeping and erasing the photograph of one person, one at a time. */
export function usePhotoChange(staffId: string, onSaved: (seq: number) => Promise<void>) {
  const me = useMe();
  const api = useApi();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const params = { hallId: me.hallId, staffId };
  const run = async (work: () => Promise<{ seq: number }>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      await onSaved((await work()).seq);
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)));
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return {
    busy,
    error,
    keep: (content: Blob) =>
      run(() => api.send(setStaffPhoto, { params, name: 'photo.jpg', content, idempotencyKey: randomKey() })),
    erase: () => run(() => api.call(removeStaffPhoto, { params })),
  };
}
