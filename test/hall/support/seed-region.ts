import { noMeasures, toList, type Measures } from '@shouwen/domain/indicators/measures';
import type { Waits } from '@shouwen/domain/indicators/waits';

/** Whatever runs a statement: a pool, a data source. */
interface Runner {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/** Puts a day of a hall into the rollups, as the roller would have counted it, and onto its month where that is over. */
export async function publishFigures(
  runner: Runner,
  hallId: string,
  day: string,
  { measures, waits }: { measures: Partial<Measures>; waits: Waits },
): Promise<void> {
  const list = toList({ ...noMeasures(), ...measures });
  await runner.query(
    `insert into figure_cell (hall_id, scope, key, grain, start, cell, measures, waits, columns)
     values ($1, 'hall', '', 'day', $2, -1, $3, $4, '{}')`,
    [hallId, day, list, Buffer.from(waits.toBytes())],
  );
}
