import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { HallLog } from '../hall-log/hall-log.ts';
import { LogReader } from '../hall-log/log-reader.ts';
import { AppError } from '../platform/http/app-error.ts';
import { Rounds } from '../platform/clock/rounds.ts';
import { Log } from '../platform/logging/log.ts';
import { Presence } from './presence.service.ts';
import { QueueReader } from './queue-reader.ts';
import { QueueService } from './queue.service.ts';

/** How often the clock looks, ms. */
const TICK_MS = 10_000;
/** How long the first answers to commands are kept for a repetition, ms of the hall. */
const KEYS_KEPT_MS = 2 * 86_400_000;

/**
 * The clock's commands: end a service day that is past, or that is over because the hall closed and nobody is left; mark clerks who
 * are away. Each is a command like any other, so several servers may look at the same time: the second finds it done.
 */
@Injectable()
export class DayEnd implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds = new Rounds({
    everyMs: TICK_MS,
    work: (stopping) => this.tick(stopping),
    failed: (error) => this.log.warn({ error }, 'the clock could not look'),
  });

  constructor(
    private readonly database: DataSource,
    private readonly reader: LogReader,
    private readonly catalogues: CatalogueService,
    private readonly queues: QueueReader,
    private readonly queue: QueueService,
    private readonly presence: Presence,
    private readonly log: Log,
    private readonly hallLog: HallLog,
    private readonly clocks: HallClocks,
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
      await this.look(hallId).catch((error: unknown) =>
        this.log.warn({ error, hallId }, 'the clock could not look at a hall'),
      );
    }
  }

  private async look(hallId: string): Promise<void> {
    const catalogue = await this.catalogues.current(hallId);
    const { day: today, context } = this.queues.today(hallId, catalogue);
    await this.presence.markAway(hallId, today);
    const over = context.open !== null && context.now >= context.open.until;
    for (const { day, left } of await this.unclosedDays(hallId)) {
      if (day < today || (day === today && over && left === 0)) await this.close(hallId, day, 'clock');
    }
  }

  /** Ends a service day: what still waits expires, windows close. Errors: `day-closed`. */
  async close(hallId: string, day: string, actor: string, key?: string): Promise<{ seq: number }> {
    const { seq } = await this.queue
      .run({ hallId, actor, key, command: { type: 'close-day' }, day })
      .catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'day-closed' && actor === 'clock') return { seq: 0 };
        throw error;
      });
    await this.hallLog.forgetKeys(hallId, this.clocks.now(hallId) - KEYS_KEPT_MS);
    return { seq };
  }

  private async unclosedDays(hallId: string): Promise<{ day: string; left: number }[]> {
    return (await this.database.query(
      `select q.day,
         ((select count(*) from ticket t where t.hall_id = q.hall_id and t.day = q.day and t.state in ('waiting', 'called', 'serving', 'held'))
         + (select count(*) from window_day w where w.hall_id = q.hall_id and w.day = q.day and w.state <> 'closed'))::int as left
       from (select hall_id, day from queue_day where hall_id = $1 union select hall_id, day from window_day where hall_id = $1) q
         left join hall_day d on d.hall_id = q.hall_id and d.day = q.day
       where d.closed is not true order by q.day limit 40`,
      [hallId],
    )) as { day: string; left: number }[];
  }
}
