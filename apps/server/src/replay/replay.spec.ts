import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { MatterRecord } from '@shouwen/contracts/views/progress.schema';
import type { ImportedCaseView } from '@shouwen/contracts/views/history.schema';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { gb18030, HEAD, LOG, MAPPING, toXes } from '../../../../test/support/case-log.ts';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { readConfig } from '../platform/config/config.ts';
import { verifyAll } from '../verify/verify.ts';
import { readOptions } from './options.ts';
import { replay } from './replay.ts';
import type { ReplayResult } from './replay-cases.ts';
import type { HistoryReport } from '@shouwen/domain/history/report';

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
});

afterAll(async () => {
  people.leave();
  await client.end();
  await checker.destroy();
  await server.stop();
  await database.drop();
});

async function hall(): Promise<string> {
  const id = `old-${++halls}`;
  await server.makeHall({ id, cases: true, clerks: 2, timeZone: 'Asia/Shanghai' });
  return id;
}

async function put(name: string, content: string | Buffer): Promise<string> {
  const path = join(server.dataDir, name);
  await writeFile(path, content);
  return path;
}

const mappingFile = (change: object = {}) => put('mapping.json', JSON.stringify({ ...MAPPING, ...change }));

/** The command as a person types it, in this process. */
async function run(...argv: string[]): Promise<{ code: number; import: ReplayResult; report: HistoryReport }> {
  const said: string[] = [];
  const voice = { say: (line: string) => void said.push(line), note: () => undefined, progress: () => undefined };
  const config = readConfig({ NODE_ENV: 'test', HALL_DATA: server.dataDir, LOG_LEVEL: 'silent' });
  const code = await replay(readOptions([...argv, '--json']), config, database.url, voice);
  return { code, ...(JSON.parse(said.at(-1)!) as { import: ReplayResult; report: HistoryReport }) };
}

const events = async (hallId: string) =>
  (
    await client.query<{ kind: string; at: Date; day: string; data: Record<string, unknown>; actor: string }>(
      `select kind, at, day::text, data, actor from hall_event where hall_id = $1 and kind <> 'catalogue-changed' order by seq`,
      [hallId],
    )
  ).rows;
const bodies = async (hallId: string) =>
  (await client.query('select id, body from imported_case where hall_id = $1 order by id', [hallId])).rows;
const findings = async (hallId: string) =>
  (await verifyAll(checker, server.dataDir)).findings.filter((finding) => finding.startsWith(`${hallId}:`));

