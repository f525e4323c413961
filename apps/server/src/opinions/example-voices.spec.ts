import type { DocketItem } from '@shouwen/contracts/views/docket.schema';
import type { ClosingRate, DisclosureRow } from '@shouwen/contracts/views/petition.schema';
import type { SaidView } from '@shouwen/contracts/views/figures.schema';
import { OPINION_KINDS } from '@shouwen/domain/opinion/opinion';
import { instantAt } from '@shouwen/domain/time/zoned';
import { DataSource } from 'typeorm';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { StaffAccess } from '../access/staff-access.service.ts';
import { EXAMPLE_HALL_ID, ExampleHall } from '../catalogue/example-hall.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { verifyAll } from '../verify/verify.ts';
import { ExampleVoices } from './example-voices.ts';

let database: TestDatabase;
let server: TestServer;
let people: People;
let checker: DataSource;
const at = (path: string) => `/api/halls/${EXAMPLE_HALL_ID}${path}`;

beforeAll(async () => {
  database = await cloneDatabase();
  checker = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  server = await startTestServer(database.url);
  people = peopleAt(server.url);
  await server.app.get(ExampleHall).install();
  await server.app.get(StaffAccess).makeExampleAccounts(EXAMPLE_HALL_ID);
  await server.app.get(HallClocks).set(EXAMPLE_HALL_ID, instantAt('2026-05-13', '09:30', 'Asia/Shanghai'), 0.001);
  await server.app.get(ExampleVoices).start();
}, 120_000);

afterAll(async () => {
  people.leave();
  await server.stop();
  await checker.destroy();
  await database.drop();
});

describe('what citizens of the example hall said', () => {
  it('stands in every state, by its name; counted by source and in the statutory table; the log proves it', async () => {
    const states = (await checker.query(
      `select distinct kind || ' ' || state as s from petition where hall_id = $1 and kind <> 'rating' order by 1`,
      [EXAMPLE_HALL_ID],
    )) as { s: string }[];
    expect(states.map(({ s }) => s)).toEqual([
      'disclosure closed',
      'disclosure to-answer',
      'disclosure to-correct',
      'disclosure to-tell',
      'opinion closed',
      'opinion to-answer',
      'opinion to-take-up',
      'opinion to-tell',
    ]);
    const director = await people.staff(EXAMPLE_HALL_ID, 'shenguoping');
    const { body: opinions } = await director.get<{ rates: ClosingRate[]; items: DocketItem[] }>(
      at('/opinions?from=2026-01-01&until=2026-12-31'),
    );
    expect(opinions.rates.reduce((sum, { received }) => sum + received, 0)).toBeGreaterThan(25);
    expect(opinions.items.length).toBeGreaterThan(2);
    for (const { said } of opinions.items) expect(OPINION_KINDS).toContain(said);
    const { body: table } = await director.get<{ rows: DisclosureRow[]; items: DocketItem[] }>(
      at('/disclosures?year=2026'),
    );
    const row = (id: string) => table.rows.find((one) => one.id === id)!.total;
    expect(row('received') + row('carried-over')).toBe(row('total') + row('carried-on'));
    expect(table.items.map(({ said }) => said)).toEqual(table.items.map(() => 'disclosure'));
    const { body: said } = await director.get<SaidView>(at('/rating-words?kind=opinion&from=2026-03-14'));
    expect(said.causes.filter(({ count }) => count > 0).length).toBeGreaterThan(1);
    expect((await verifyAll(checker, server.dataDir)).findings).toEqual([]);
  });

  it('a start that finds it there adds nothing', async () => {
    const count = () => checker.query('select seq from hall_head where hall_id = $1', [EXAMPLE_HALL_ID]);
    const before = (await count()) as unknown;
    await server.app.get(ExampleVoices).start();
    expect(await count()).toEqual(before);
  });

  it('goes on after an absence, each day once', async () => {
    const days = async () =>
      (await checker.query(
        `select body->>'openedDay' as day, count(*)::int as n from petition where hall_id = $1 and kind <> 'rating' group by 1 order by 1`,
        [EXAMPLE_HALL_ID],
      )) as { day: string; n: number }[];
    const before = await days();
    await server.app.get(HallClocks).set(EXAMPLE_HALL_ID, instantAt('2026-06-10', '16:30', 'Asia/Shanghai'), 0.001);
    for (let start = 0; start < 2; start++) await server.app.get(ExampleVoices).start();
    const after = await days();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).reduce((sum, { n }) => sum + n, 0)).toBeGreaterThan(8);
    expect((await verifyAll(checker, server.dataDir)).findings).toEqual([]);
  });
});
