import { Injectable } from '@nestjs/common';
import type { ImportedCase } from '@shouwen/domain/history/imported-case';
import { pastRecord, type PastRecord } from '@shouwen/domain/history/past-record';
import { HistoryReckoner, type HistoryReport } from '@shouwen/domain/history/report';
import type { ServiceDay } from '@shouwen/domain/time/instant';
import { addDays, instantAt } from '@shouwen/domain/time/zoned';
import { ZoneClock } from '@shouwen/domain/time/zone-clock';
import type { ImportedCaseView } from '@shouwen/contracts/views/history.schema';
import { DataSource } from 'typeorm';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { AppError } from '../platform/http/app-error.ts';
import { toImportedView } from './history-views.ts';

const PAGE = 5_000;
const iso = (at: number): string => new Date(at).toISOString();

/** Questions to a hall's imported history. */
@Injectable()
export class HistoryReader {
  constructor(
    private readonly database: DataSource,
    private readonly catalogues: CatalogueService,
    private readonly clocks: HallClocks,
  ) {}

  /** What the stored history comes to. @param source of one other system only; `null`: of all. */
  async report(hallId: string, source: string | null): Promise<HistoryReport> {
    const { rules, workCalendar } = await this.catalogues.current(hallId);
    const { timeZone, dayStartsAt } = rules.hall;
    const clock = new ZoneClock(timeZone);
    const dayOf = (at: number) => clock.dayOf(at, dayStartsAt);
    const reckoner = new HistoryReckoner(workCalendar, dayOf, this.clocks.server());
    for await (const item of this.all(hallId, source)) reckoner.add(item);
    return reckoner.report();
  }

  /** Decided cases of a matter that the import named, ended after the day `from`, up to and with `until`; at most 20,000. */
  async ofMatter(hallId: string, matterId: string, from: ServiceDay, until: ServiceDay): Promise<PastRecord[]> {
    const { rules, workCalendar } = await this.catalogues.current(hallId);
    const { timeZone, dayStartsAt } = rules.hall;
    const rows = (await this.database.query(
      `select body from imported_case where hall_id = $1 and matter_id = $2 and ended_at >= $3 and ended_at < $4
       order by ended_at desc limit 20000`,
      [hallId, matterId, ...[from, addDays(until, 1)].map((day) => iso(instantAt(day, dayStartsAt, timeZone)))],
    )) as { body: ImportedCase }[];
    const clock = new ZoneClock(timeZone);
    return rows
      .map(({ body }) => pastRecord(body, workCalendar, (at) => clock.dayOf(at, dayStartsAt)))
      .filter((one) => one !== null && one.day > from) as PastRecord[];
  }

  /** Cases with this number there, of whatever system. Errors: `unknown-case`. */
  async find(hallId: string, number: string): Promise<ImportedCaseView[]> {
    const catalogue = await this.catalogues.current(hallId);
    const rows = (await this.database.query(
      'select body from imported_case where hall_id = $1 and number = $2 order by id',
      [hallId, number],
    )) as { body: ImportedCase }[];
    if (rows.length === 0) throw new AppError('unknown-case');
    return rows.map(({ body }) => toImportedView(body, catalogue));
  }

  private async *all(hallId: string, source: string | null): AsyncGenerator<ImportedCase> {
    let after = '';
    for (;;) {
      const rows = (await this.database.query(
        `select id, body from imported_case where hall_id = $1 and id > $2 and ($3::text is null or source = $3)
         order by id limit ${PAGE}`,
        [hallId, after, source],
      )) as { id: string; body: ImportedCase }[];
      for (const { body } of rows) yield body;
      if (rows.length < PAGE) return;
      after = rows.at(-1)!.id;
    }
  }
}
