import type { PublicCatalogue, Text } from '@shouwen/contracts/catalogue/catalogue.schema';

/** Languages of the screens. */
export type ScreenLanguage = 'zh-CN' | 'en';

/** A text of the catalogue in the language shown. */
export const say = (text: Text, lng: ScreenLanguage): string => (lng === 'en' ? text.en : text.zh);

/** How a window is called: its number, or the guide desk. */
export function windowName(
  catalogue: PublicCatalogue | undefined,
  windowId: string | null,
  lng: ScreenLanguage,
): string {
  const window = catalogue?.windows.find(({ id }) => id === windowId);
  if (!window) return '';
  if (window.number === 0) return say(window.name, lng);
  return lng === 'en' ? `Window ${window.number}` : `${window.number} 号窗口`;
}

/** The name of a member of staff in the language shown. */
export const personName = (person: { name: string; latinName: string } | undefined, lng: ScreenLanguage): string =>
  person ? (lng === 'en' ? person.latinName : person.name) : '';

/** The name of a matter, or of its queue where no matter was chosen. */
export function matterName(
  catalogue: PublicCatalogue | undefined,
  { matterId, queueId }: { matterId: string | null; queueId: string },
  lng: ScreenLanguage,
): string {
  const named =
    catalogue?.matters.find(({ id }) => id === matterId) ?? catalogue?.queues.find(({ id }) => id === queueId);
  return named ? say(named.name, lng) : '';
}
