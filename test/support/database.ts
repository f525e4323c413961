import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

async function asAdmin(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['TEST_POSTGRES'] });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** A database of its own for a test file: a clone of the migrated template. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asAdmin((client) => client.query(`create database ${name} template shouwen_template`));
  const url = new URL(process.env['TEST_POSTGRES']!);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin((client) => client.query(`drop database ${name} with (force)`)) };
}
