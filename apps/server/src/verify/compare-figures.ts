import { isDeepStrictEqual } from 'node:util';
import type { Cell } from '@shouwen/domain/indicators/roll';
import { figuresOfDay } from '../performance/day-figures.ts';
import { figuresOfMonth, storedCells, type StoredCell, summed } from '../performance/figure-cells.ts';
import { TOUCHED } from '../performance/roll.sql.ts';
import type { Reader } from '../queue/queue-reader.ts';

type Find = (finding: string) => void;

/**
 * Counts every day of the rollups anew from the tables, which were compared with the log before, and every month from its days. A day on
 * which something happened since it was counted is behind, not wrong: it is left out. Tells differences; returns how many lines were compared.
 */
export async function compareFigures(database: Reader, hallId: string, find: Find): Promise<number> {
  const [head] = await database.query<{ head: number; rolled: number; zone: string | null }>(
    `select h.seq as head, f.seq as rolled, (select item->>'timeZone' from catalogue_item c where c.hall_id = h.hall_id and c.kind = 'hall') as zone
     from hall_head h join figure_head f on f.hall_id = h.hall_id where h.hall_id = $1`,
    [hallId],
  );
  if (!head || head.zone === null) return 0;
  const touched = await database.query<{ day: string; counted: boolean }>(TOUCHED, [hallId, head.rolled, head.head]);
  const behind = new Set(touched.filter((one) => !one.counted).map(({ day }) => day));
  // Days are counted one by one, and their months after all of them.
  const monthsBehind = new Set(touched.map(({ day }) => day.slice(0, 7)));
  const counted = await daysOf(
    database,
    `select to_char(day, 'YYYY-MM-DD') as day from figure_day where hall_id = $1`,
    [hallId],
  );
  for (const day of await daysOf(database, OF_QUEUES, [hallId]))
    if (!counted.has(day) && !behind.has(day)) find(`figures of ${day} are missing`);
  for (const day of await daysOf(database, OF_CELLS, [hallId]))
    if (!counted.has(day)) find(`figures of ${day} stand there, but the day was not counted`);
  let lines = 0;
  for (const day of counted) {
    if (behind.has(day)) continue;
    const stored = await storedCells(database, hallId, 'day', day);
    lines += stored.length;
    compare(day, stored, await figuresOfDay(database, hallId, day, head.zone), find);
  }
  for (const day of await daysOf(database, OF_MONTHS, [hallId])) {
    const month = day.slice(0, 7);
    if (monthsBehind.has(month)) continue;
    const stored = await storedCells(database, hallId, 'month', day);
    lines += stored.length;
    compare(month, stored, await figuresOfMonth(database, hallId, month), find);
  }
  return lines;
}

const OF_QUEUES = `select distinct to_char(day, 'YYYY-MM-DD') as day from queue_day where hall_id = $1 and last_number > 0`;
const OF_CELLS = `select distinct to_char(start, 'YYYY-MM-DD') as day from figure_cell where hall_id = $1 and grain = 'day'`;
const OF_MONTHS = `select distinct to_char(start, 'YYYY-MM-DD') as day from figure_cell where hall_id = $1 and grain = 'month'`;

const daysOf = async (database: Reader, sql: string, parameters: unknown[]): Promise<Set<string>> =>
  new Set((await database.query<{ day: string }>(sql, parameters)).map(({ day }) => day));

/** Measures, waits and columns, each told apart. */
function compare(period: string, found: readonly StoredCell[], counted: readonly Cell[], find: Find): void {
  const left = byId(counted);
  for (const [id, stored] of byId(summed(found))) {
    const should = left.get(id);
    left.delete(id);
    const parts = should ? differing(stored, should) : [];
    if (!should) find(`figures of ${period}: ${id} stands there, but a recount has none`);
    else if (parts.length > 0) find(`figures of ${period}: ${id} differs from a recount in ${parts.join(', ')}`);
  }
  for (const id of left.keys()) find(`figures of ${period}: ${id} is missing`);
}

const byId = (cells: readonly Cell[]) =>
  new Map(cells.map((one) => [`${one.scope} ${one.key || '—'}${one.cell < 0 ? '' : ` hour ${one.cell}`}`, one]));

function differing(a: Cell, b: Cell): string[] {
  const names = (Object.keys(b.measures) as (keyof Cell['measures'])[]).filter(
    (name) => Math.round(a.measures[name]) !== Math.round(b.measures[name]),
  );
  const lists = [
    ...(isDeepStrictEqual(a.waits.toBytes(), b.waits.toBytes()) ? [] : ['waits']),
    ...(isDeepStrictEqual(a.columns, b.columns) ? [] : ['columns']),
  ];
  return [...names, ...lists];
}
