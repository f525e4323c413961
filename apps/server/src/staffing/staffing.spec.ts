import type { Problem } from '@shouwen/contracts/errors';
import type { StaffingProposal, StaffingView } from '@shouwen/contracts/views/staffing.schema';
import { addDays, instantAt } from '@shouwen/domain/time/zoned';
import { DataSource } from 'typeorm';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';

let database: TestDatabase;
let server: TestServer;
let people: People;
let writer: DataSource;
let director: Awaited<ReturnType<People['staff']>>;

const TODAY = '2026-11-24';
const ZONE = 'Asia/Shanghai';
const LEARNT = [1, 2, 3, 4].map((weeks) => addDays(TODAY, -7 * weeks));
const of = (hallId: string, query = '', path = '') => `/api/halls/${hallId}/staffing${path}?day=${TODAY}${query}`;

/** Ninety people in three hours, twelve minutes each at one of three windows: the past as its tables have it. */
async function livedThrough(hallId: string, day: string): Promise<void> {
  const opens = instantAt(day, '09:00', ZONE);
  const free = [opens, opens, opens];
  for (let n = 1; n <= 45; n++) {
    const issued = opens + n * 4 * 60_000;
    const window = free.indexOf(Math.min(...free));
    const called = Math.max(issued, free[window]!) + 10_000;
    const ended = called + 30_000 + (6 + (n % 5) * 3) * 60_000;
    free[window] = ended;
    const number = `A${String(n).padStart(3, '0')}`;
    const at = (ms: number) => new Date(ms).toISOString();
    await writer.query(
      `insert into ticket (hall_id, day, number, queue_id, matter_id, channel, issued_seq, issued_at, rank, waiting_since, state, calls, servings, returns, ended_at)
       values ($1, $2, $3, 'a', null, 'kiosk', $4, $5, $5, $5, 'finished', 1, 1, 0, $6)`,
      [hallId, day, number, n, at(issued), at(ended)],
    );
    await writer.query(
      `insert into serving (hall_id, day, number, n, queue_id, matter_id, window_id, clerk_id, waited_ms, called_at, started_at, ended_at, held_ms, ending)
       values ($1, $2, $3, 1, 'a', null, $4, 'clerk-1', $5, $6, $7, $8, 0, 'done')`,
      [hallId, day, number, `w${window + 1}`, called - issued, at(called), at(called + 30_000), at(ended)],
    );
  }
  await writer.query(`insert into queue_day values ($1, $2, 'a', 45, 0, 45, 720000, 100000)`, [hallId, day]);
}

beforeAll(async () => {
  database = await cloneDatabase();
  writer = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  server = await startTestServer(database.url);
  people = peopleAt(server.url);
  const plan = { windows: 6, open: '09:00', close: '12:00', handlingStandardSeconds: 600 };
  for (const id of ['lived', 'new']) {
    await server.makeHall({ id, ...plan });
    await server.app.get(HallClocks).set(id, instantAt(TODAY, '09:30', ZONE), 0.001);
  }
  for (const day of LEARNT) await livedThrough('lived', day);
  director = await people.staff('lived', 'director');
}, 60_000);

afterAll(async () => {
  people.leave();
  await server.stop();
  await writer.destroy();
  await database.drop();
});

describe('a roster on trial', () => {
  it('is learnt from the hall’s own days of that weekday, and stands beside what those days had', async () => {
    const { status, body } = await director.get<StaffingView>(of('lived'));
    expect([status, body.learned, body.tickets, body.ownHandling]).toEqual([200, LEARNT, 180, 180]);
    expect(body.slots).toHaveLength(3);
    expect(body.groups.map(({ id, windows }) => [id, windows.length])).toEqual([['a', 6]]);
    // Three windows called people on those days.
    expect(body.planned.roster).toEqual([[3, 3, 3]]);
    expect(body.whatIf).toBeNull();
    const people = body.arrivals.reduce((sum, one) => sum + one.people.mean, 0);
    expect(Math.abs(people - 45)).toBeLessThan(1);
    expect(body.lived!.people.mean).toBe(45);
    expect(body.erlang[0]).toMatchObject({ group: 0, windows: 3 });
    expect(body.erlang[0]!.load).toBeGreaterThan(2);
  }, 60_000);

  it('with a window less makes people wait longer, told with its range; the same question has the same answer', async () => {
    const asked = of('lived', '&windows=a:2-2-2');
    const { body } = await director.get<StaffingView>(asked);
    expect(body.whatIf!.windowHours).toBe(6);
    expect(body.change!.meanMs!.low).toBeGreaterThan(0);
    expect(body.whatIf!.hall!.kept.mean).toBeLessThan(body.planned.hall!.kept.mean);
    expect(body.whatIf!.hall!.kept.low).toBeLessThan(body.whatIf!.hall!.kept.high);
    const again = await director.get<StaffingView>(asked);
    expect(again.body).toEqual(body);
  }, 60_000);

  it('is proposed, and keeps what it promises when it is tried', async () => {
    const ask = async () => (await director.get<StaffingProposal>(of('lived', '', '/proposal'))).body;
    const told = [await ask()];
    while (told.at(-1)!.found === null) told.push(await ask());
    const found = told.at(-1)!.found!;
    expect(found.lacking).toEqual([]);
    const { body } = await director.get<StaffingView>(of('lived', `&windows=${found.windows}`));
    expect(body.whatIf!.windowHours).toBe(found.windowHours);
    expect(body.whatIf!.cells[0]!.every(({ kept }) => kept! > 0.7)).toBe(true);
  }, 120_000);

  it.each([
    ['&windows=a:7-1-1', 'staffing-too-many-windows'],
    ['&windows=a:0-0-0', 'staffing-no-windows'],
    ['&windows=a:1-1', 'staffing-roster'],
    ['&windows=b:1-1-1', 'staffing-roster'],
    ['&windows=%3Dcmd', 'staffing-roster'],
    ['&learn=0', 'invalid-input'],
    ['&target=100', 'invalid-input'],
  ])('is refused when asked with %s', async (query, code) => {
    const { status, body } = await director.get<Problem>(of('lived', query));
    expect([status >= 400 && status < 500, body.code]).toEqual([true, code]);
  });

  it('is refused on a day that is none, is far away or closed, and in a hall that has nothing to learn from', async () => {
    const code = async (hallId: string, day: string) =>
      (
        await (hallId === 'lived' ? director : await people.staff(hallId, 'director')).get<Problem>(
          `/api/halls/${hallId}/staffing?day=${day}`,
        )
      ).body.code;
    expect(await code('lived', '2026-02-30')).toBe('staffing-day');
    expect(await code('lived', '2036-11-24')).toBe('staffing-day');
    expect(await code('lived', addDays(TODAY, 1))).toBe('staffing-no-history');
    expect(await code('new', TODAY)).toBe('staffing-no-history');
  });

  it('is for supervisors and directors', async () => {
    for (const name of ['clerk-1', 'guide', 'administrator', 'auditor']) {
      const { status } = await (await people.staff('lived', name)).get(of('lived'));
      expect([name, status]).toEqual([name, 403]);
    }
  });
});
