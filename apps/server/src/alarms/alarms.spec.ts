import { DataSource } from 'typeorm';
import type { AlarmBoard } from '@shouwen/contracts/views/alarm.schema';
import type { Problem } from '@shouwen/contracts/errors';
import { instantAt } from '@shouwen/domain/time/zoned';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { verifyAll } from '../verify/verify.ts';
import { AlarmClock } from './alarm-clock.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';

let database: TestDatabase;
let servers: TestServer[];
let people: People;
let checker: DataSource;
let halls = 0;

beforeAll(async () => {
  database = await cloneDatabase();
  const first = await startTestServer(database.url);
  servers = [first, await startTestServer(database.url, { HALL_DATA: first.dataDir })];
  people = peopleAt(first.url);
  checker = new DataSource({ type: 'postgres', url: database.url });
  await checker.initialize();
});

afterAll(async () => {
  people.leave();
  await checker.destroy();
  for (const server of servers.toReversed()) await server.stop();
  await database.drop();
});

/** A hall at ten in the morning with one person waiting, whose clock can be put on. */
async function givenWait() {
  const id = `alarms-${++halls}`;
  await servers[0]!.makeHall({ id, letters: ['A', 'B'], windows: 2, open: '08:30', close: '17:30' });
  const at = `/api/halls/${id}`;
  const [admin, supervisor, director, clerk, kiosk] = await Promise.all([
    people.staff(id, 'administrator'),
    people.staff(id, 'supervisor'),
    people.staff(id, 'director'),
    people.staff(id, 'clerk-1'),
    people.kiosk(id),
  ]);
  const clock = async (wall: string) => {
    const now = instantAt('2026-11-24', wall, 'Asia/Shanghai');
    for (const { app } of servers) await app.get(HallClocks).set(id, now, 0.1);
  };
  await clock('10:00');
  await kiosk.post(`${at}/tickets`, { queueId: 'a', matterId: null, headStart: null });
  const look = () => Promise.all(servers.map(({ app }) => app.get(AlarmClock).tick()));
  const kinds = async () =>
    (
      await checker.query<{ kind: string }[]>(
        `select kind from hall_event where hall_id = $1 and kind like 'alarm-%' order by seq`,
        [id],
      )
    ).map(({ kind }) => kind);
  const board = async () => (await supervisor.get<AlarmBoard>(`${at}/alarms`)).body;
  return { id, at, admin, supervisor, director, clerk, clock, look, kinds, board };
}

