import type { PublicCatalogue, Text } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { Language } from '@shouwen/ui/i18n/language';

/** A text of the catalogue in the language shown. */
export const say = (text: Text, lng: Language): string => (lng === 'en' ? text.en : text.zh);

/** How a window is called: its number, or the guide desk. */
export function windowName(catalogue: PublicCatalogue | undefined, windowId: string | null, lng: Language): string {
  const window = catalogue?.windows.find(({ id }) => id === windowId);
  if (!window) return '';
  if (window.number === 0) return say(window.name, lng);
  return lng === 'en' ? `Window ${window.number}` : `${window.number} 号窗口`;
}
