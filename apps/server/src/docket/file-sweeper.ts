import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KEPT_FILES, type KeptFile } from './kept-files.ts';
import { DAY, HOUR } from '@shouwen/domain/time/instant';
import { photoAddress, PHOTOS } from '../catalogue/photo-of.ts';
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

/** What becomes of a stored file: kept while its case, order or person has it, erased when it was removed or when no event ever came. */
export function isLitter(file: StoredFile, record: Pick<KeptFile, 'removedAt'> | undefined, now: number): boolean {
  if (record) return (record.removedAt ?? null) !== null;
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
      `select k.* from (${KEPT_FILES}) k
       join (select distinct * from unnest($1::text[], $2::text[]) as x(hall_id, place)) as x using (hall_id, place)`,
      [places.map(([hall]) => hall), places.map(([, place]) => place)],
    )) as { hall_id: string; place: string; files: KeptFile[] }[];
    const records = new Map<string, Pick<KeptFile, 'removedAt'>>(
      rows.flatMap(({ hall_id: hall, place, files }) =>
        files.map((file) => [`${hall}/${place}/${file.id}`, file] as const),
      ),
    );
    for (const [address, record] of await this.photos(places)) records.set(address, record);
    const litter = batch.filter((file) => isLitter(file, records.get(file.address), this.clock.now()));
    for (const { address } of litter) await this.files.erase(address);
    return litter.length;
  }

  /** Photographs of staff among these, by their address: the one that its person has, and those of which the log once spoke. */
  private async photos(places: readonly string[][]): Promise<Map<string, Pick<KeptFile, 'removedAt'>>> {
    const photos = places.filter(([, group]) => group!.startsWith(PHOTOS));
    const columns = [0, 1, 2].map((column) => photos.map((place) => place[column]!));
    const rows = (await this.database.query(
      `select hall_id, staff_id, photo_id, exists (select from catalogue_item c where c.hall_id = x.hall_id
           and c.kind = 'staff' and c.id = x.staff_id and c.item->>'photoId' = x.photo_id) as kept
         from unnest($1::text[], $2::text[], $3::text[]) as x(hall_id, staff_id, photo_id)
        where exists (select from hall_event e where e.hall_id = x.hall_id
           and e.subject = 'catalogue:staff:' || x.staff_id and e.data->'item'->>'photoId' = x.photo_id)`,
      [columns[0], columns[1]!.map((group) => group.slice(PHOTOS.length)), columns[2]],
    )) as { hall_id: string; staff_id: string; photo_id: string; kept: boolean }[];
    return new Map(
      rows.map(({ hall_id: hall, staff_id: staff, photo_id: photo, kept }) => [
        photoAddress(hall, staff, photo),
        { removedAt: kept ? null : 0 },
      ]),
    );
  }
}
