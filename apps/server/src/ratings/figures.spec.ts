import { DataSource } from 'typeorm';
import type { Problem } from '@shouwen/contracts/errors';
import {
  FIGURE_GROUPS,
  type FiguresView,
  type RatingBoard,
  type RatingRow,
  type SaidView,
} from '@shouwen/contracts/views/figures.schema';
import type { CastReply } from '@shouwen/contracts/views/rating.schema';
import type { Slip } from '@shouwen/contracts/views/ticket.schema';
import { instantAt } from '@shouwen/domain/time/zoned';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { DocketClock } from '../docket/docket-clock.ts';

let database: TestDatabase;
let server: TestServer;
let people: People;
let writer: DataSource;

beforeAll(async () => {
  database = await cloneDatabase();
  server = await startTestServer(database.url);
  people = peopleAt(server.url);
  writer = await new DataSource({ type: 'postgres', url: database.url }).initialize();
}, 60_000);

afterAll(async () => {
  people.leave();
  await writer.destroy();
  await server.stop();
  await database.drop();
});

const plan = { windows: 2, clerks: 2, cases: true, open: '08:30', close: '17:30' };
const at = (day: string, wall: string) => instantAt(day, wall, 'Asia/Shanghai');

/** Servings of October, every third rated; of the rated every tenth is bad, of these every second was found mistaken. */
const SERVINGS = 4_500;
const FILL = `with s as (
    select n, date '2026-10-01' + n % 20 as day, 'A' || lpad((n / 20 + 1)::text, 3, '0') as number,
      'w' || (n % 2 + 1) as window_id, 'clerk-' || (n % 2 + 1) as clerk_id,
      (date '2026-10-01' + n % 20 + interval '1 hour' * (1 + n % 7)) at time zone 'UTC' as ended_at
    from generate_series(0, ${SERVINGS - 1}) n),
  served as (
    insert into serving (hall_id, day, number, n, queue_id, matter_id, window_id, clerk_id, waited_ms, called_at, started_at, ended_at, held_ms)
    select $1, day, number, 1, 'a', case when n % 5 = 0 then null else 'permit' end, window_id, clerk_id, 0, ended_at, ended_at, ended_at, 0 from s
    returning 1)
  insert into rating (hall_id, day, id, window_id, clerk_id, queue_id, matter_id, department_id, channel, score, finding, cast_at, contact_id, body)
  select $1, day, day || '.' || number || '.1', window_id, clerk_id, 'a', case when n % 5 = 0 then null else 'permit' end, 'office', 'pad',
    case when n % 30 = 0 then 1 else 5 end, case when n % 60 = 0 then 'mistaken' end, ended_at, null,
    jsonb_build_object('id', day || '.' || number || '.1', 'windowId', window_id, 'clerkId', clerk_id, 'matterId', null,
      'departmentId', 'office', 'channel', 'pad', 'level', case when n % 30 = 0 then 'very-dissatisfied' else 'very-satisfied' end,
      'openMs', 3000, 'castAt', extract(epoch from ended_at) * 1000, 'finding', case when n % 60 = 0 then 'mistaken' end,
      'contactId', null, 'labels', '[]'::jsonb, 'form', 1, 'day', day)
  from s where n % 3 = 0`;

describe('figures over a period', () => {
  const hall = 'counted';
  const figures = '/api/halls/counted/rating-figures?from=2026-10-01&until=2026-10-31';
  beforeAll(async () => {
    await server.makeHall({ id: hall, ...plan });
    await writer.query(FILL, [hall]);
  });

  it.each(FIGURE_GROUPS)('by %s add up to the whole, however many rows there are', async (by) => {
    const supervisor = await people.staff(hall, 'supervisor');
    const { body } = await supervisor.get<FiguresView>(`${figures}&by=${by}`);
    expect(body.total).toMatchObject({
      raw: { k: 1350, n: 1500 },
      adjudicated: { k: 1350, n: 1425 },
      rate: { k: 1500, n: SERVINGS },
    });
    const sum = (of: (group: FiguresView['groups'][number]) => number) =>
      body.groups.reduce((total, group) => total + of(group), 0);
    expect(sum(({ figures: { raw } }) => raw.n)).toBe(1500);
    expect(sum(({ figures: { raw } }) => raw.k)).toBe(1350);
    if (by !== 'channel') expect(sum(({ figures: { rate } }) => rate.n)).toBe(SERVINGS);
    const keys = { window: ['w1', 'w2'], person: ['clerk-1', 'clerk-2'], channel: ['pad'], department: ['office'] };
    expect(body.groups.map(({ key }) => key).sort()).toEqual(
      keys[by as 'window'] ?? (by === 'matter' ? ['', 'permit'] : ['09', '10', '11', '12', '13', '14', '15']),
    );
  });

  it('open the ratings behind them, all of them, page by page', async () => {
    const director = await people.staff(hall, 'director');
    const found: string[] = [];
    for (let after = ''; ;) {
      const page = await director.get<RatingRow[]>(
        `/api/halls/counted/ratings?from=2026-10-01&until=2026-10-31&by=window&key=w1&limit=400${after}`,
      );
      found.push(...page.body.map(({ ratingId }) => ratingId));
      if (page.body.length < 400) break;
      after = `&after=${found.at(-1)}`;
    }
    expect([found.length, new Set(found).size]).toEqual([750, 750]);
    for (const [set, count] of [
      ['bad', 150],
      ['left-out', 75],
      ['quick', 0],
    ] as const) {
      const { body } = await director.get<RatingRow[]>(
        `/api/halls/counted/ratings?from=2026-10-01&until=2026-10-31&set=${set}&limit=1000`,
      );
      expect([set, body.length]).toEqual([set, count]);
    }
  });

  it('give a person their own month that is over, at least five ratings, and nothing that stands out', async () => {
    const clerk = await people.staff(hall, 'clerk-2');
    const admin = await people.staff(hall, 'administrator');
    await admin.post('/api/halls/counted/example-clock', { now: at('2026-11-24', '10:00'), speed: 0.1 });
    const { body } = await clerk.get<{ from: string; figures: FiguresView['total'] }>(
      '/api/halls/counted/rated/figures',
    );
    expect(body.from).toBe('2026-10-01');
    expect(body.figures.rate.k).toBe(750);
    await admin.post('/api/halls/counted/example-clock', { now: at('2026-12-24', '10:00'), speed: 0.1 });
    expect((await clerk.get<{ figures: null }>('/api/halls/counted/rated/figures')).body.figures).toBeNull();
  });

  it('refuse a period that ends before it begins, is too long or no day at all', async () => {
    const supervisor = await people.staff(hall, 'supervisor');
    const code = async (path: string) => (await supervisor.get<Problem>(`/api/halls/counted/${path}`)).body.code;
    expect(await code('rating-figures?from=2026-10-31&until=2026-10-01')).toBe('period-too-long');
    expect(await code('rating-figures?from=2025-01-01&until=2026-10-01')).toBe('period-too-long');
    expect(await code('rating-words?from=2026-01-01&until=2026-10-01')).toBe('period-too-long');
    expect(await code('rating-figures?from=yesterday')).toBe('invalid-input');
    expect(await code('rating-board?month=2026-13')).toBe('invalid-input');
  });
});

