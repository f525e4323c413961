import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CatalogueKind } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { SavedChange, SavedChanges } from '@shouwen/contracts/views/settings.schema';
import type { Role } from '@shouwen/domain/catalogue/catalogue';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { photoOf } from '../catalogue/photo-of.ts';
import { LogReader } from '../hall-log/log-reader.ts';
import { AppError } from '../platform/http/app-error.ts';

type Item = Record<string, unknown> | null;
interface Row {
  seq: number;
  at: Date;
  actor: string;
  kind: CatalogueKind;
  id: string;
  item: Item;
  before: Item;
  last: boolean;
}

/** So many saved changes come at once; the log has them all. */
const SHOWN = 10;
/** Most items read for them: a year's table is one, a closed fortnight fourteen. */
const MOST_ITEMS = 400;
/** What may be taken away again by undoing its first entry; anything else stays once it is there. */
const REMOVABLE: readonly CatalogueKind[] = ['calendar', 'year-table', 'leave', 'alarm', 'score-card'];
/** What a supervisor may undo: as much as they may change. */
const ROSTER: readonly CatalogueKind[] = ['leave', 'staff'];

/** Changes of these kinds, newest first: each with the item before it and whether a later one stands on it. One partial index. */
const SAVED = `select e.seq, e.at, e.actor, e.data->>'kind' as kind, e.data->>'id' as id, e.data->'item' as item,
    (select p.data->'item' from hall_event p where p.hall_id = e.hall_id and p.subject = e.subject and p.seq < e.seq
       order by p.seq desc limit 1) as before,
    not exists (select from hall_event l where l.hall_id = e.hall_id and l.subject = e.subject and l.seq > e.seq) as last
  from hall_event e where e.hall_id = $1 and e.kind = 'catalogue-changed' and e.data->>'kind' = any($2) and e.seq <= $3
  order by e.seq desc limit ${MOST_ITEMS}`;

/** What was changed last in the catalogue, and taking it back: a new change that restores what was before. Nothing leaves the log. */
@Injectable()
export class SavedChangesService {
  constructor(
    private readonly database: DataSource,
    private readonly catalogues: CatalogueService,
    private readonly log: LogReader,
  ) {}

  async list(hallId: string, kinds: readonly string[]): Promise<SavedChanges> {
    const { seq } = await this.catalogues.current(hallId);
    return { catalogueSeq: seq, changes: (await this.read(hallId, kinds, seq)).slice(0, SHOWN) };
  }

  /** Errors: `not-found`, `change-superseded` when something of it was changed since; as for saving. */
  async undo(
    hallId: string,
    seq: number,
    { role, actor, key }: { role: Role; actor: string; key?: string | undefined },
  ): Promise<{ seq: number }> {
    const { catalogueSeq } = await this.log.head(hallId);
    const changes = await this.read(hallId, role === 'administrator' ? KINDS : ROSTER, seq);
    const saved = changes.find((change) => change.seq === seq);
    if (!saved) throw new AppError('not-found');
    if (!saved.undoable) throw new AppError('change-superseded');
    const { staff } = await this.catalogues.current(hallId);
    const restored = saved.items.map(({ kind, id, before }) => {
      // Who somebody is stays outside the log: only post and stand-in go back.
      const person = kind === 'staff' ? staff.find((one) => one.id === id) : undefined;
      const { personal: _reference, ...rest } = before ?? {};
      return { kind, id, item: before === null ? null : { ...person, ...rest } };
    });
    return this.catalogues.change(hallId, restored, actor, { key, basedOn: catalogueSeq });
  }

  private async read(hallId: string, kinds: readonly string[], upTo: number): Promise<SavedChange[]> {
    const rows = (await this.database.query(SAVED, [hallId, kinds, upTo])) as Row[];
    const groups: Row[][] = [];
    for (const row of rows) {
      const group = groups.at(-1);
      // Saved together: one after another in the log, by the same hand at the same moment.
      if (group && group[0]!.actor === row.actor && group[0]!.at.getTime() === row.at.getTime()) group.push(row);
      else groups.push([row]);
    }
    return groups.map(toChange);
  }
}

const KINDS: readonly CatalogueKind[] = [
  'hall',
  'matter',
  'staff',
  'calendar',
  'year-table',
  'leave',
  'alarm',
  'score-card',
];

function toChange(group: readonly Row[]): SavedChange {
  const { seq, at, actor } = group[0]!;
  const items = [...group].reverse().map(({ kind, id, item, before }) => ({ kind, id, item, before }));
  const undoable =
    group.every(({ last }) => last) &&
    // What was erased does not come back.
    !items.some(({ kind, item, before }) => kind === 'staff' && photoOf(item) !== photoOf(before)) &&
    items.every(({ kind, before }) => before !== null || REMOVABLE.includes(kind));
  return { seq, at: at.getTime(), actor, items, undoable };
}
