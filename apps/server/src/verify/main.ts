import { DataSource } from 'typeorm';
import '../platform/database/data-source.ts';
import { readConfig } from '../platform/config/config.ts';
import { startEmbeddedPostgres } from '../platform/postgres/embedded-postgres.ts';
import { runningUrl } from '../platform/postgres/running.ts';
import { summary, verifyAll } from './verify.ts';

/** `npm run verify`: beside a running server, or alone. Exits 1 on any difference. */
async function main(): Promise<number> {
  const config = readConfig();
  const running = config.databaseUrl ?? (await runningUrl(config.dataDir));
  const own = running ? null : await startEmbeddedPostgres({ dataDir: config.dataDir });
  const database = new DataSource({
    type: 'postgres',
    url: running ?? own!.url,
    extra: { max: 2, application_name: 'shouwen-verify' },
  });
  try {
    await database.initialize();
    const report = await verifyAll(database, config.dataDir);
    for (const finding of report.findings) process.stdout.write(`${finding}\n`);
    process.stdout.write(`${summary(report)}\n`);
    return report.findings.length === 0 ? 0 : 1;
  } finally {
    if (database.isInitialized) await database.destroy();
    await own?.stop();
  }
}

process.exitCode = await main();
