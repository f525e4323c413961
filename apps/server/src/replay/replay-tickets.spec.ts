import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PerformanceView } from '@shouwen/contracts/views/performance.schema';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { gb18030 } from '../../../../test/support/case-log.ts';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { readConfig } from '../platform/config/config.ts';
import { verifyAll } from '../verify/verify.ts';
import { readOptions } from './options.ts';
import { replay } from './replay.ts';
import type { TicketReplayResult } from './replay-tickets.ts';

let database: TestDatabase;
let server: TestServer;
let people: People;
let client: pg.Client;
let checker: DataSource;
let halls = 0;

beforeAll(async () => {
  database = await cloneDatabase();
  server = await startTestServer(database.url);
  people = peopleAt(server.url);
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  checker = await new DataSource({ type: 'postgres', url: database.url }).initialize();
}, 60_000);

afterAll(async () => {
  people.leave();
  await client.end();
  await checker.destroy();
  await server.stop();
  await database.drop();
});

const MAPPING = {
  rows: 'tickets',
  source: 'old-hall',
  columns: {
    ticket: '号',
    queue: '队',
    matter: '事项',
    window: '窗',
    clerk: '工号',
    issued: '取',
    called: '叫',
    ended: '完',
    outcome: '果',
  },
  time: { formats: ['yyyy/M/d H:mm'] },
  queues: { 综合: 'a' },
  matters: { 许可: 'matter-a' },
  outcomes: { done: ['办结'], 'no-show': ['过号'] },
};
const HEAD = '号,队,事项,窗,工号,取,叫,完,果,姓名\n';
/** Invented: a wait of 10 minutes, one of 20, one who did not come, one who was never called; a second day. */
const LOG = `${HEAD}A1,综合,许可,w1,1007,2026/3/2 9:00,2026/3/2 9:10,2026/3/2 9:30,办结,张三
A2,综合,其他,w1,1007,2026/3/2 9:10,2026/3/2 9:30,2026/3/2 9:40,受理,李四
A3,综合,许可,w1,1007,2026/3/2 9:12,2026/3/2 9:40,2026/3/2 9:43,过号,
A4,综合,许可,,,2026/3/2 9:15,,,,
A1,综合,许可,w1,1007,2026/3/3 9:00,2026/3/3 9:05,,,
`;

async function hall(): Promise<string> {
  const id = `before-${++halls}`;
  await server.makeHall({ id, timeZone: 'Asia/Shanghai' });
  return id;
}
async function put(name: string, content: string | Buffer): Promise<string> {
  const path = join(server.dataDir, name);
  await writeFile(path, content);
  return path;
}
async function run(id: string, file: string, change: object = {}, ...more: string[]): Promise<TicketReplayResult> {
  const mapping = await put('ticket-mapping.json', JSON.stringify({ ...MAPPING, ...change }));
  const said: string[] = [];
  const voice = { say: (line: string) => void said.push(line), note: () => undefined, progress: () => undefined };
  const config = readConfig({ NODE_ENV: 'test', HALL_DATA: server.dataDir, LOG_LEVEL: 'silent' });
  const options = readOptions([file, '--mapping', mapping, '--hall', id, '--json', ...more]);
  await replay(options, config, database.url, voice);
  return (JSON.parse(said.at(-1)!) as { import: TicketReplayResult }).import;
}
const findings = async (id: string) =>
  (await verifyAll(checker, server.dataDir)).findings.filter((finding) => finding.startsWith(`${id}:`));
const events = async (id: string) =>
  (
    await client.query<{ kind: string; at: Date; actor: string; data: Record<string, unknown> }>(
      `select kind, at, actor, data from hall_event where hall_id = $1 and kind <> 'catalogue-changed' order by seq`,
      [id],
    )
  ).rows;
const tables = async (id: string) =>
  Promise.all(
    ['ticket', 'serving', 'queue_day', 'window_day', 'hall_day', 'figure_cell'].map(async (table) =>
      (
        await client.query<Record<string, unknown>>(`select t.* from ${table} t where hall_id = $1 order by t`, [id])
      ).rows
        .map(({ hall_id: _hall, issued_seq: _seq, ...row }) => JSON.stringify(row))
        .sort(),
    ),
  );

