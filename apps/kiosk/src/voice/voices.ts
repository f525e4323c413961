import type { Voice } from './announcer.ts';
import { partsOf, textOf, type VoiceLanguage } from './phrase.ts';
import { audio, loadSound, playPieces, type Piece } from './player.ts';

/** Keeps what was loaded; what failed is tried again at the next call. */
function remember<T>(load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const before = known.get(key);
    if (before) return before;
    const loading = load(key).catch((error: unknown) => {
      known.delete(key);
      throw error;
    });
    known.set(key, loading);
    return loading;
  };
}

/** The hall's own recordings, a file for each part; speaks only when no part of the call is missing. */
export function recordings(list: () => Promise<readonly string[]>, urlOf: (file: string) => string): Voice {
  const sounds = remember((file) => loadSound(urlOf(file)));
  const names = remember(list);
  return {
    name: 'recordings',
    speak: async (phrase, language) => {
      const files = await names('');
      const chosen = partsOf(phrase, language).map((part) => {
        const file = files.find((one) => one.startsWith(`${language}/${part}.`));
        if (file === undefined) throw new Error(`no recording of ${language}/${part}`);
        return file;
      });
      const buffers = await Promise.all(chosen.map(sounds));
      await playPieces(buffers.map((buffer) => ({ buffer, offset: 0, duration: buffer.duration })));
    },
  };
}

/** A voice that this machine has itself: a hall's display has no internet, so a voice from the network is never used. */
export const localVoice: Voice = {
  name: 'local voice',
  speak: (phrase, language) =>
    new Promise((resolve, reject) => {
      const voice = globalThis.speechSynthesis
        ?.getVoices()
        .find(({ localService, lang }) => localService && lang.toLowerCase().startsWith(language));
      if (!voice) return reject(new Error(`no local ${language} voice`));
      const utterance = new SpeechSynthesisUtterance(textOf(phrase, language));
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = 0.9;
      utterance.onend = () => resolve();
      utterance.onerror = ({ error }) => reject(new Error(error));
      speechSynthesis.speak(utterance);
    }),
};

type Places = Record<string, [offset: number, duration: number]>;

/** The bundled clips (scripts/make-voice-clips.mjs): one sound per language, its parts joined by Web Audio. */
export function bundledClips(baseUrl = '/voice'): Voice {
  const sprite = remember(async (language) => {
    const [buffer, places] = await Promise.all([
      loadSound(`${baseUrl}/${language}.wav`),
      fetch(`${baseUrl}/${language}.json`).then((response) => response.json() as Promise<Places>),
    ]);
    return { buffer, places };
  });
  // Ready before the first call, so that it is spoken within a second.
  for (const language of ['zh', 'en'] satisfies VoiceLanguage[]) void sprite(language).catch(() => undefined);
  return {
    name: 'clips',
    speak: async (phrase, language) => {
      const { buffer, places } = await sprite(language);
      const pieces = partsOf(phrase, language).map((part): Piece => {
        const [offset, duration] = places[part] ?? [0, 0];
        return { buffer, offset, duration };
      });
      await playPieces(pieces);
    },
  };
}

/** Last resort: two tones, so that people look up at the screen. */
export const chime: Voice = {
  name: 'chime',
  speak: async (_phrase, language) => {
    if (language === 'en') return;
    const sound = audio();
    if (sound.state !== 'running') throw new Error('sound is off until somebody touches the screen');
    const begin = sound.currentTime;
    for (const [index, frequency] of [880, 660].entries()) {
      const tone = sound.createOscillator();
      const loudness = sound.createGain();
      tone.frequency.value = frequency;
      loudness.gain.setValueAtTime(0.4, begin + index * 0.4);
      loudness.gain.exponentialRampToValueAtTime(0.001, begin + index * 0.4 + 0.39);
      tone.connect(loudness).connect(sound.destination);
      tone.start(begin + index * 0.4);
      tone.stop(begin + index * 0.4 + 0.4);
    }
    await new Promise((resolve) => setTimeout(resolve, 900));
  },
};
