import { useEffect, useState } from 'react';
import type { Live } from '@shouwen/client/live';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { Announcer } from '../voice/announcer.ts';
import { chime, localVoice } from '../voice/voices.ts';

let audio: AudioContext | undefined;
const context = () => (audio ??= new AudioContext());

/** Whether a window stands in a zone; `null` is the whole hall. */
export const standsIn = (catalogue: PublicCatalogue | undefined, windowId: string, zoneId: string | null): boolean =>
  zoneId === null || catalogue?.windows.find(({ id }) => id === windowId)?.zoneId === zoneId;

/** The voice of a display: speaks each call of its zone. `needsTouch`: the browser wants a touch before it makes a sound. */
export function useVoice(live: Live<'public'> | null, catalogue: PublicCatalogue | undefined, zoneId: string | null) {
  const [needsTouch, setNeedsTouch] = useState(false);
  useEffect(() => {
    if (!live || !catalogue) return;
    const announcer = new Announcer([localVoice, chime(context)], () => live.getState().clock?.now() ?? 0);
    const look = () => setNeedsTouch(context().state !== 'running');
    look();
    context().addEventListener('statechange', look);
    const forget = live.onCall(({ seq, number, windowId, at }) => {
      const window = catalogue.windows.find(({ id }) => id === windowId);
      if (!window || !standsIn(catalogue, windowId, zoneId)) return;
      const spelled = number.split('').join(' ');
      const guide = window.number === 0;
      announcer.announce({
        id: seq,
        at,
        zh: guide ? `请 ${spelled} 号到导服台` : `请 ${spelled} 号到 ${window.number} 号窗口`,
        en: guide
          ? `Number ${spelled}, please go to the guide desk`
          : `Number ${spelled}, please go to window ${window.number}`,
      });
    });
    return () => {
      forget();
      context().removeEventListener('statechange', look);
    };
  }, [live, catalogue, zoneId]);
  return { needsTouch, turnOn: () => void context().resume() };
}
