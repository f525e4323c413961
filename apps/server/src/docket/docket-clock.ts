import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CatalogueKind } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { CaseFile } from '@shouwen/domain/case/case';
import { recounted } from '@shouwen/domain/case/dates';
import type { Catalogue } from '@shouwen/domain/catalogue/catalogue';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { AppError } from '../platform/http/app-error.ts';
import { Rounds } from '../platform/clock/rounds.ts';
import { Log } from '../platform/logging/log.ts';
import { DocketService } from './docket.service.ts';
import { openCases } from './open-cases.ts';

/** How often the clock looks, ms. What is due is one indexed query, whatever the number of open cases. */
const TICK_MS = 5_000;
/** Most due items taken up in one look. */
const BATCH = 500;

/** The next due things of all halls that go by the server's clock: one index, oldest first. */
export const DUE = `select hall_id, contact_id, case_id from due_item
  where at <= $1 and not (hall_id = any($2)) order by at limit ${BATCH}`;
const DUE_OF_HALL = `select hall_id, contact_id, case_id from due_item
  where hall_id = $2 and at <= $1 order by at limit ${BATCH}`;

/** Kinds of catalogue item by which days are counted; a new notice moves no case. */
const DAYS_DEPEND_ON: readonly CatalogueKind[] = ['hall', 'calendar', 'year-table'];
const CALENDAR_TOUCHED = `select exists (select from hall_event where hall_id = $1 and kind = 'catalogue-changed'
  and data->>'kind' = any($2) and seq > coalesce((select catalogue_seq from docket_calendar where hall_id = $1), 0)) as touched`;

interface DueRow {
  hall_id: string;
  contact_id: string;
  case_id: string | null;
}

/**
 * The docket's clock: gives cards when they are due and moves the dates of open cases when the calendar changed. Each is a command
 * under the hall's lock, so a second server — or this one after a crash — finds it done. Nothing is kept in memory.
 */
@Injectable()
export class DocketClock implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds = new Rounds({
    everyMs: TICK_MS,
    work: () => this.tick(),
    failed: (error) => this.log.warn({ error }, 'the docket’s clock could not look'),
  });
  /** Halls whose past is being written: whoever writes it gives the cards that fell due in it. */
  readonly held = new Set<string>();

  constructor(
    private readonly database: DataSource,
    private readonly docket: DocketService,
    private readonly catalogues: CatalogueService,
    private readonly clocks: HallClocks,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.stop();
  }

  /** One look at everything: the calendar first, so that no card goes by a date that has moved. @returns how many cards were due. */
  async tick(): Promise<number> {
    for (const { hall_id: hallId, seq } of await this.calendarsBehind())
      await this.recount(hallId, seq).catch((error: unknown) => this.warn(hallId, error));
    let fired = 0;
    for (const { hall_id: hallId, contact_id: contactId, case_id: caseId } of await this.due()) {
      if (this.held.has(hallId)) continue;
      const given = await this.docket
        .run({ hallId, actor: 'clock', command: { type: 'fire-due', caseId, contactId } })
        .then(() => 1)
        .catch((error: unknown) => {
          if (!(error instanceof AppError && error.code === 'nothing-due')) this.warn(hallId, error);
          return 0;
        });
      fired += given;
    }
    return fired;
  }

  private warn(hallId: string, error: unknown): void {
    this.log.warn({ error, hallId }, 'the docket’s clock could not act in a hall; it tries again');
  }

  private async due(): Promise<DueRow[]> {
    const own = this.clocks.setByHand();
    const rows = (await this.database.query(DUE, [new Date(this.clocks.server()).toISOString(), own])) as DueRow[];
    for (const hallId of own) {
      const now = new Date(this.clocks.now(hallId)).toISOString();
      rows.push(...((await this.database.query(DUE_OF_HALL, [now, hallId])) as DueRow[]));
    }
    return rows;
  }

  /** Halls whose catalogue changed since their cases were counted last. */
  private async calendarsBehind(): Promise<{ hall_id: string; seq: number }[]> {
    return (await this.database.query(
      `select h.hall_id, h.catalogue_seq as seq from hall_head h left join docket_calendar d on d.hall_id = h.hall_id
       where h.catalogue_seq > coalesce(d.catalogue_seq, 0) limit 100`,
    )) as { hall_id: string; seq: number }[];
  }

  /**
   * Counts the open cases of a hall again when something that days depend on was changed since — also when it was changed back: a case
   * may have been accepted in between. Only those whose dates come out otherwise get an event. Safe to repeat.
   */
  async recount(hallId: string, seq: number): Promise<number> {
    const catalogue = await this.catalogues.current(hallId);
    const [since] = (await this.database.query(CALENDAR_TOUCHED, [hallId, DAYS_DEPEND_ON])) as { touched: boolean }[];
    let moved = 0;
    if (since!.touched) {
      const context = this.docket.context(hallId, catalogue);
      for await (const files of openCases(this.database, hallId)) {
        for (const file of files) if (recounted(file, context)) moved += await this.move(hallId, file, catalogue.rules);
      }
    }
    await this.database.query(
      `insert into docket_calendar (hall_id, catalogue_seq) values ($1, $2)
       on conflict (hall_id) do update set catalogue_seq = greatest(docket_calendar.catalogue_seq, excluded.catalogue_seq)`,
      [hallId, seq],
    );
    return moved;
  }

  private async move(hallId: string, file: CaseFile, { yearTables }: Catalogue): Promise<number> {
    const year = file.provisional ? Number(file.legalLastDay?.slice(0, 4)) : null;
    const cause = yearTables.some((table) => table.year === year) ? 'year-published' : 'calendar';
    return this.docket
      .run({ hallId, actor: 'clock', command: { type: 'recount-case', caseId: file.id, cause } })
      .then(() => 1)
      .catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'nothing-due') return 0;
        throw error;
      });
  }
}
