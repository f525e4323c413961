import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Rounds } from '../platform/clock/rounds.ts';
import { Log } from '../platform/logging/log.ts';
import { FigureRoller } from './roller.service.ts';

/** How often the figures follow the log when nobody asks, ms. */
const TICK_MS = 30_000;
const HOUR_MS = 3_600_000;

/** Lets the figures of every hall follow the log, also when nobody looks. */
@Injectable()
export class FigureClock implements OnApplicationBootstrap, OnModuleDestroy {
  /** The hour in which it was last looked whether a month has turned. */
  private turned = -1;
  private readonly rounds = new Rounds({
    everyMs: TICK_MS,
    work: (stopping) => this.tick(stopping),
    failed: (error) => this.log.warn({ error }, 'the figures could not look'),
  });

  constructor(
    private readonly roller: FigureRoller,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.stop();
  }

  private async tick(stopping: () => boolean): Promise<void> {
    const hour = Math.floor(this.clock.now() / HOUR_MS);
    if (hour !== this.turned) {
      await this.roller
        .turnMonths(stopping)
        .catch((error: unknown) =>
          this.log.warn({ error }, 'the figures of months that are over could not be summed up'),
        );
      this.turned = hour;
    }
    for (const hallId of await this.roller.behind()) {
      if (stopping()) return;
      await this.roller
        .follow(hallId)
        .catch((error: unknown) => this.log.warn({ error, hallId }, 'the figures could not follow the log'));
    }
  }
}
