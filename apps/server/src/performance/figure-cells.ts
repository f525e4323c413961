import { addList, fromList, toList } from '@shouwen/domain/indicators/measures';
import { type Cell } from '@shouwen/domain/indicators/roll';
import { SCOPES } from '@shouwen/domain/indicators/scopes';
import { Waits } from '@shouwen/domain/indicators/waits';
import type { QueryRunner } from 'typeorm';
import type { HallTransaction } from '../hall-log/hall-log.ts';

type Reader = Pick<HallTransaction, 'query'>;

/** A line as the database gives it. */
export interface StoredCell {
  scope: Cell['scope'];
  key: string;
  cell: number;
  measures: string;
  waits: Uint8Array;
  columns: string;
}

/** Lists come as text: the driver takes ten times as long over arrays, and a year of a large hall is thousands of lines. */
export const LINES = `select scope, key, cell, measures::text as measures, waits, columns::text as columns from figure_cell`;

/** `{1,2}`, an array as the database writes it. */
const listOf = (text: string): number[] => JSON.parse(`[${text.slice(1, -1)}]`) as number[];

/** The lines of a day, or of a month by its first day. */
export const storedCells = (
  reader: Reader,
  hallId: string,
  grain: 'day' | 'month',
  start: string,
): Promise<StoredCell[]> =>
  reader.query(`${LINES} where hall_id = $1 and grain = $2 and start = $3 and scope = any($4)`, [
    hallId,
    grain,
    start,
    SCOPES,
  ]);

/** A month's figures: the sum of its days. */
export async function figuresOfMonth(reader: Reader, hallId: string, month: string): Promise<Cell[]> {
  const rows = await reader.query<StoredCell>(
    `${LINES} where hall_id = $1 and grain = 'day' and scope = any($3) and start >= $2 and start < $2::date + interval '1 month'`,
    [hallId, `${month}-01`, SCOPES],
  );
  return summed(rows);
}

/** Lines of several days as one each. */
export function summed(rows: readonly StoredCell[]): Cell[] {
  const cells = new Map<string, Omit<Cell, 'measures'> & { list: number[] }>();
  for (const { scope, key, cell, measures, waits, columns } of rows) {
    const id = `${scope}\u0000${key}\u0000${cell}`;
    let one = cells.get(id);
    if (!one) cells.set(id, (one = { scope, key, cell, list: [], waits: new Waits(), columns: [] }));
    addList(one.list, listOf(measures));
    one.waits.addBytes(waits);
    for (const [at, count] of listOf(columns).entries()) one.columns[at] = (one.columns[at] ?? 0) + count;
  }
  return [...cells.values()].map(({ list, ...one }) => ({ ...one, measures: fromList(list) }));
}

/** Puts a day's or month's lines in the place of the old ones. Lists of different lengths go over as JSON. */
export async function replaceCells(
  runner: QueryRunner,
  hallId: string,
  grain: 'day' | 'month',
  start: string,
  cells: readonly Cell[],
): Promise<void> {
  await runner.query(`delete from figure_cell where hall_id = $1 and grain = $2 and start = $3 and scope = any($4)`, [
    hallId,
    grain,
    start,
    SCOPES,
  ]);
  await runner.query(
    `insert into figure_cell (hall_id, scope, key, grain, start, cell, measures, waits, columns)
     select $1, c.scope, c.key, $2, $3, c.cell, c.measures, decode(c.waits, 'hex'), c.columns
     from jsonb_to_recordset($4::jsonb) as c(scope text, key text, cell smallint, measures bigint[], waits text, columns integer[])`,
    [
      hallId,
      grain,
      start,
      JSON.stringify(
        cells.map(({ scope, key, cell, measures, waits, columns }) => ({
          scope,
          key,
          cell,
          measures: toList(measures).map(Math.round),
          waits: Buffer.from(waits.toBytes()).toString('hex'),
          columns,
        })),
      ),
    ],
  );
}