describe('npm run replay', () => {
  it('writes each case once, at the moment at which it began, with nothing of the applicant', async () => {
    const id = await hall();
    const { code, import: done } = await run(await put('log.csv', LOG), '--mapping', await mappingFile(), '--hall', id);
    expect([code, done.rows, done.cases, done.written['case-imported'], done.rejected.count]).toEqual([0, 4, 2, 2, 0]);
    const written = await events(id);
    expect(written.map(({ kind, at, day, actor }) => [kind, at.toISOString(), day, actor])).toEqual([
      ['case-imported', '2026-03-02T01:00:00.000Z', '2026-03-02', 'installer'],
      ['case-imported', '2026-03-04T01:30:00.000Z', '2026-03-04', 'installer'],
    ]);
    expect(written[0]!.data).toMatchObject({
      source: 'old-hall',
      number: 'G-1',
      responsible: 'res-02',
      matterId: 'permit',
    });
    expect(JSON.stringify(written)).not.toMatch(/张三|李四/);
    expect(await findings(id)).toEqual([]);
  });

  it('owes nothing: no card, no due item, no case, and nothing in anybody’s list', async () => {
    const id = await hall();
    await run(
      await put('log.csv', LOG),
      '--mapping',
      await mappingFile({ staff: { 'res-01': 'clerk-1' } }),
      '--hall',
      id,
    );
    for (const table of ['card', 'due_item', 'case_file', 'first_contact']) {
      const { rowCount } = await client.query(`select 1 from ${table} where hall_id = $1`, [id]);
      expect([table, rowCount]).toEqual([table, 0]);
    }
    const clerk = await people.staff(id, 'clerk-1');
    const mine = await clerk.get<{ items: unknown[]; cards: unknown[] }>(`/api/halls/${id}/mine`);
    expect([mine.status, mine.body]).toEqual([200, { items: [], cards: [] }]);
    expect((await events(id))[1]!.data).toMatchObject({ staff: { 'res-01': 'clerk-1' } });
  });

  it('is found by its number, marked as history; counts in the public record of its matter where the mapping names it', async () => {
    const id = await hall();
    const day = (ago: number) =>
      new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '/');
    const step = (ago: number, what: string) => `G/7,x,${what},${day(ago)} 9:00,res-01,res-02,${day(1)},许可\n`;
    await run(
      await put('recent.csv', `${HEAD}${step(20, '收件')}${step(19, '受理')}${step(12, '办结')}`),
      '--mapping',
      await mappingFile({ staff: { 'res-01': 'clerk-1' } }),
      '--hall',
      id,
    );
    const clerk = await people.staff(id, 'clerk-2');
    const found = await clerk.get<ImportedCaseView[]>(`/api/halls/${id}/history/${encodeURIComponent('G/7')}`);
    expect([found.status, found.body]).toMatchObject([
      200,
      [{ source: 'old-hall', state: 'decided', late: false, firstReceiver: { id: 'res-01', here: { id: 'clerk-1' } } }],
    ]);
    expect((await clerk.get(`/api/halls/${id}/history/none`)).status).toBe(404);
    const record = await people.anybody.get<MatterRecord>(`/api/halls/${id}/matters/permit/record`);
    expect(record.body).toMatchObject({ decided: 1, elsewhere: 1, onTime: 1, medianDays: 5, breaches: [] });
    const other = await people.anybody.get<MatterRecord>(`/api/halls/${id}/matters/matter-a/record`);
    expect(other.body).toMatchObject({ decided: 0, elsewhere: 0 });
  });

  it('doubles nothing when it is repeated, and adds only what a grown file has more', async () => {
    const id = await hall();
    const path = await put('grown.csv', LOG);
    await run(path, '--mapping', await mappingFile(), '--hall', id);
    const again = await run(path, '--mapping', await mappingFile(), '--hall', id);
    expect(again.import.written).toMatchObject({ 'case-imported': 0, 'case-history-added': 0, known: 2 });
    await writeFile(path, `${LOG}G-2,李四,办结,2026/3/10 11:00,res-03,res-01,2026/3/11,其他\n`);
    const grown = await run(path, '--mapping', await mappingFile(), '--hall', id, '--report');
    expect(grown.import.written).toMatchObject({ 'case-imported': 0, 'case-history-added': 1, known: 1 });
    expect((await events(id)).at(-1)).toMatchObject({
      kind: 'case-history-added',
      day: '2026-03-10',
      data: { number: 'G-2', steps: [{ name: '办结', by: 'res-03', means: 'decided' }] },
    });
    expect(grown.report).toMatchObject({ cases: 2, steps: 5, late: { n: 1, of: 2 }, withoutEnd: { n: 0 } });
    expect(await findings(id)).toEqual([]);
  });

  it('puts right what a wrong mapping wrote, when asked to', async () => {
    const id = await hall();
    const path = await put('log.csv', LOG);
    const wrong = await mappingFile({ time: { ...MAPPING.time, zone: 'UTC' } });
    await run(path, '--mapping', wrong, '--hall', id);
    const right = await run(path, '--mapping', await mappingFile(), '--hall', id, '--correct');
    expect(right.import.written['case-history-corrected']).toBe(2);
    const other = await hall();
    await run(path, '--mapping', await mappingFile(), '--hall', other);
    expect(await bodies(id)).toEqual(await bodies(other));
    expect(await findings(id)).toEqual([]);
  });

  it('writes nothing into the hall on a dry run, but says what it would', async () => {
    const id = await hall();
    const { code, import: done } = await run(
      await put('log.csv', LOG),
      '--mapping',
      await mappingFile(),
      '--hall',
      id,
      '--dry-run',
    );
    expect([code, done.written['case-imported']]).toEqual([0, 2]);
    expect(await events(id)).toEqual([]);
  });

  it('lists rows that it cannot use with line and reason, formulas made harmless, and uses the rest', async () => {
    const id = await hall();
    const bad = `${LOG},王五,收件,2026/3/2 9:00,res-01,,,\nG-3,王五,=cmd|' /C calc'!A0,2026/2/30 9:00,res-01,,,\nG-4\n`;
    const path = await put('bad.csv', bad);
    const { code, import: done } = await run(path, '--mapping', await mappingFile(), '--hall', id);
    expect([code, done.rows, done.cases, done.rejected.count]).toEqual([0, 7, 2, 3]);
    expect(done.rejected.first).toEqual([
      { line: 6, reason: 'it has no case number' },
      { line: 7, reason: 'time: “2026/2/30 9:00” is no time in the form yyyy/M/d H:mm or yyyy/M/d' },
      { line: 8, reason: 'it has 1 values, the first line names 8 columns' },
    ]);
    const listed = await readFile(`${path}.rejected.csv`, 'utf8');
    expect(listed).toContain(`7,time: “2026/2/30 9:00” is no time in the form yyyy/M/d H:mm or yyyy/M/d,G-3,'=cmd|`);
    expect(listed).not.toContain('王五');
    // Put right, the list itself can be replayed; when all rows are used, no list is left.
    await writeFile(path, LOG);
    await run(path, '--mapping', await mappingFile(), '--hall', id);
    expect(existsSync(`${path}.rejected.csv`)).toBe(false);
  });

  it('takes a formula for a text', async () => {
    const id = await hall();
    const path = await put('formula.csv', `${HEAD}=1+1,x,@now,2026/3/2 9:00,+5,-6,2026/3/6,许可\n`);
    await run(path, '--mapping', await mappingFile(), '--hall', id);
    expect((await events(id))[0]!.data).toMatchObject({ number: '=1+1', steps: [{ name: '@now' }] });
  });

  it('reads GB18030, gzip and XES to the same history', async () => {
    const expected = await hall();
    await run(await put('log.csv', LOG), '--mapping', await mappingFile(), '--hall', expected);
    const zipped = await hall();
    await run(await put('log.csv.gz', gzipSync(LOG)), '--mapping', await mappingFile(), '--hall', zipped);
    expect(await bodies(zipped)).toEqual(await bodies(expected));
    const gb = await hall();
    const done = await run(await put('gb.csv', gb18030(LOG)), '--mapping', await mappingFile(), '--hall', gb);
    expect(done.import.encoding).toBe('gb18030');
    expect(await bodies(gb)).toEqual(await bodies(expected));
    const xes = await hall();
    const columns = Object.fromEntries(
      Object.entries(MAPPING.columns).map(([field, name]) => [
        field,
        ['step', 'time', 'officer'].includes(field) ? name : `case:${name}`,
      ]),
    );
    await run(await put('log.xes', toXes(LOG)), '--mapping', await mappingFile({ columns }), '--hall', xes);
    expect(await bodies(xes)).toEqual(await bodies(expected));
  });

  it.each([
    ['a hall that is not there', ['--hall', 'nowhere'], /no hall “nowhere”; a replay makes none/],
    ['no hall named, and no example hall', [], /Which hall\?/],
  ])('refuses %s', async (_what, argv, why) => {
    await expect(run(await put('log.csv', LOG), '--mapping', await mappingFile(), ...argv)).rejects.toThrow(why);
  });

  it('refuses a mapping to what the hall has not, a column of somebody’s words, and two encodings: nothing is written', async () => {
    const id = await hall();
    const path = await put('log.csv', LOG);
    const nobody = await mappingFile({ staff: { 'res-01': 'nobody' } });
    await expect(run(path, '--mapping', nobody, '--hall', id)).rejects.toThrow(/“res-01” the staff “nobody”/);
    const words = Array.from({ length: 2_100 }, (_, n) => `G-${n},x,said ${n},2026/3/2 9:00,,,,\n`).join('');
    const free = await put('words.csv', HEAD + words);
    await expect(run(free, '--mapping', await mappingFile(), '--hall', id)).rejects.toThrow(/no names of steps/);
    const mixed = await put('mixed.csv', Buffer.concat([Buffer.from(LOG), gb18030(LOG)]));
    await expect(run(mixed, '--mapping', await mappingFile(), '--hall', id)).rejects.toThrow(/two encodings/);
    expect(await events(id)).toEqual([]);
  });

  it('ends with 1 when nothing in the file can be used', async () => {
    const path = await put('useless.csv', `${HEAD},,,,,,,\n`);
    expect((await run(path, '--mapping', await mappingFile(), '--hall', await hall())).code).toBe(1);
  });

  it('goes on after it was killed in the middle, to the same state', async () => {
    const cases = 3_000;
    const rows = Array.from({ length: cases * 3 }, (_, n) => {
      const [number, hour] = [n % cases, 9 + Math.floor(n / cases)];
      return `K-${number},x,s${hour},2026/3/${1 + (number % 28)} ${hour}:${10 + (number % 50)},res-${n % 7},res-1,,\n`;
    });
    const path = await put('long.csv', HEAD + rows.join(''));
    const args = [path, '--mapping', await mappingFile()];
    const id = await hall();
    const main = fileURLToPath(new URL('../../dist/replay/main.js', import.meta.url));
    const env = { ...process.env, DATABASE_URL: database.url, HALL_DATA: server.dataDir, NODE_ENV: 'test' };
    const child = spawn(process.execPath, [main, ...args, '--hall', id], { env, stdio: 'ignore' });
    const gone = once(child, 'exit');
    let written = 0;
    while (written === 0 && child.exitCode === null) written = (await bodies(id)).length;
    child.kill('SIGKILL');
    await gone;
    written = (await bodies(id)).length;
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(cases);
    const rest = await run(...args, '--hall', id);
    expect(rest.import.written).toMatchObject({ 'case-imported': cases - written, known: written });
    const other = await hall();
    await run(...args, '--hall', other);
    expect(await bodies(id)).toEqual(await bodies(other));
    expect(await findings(id)).toEqual([]);
  }, 120_000);

  it('is rebuilt and compared by verify: a changed, a missing and an added row are found', async () => {
    const id = await hall();
    await run(await put('log.csv', LOG), '--mapping', await mappingFile(), '--hall', id);
    await client.query(`update imported_case set ended_at = null where hall_id = $1 and number = 'G-1'`, [id]);
    await client.query(`update imported_case set id = 'old-hall:G-9' where hall_id = $1 and number = 'G-2'`, [id]);
    expect((await findings(id)).sort()).toEqual([
      `${id}: imported_case old-hall:G-1: ended_at differs from the events`,
      `${id}: imported_case old-hall:G-2: missing, though the events made it`,
      `${id}: imported_case old-hall:G-9: in the table, but no event made it`,
    ]);
  });
});

describe('the command line', () => {
  it.each([
    [[], /which file/],
    [['a.csv'], /which column is what/],
    [['a.csv', 'b.csv', '--mapping', 'm'], /one file at a time/],
    [['--speed', '2'], /speed/],
  ])('%j is asked for wrongly', (argv, why) => {
    expect(() => readOptions(argv)).toThrow(why);
  });
});
