import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LogReader } from '../hall-log/log-reader.ts';
import { Log } from '../platform/logging/log.ts';
import { FigureRoller } from './roller.service.ts';

/** How often the figures follow the log when nobody asks, ms. */
const TICK_MS = 30_000;

/** Lets the figures of every hall follow the log, also when nobody looks. */
@Injectable()
export class FigureClock implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly reader: LogReader,
    private readonly roller: FigureRoller,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.tick());
    }, TICK_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async tick(): Promise<void> {
    for (const hallId of await this.reader.hallIds().catch(() => []))
      await this.roller
        .follow(hallId)
        .catch((error: unknown) => this.log.warn({ error, hallId }, 'the figures could not follow the log'));
  }
}
