import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { runningUrl } from './running.ts';

let dataDir: string;
let postgres: EmbeddedPostgres;
const open = () => startEmbeddedPostgres({ dataDir, settings: { fsync: 'off' } });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shouwen-postgres-'));
  postgres = await open();
}, 60_000);

afterAll(async () => {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function ask<T>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: postgres.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

/** What a second server says, in a process of its own. */
async function secondServer(): Promise<string> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../../dist/main.js', import.meta.url))], {
    env: { ...process.env, HALL_DATA: dataDir, PORT: '0', DATABASE_URL: undefined },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  expect(code).not.toBe(0);
  return said;
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('the database that comes along', () => {
  it('listens to this machine only, with a password and every safety but the one that this test gave up', async () => {
    const settings = await ask<{ name: string; setting: string }>(
      `select name, setting from pg_settings where name in ('listen_addresses', 'synchronous_commit', 'full_page_writes')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      listen_addresses: '127.0.0.1',
      synchronous_commit: 'on',
      full_page_writes: 'on',
    });
    const intruder = new pg.Client({ connectionString: postgres.url.replace(/:[^:@/]+@/, ':guess@') });
    await expect(intruder.connect()).rejects.toThrow(/password authentication failed/);
  });

  it('is found by tools beside a running server, and refuses a second server on the same data in a sentence', async () => {
    expect(await runningUrl(dataDir)).toBe(postgres.url);
    expect(await secondServer()).toContain('is in use by another server');
  });

  it('comes back by itself when it was killed', async () => {
    await ask('create table kept (n int)');
    await ask('insert into kept values (7)');
    const killed = postgres.pid;
    process.kill(killed, 'SIGKILL');
    for (let n = 0; n < 200 && (postgres.pid === killed || !alive(postgres.pid)); n++) await sleep(50);
    for (let n = 0; n < 200; n++) {
      const rows = await ask<{ n: number }>('select n from kept').catch(() => null);
      if (rows) return expect(rows).toEqual([{ n: 7 }]);
      await sleep(50);
    }
    throw new Error('it did not come back');
  }, 30_000);

  it('keeps its data over a stop and a start, and leaves nothing running', async () => {
    const { pid } = postgres;
    await postgres.stop();
    expect(alive(pid)).toBe(false);
    expect(await runningUrl(dataDir)).toBeUndefined();
    postgres = await open();
    expect(await ask('select n from kept')).toEqual([{ n: 7 }]);
  }, 30_000);
});
