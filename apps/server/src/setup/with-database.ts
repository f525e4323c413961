import { readConfig, type Config } from '../platform/config/config.ts';
import { startEmbeddedPostgres } from '../platform/postgres/embedded-postgres.ts';
import { runningUrl } from '../platform/postgres/running.ts';

/** Runs work on this installation's database: the one named, the one of a running server, or the embedded one started for it. */
export async function withDatabase(work: (config: Config, url: string) => Promise<number>): Promise<number> {
  const config = readConfig();
  const known = config.databaseUrl ?? (await runningUrl(config.dataDir));
  const own = known ? null : await startEmbeddedPostgres({ dataDir: config.dataDir });
  try {
    return await work(config, known ?? own!.url);
  } finally {
    await own?.stop();
  }
}