describe('npm run replay of tickets', () => {
  it('writes the days as they were, with nothing of the citizens; verify is green and the figures are there at once', async () => {
    const id = await hall();
    const done = await run(id, await put('tickets.csv', LOG));
    expect([done.tickets, done.days, done.written.tickets, done.rejected.count]).toEqual([5, 2, 5, 0]);
    const written = await events(id);
    expect(written[0]).toMatchObject({
      kind: 'ticket-issued',
      actor: 'installer',
      at: new Date('2026-03-02T01:00:00Z'),
    });
    expect(written[0]!.data).toMatchObject({ channel: 'import', number: 'A001', matterId: 'matter-a' });
    expect(JSON.stringify(written)).not.toMatch(/张三|李四/);
    expect(await findings(id)).toEqual([]);
    const director = await people.staff(id, 'director');
    const { body } = await director.get<PerformanceView>(
      `/api/halls/${id}/performance?from=2026-03-01&until=2026-03-31&by=queue`,
    );
    expect(body.behind).toBe(false);
    const of = (figure: string) => {
      const { k, n, value } = body.figures.find((one) => one.id === figure)!;
      return [k, n, value];
    };
    expect(of('issued')).toEqual([5, 5, 5]);
    expect(of('no-show')).toEqual([1, 5, 0.2]);
    // Waits of 10, 20 and 5 minutes, promise 15; handled 20 and 10 minutes, the end of the third is not known.
    expect(of('wait-mean')).toEqual([35 * 60_000, 3, 35 / 3]);
    expect(of('within-promise')).toEqual([2, 3, 2 / 3]);
    expect(of('handling-mean')).toEqual([30 * 60_000, 2, 15]);
    expect(of('on-the-spot')).toEqual([1, 2, 0.5]);
    expect(of('window-use')).toEqual([30 * 60_000, 0, null]);
  });

  it('has no share of a promise that nobody gave: a queue of the past is kept without one', async () => {
    const id = await hall();
    await run(id, await put('tickets.csv', LOG.replaceAll('综合', '档案')), { unknownQueues: 'keep' });
    const director = await people.staff(id, 'director');
    const { body } = await director.get<PerformanceView>(
      `/api/halls/${id}/performance?from=2026-03-01&until=2026-03-31&by=queue`,
    );
    expect(body.groups.map(({ key }) => key)).toEqual(['档案 (old-hall)']);
    expect(body.figures.find((one) => one.id === 'within-promise')).toMatchObject({ k: 0, n: 0, value: null });
    expect(body.figures.find((one) => one.id === 'wait-mean')).toMatchObject({ n: 3 });
    expect(await findings(id)).toEqual([]);
  });

  it('takes answered calls of which neither the window nor the end is known, several a day', async () => {
    const id = await hall();
    const rows = [1, 2, 3].map((n) => `A${n},综合,许可,,,2026/3/2 9:0${n},2026/3/2 9:1${n},,,\n`).join('');
    expect((await run(id, await put('unknown.csv', HEAD + rows))).written.tickets).toBe(3);
    expect(await findings(id)).toEqual([]);
  });

  it('may be repeated, and adds what a grown file has more, without doubling anything', async () => {
    const id = await hall();
    const path = await put('tickets.csv', LOG.split('\n').slice(0, 3).join('\n'));
    await run(id, path);
    await put('tickets.csv', LOG);
    expect((await run(id, path)).written).toMatchObject({ tickets: 3, known: 2 });
    const before = [await events(id), await tables(id)];
    expect((await run(id, path)).written).toEqual({ tickets: 0, events: 0, known: 5 });
    expect([await events(id), await tables(id)]).toEqual(before);
    expect(await findings(id)).toEqual([]);
  });

  it('tells every bad row with its reason and uses the others; the table of them runs no formula', async () => {
    const id = await hall();
    const bad = [
      'A5,档案,,,,2026/3/2 9:20,,,,',
      '=1+1,综合,,,,2026/3/2 9:20,,,,',
      'A6,综合,,,,2026/3/2 -9:20,,,,',
      'A7,综合,,,,2026/3/2 9:20,2026/3/2 9:19,,,',
      'A1,综合,,,,2026/3/2 9:20,,,,',
    ];
    const path = await put('tickets.csv', `${LOG}${bad.join('\n')}\n`);
    const { rejected, written } = await run(id, path);
    expect(written.tickets).toBe(5);
    expect(rejected.first).toEqual([
      { line: 7, reason: 'its queue “档案” is not known' },
      { line: 8, reason: 'its number “=1+1” is none: letters and digits, like A017' },
      { line: 9, reason: 'issued: “2026/3/2 -9:20” is no time in the form yyyy/M/d H:mm' },
      { line: 10, reason: 'it was called before it was issued' },
      { line: 11, reason: 'on 2026-03-02 there is another ticket A001 already' },
    ]);
    expect(await readFile(rejected.path, 'utf8')).toContain("'=1+1");
    await run(await hall(), await put('tickets.csv', LOG));
    expect(existsSync(rejected.path)).toBe(false);
  });

  it('writes nothing of a file in two encodings, and nothing with --dry-run', async () => {
    const id = await hall();
    const two = await put('two.csv', Buffer.concat([Buffer.from(LOG), gb18030('A9,综合,,,,2026/3/2 9:20,,,,\n')]));
    await expect(run(id, two)).rejects.toThrow('two encodings: line 1 is UTF-8, line 7 is GB18030');
    expect((await run(id, await put('tickets.csv', LOG), {}, '--dry-run')).written).toMatchObject({
      tickets: 5,
      events: 0,
    });
    expect(await events(id)).toEqual([]);
  });

  it('mixes nothing into a day of the hall’s own, and asks which hall of several is meant', async () => {
    const id = await hall();
    await run(id, await put('tickets.csv', LOG));
    await client.query(`update ticket set channel = 'kiosk' where hall_id = $1 and day = '2026-03-03'`, [id]);
    const more = await put('more.csv', `${HEAD}A8,综合,,,,2026/3/3 9:00,,,,\nA8,综合,,,,2026/3/4 9:00,,,,\n`);
    const { rejected, written } = await run(id, more);
    expect([written.tickets, rejected.first]).toEqual([
      1,
      [{ line: 2, reason: 'on 2026-03-03 the hall itself gave out numbers' }],
    ]);
    const other = await hall();
    const columns = { ticket: '号', queue: '队', issued: '取', hall: '厅' };
    const several = await put('several.csv', '厅,号,队,取\n北,A1,综合,2026/3/2 9:00\n南,A1,综合,2026/3/2 9:05\n');
    await expect(run(other, several, { columns })).rejects.toThrow(/several halls.*--only NAME. It has: 北, 南/);
    expect(await run(other, several, { columns }, '--only', '南')).toMatchObject({ tickets: 1, elsewhere: 1 });
  });

  it('goes on after it was killed in the middle, to the same state', async () => {
    const days = 40;
    const rows = Array.from({ length: days * 100 }, (_, n) => {
      const [day, k] = [`2026/${1 + Math.floor(n / 2_000)}/${1 + (Math.floor(n / 100) % 20)}`, n % 100];
      const [hour, minute] = [9 + Math.floor(k / 30), 10 + (k % 30)];
      return `A${k + 1},综合,许可,w1,1007,${day} ${hour}:${minute},${day} ${hour}:${minute + 5},${day} ${hour}:${minute + 9},办结,\n`;
    });
    const path = await put('long.csv', HEAD + rows.join(''));
    const id = await hall();
    const mapping = await put('ticket-mapping.json', JSON.stringify(MAPPING));
    const main = fileURLToPath(new URL('../../dist/replay/main.js', import.meta.url));
    const env = { ...process.env, DATABASE_URL: database.url, HALL_DATA: server.dataDir, NODE_ENV: 'test' };
    const child = spawn(process.execPath, [main, path, '--mapping', mapping, '--hall', id], { env, stdio: 'ignore' });
    const gone = once(child, 'exit');
    const known = async () =>
      (await client.query<{ n: number }>('select count(*)::int as n from ticket where hall_id = $1', [id])).rows[0]!.n;
    while ((await known()) === 0 && child.exitCode === null);
    child.kill('SIGKILL');
    await gone;
    const written = await known();
    expect(written % 100).toBe(0);
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(days * 100);
    expect((await run(id, path)).written).toMatchObject({ tickets: days * 100 - written, known: written });
    const other = await hall();
    await run(other, path);
    expect(await tables(id)).toEqual(await tables(other));
    expect(await findings(id)).toEqual([]);
  }, 120_000);
});
