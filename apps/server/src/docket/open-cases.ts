import type { CaseFile } from '@shouwen/domain/case/case';
import type { HallTransaction } from '../hall-log/hall-log.ts';

/** So many open cases are in memory at once. */
const BATCH = 2_000;

/** Every open case of a hall, in batches by number: a hundred thousand pass by without ever standing in memory together. */
export async function* openCases(
  reader: Pick<HallTransaction, 'query'>,
  hallId: string,
): AsyncGenerator<readonly CaseFile[]> {
  for (let after = ''; ;) {
    const rows = (await reader.query(
      `select id, body from case_file where hall_id = $1 and ended_at is null and id > $2 order by id limit ${BATCH}`,
      [hallId, after],
    )) as { id: string; body: CaseFile }[];
    if (rows.length > 0) yield rows.map(({ body }) => body);
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}
