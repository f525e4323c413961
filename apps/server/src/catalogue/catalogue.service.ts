import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CatalogueChange } from '@shouwen/contracts/http/hall.operations';
import { staffSchema, type CatalogueKind } from '@shouwen/contracts/catalogue/catalogue.schema';
import { uncovered } from '@shouwen/domain/first-contact/roster';
import { serviceDayOf } from '@shouwen/domain/time/zoned';
import { HallLog, type HallTransaction } from '../hall-log/hall-log.ts';
import { LogReader } from '../hall-log/log-reader.ts';
import type { NewLogEvent } from '../hall-log/log-event.ts';
import { PersonalData } from '../hall-log/personal-data.ts';
import { Files } from '../platform/files/files.ts';
import { AppError } from '../platform/http/app-error.ts';
import { HallClocks } from './hall-clocks.ts';
import { photoOf, photosGone, withPhoto } from './photo-of.ts';
import { fixedWeights, frozenFaults } from './frozen.ts';
import {
  assemble,
  contradictions,
  onDay,
  parseItem,
  type CatalogueItem,
  type HallCatalogue,
} from './hall-catalogue.ts';

/** What is personal of a member of staff: kept out of the log. */
const PERSONAL = ['name', 'latinName', 'telephone', 'username'] as const;

type Reader = Pick<HallTransaction, 'query'>;

/** The catalogue: matters with their guides, queues, windows, staff, notices, calendar. Read from memory, changed by command. */
@Injectable()
export class CatalogueService {
  private readonly cache = new Map<string, HallCatalogue>();
  /** The same on the day on which it was asked for last, where windows are moved for a day. */
  private readonly todays = new Map<string, { seq: number; day: string; catalogue: HallCatalogue }>();

  constructor(
    private readonly database: DataSource,
    private readonly hallLog: HallLog,
    private readonly reader: LogReader,
    private readonly personal: PersonalData,
    private readonly clocks: HallClocks,
    private readonly files: Files,
  ) {}

  /** The catalogue now. Throws `unknown-hall`. */
  async current(hallId: string): Promise<HallCatalogue> {
    const { catalogueSeq } = await this.reader.head(hallId);
    return this.at(hallId, catalogueSeq);
  }

  /** The catalogue as of the event `seq`, which must be the hall's last catalogue event. */
  async at(hallId: string, seq: number, reader: Reader = this.database): Promise<HallCatalogue> {
    const known = this.cache.get(hallId);
    if (known?.seq === seq) return this.today(hallId, known);
    const catalogue = assemble(seq, await this.items(hallId, reader));
    this.cache.set(hallId, catalogue);
    return this.today(hallId, catalogue);
  }

  /** A catalogue already in memory, whatever its age: for paths that must not wait. */
  known(hallId: string): HallCatalogue | undefined {
    const catalogue = this.cache.get(hallId);
    return catalogue && this.today(hallId, catalogue);
  }

  /** Windows may be moved to other queues for a day; the next morning they take their usual ones by themselves. */
  private today(hallId: string, catalogue: HallCatalogue): HallCatalogue {
    if (!catalogue.published.windows.some(({ moved }) => moved)) return catalogue;
    const { timeZone, dayStartsAt } = catalogue.rules.hall;
    const day = serviceDayOf(this.clocks.now(hallId), timeZone, dayStartsAt);
    const known = this.todays.get(hallId);
    if (known?.seq === catalogue.seq && known.day === day) return known.catalogue;
    const today = { seq: catalogue.seq, day, catalogue: onDay(catalogue, day) };
    this.todays.set(hallId, today);
    return today.catalogue;
  }

