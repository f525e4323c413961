import { useQuery } from '@tanstack/react-query';
import type { ReceivedFile } from '../http.ts';

/** A face that is shown no longer is forgotten this soon, ms. */
const FORGET_MS = 60_000;

/** A photograph in the memory of this page only, as an address for `<img>`; `null` while there is none. */
export function usePhoto(photoId: string | null, receive: (photoId: string) => Promise<ReceivedFile>): string | null {
  const { data } = useQuery({
    queryKey: ['photo', photoId],
    queryFn: async () => addressOf((await receive(photoId!)).content),
    enabled: photoId !== null,
    // Another photograph has another id.
    staleTime: Infinity,
    gcTime: FORGET_MS,
    retry: false,
  });
  return photoId === null ? null : (data ?? null);
}

const addressOf = (content: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error('a photograph could not be read'));
    // Any of the three kinds: the browser tells them apart by their content.
    reader.readAsDataURL(new Blob([content], { type: 'image/jpeg' }));
  });
