import type { Catalogue } from '@shouwen/domain/catalogue/catalogue';
import { queueStandardSeconds } from '@shouwen/domain/queue/standard';
import {
  CATALOGUE_KINDS,
  type CatalogueKind,
  type PublicCatalogue,
  type Staff,
} from '@shouwen/contracts/catalogue/catalogue.schema';
import { AppError } from '../platform/http/app-error.ts';

/** One stored item of a hall's catalogue. */
export interface CatalogueItem {
  kind: CatalogueKind;
  id: string;
  item: Record<string, unknown>;
}

/** The catalogue of one hall as of an event: the published content, the staff, and what the rules need of it. */
export interface HallCatalogue {
  seq: number;
  published: PublicCatalogue;
  staff: Staff[];
  rules: Catalogue;
  /** Mean handling standard per queue, seconds. */
  standards: Readonly<Record<string, number>>;
}

const byId = <T extends { id: string }>(items: T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

/** Reads items back into a catalogue. Throws `catalogue-conflict` when they do not fit each other. */
export function assemble(seq: number, items: readonly CatalogueItem[]): HallCatalogue {
  const of = <K extends CatalogueKind>(kind: K) =>
    items.filter((item) => item.kind === kind).map((item) => parseItem(kind, item.item));
  const [hall] = of('hall');
  if (!hall) throw new AppError('unknown-hall');
  const [departments, zones, queues, windows] = [of('department'), of('zone'), of('queue'), of('window')];
  const [matters, staff, notices, calendar] = [of('matter'), of('staff'), of('notice'), of('calendar')];
  windows.sort((a, b) => a.number - b.number);
  const published: PublicCatalogue = { seq, hall, departments, zones, queues, windows, matters, notices, calendar };
  const rules: Catalogue = {
    hall,
    queues: byId(queues),
    windows: byId(windows),
    matters: byId(matters),
    staff: byId(staff),
    calendar: Object.fromEntries(calendar.map((entry) => [entry.day, entry])),
  };
  const standards = Object.fromEntries(queues.map(({ id }) => [id, queueStandardSeconds(id, rules.matters)]));
  return { seq, published, staff, rules, standards };
}

type ItemOf<K extends CatalogueKind> = (typeof CATALOGUE_KINDS)[K]['_output'];

/** An item of the catalogue, checked by its schema; throws `invalid-input` naming the fields. */
export function parseItem<K extends CatalogueKind>(kind: K, item: unknown): ItemOf<K> {
  const result = CATALOGUE_KINDS[kind].safeParse(item);
  if (result.success) return result.data as ItemOf<K>;
  const fields = result.error.issues.map((issue) => ({
    path: [kind, ...issue.path].join('.'),
    message: issue.message,
  }));
  throw new AppError('invalid-input', { fields });
}

/** What in a catalogue contradicts itself; empty when all references hold. */
export function contradictions({ published: c, staff }: HallCatalogue): string[] {
  const found: string[] = [];
  const need = (ok: boolean, what: string) => (ok ? undefined : found.push(what));
  const has = (list: { id: string }[], id: string | null) => id === null || list.some((item) => item.id === id);
  const unique = (values: (string | number)[], what: string) =>
    need(new Set(values).size === values.length, `${what} used twice`);
  unique(
    c.queues.map((queue) => queue.letter),
    'queue letter',
  );
  unique(
    c.windows.map((window) => window.number),
    'window number',
  );
  unique(
    staff.map((person) => person.username),
    'user name',
  );
  for (const queue of c.queues) {
    need(has(c.zones, queue.zoneId), `queue ${queue.id}: zone ${queue.zoneId}`);
    need(has(c.departments, queue.departmentId), `queue ${queue.id}: department ${queue.departmentId}`);
  }
  for (const window of c.windows) {
    need(has(c.zones, window.zoneId), `window ${window.id}: zone ${window.zoneId}`);
    for (const id of [...window.firstQueues, ...window.secondQueues])
      need(has(c.queues, id), `window ${window.id}: queue ${id}`);
  }
  for (const matter of c.matters) {
    need(has(c.queues, matter.queueId), `matter ${matter.id}: queue ${matter.queueId}`);
    need(has(c.departments, matter.departmentId), `matter ${matter.id}: department ${matter.departmentId}`);
  }
  for (const person of staff) {
    need(has(staff, person.standInId) && person.standInId !== person.id, `staff ${person.id}: stand-in`);
    need(has(c.windows, person.homeWindowId), `staff ${person.id}: window ${person.homeWindowId}`);
  }
  return found;
}
