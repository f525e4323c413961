import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LogReader } from '../hall-log/log-reader.ts';
import { Rounds } from '../platform/clock/rounds.ts';
import { Log } from '../platform/logging/log.ts';
import { AlarmsService } from './alarms.service.ts';

/** How often every hall is looked at, ms. */
const TICK_MS = 15_000;

/** The clock that opens, raises, repeats and eases alarms. Nothing is kept in memory: any number of servers may look. */
@Injectable()
export class AlarmClock implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds = new Rounds({
    everyMs: TICK_MS,
    work: (stopping) => this.tick(stopping),
    failed: (error) => this.log.warn({ error }, 'the alarms could not look'),
  });

  constructor(
    private readonly reader: LogReader,
    private readonly alarms: AlarmsService,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.stop();
  }

  /** One look at every hall. A hall that cannot be looked at does not keep the others waiting. */
  async tick(stopping = () => false): Promise<void> {
    for (const hallId of await this.reader.hallIds()) {
      if (stopping()) return;
      await this.alarms
        .watch(hallId)
        .catch((error: unknown) => this.log.warn({ error, hallId }, 'the alarms could not look at a hall'));
    }
  }
}
