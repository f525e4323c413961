import { DataSource } from 'typeorm';
import '../platform/database/data-source.ts';
import { withDatabase } from '../setup/with-database.ts';
import { summary, verifyAll } from './verify.ts';

/** `npm run verify [-- --files]`: beside a running server, or alone; `--files` opens every file. Exits 1 on any difference. */
process.exitCode = await withDatabase(async ({ dataDir, s3 }, url) => {
  const database = new DataSource({ type: 'postgres', url, extra: { max: 2, application_name: 'shouwen-verify' } });
  try {
    await database.initialize();
    const report = await verifyAll(database, dataDir, { s3, openFiles: process.argv.includes('--files') });
    for (const finding of report.findings) process.stdout.write(`${finding}\n`);
    process.stdout.write(`${summary(report)}\n`);
    return report.findings.length === 0 ? 0 : 1;
  } finally {
    if (database.isInitialized) await database.destroy();
  }
});