describe('live alarms', () => {
  it('open once with two servers that look at the same time, are raised, and ease by themselves', async () => {
    const { at, clerk, clock, look, kinds, board } = await givenWait();
    await look();
    expect(await kinds()).toEqual([]);
    await clock('10:31');
    await look();
    await look();
    expect(await kinds()).toEqual(['alarm-opened']);
    expect((await board()).live).toMatchObject([{ measure: 'longest-wait', about: 'a', level: 'yellow', now: 31 }]);
    await clock('11:01');
    await look();
    expect(await kinds()).toEqual(['alarm-opened', 'alarm-raised']);
    await clerk.post(`${at}/windows/w1/open`);
    await clerk.post(`${at}/windows/w1/call-next`);
    await look();
    expect(await kinds()).toEqual(['alarm-opened', 'alarm-raised', 'alarm-eased']);
    const { live, ended } = await board();
    expect(live).toEqual([]);
    expect(ended).toMatchObject([{ state: 'eased', level: 'red', closedBy: null }]);
  });

  it('go on after a restart where they were: nothing of them is kept in memory', async () => {
    const { clock, look, kinds } = await givenWait();
    await clock('10:31');
    await look();
    const again = await startTestServer(database.url, { HALL_DATA: servers[0]!.dataDir });
    await again.app.get(AlarmClock).tick();
    await again.app.get(AlarmClock).tick();
    await again.app.close();
    expect(await kinds()).toEqual(['alarm-opened']);
  });

  it('are taken by one of two who press at once, closed with a cause, and do not open again', async () => {
    const { at, supervisor, director, clerk, clock, look, kinds, board } = await givenWait();
    await clock('10:31');
    await look();
    const { id } = (await board()).live[0]!;
    const taken = await Promise.all(
      [supervisor, director].map((who) => who.post<Problem>(`${at}/alarms/${id}/take`, { from: null })),
    );
    expect(taken.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [has, hasNot] = taken[0]!.status === 200 ? [supervisor, director] : [director, supervisor];
    const close = (who: typeof has) => who.post<Problem>(`${at}/alarms/${id}/close`, { cause: 'too-few-windows' });
    expect((await close(hasNot)).body.code).toBe('alarm-not-yours');
    expect((await close(has)).status).toBe(200);
    await clock('10:40');
    await look();
    expect(await kinds()).toEqual(['alarm-opened', 'alarm-taken', 'alarm-closed']);
    expect((await clerk.get(`${at}/alarms`)).status).toBe(403);
    expect((await has.post<Problem>(`${at}/alarms/2026-11-24.99/take`)).body.code).toBe('unknown-alarm');
  });

  it('are rebuilt from the log alone by verify, which finds one that was touched', async () => {
    const { id, clock, look } = await givenWait();
    await clock('10:31');
    await look();
    const report = () => verifyAll(checker, servers[0]!.dataDir);
    expect((await report()).findings).toEqual([]);
    await checker.query(`update alarm set body = jsonb_set(body, '{level}', '"red"') where hall_id = $1`, [id]);
    expect((await report()).findings.join()).toMatch(/alarm 2026-11-24\.1: body differs/);
    await checker.query(`update alarm set body = jsonb_set(body, '{level}', '"yellow"') where hall_id = $1`, [id]);
  });

  it('go by thresholds that the hall sets, and refuse those that do not rise', async () => {
    const { at, admin, clock, look, kinds } = await givenWait();
    const rule = {
      id: 'longest-wait',
      on: true,
      yellow: 5,
      orange: 9,
      red: 12,
      repeatMinutes: 10,
      receivers: ['supervisor'],
    };
    const save = (item: object) =>
      admin.post<Problem>(`${at}/catalogue/changes`, { changes: [{ kind: 'alarm', id: 'longest-wait', item }] });
    expect((await save({ ...rule, orange: 5 })).body).toMatchObject({ status: 400, code: 'thresholds-not-rising' });
    const saved = await admin.post<{ seq: number }>(`${at}/catalogue/changes`, {
      changes: [{ kind: 'alarm', id: 'longest-wait', item: rule }],
    });
    const yellow = async () =>
      (await admin.get<{ id: string; yellow: number }[]>(`${at}/alarm-rules`)).body.find(({ id }) => id === rule.id)!
        .yellow;
    expect(await yellow()).toBe(5);
    expect((await admin.post(`${at}/catalogue/undo`, { seq: saved.body.seq })).status).toBe(200);
    expect(await yellow()).toBe(30);
    expect((await save(rule)).status).toBe(200);
    await clock('10:06');
    await look();
    expect(await kinds()).toEqual(['alarm-opened']);
  });
});

describe('what is done from an alarm', () => {
  it('a window moved for today calls from the other queue, and the next day from its own', async () => {
    const { id, at, supervisor, clerk, clock } = await givenWait();
    await supervisor.post(`${at}/windows/w1/move`, { queueIds: ['b'] });
    const queuesOf = async () => {
      const { body } = await clerk.get<{ windows: { id: string; firstQueues: string[]; secondQueues: string[] }[] }>(
        `${at}/catalogue`,
      );
      const { firstQueues, secondQueues } = body.windows.find((window) => window.id === 'w1')!;
      return [firstQueues, secondQueues];
    };
    expect(await queuesOf()).toEqual([['b'], ['a']]);
    expect((await supervisor.post<Problem>(`${at}/windows/w1/move`, { queueIds: ['z'] })).body.code).toBe(
      'unknown-queue',
    );
    expect((await clerk.post(`${at}/windows/w1/move`, { queueIds: ['b'] })).status).toBe(403);
    for (const { app } of servers)
      await app.get(HallClocks).set(id, instantAt('2026-11-25', '09:00', 'Asia/Shanghai'), 1);
    expect(await queuesOf()).toEqual([['a', 'b'], []]);
    await clock('10:00');
    await supervisor.post(`${at}/windows/w1/move`, { queueIds: null });
    expect(await queuesOf()).toEqual([['a', 'b'], []]);
  });

  it('whoever pauses is called back, and the terminal knows it until they are there', async () => {
    const { at, supervisor, clerk, clock, look, board } = await givenWait();
    await clerk.post(`${at}/windows/w1/open`);
    await clock('10:31');
    await look();
    const { id } = (await board()).live[0]!;
    await supervisor.post(`${at}/alarms/${id}/take`, { from: null });
    const call = () => supervisor.post<Problem>(`${at}/alarms/${id}/call-back`, { windowId: 'w1' });
    expect((await call()).body.code).toBe('clerk-not-away');
    await clerk.post(`${at}/windows/w1/pause`, { reason: 'rest' });
    const called = async () => (await clerk.get<{ at: number | null }>(`${at}/windows/w1/called-back`)).body.at;
    expect(await called()).toBeNull();
    expect((await call()).status).toBe(200);
    expect(await called()).not.toBeNull();
    await clerk.post(`${at}/windows/w1/resume`);
    expect(await called()).toBeNull();
  });
});
