import { isDeepStrictEqual } from 'node:util';
import type { MutableHallState } from '@shouwen/domain/hall/changes';
import type { Reader } from '../queue/queue-reader.ts';
import { appointmentFromRow, queueFromRow, servingFromRow, ticketFromRow, windowFromRow } from '../queue/rows.ts';

type Row = Record<string, unknown>;
type Find = (finding: string) => void;

const OF_DAY = [
  { table: 'ticket', part: 'tickets', read: ticketFromRow },
  { table: 'serving', part: 'servings', read: servingFromRow },
  { table: 'queue_day', part: 'queues', read: queueFromRow },
  { table: 'window_day', part: 'windows', read: windowFromRow },
] as const;

/** Compares the state tables with what the events come to, row by row; tells differences, returns how many rows were compared. */
export async function compareDay(
  database: Reader,
  hallId: string,
  days: ReadonlyMap<string, MutableHallState>,
  find: Find,
): Promise<number> {
  let rows = 0;
  for (const { table, part, read } of OF_DAY) {
    const stored = await database.query<{ day: string }>(`select distinct day from ${table} where hall_id = $1`, [
      hallId,
    ]);
    for (const { day } of stored) if (!days.has(day)) find(`${table}: rows of ${day}, of which the log knows nothing`);
    for (const [day, state] of days) {
      const found = await database.query<Row>(`select * from ${table} where hall_id = $1 and day = $2`, [hallId, day]);
      rows += compare(table, day, found.map(read as (row: Row) => { id: string }), state[part], find);
    }
  }
  const appointments: Record<string, { id: string }> = Object.assign(
    {},
    ...[...days.values()].map((state) => state.appointments),
  );
  const booked = await database.query<Row>('select * from appointment where hall_id = $1', [hallId]);
  rows += compare('appointment', 'all', booked.map(appointmentFromRow), appointments, find);
  const closed = await database.query<{ day: string; closed: boolean }>(
    'select day, closed from hall_day where hall_id = $1',
    [hallId],
  );
  const byDay = new Map(closed.map((row) => [row.day, row.closed]));
  for (const [day, state] of days) {
    if ((byDay.get(day) ?? false) !== state.closed) find(`hall_day ${day}: closed differs from the log`);
  }
  return rows + closed.length;
}

/** The catalogue's items against its events. */
export async function compareCatalogue(
  database: Reader,
  hallId: string,
  expected: ReadonlyMap<string, unknown>,
  find: Find,
): Promise<number> {
  const rows = await database.query<{ kind: string; id: string; item: unknown; seq: number }>(
    'select kind, id, item, seq from catalogue_item where hall_id = $1',
    [hallId],
  );
  const left = new Map(expected);
  for (const { kind, id, item, seq } of rows) {
    const key = `${kind}:${id}`;
    if (!isDeepStrictEqual(left.get(key), { item, seq })) find(`catalogue_item ${key} differs from the log`);
    left.delete(key);
  }
  for (const key of left.keys()) find(`catalogue_item ${key} is missing`);
  return rows.length;
}

/** An untouched window or queue has a state but no row: only what an event wrote must stand in the table. */
function compare(
  table: string,
  day: string,
  found: { id: string }[],
  expected: Record<string, { id: string }>,
  find: Find,
): number {
  const left = new Map(Object.entries(expected));
  for (const row of found) {
    const should = left.get(row.id);
    if (!should) find(`${table} ${day}: ${row.id} stands in the table, but not in the log`);
    else if (!isDeepStrictEqual(plain(row), plain(should)))
      find(`${table} ${day}: ${row.id} differs from the log in ${differing(row, should)}`);
    left.delete(row.id);
  }
  for (const id of left.keys()) if (!untouched(table, left.get(id)!)) find(`${table} ${day}: ${id} is missing`);
  return found.length;
}

const plain = (value: object): unknown => JSON.parse(JSON.stringify(value));

const untouched = (table: string, item: object): boolean =>
  (table === 'queue_day' &&
    (item as { lastNumber: number; paceCount: number; waiting: number }).lastNumber === 0 &&
    (item as { paceCount: number }).paceCount === 0 &&
    (item as { waiting: number }).waiting === 0) ||
  (table === 'window_day' && (item as { since: number }).since === 0);

const differing = (a: object, b: object): string =>
  Object.keys(a)
    .filter((key) => !isDeepStrictEqual((a as Row)[key], (b as Row)[key]))
    .join(', ');
