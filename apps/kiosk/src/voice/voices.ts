import type { Voice } from './announcer.ts';

const TAG = { zh: 'zh', en: 'en' } as const;

/** A voice that this machine has itself: a hall's display has no internet, so a voice from the network is never used. */
export const localVoice: Voice = {
  name: 'local voice',
  speak: (text, language) =>
    new Promise((resolve, reject) => {
      const voice = globalThis.speechSynthesis
        ?.getVoices()
        .find(({ localService, lang }) => localService && lang.toLowerCase().startsWith(TAG[language]));
      if (!voice) return reject(new Error(`no local ${language} voice`));
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = 0.9;
      utterance.onend = () => resolve();
      utterance.onerror = ({ error }) => reject(new Error(error));
      speechSynthesis.speak(utterance);
    }),
};

/** Last resort: two tones, so that people look up at the screen. */
export function chime(context: () => AudioContext): Voice {
  return {
    name: 'chime',
    speak: async (_text, language) => {
      if (language === 'en') return;
      const audio = context();
      if (audio.state !== 'running') throw new Error('sound is off until somebody touches the screen');
      const begin = audio.currentTime;
      for (const [index, frequency] of [880, 660].entries()) {
        const tone = audio.createOscillator();
        const loudness = audio.createGain();
        tone.frequency.value = frequency;
        loudness.gain.setValueAtTime(0.4, begin + index * 0.4);
        loudness.gain.exponentialRampToValueAtTime(0.001, begin + index * 0.4 + 0.39);
        tone.connect(loudness).connect(audio.destination);
        tone.start(begin + index * 0.4);
        tone.stop(begin + index * 0.4 + 0.4);
      }
      await new Promise((resolve) => setTimeout(resolve, 900));
    },
  };
}
