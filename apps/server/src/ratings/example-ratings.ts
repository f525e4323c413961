import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { currentRatingForm } from '@shouwen/contracts/catalogue/rating-form.schema';
import { isBad, ratingIdOf } from '@shouwen/domain/rating/rating';
import { citizenSays, type SayingForm } from '@shouwen/domain/simulation/citizen-says';
import { ratingOf, type RatedServing } from '@shouwen/domain/simulation/simulate-ratings';
import { ticketId } from '@shouwen/domain/ticket/ticket';
import { addDays } from '@shouwen/domain/time/zoned';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { EXAMPLE_HALL_ID } from '../catalogue/example-hall.ts';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { DocketService } from '../docket/docket.service.ts';
import { PastWriter } from '../docket/past-writer.ts';
import { Log } from '../platform/logging/log.ts';
import { ExampleHistory, HISTORY_DAYS } from '../queue/example-history.ts';

const SEED = 20_260_501;
const NAME = 'fill-ratings';
/** Between two days of ratings, ms: the hall's own commands go first. */
const BREATH_MS = 80;

/** Servings of past days that nobody rated, in the order in which they ended. */
const UNRATED = `select s.day::text as day, s.number, s.n, s.queue_id, s.matter_id, s.window_id, s.clerk_id, s.started_at, s.ended_at
  from serving s left join rating r on r.hall_id = s.hall_id and r.day = s.day and r.id = s.day::text || '.' || s.number || '.' || s.n
  where s.hall_id = $1 and s.day >= $2 and s.day < $3 and s.ended_at is not null and r.id is null order by s.ended_at, s.number`;

interface Row {
  day: string;
  number: string;
  n: number;
  queue_id: string;
  matter_id: string | null;
  window_id: string;
  clerk_id: string;
  started_at: Date;
  ended_at: Date;
}

/**
 * What citizens of the example hall's past said about their servings, with the loops behind the bad ones up to today. It hangs on the
 * serving alone, so a start that was broken off goes on where it was: what has its rating is left as it is.
 */
@Injectable()
export class ExampleRatings implements OnModuleDestroy {
  private stopped = false;
  private filling: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly catalogues: CatalogueService,
    private readonly written: PastWriter,
    private readonly docket: DocketService,
    private readonly history: ExampleHistory,
    private readonly log: Log,
  ) {}

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.filling;
  }

  /** Fills in behind, once the servings of the past are there. */
  start(): void {
    this.filling = this.history
      .complete()
      .then(() => this.fill())
      .catch((error: unknown) => this.log.warn({ error }, 'the example ratings are not complete'));
  }

  /** Resolves when everything is written; for tests and the tools. */
  complete(): Promise<void> {
    return this.filling;
  }

  private async fill(): Promise<void> {
    const catalogue = await this.catalogues.current(EXAMPLE_HALL_ID);
    const { now, day: today } = this.docket.context(EXAMPLE_HALL_ID, catalogue);
    const byDay = new Map<string, { good: RatedServing[]; bad: RatedServing[] }>();
    for (const one of await this.rated(catalogue, today)) {
      const { day } = one.serving;
      const list = byDay.get(day) ?? { good: [], bad: [] };
      (isBad(one.says.level) ? list.bad : list.good).push(one);
      byDay.set(day, list);
    }
    const [first] = [...byDay.keys()].sort();
    if (first === undefined || this.stopped) return;
    const { version: form } = currentRatingForm(catalogue.published.ratingForms);
    const ratings = (list: readonly RatedServing[] = []) => list.map((one) => ratingOf(one, form));
    // The bad ones in one piece, so that nobody meets half a loop and the clock none of its past.
    await this.written.play(NAME, SEED, today, (play) => {
      for (let day = first; day <= today; day = addDays(day, 1))
        play.playDay(day, ratings(byDay.get(day)?.bad), day === today ? now : undefined);
    });
    for (const [day, { good }] of byDay) {
      if (this.stopped) return;
      await this.written.play(NAME, SEED, day, (play) => play.playDay(day, ratings(good)));
      await sleep(BREATH_MS);
    }
  }

  private async rated(catalogue: HallCatalogue, today: string): Promise<RatedServing[]> {
    const rows = (await this.database.query(UNRATED, [EXAMPLE_HALL_ID, addDays(today, -HISTORY_DAYS), today])) as Row[];
    const { dimensions, labels } = currentRatingForm(catalogue.published.ratingForms);
    const ofTone = (wanted: 'good' | 'bad') => labels.filter(({ tone }) => tone === wanted).map(({ id }) => id);
    const form: SayingForm = { dimensions: dimensions.map(({ id }) => id), good: ofTone('good'), bad: ofTone('bad') };
    return rows.flatMap((row) => {
      const serving = {
        ticketId: ticketId(row.day, row.number),
        servingN: row.n,
        day: row.day,
        windowId: row.window_id,
        clerkId: row.clerk_id,
        queueId: row.queue_id,
        matterId: row.matter_id,
        startedAt: row.started_at.getTime(),
        endedAt: row.ended_at.getTime(),
        // At the pad they rated before the next one was served.
        lastAtWindow: true,
      };
      const says = citizenSays(SEED, ratingIdOf(serving.ticketId, serving.servingN), form);
      return says ? [{ serving, says }] : [];
    });
  }
}
