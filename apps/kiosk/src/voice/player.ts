/** One stretch of sound: a whole clip, or a part of a longer one; seconds. */
export interface Piece {
  buffer: AudioBuffer;
  offset: number;
  duration: number;
}

let context: AudioContext | undefined;
const listeners = new Set<() => void>();

/** The page's one audio context; made anew when the browser has closed it. */
export function audio(): AudioContext {
  if (!context || context.state === 'closed') {
    context = new AudioContext();
    context.addEventListener('statechange', () => {
      for (const listener of listeners) listener();
    });
  }
  return context;
}

/** Whether a sound would be heard now. */
export const audible = (): boolean => audio().state === 'running';

/** Tells when sound became possible or impossible. */
export function onAudioChange(listener: () => void): () => void {
  audio();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Plays pieces one after another without a gap that an ear would notice; resolves when the last has ended. */
export function playPieces(pieces: readonly Piece[]): Promise<void> {
  const sound = audio();
  if (sound.state !== 'running') return Promise.reject(new Error('sound is off until somebody touches the screen'));
  return new Promise((resolve) => {
    let at = sound.currentTime + 0.02;
    pieces.forEach(({ buffer, offset, duration }, index) => {
      const source = sound.createBufferSource();
      source.buffer = buffer;
      source.connect(sound.destination);
      source.start(at, offset, duration);
      at += duration + 0.03;
      if (index === pieces.length - 1) source.addEventListener('ended', () => resolve());
    });
    if (pieces.length === 0) resolve();
  });
}

/** Fetches a sound and decodes it. */
export async function loadSound(url: string): Promise<AudioBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return audio().decodeAudioData(await response.arrayBuffer());
}
