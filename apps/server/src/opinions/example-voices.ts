import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hoursIn } from '@shouwen/domain/docket/context';
import { stagedVoices, voicesOn, type VoicesWorld } from '@shouwen/domain/simulation/citizen-voices';
import { addDays } from '@shouwen/domain/time/zoned';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { EXAMPLE_HALL_ID } from '../catalogue/example-hall.ts';
import { DocketService } from '../docket/docket.service.ts';
import { PastWriter } from '../docket/past-writer.ts';
import { Log } from '../platform/logging/log.ts';
import { HISTORY_DAYS } from '../queue/example-history.ts';

const SEED = 20_260_601;

/** The last day on which anybody said anything. */
const LAST_DAY = `select max(body->>'openedDay') as day from petition where hall_id = $1 and kind in ('opinion', 'disclosure')`;

/**
 * What citizens of the example hall's past said besides ratings: sixty days of opinions, complaints, reports and requests for
 * disclosure, with something in every state on the morning of the first start. Written in one piece, so that nobody meets half a story. After
 * an absence what would have been said meanwhile is added.
 */
@Injectable()
export class ExampleVoices implements OnModuleDestroy {
  private filling: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly catalogues: CatalogueService,
    private readonly written: PastWriter,
    private readonly docket: DocketService,
    private readonly log: Log,
  ) {}

  onModuleDestroy(): Promise<void> {
    return this.filling;
  }

  /** @returns when everything is written. */
  start(first: Promise<void> = Promise.resolve()): Promise<void> {
    this.filling = first
      .then(() => this.fill())
      .catch((error: unknown) => this.log.warn({ error }, 'the example voices are not complete'));
    return this.filling;
  }

  private async fill(): Promise<void> {
    const catalogue = await this.catalogues.current(EXAMPLE_HALL_ID);
    const { now, day: today } = this.docket.context(EXAMPLE_HALL_ID, catalogue);
    const [{ day: known }] = (await this.database.query(LAST_DAY, [EXAMPLE_HALL_ID])) as [{ day: string | null }];
    const world: VoicesWorld = {
      catalogue: catalogue.rules,
      seed: SEED,
      clerksAt: (windowId) =>
        catalogue.staff.filter(({ homeWindowId }) => homeWindowId === windowId).map(({ id }) => id),
    };
    const hours = hoursIn(catalogue.rules);
    const days = Array.from({ length: HISTORY_DAYS + 1 }, (_none, n) => addDays(today, n - HISTORY_DAYS));
    const missing = known === null ? days : days.filter((day) => day > known);
    if (missing.length === 0) return;
    const staged = known === null ? days.findLast((day) => day < today && hours(day) !== null) : undefined;
    await this.written.play('fill-voices', SEED, today, (play) => {
      for (const day of missing) {
        const span = hours(day);
        const said = span ? voicesOn(world, day, span) : [];
        const more = span && day === staged ? stagedVoices(world, day, span) : [];
        play.playDay(day, [...said, ...more], day === today ? now : undefined);
      }
    });
  }
}
