import type { Phrase, VoiceLanguage } from './phrase.ts';

/** A call to be spoken. `id` is the sequence of the call in the hall's log: spoken once, whatever happens. */
export interface Announcement {
  id: number;
  phrase: Phrase;
  /** When it was called, ms of the hall. */
  at: number;
}

/** Speaks one call in one language; rejects when it cannot. */
export interface Voice {
  name: string;
  speak(phrase: Phrase, language: VoiceLanguage): Promise<void>;
}

export interface AnnouncerOptions {
  /** Best first; the next one speaks when one fails. */
  voices: readonly Voice[];
  /** The hall's moment, ms. */
  now: () => number;
  /** Whether sound may be made at all: a browser wants a touch first. Asked before each utterance. */
  audible?: () => boolean;
  /** Monotonic, ms; for resting a broken voice. */
  ticks?: () => number;
  timeoutMs?: number;
}

/** A call older than this is shown, but not spoken any more, ms of the hall. */
export const STALE_MS = 60_000;
/** Nothing spoken takes longer; a voice that hangs is given up, ms. */
const LONGEST_MS = 15_000;
/** A voice that failed so often in a row rests so long: each try would cost the hall its time. */
const FAILURES = 3;
const REST_MS = 60_000;
/** How many calls are remembered as spoken. */
const MEMORY = 500;

interface Waiting extends Announcement {
  round: 1 | 2;
}

/**
 * The hall's voice: one call at a time, never over another, each twice. Calls that arrive together are all spoken once, in Mandarin,
 * before any is repeated in both languages (PEERS 5). A voice that fails is passed over for the next one; no error ever mutes the hall
 * (PEERS 6).
 */
export class Announcer {
  private readonly queue: Waiting[] = [];
  private readonly known = new Set<number>();
  private readonly health = new Map<Voice, { failures: number; restsUntil: number }>();
  private readonly now: () => number;
  private readonly audible: () => boolean;
  private readonly ticks: () => number;
  private speaking = false;
  /** The last thing that went wrong, for whoever looks after the display. */
  lastError: string | null = null;

  constructor(private readonly options: AnnouncerOptions) {
    this.now = options.now;
    this.audible = options.audible ?? (() => true);
    this.ticks = options.ticks ?? (() => performance.now());
  }

  get waiting(): number {
    return this.queue.length;
  }

  /** How many spoken calls are remembered: bounded, a display runs for weeks. */
  get remembered(): number {
    return this.known.size;
  }

  announce(call: Announcement): void {
    if (this.known.has(call.id) || this.isStale(call)) return;
    this.known.add(call.id);
    if (this.known.size > MEMORY) this.known.delete(this.known.values().next().value!);
    if (!this.audible()) this.forgetStale();
    // A recall of a number that still waits to be spoken says nothing new.
    const same = ({ phrase }: Waiting) => phrase.number === call.phrase.number && phrase.window === call.phrase.window;
    if (this.queue.some((waiting) => waiting.round === 1 && same(waiting))) return;
    const place = this.queue.findIndex(({ round }) => round === 2);
    const first: Waiting = { ...call, round: 1 };
    if (place === -1) this.queue.push(first);
    else this.queue.splice(place, 0, first);
    this.queue.push({ ...call, round: 2 });
    this.resume();
  }

  /** Goes on with what is still fresh; after a touch has turned the sound on. */
  resume(): void {
    void this.run();
  }

  /** A display that nobody has touched yet gathers no calls for weeks. */
  private forgetStale(): void {
    this.queue.splice(0, this.queue.length, ...this.queue.filter((waiting) => !this.isStale(waiting)));
  }

  private isStale({ at }: Announcement): boolean {
    return this.now() - at > STALE_MS;
  }

  private async run(): Promise<void> {
    if (this.speaking) return;
    this.speaking = true;
    try {
      while (this.queue.length > 0 && this.audible()) {
        const next = this.queue.shift()!;
        if (next.round === 1 && this.isStale(next)) {
          this.queue.splice(0, this.queue.length, ...this.queue.filter(({ id }) => id !== next.id));
          continue;
        }
        await this.say(next.phrase, 'zh');
        if (next.round === 2) await this.say(next.phrase, 'en');
      }
    } finally {
      this.speaking = false;
    }
  }

  private async say(phrase: Phrase, language: VoiceLanguage): Promise<void> {
    for (const voice of this.options.voices) {
      const health = this.health.get(voice) ?? { failures: 0, restsUntil: 0 };
      if (this.ticks() < health.restsUntil) continue;
      try {
        await this.inTime(voice.speak(phrase, language));
        this.health.delete(voice);
        return;
      } catch (error) {
        this.lastError = `${voice.name}: ${String(error)}`;
        const failures = health.failures + 1;
        this.health.set(
          voice,
          failures < FAILURES ? { failures, restsUntil: 0 } : { failures: 0, restsUntil: this.ticks() + REST_MS },
        );
      }
    }
  }

  private inTime(work: Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no end in time')), this.options.timeoutMs ?? LONGEST_MS);
      work.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }
}
