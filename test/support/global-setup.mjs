/** One PostgreSQL for the whole run, with a migrated template: each test file clones it in milliseconds. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../apps/server/dist/platform/database/data-source.js';
import { startEmbeddedPostgres } from '../../apps/server/dist/platform/postgres/embedded-postgres.js';

export const TEMPLATE = 'shouwen_template';

export default async function setup() {
  const dataDir = await mkdtemp(join(tmpdir(), 'shouwen-jest-'));
  // A throw-away cluster: the only place where safety is traded for speed.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const postgres = await startEmbeddedPostgres({ dataDir, settings });
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const template = new URL(postgres.url);
  template.pathname = `/${TEMPLATE}`;
  await migrate(template.href);
  process.env.TEST_POSTGRES = postgres.url;
  globalThis.shouwenPostgres = { postgres, dataDir };
}
