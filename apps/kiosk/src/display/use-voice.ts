import { useEffect, useState } from 'react';
import type { Live } from '@shouwen/client/live';
import { useApi } from '@shouwen/client/react/api';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import { listRecordings, recordingUrl } from '@shouwen/contracts/http/voice.operations';
import { Announcer } from '../voice/announcer.ts';
import { audible, audio, onAudioChange } from '../voice/player.ts';
import { bundledClips, chime, localVoice, recordings } from '../voice/voices.ts';

/** Whether a window stands in a zone; `null` is the whole hall. */
export const standsIn = (catalogue: PublicCatalogue | undefined, windowId: string, zoneId: string | null): boolean =>
  zoneId === null || catalogue?.windows.find(({ id }) => id === windowId)?.zoneId === zoneId;

/** The voice of a display: speaks each call of its zone. `needsTouch`: the browser wants a touch before it makes a sound. */
export function useVoice(live: Live<'public'> | null, catalogue: PublicCatalogue | undefined, zoneId: string | null) {
  const api = useApi();
  const [needsTouch, setNeedsTouch] = useState(false);
  const hallId = catalogue?.hall.id;
  useEffect(() => {
    if (!live || !catalogue || hallId === undefined) return;
    const announcer = new Announcer({
      voices: [
        recordings(
          async () => (await api.call(listRecordings, { params: { hallId } })).files,
          (file) => recordingUrl(hallId, file),
        ),
        localVoice,
        bundledClips(),
        chime,
      ],
      now: () => live.getState().clock?.now() ?? 0,
      audible,
    });
    const look = () => {
      setNeedsTouch(!audible());
      announcer.resume();
    };
    const forgetAudio = onAudioChange(look);
    look();
    const forgetCalls = live.onCall(({ seq, number, windowId, at }) => {
      const window = catalogue.windows.find(({ id }) => id === windowId);
      if (!window || !standsIn(catalogue, windowId, zoneId)) return;
      announcer.announce({ id: seq, at, phrase: { number, window: window.number } });
    });
    return () => {
      forgetAudio();
      forgetCalls();
    };
  }, [api, live, catalogue, hallId, zoneId]);
  return { needsTouch, turnOn: () => void audio().resume() };
}
