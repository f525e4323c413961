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
      await this.each(await this.roller.withMonthsLeft(), stopping, (hallId) => this.roller.sumUpMonths(hallId));
      this.turned = hour;
    }
    await this.each(await this.roller.behind(), stopping, (hallId) => this.roller.follow(hallId));
  }

  /** What goes wrong in one hall is no reason for the others to wait. */
  private async each(halls: readonly string[], stopping: () => boolean, work: (hallId: string) => Promise<unknown>) {
    for (const hallId of halls) {
      if (stopping()) return;
      await work(hallId).catch((error: unknown) =>
        this.log.warn({ error, hallId }, 'the figures could not follow the log'),
      );
    }
  }
}