describe('words', () => {
  it('are searched masked, grouped by cause, and what was done is published without anybody in it', async () => {
    const id = 'worded';
    await server.makeHall({ id, ...plan });
    const base = `/api/halls/${id}`;
    const [admin, clerk, supervisor] = (await Promise.all(
      ['administrator', 'clerk-1', 'supervisor'].map((name) => people.staff(id, name)),
    )) as [
      Awaited<ReturnType<People['staff']>>,
      Awaited<ReturnType<People['staff']>>,
      Awaited<ReturnType<People['staff']>>,
    ];
    const [kiosk, pad] = [await people.kiosk(id), await people.pad(id, 'w1')];
    const clock = (day: string, wall: string) =>
      admin.post(`${base}/example-clock`, { now: at(day, wall), speed: 0.1 });
    await clock('2026-11-24', '10:00');
    await clerk.post(`${base}/windows/w1/open`);
    const rate = async (said: object): Promise<CastReply> => {
      const { body: slip } = await kiosk.post<Slip>(`${base}/tickets`, {
        queueId: 'a',
        matterId: 'permit',
        headStart: null,
      });
      for (const verb of ['call-next', 'start']) await clerk.post(`${base}/windows/w1/${verb}`);
      await clerk.post(`${base}/windows/w1/finish`, { outcome: 'done' });
      const { body } = await pad.post<CastReply>(`${base}/pad/ratings`, { ratingId: `${slip.id}.1`, form: 1, ...said });
      return body;
    };
    const bad = await rate({
      level: 'dissatisfied',
      labels: ['long-wait'],
      text: '材料清单没讲清楚,打我电话138 1234 1234',
      contact: { name: '张小明', telephone: '13812341234' },
    });
    for (let n = 0; n < 5; n++) await rate({ level: 'satisfied', ...(n === 0 ? { text: '材料齐全,办得快' } : {}) });

    const said = async (query: string) => (await supervisor.get<SaidView>(`${base}/rating-words?${query}`)).body;
    const all = await said('');
    expect(all).toMatchObject({ read: 2, found: 2, version: 1 });
    expect((await said(`query=${encodeURIComponent('清单')}`)).items.map(({ text }) => text)).toEqual([
      '材料清单没讲清楚,打我电话138 **** 1234',
    ]);
    expect((await said('query=13812341234')).found).toBe(0);
    expect((await said('cause=wait')).items).toHaveLength(1);
    expect(all.causes.filter(({ count }) => count > 0).map(({ id: cause }) => cause)).toEqual(['told-at-once', 'wait']);

    const step = (verb: string, body: object) => supervisor.post(`${base}/contacts/${bad.number}/${verb}`, body);
    await step('verify-rating', { finding: 'genuine', remedy: 'simple', words: '属实' });
    await step('rectify-rating', { words: '清单已上墙;已向A001的13812341234致歉' });
    await step('revisit-rating', { outcome: 'satisfied', words: '满意' });
    await clock('2026-11-27', '17:30');
    await server.app.get(DocketClock).tick();
    const board = async () => (await people.anybody.get<RatingBoard>(`${base}/rating-board`)).body;
    const early = await board();
    expect(early).toMatchObject({ month: '2026-11', until: '2026-11-26', published: 0, done: [] });
    expect(early.figures).toMatchObject({ raw: { k: 5, n: 6 }, rate: { k: 6, n: 6 } });
    await clock('2026-11-28', '10:00');
    const late = await board();
    expect(late.done).toEqual([
      {
        day: '2026-11-27',
        causes: [
          expect.objectContaining({ en: 'Not told everything at once' }),
          expect.objectContaining({ en: 'Waited too long' }),
        ],
        words: '清单已上墙;已向****的138****1234致歉',
      },
    ]);
    expect(JSON.stringify(late)).not.toMatch(/张小明|13812341234|A001|QS-|SW-F|没讲清楚/);
  }, 60_000);
});