  /** Moves a window to other queues for today; `null`: back. Errors: `unknown-window`, `unknown-queue`. */
  async moveWindow(
    hallId: string,
    windowId: string,
    queueIds: string[] | null,
    actor: string,
    key?: string,
  ): Promise<{ seq: number }> {
    const { rules } = await this.current(hallId);
    const usual = (await this.items(hallId, this.database)).find(
      ({ kind, id }) => kind === 'window' && id === windowId,
    );
    if (!usual) throw new AppError('unknown-window');
    if (queueIds?.some((id) => !rules.queues[id])) throw new AppError('unknown-queue');
    const day = serviceDayOf(this.clocks.now(hallId), rules.hall.timeZone, rules.hall.dayStartsAt);
    const item = { ...usual.item, moved: queueIds && { day, queues: queueIds } };
    return this.change(hallId, [{ kind: 'window', id: windowId, item }], actor, { key });
  }

  /**
   * Changes the catalogue: all of the changes or none. Errors: `invalid-input` or the item's own fault with the fields,
   * `catalogue-conflict` when references would not hold, `nobody-acts`; `catalogue-moved` when it is no longer the one of `basedOn`;
   * `forbidden` for a grant of oversight where `grants` does not say that somebody who may give it does.
   */
  async change(
    hallId: string,
    changes: readonly CatalogueChange[],
    actor: string,
    {
      key,
      basedOn,
      grants = false,
      photo = false,
    }: { key?: string | undefined; basedOn?: number | undefined; grants?: boolean; photo?: boolean } = {},
  ): Promise<{ seq: number }> {
    // Whoever keeps a hall's catalogue could otherwise oversee a province: taking oversight away is theirs, giving it is not.
    if (!grants && changes.some(({ kind, item }) => kind === 'oversight' && item !== null))
      throw new AppError('forbidden');
    const input = basedOn === undefined ? changes : { changes, basedOn };
    let gone: string[] = [];
    const done = await this.hallLog.transaction({ hallId, actor, key, name: 'change-catalogue', input }, async (tx) => {
      if (basedOn !== undefined && basedOn !== tx.head.catalogueSeq) throw new AppError('catalogue-moved');
      const { before, items } = await this.changed(hallId, changes, tx, photo);
      gone = photosGone(hallId, before, items);
      const { next, at, day } = this.checked(tx.head.seq + changes.length, hallId, items);
      refuseFrozen(before, items, day);
      const written = changes.map((change) =>
        this.sealed(change, items.get(`${change.kind}:${change.id}`)?.item ?? null),
      );
      const events: NewLogEvent[] = written.map(({ change, item }) => ({
        kind: 'catalogue-changed',
        subject: `catalogue:${change.kind}:${change.id}`,
        data: { kind: change.kind, id: change.id, item },
        day,
        at,
      }));
      return {
        events,
        catalogue: true,
        result: { seq: next.seq },
        project: async (placed) => {
          for (const [index, { change, item, words }] of written.entries()) {
            await writeItem(tx, hallId, change.kind, change.id, item, placed[index]!.seq);
            if (words) await this.personal.store(tx, hallId, `staff:${change.id}`, words);
          }
        },
      };
    });
    // A photograph goes with its person, or with the next one. Should the store stumble, the sweeper comes after.
    for (const address of gone) await this.files.erase(address).catch(() => undefined);
    return done;
  }

  /** The catalogue as it would be after changes; nothing is saved. Errors as for `change`. */
  async preview(hallId: string, changes: readonly CatalogueChange[]): Promise<HallCatalogue> {
    await this.current(hallId);
    const { items } = await this.changed(hallId, changes, this.database);
    return this.checked(0, hallId, items).next;
  }

  /** The catalogue of these items, and what day it is by it. */
  private checked(seq: number, hallId: string, items: ReadonlyMap<string, CatalogueItem>) {
    const next = assemble(seq, [...items.values()]);
    const wrong = contradictions(next);
    if (wrong.length > 0)
      throw new AppError('catalogue-conflict', { fields: wrong.map((message) => ({ path: 'changes', message })) });
    const at = this.clocks.now(hallId);
    const day = serviceDayOf(at, next.rules.hall.timeZone, next.rules.hall.dayStartsAt);
    const [alone, ...others] = uncovered(day, next.rules);
    if (alone) {
      const { staffId, from, until } = alone;
      throw new AppError('nobody-acts', { figures: { staffId, from, until, others: others.length } });
    }
    return { next, at, day };
  }

