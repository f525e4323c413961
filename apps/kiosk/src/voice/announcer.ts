/** A call to be spoken. `id` is the sequence of the call in the hall's log: spoken once, whatever happens. */
export interface Announcement {
  id: number;
  zh: string;
  en: string;
  /** When it was called, ms of the hall. */
  at: number;
}

/** Speaks one text; rejects when it cannot. */
export interface Voice {
  name: string;
  speak(text: string, language: 'zh' | 'en'): Promise<void>;
}

/** A call older than this is shown, but not spoken any more, ms. */
export const STALE_MS = 60_000;
/** Nothing spoken takes longer; a voice that hangs is given up, ms. */
const LONGEST_MS = 15_000;

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
  private speaking = false;
  lastError: string | null = null;

  constructor(
    private readonly voices: readonly Voice[],
    private readonly now: () => number,
    private readonly timeoutMs = LONGEST_MS,
  ) {}

  get waiting(): number {
    return this.queue.length;
  }

  announce(call: Announcement): void {
    if (this.known.has(call.id) || this.now() - call.at > STALE_MS) return;
    this.known.add(call.id);
    if (this.known.size > 500) this.known.delete(this.known.values().next().value!);
    const place = this.queue.findIndex(({ round }) => round === 2);
    const first: Waiting = { ...call, round: 1 };
    if (place === -1) this.queue.push(first);
    else this.queue.splice(place, 0, first);
    this.queue.push({ ...call, round: 2 });
    void this.run();
  }

  private async run(): Promise<void> {
    if (this.speaking) return;
    this.speaking = true;
    try {
      for (let next = this.queue.shift(); next; next = this.queue.shift()) {
        await this.say(next.zh, 'zh');
        if (next.round === 2) await this.say(next.en, 'en');
      }
    } finally {
      this.speaking = false;
    }
  }

  private async say(text: string, language: 'zh' | 'en'): Promise<void> {
    for (const voice of this.voices) {
      try {
        await this.inTime(voice.speak(text, language));
        return;
      } catch (error) {
        this.lastError = `${voice.name}: ${String(error)}`;
      }
    }
  }

  private inTime(work: Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no end in time')), this.timeoutMs);
      work.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }
}
