import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import pg from 'pg';
import { EXAMPLE_HALL_ID } from '../catalogue/example-hall.ts';
import { readConfig } from '../platform/config/config.ts';
import { runningUrl } from '../platform/postgres/running.ts';
import { withDatabase } from './with-database.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm run reset-example`: throws the data folder of an installation away that holds the example hall and nothing else. A log is never
 * emptied in place: what was in it would be gone without a trace.
 */
export async function resetExample(): Promise<number> {
  const { dataDir, databaseUrl } = readConfig();
  if (databaseUrl) {
    say('DATABASE_URL names a database of your own: drop it by your own means.');
    return 1;
  }
  if (await runningUrl(dataDir)) {
    say('The server is running on this data. Stop it first.');
    return 1;
  }
  if (!existsSync(dataDir)) {
    say('There is no data yet.');
    return 0;
  }
  const code = await withDatabase(async (_config, url) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const known = await client.query<{ there: boolean }>(`select to_regclass('hall_head') is not null as there`);
      if (!known.rows[0]!.there) return 0;
      const { rows } = await client.query<{ hall_id: string }>('select hall_id from hall_head where hall_id <> $1', [
        EXAMPLE_HALL_ID,
      ]);
      if (rows.length === 0) return 0;
      say(`There are other halls here (${rows.map((row) => row.hall_id).join(', ')}): nothing was thrown away.`);
      return 1;
    } finally {
      await client.end();
    }
  });
  if (code !== 0) return code;
  await rm(dataDir, { recursive: true });
  say('The example hall is empty. npm start furnishes it anew.');
  return 0;
}