  private async changed(hallId: string, changes: readonly CatalogueChange[], reader: Reader, photo = false) {
    const before = new Map((await this.items(hallId, reader)).map((item) => [`${item.kind}:${item.id}`, item]));
    const items = new Map(before);
    for (const change of changes) {
      const place = `${change.kind}:${change.id}`;
      if (change.item === null) items.delete(place);
      else {
        const item = parseItem(change.kind, change.item) as Record<string, unknown>;
        const kept = change.kind === 'staff' && !photo ? withPhoto(item, photoOf(before.get(place)?.item)) : item;
        items.set(place, { kind: change.kind, id: change.id, item: kept });
      }
    }
    return { before, items };
  }

  /** Takes the words about a person out of a staff item: the event and the table get a reference and a commitment instead. */
  private sealed(change: CatalogueChange, item: Record<string, unknown> | null) {
    if (change.kind !== 'staff' || item === null) return { change, item, words: null };
    const isPersonal = ([field]: [string, unknown]) => (PERSONAL as readonly string[]).includes(field);
    const words = Object.fromEntries(
      Object.entries(item)
        .filter(isPersonal)
        .map(([field, value]) => [field, String(value)]),
    );
    const rest = Object.fromEntries(Object.entries(item).filter((entry) => !isPersonal(entry)));
    const row = this.personal.seal(words);
    return {
      change,
      item: { ...rest, personal: { ref: `staff:${change.id}`, commitment: row.commitment } },
      words: row,
    };
  }

  private async items(hallId: string, reader: Reader): Promise<CatalogueItem[]> {
    const rows = (await reader.query('select kind, id, item from catalogue_item where hall_id = $1 order by kind, id', [
      hallId,
    ])) as CatalogueItem[];
    const words = await this.personal.read(hallId, 'staff:', reader);
    return rows.map((row) =>
      row.kind === 'staff' ? { ...row, item: withWords(row, words.get(`staff:${row.id}`)) } : row,
    );
  }
}

/** What has been published stays as it is. Errors: `weights-fixed`; `catalogue-conflict` naming what may not change. */
function refuseFrozen(
  before: ReadonlyMap<string, CatalogueItem>,
  after: ReadonlyMap<string, CatalogueItem>,
  day: string,
): void {
  const month = fixedWeights(before, after, day);
  if (month !== null) throw new AppError('weights-fixed', { figures: { month } });
  const wrong = frozenFaults(before, after, day);
  if (wrong.length > 0)
    throw new AppError('catalogue-conflict', { fields: wrong.map((message) => ({ path: 'changes', message })) });
}

/** A member of staff whose words were erased keeps post and id, and is shown by post number. */
function withWords({ id, item }: CatalogueItem, words: Record<string, string> | undefined): Record<string, unknown> {
  const { personal: _reference, ...rest } = item;
  const erased = {
    name: String(item['postNumber']),
    latinName: String(item['postNumber']),
    telephone: '',
    username: `gone-${id}`,
  };
  // Whose words are erased has no photograph either.
  return staffSchema.parse(words ? { ...rest, ...words } : { ...rest, ...erased, photoId: null });
}

async function writeItem(
  tx: HallTransaction,
  hallId: string,
  kind: CatalogueKind,
  id: string,
  item: Record<string, unknown> | null,
  seq: number,
): Promise<void> {
  if (item === null) {
    await tx.query('delete from catalogue_item where hall_id = $1 and kind = $2 and id = $3', [hallId, kind, id]);
    return;
  }
  await tx.query(
    `insert into catalogue_item (hall_id, kind, id, item, seq) values ($1, $2, $3, $4, $5)
     on conflict (hall_id, kind, id) do update set item = excluded.item, seq = excluded.seq`,
    [hallId, kind, id, JSON.stringify(item), seq],
  );
}
