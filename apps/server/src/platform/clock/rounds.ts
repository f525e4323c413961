/** Work that comes round by itself while the server is up. */
interface Round {
  everyMs: number;
  /** The first time sooner or later than that, ms after the start. */
  firstMs?: number;
  /** One round. `stopping` says when to leave off in the middle: the server goes down. */
  work: (stopping: () => boolean) => Promise<unknown>;
  /** What a round threw; the next one comes all the same. */
  failed: (error: unknown) => void;
}

/** Rounds never overlap: one whose turn comes while the last is still at work is left out, so that a slow one does not pile up others. */
export class Rounds {
  private readonly timers: NodeJS.Timeout[] = [];
  private running: Promise<unknown> | null = null;
  private stopping = false;

  constructor(private readonly round: Round) {}

  start(): void {
    const { everyMs, firstMs } = this.round;
    if (firstMs !== undefined) this.timers.push(setTimeout(() => this.turn(), firstMs).unref());
    this.timers.push(setInterval(() => this.turn(), everyMs).unref());
  }

  /** Resolves when the round at work has left off. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const timer of this.timers) clearTimeout(timer);
    await this.running;
  }

  private turn(): void {
    if (this.running || this.stopping) return;
    this.running = this.round
      .work(() => this.stopping)
      .catch(this.round.failed)
      .finally(() => {
        this.running = null;
      });
  }
}
