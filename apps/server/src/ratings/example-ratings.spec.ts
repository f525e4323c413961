import { DataSource } from 'typeorm';
import { instantAt } from '@shouwen/domain/time/zoned';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { EXAMPLE_HALL_ID, ExampleHall } from '../catalogue/example-hall.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { ExampleDocket } from '../docket/example-docket.ts';
import { ExampleHistory } from '../queue/example-history.ts';
import { verifyAll } from '../verify/verify.ts';
import { ExampleRatings } from './example-ratings.ts';

let database: TestDatabase;
let server: TestServer;
let checker: DataSource;

const rowsOf = async <T>(sql: string): Promise<T[]> => (await checker.query(sql, [EXAMPLE_HALL_ID])) as T[];

/** As at a start of the server. */
async function begin(): Promise<void> {
  const docket = server.app.get(ExampleDocket);
  docket.hold();
  server.app.get(ExampleHistory).start(docket.start());
  server.app.get(ExampleRatings).start();
  await server.app.get(ExampleRatings).complete();
  await docket.complete();
}

beforeAll(async () => {
  database = await cloneDatabase();
  checker = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  server = await startTestServer(database.url);
  await server.app.get(ExampleHall).install();
  await server.app.get(HallClocks).set(EXAMPLE_HALL_ID, instantAt('2026-05-13', '09:30', 'Asia/Shanghai'), 0.001);
  await begin();
}, 900_000);

afterAll(async () => {
  await server.stop();
  await checker.destroy();
  await database.drop();
});

it('sixty days are rated with a plausible spread, loops stand in every state, and the log proves it', async () => {
  const levels = await rowsOf<{ level: string; n: number }>(
    "select body->>'level' as level, count(*)::int as n from rating where hall_id = $1 group by 1",
  );
  const all = levels.reduce((sum, { n }) => sum + n, 0);
  const bad = levels.filter(({ level }) => level.endsWith('dissatisfied')).reduce((sum, { n }) => sum + n, 0);
  const [servings] = await rowsOf<{ n: number }>(
    'select count(*)::int as n from serving where hall_id = $1 and ended_at is not null',
  );
  expect(all / servings!.n).toBeCloseTo(0.6, 1);
  expect(bad / all).toBeGreaterThan(0.02);
  expect(bad / all).toBeLessThan(0.04);
  const states = await rowsOf<{ state: string }>(
    "select distinct state from petition where hall_id = $1 and kind = 'rating' order by state",
  );
  expect(states.map(({ state }) => state)).toEqual([
    'published',
    'to-publish',
    'to-rectify',
    'to-revisit',
    'to-verify',
  ]);
  expect((await verifyAll(checker, server.dataDir)).findings).toEqual([]);
}, 120_000);

it('a start that finds everything there adds nothing', async () => {
  const count = () => rowsOf<{ n: number }>('select count(*)::int as n from rating where hall_id = $1');
  const before = await count();
  await begin();
  expect(await count()).toEqual(before);
}, 120_000);
