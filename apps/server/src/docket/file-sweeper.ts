import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CaseAttachment } from '@shouwen/domain/case/case-files';
import { DAY, HOUR } from '@shouwen/domain/time/instant';
import { Clock } from '../platform/clock/clock.ts';
import { Files } from '../platform/files/files.ts';
import type { StoredFile } from '../platform/files/file-store.ts';
import { Rounds } from '../platform/clock/rounds.ts';
import { Log } from '../platform/logging/log.ts';

/** How often stores are looked through, ms. */
const EVERY_MS = HOUR;
/** An upload this young may still commit; one this old would have been swept before, and is another database's: it is left alone. */
const YOUNG_MS = HOUR;
const OLD_MS = 3 * DAY;
const BATCH = 200;

/** What becomes of a stored file: kept while its case speaks of it, erased when it was removed or when no event ever came. */
export function isLitter(file: StoredFile, record: CaseAttachment | undefined, now: number): boolean {
  if (record) return record.removedAt !== null;
  const age = now - file.at;
  return age > YOUNG_MS && age < OLD_MS;
}

/** Erases content that no event speaks of: uploads that were never committed, removed files whose erasing failed. */
@Injectable()
export class FileSweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds = new Rounds({
    everyMs: EVERY_MS,
    work: () => this.sweep(),
    failed: (error) => this.log.warn({ error }, 'files could not be swept'),
  });

  constructor(
    private readonly database: DataSource,
    private readonly files: Files,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.stop();
  }

  /** One look through the store. @returns how many files were erased. */
  async sweep(): Promise<number> {
    let erased = 0;
    let batch: StoredFile[] = [];
    for await (const file of this.files.list()) {
      batch.push(file);
      if (batch.length < BATCH) continue;
      erased += await this.sweepBatch(batch);
      batch = [];
    }
    return erased + (await this.sweepBatch(batch));
  }

  private async sweepBatch(batch: readonly StoredFile[]): Promise<number> {
    if (batch.length === 0) return 0;
    const places = batch.map(({ address }) => address.split('/'));
    const rows = (await this.database.query(
      `select c.hall_id, c.id, c.body->'files' as files from case_file c
       join (select distinct * from unnest($1::text[], $2::text[]) as x(hall_id, id)) as x using (hall_id, id)`,
      [places.map(([hall]) => hall), places.map(([, caseId]) => caseId)],
    )) as { hall_id: string; id: string; files: CaseAttachment[] }[];
    const records = new Map<string, CaseAttachment>(
      rows.flatMap(({ hall_id: hall, id, files }) => files.map((file) => [`${hall}/${id}/${file.id}`, file] as const)),
    );
    const litter = batch.filter((file) => isLitter(file, records.get(file.address), this.clock.now()));
    for (const { address } of litter) await this.files.erase(address);
    return litter.length;
  }
}
