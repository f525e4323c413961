import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LogReader } from '../hall-log/log-reader.ts';
import { Log } from '../platform/logging/log.ts';
import { AlarmsService } from './alarms.service.ts';

/** How often every hall is looked at, ms. */
const TICK_MS = 15_000;

/** The clock that opens, raises, repeats and eases alarms. Nothing is kept in memory: any number of servers may look. */
@Injectable()
export class AlarmClock implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly reader: LogReader,
    private readonly alarms: AlarmsService,
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

  /** One look at every hall. A hall that cannot be looked at does not keep the others waiting. */
  async tick(): Promise<void> {
    for (const hallId of await this.reader.hallIds().catch(() => [])) {
      await this.alarms
        .watch(hallId)
        .catch((error: unknown) => this.log.warn({ error, hallId }, 'the alarms could not look at a hall'));
    }
  }
}
