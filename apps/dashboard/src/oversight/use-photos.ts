import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@shouwen/client/react/api';
import { photographOrder } from '@shouwen/contracts/http/inspection.operations';
import { useText } from '../i18n/text.ts';
import { useMe } from '../session/session.tsx';
import { scaledPhoto } from './scale-photo.ts';

/** Sends photographs of an order one after another; those that did not go are kept, with the reason. */
export function usePhotos() {
  const me = useMe();
  const api = useApi();
  const queries = useQueryClient();
  const { t } = useText();
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  /** @returns those that were not taken. */
  const send = async (contactId: string, photos: readonly File[]): Promise<readonly File[]> => {
    setState({ busy: true, error: null });
    for (const [n, photo] of photos.entries()) {
      try {
        const content = await scaledPhoto(photo);
        const params = { hallId: me.hallId, contactId };
        const file = await api.send(photographOrder, { params, name: content.name, content });
        queries.setQueryData(['docket', me.hallId, 'file', contactId], file);
      } catch (error) {
        const said = error instanceof Error && 'code' in error ? error.message : t('signIn.offline');
        setState({ busy: false, error: said });
        return photos.slice(n);
      }
    }
    setState({ busy: false, error: null });
    return [];
  };
  return { ...state, send };
}
