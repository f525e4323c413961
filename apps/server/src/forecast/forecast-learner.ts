import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LEARN_DAYS, LEARN_TICKETS, learnHall } from '@shouwen/domain/forecast/hall-forecast';
import { FORECAST_EVENTS, LiveDay } from '@shouwen/domain/forecast/live-day';
import type { PastDay } from '@shouwen/domain/forecast/past-days';
import { MINUTE, type ServiceDay } from '@shouwen/domain/time/instant';
import { addDays, serviceDayOf } from '@shouwen/domain/time/zoned';
import { DataSource } from 'typeorm';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { LogReader } from '../hall-log/log-reader.ts';
import { Rounds } from '../platform/clock/rounds.ts';
import { Log } from '../platform/logging/log.ts';
import { KeptForecasts } from './kept-forecasts.ts';
import { HEARD, midnightOf, type HeardRow } from './wait-forecasts.ts';

/** How often it is looked whether a hall has days to learn from, ms; the first time soon after a start. */
const TICK_MS = 10 * MINUTE;
const FIRST_MS = 45_000;
/** A hall that has learnt from so many days learns anew once a week; one that knows less, each day. */
const SETTLED_DAYS = 20;
const WEEK_DAYS = 7;

const DAYS = `select to_char(day, 'YYYY-MM-DD') as day from queue_day where hall_id = $1 and day < $2 and last_number > 0
  group by day order by day desc limit ${LEARN_DAYS}`;

/** From what a hall has learnt. */
interface Known {
  until: ServiceDay;
  days: number;
  tickets: number;
}

/** Learns each hall's forecast from its own days, behind everything else: a moment of work, then whoever waits goes first. */
@Injectable()
export class ForecastLearner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds = new Rounds({
    everyMs: TICK_MS,
    firstMs: FIRST_MS,
    work: (stopping) => this.tick(stopping),
    failed: (error) => this.log.warn({ error }, 'no hall could learn its waits'),
  });

  constructor(
    private readonly database: DataSource,
    private readonly reader: LogReader,
    private readonly catalogues: CatalogueService,
    private readonly clocks: HallClocks,
    private readonly kept: KeptForecasts,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.stop();
  }

  private async tick(stopping: () => boolean): Promise<void> {
    for (const hallId of await this.reader.hallIds()) {
      if (stopping()) return;
      await this.learn(hallId, stopping).catch((error: unknown) =>
        this.log.warn({ error, hallId }, 'a hall could not learn its waits'),
      );
    }
  }

  /** Learns where there is something new to learn. @returns whether it did. */
  async learn(hallId: string, stopping = () => false): Promise<boolean> {
    const catalogue = await this.catalogues.current(hallId);
    const { timeZone, dayStartsAt } = catalogue.rules.hall;
    const today = serviceDayOf(this.clocks.now(hallId), timeZone, dayStartsAt);
    const dates = (await this.rows<{ day: ServiceDay }>(DAYS, [hallId, today])).map(({ day }) => day);
    const [known] = await this.rows<Known>('select until, days, tickets from forecast where hall_id = $1', [hallId]);
    if (dates.length === 0 || (known && !isNews(known, dates))) return false;
    const days = await this.pastDays(hallId, dates, catalogue);
    const learning = learnHall(days);
    for (;;) {
      const step = learning.next();
      if (step.done) {
        if (step.value) await this.kept.keep(hallId, step.value);
        return step.value !== null;
      }
      await breathe();
      if (stopping()) return false;
    }
  }

  /** The latest days, as many as are needed, oldest first. */
  private async pastDays(hallId: string, dates: readonly ServiceDay[], catalogue: HallCatalogue): Promise<PastDay[]> {
    const days: PastDay[] = [];
    let tickets = 0;
    for (const day of dates) {
      const past = new LiveDay(midnightOf(day, catalogue));
      for (const { kind, at, data } of await this.rows<HeardRow>(HEARD, [hallId, day, 0, FORECAST_EVENTS]))
        past.hear({ kind, at: at.getTime(), data }, catalogue.rules.windows);
      days.unshift(past.past(hallId, day));
      tickets += days[0]!.tickets.length;
      if (tickets >= LEARN_TICKETS) break;
    }
    return days;
  }

  private async rows<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    return (await this.database.query(sql, parameters)) as T[];
  }
}

/** Whether what is known is too old, or a history was moved in since. Latest day first. */
function isNews({ until, days, tickets }: Known, dates: readonly ServiceDay[]): boolean {
  const settled = days >= SETTLED_DAYS || tickets >= LEARN_TICKETS;
  return settled ? dates[0]! >= addDays(until, WEEK_DAYS) : dates[0]! > until || dates.length > days;
}
