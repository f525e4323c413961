import { DataSource } from 'typeorm';
import type { Problem } from '@shouwen/contracts/errors';
import type { ArrivalsView } from '@shouwen/contracts/views/arrivals.schema';
import type { PerformanceView, FigureView, CountedRow } from '@shouwen/contracts/views/performance.schema';
import { INDICATORS, type IndicatorId } from '@shouwen/domain/indicators/indicators';
import { addMeasures, fromList, MEASURES, noMeasures, type Measure } from '@shouwen/domain/indicators/measures';
import { addDays, instantAt } from '@shouwen/domain/time/zoned';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { measuresFromLog } from '../../../../test/support/indicator-oracle.ts';
import { givenRatedHall } from '../../../../test/support/rated-hall.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { StaffAccess } from '../access/staff-access.service.ts';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { EXAMPLE_HALL_ID, ExampleHall } from '../catalogue/example-hall.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { ExampleDocket } from '../docket/example-docket.ts';
import { ExampleHistory } from '../queue/example-history.ts';
import { FigureRoller } from './roller.service.ts';
import { ExampleRatings } from '../ratings/example-ratings.ts';

let database: TestDatabase;
let server: TestServer;
let people: People;
let checker: DataSource;

beforeAll(async () => {
  database = await cloneDatabase();
  checker = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  server = await startTestServer(database.url);
  people = peopleAt(server.url);
}, 60_000);

afterAll(async () => {
  people.leave();
  await server.stop();
  await checker.destroy();
  await database.drop();
});

const figure = (figures: readonly FigureView[], id: IndicatorId) => figures.find((one) => one.id === id)!;

describe('a season of a hall', () => {
  const TODAY = '2026-05-13';
  const FROM = addDays(TODAY, -60);
  const of = (query: string) => `/api/halls/${EXAMPLE_HALL_ID}/performance${query}`;

  it('comes out the same to the last digit when it is counted from the raw log', async () => {
    await server.app.get(ExampleHall).install();
    await server.app.get(StaffAccess).makeExampleAccounts(EXAMPLE_HALL_ID);
    await server.app.get(HallClocks).set(EXAMPLE_HALL_ID, instantAt(TODAY, '09:30', 'Asia/Shanghai'), 0.001);
    const docket = server.app.get(ExampleDocket);
    docket.hold();
    const history = server.app.get(ExampleHistory);
    history.start(docket.start());
    server.app.get(ExampleRatings).start();
    await Promise.all([history.complete(), docket.complete(), server.app.get(ExampleRatings).complete()]);

    const director = await people.staff(EXAMPLE_HALL_ID, 'shenguoping');
    const { published } = await server.app.get(CatalogueService).current(EXAMPLE_HALL_ID);
    const promises = Object.fromEntries(published.queues.map((one) => [one.id, one.waitPromiseSeconds]));
    const standards = Object.fromEntries(published.matters.map((one) => [one.id, one.handlingStandardSeconds]));
    const until = addDays(TODAY, -1);
    await server.app.get(FigureRoller).follow(EXAMPLE_HALL_ID);
    const { body } = await director.get<PerformanceView>(of(`?from=${FROM}&until=${until}&by=department`));
    expect(body.behind).toBe(false);

    const counted = await measuresFromLog(checker, EXAMPLE_HALL_ID, FROM, until, { promises, standards });
    const rolled = await rolledUp(EXAMPLE_HALL_ID, FROM, until);
    expect(Object.keys(counted).length).toBeGreaterThan(18);
    for (const [measure, value] of Object.entries(counted))
      expect([measure, rolled[measure as Measure]]).toEqual([measure, value]);
    // Enough of everything for an error of one to show.
    for (const measure of [
      'issued',
      'noShows',
      'withinPromise',
      'overStandard',
      'rated',
      'leftOut',
      'decided',
      'early',
      'supplemented',
    ] as const)
      expect([measure, counted[measure]! > 10]).toEqual([measure, true]);

    // What the screen says is made of exactly these.
    const share = figure(body.figures, 'within-promise');
    expect([share.k, share.n, share.value]).toEqual([
      counted.withinPromise,
      counted.answered,
      counted.withinPromise! / counted.answered!,
    ]);
    const satisfied = figure(body.figures, 'satisfaction');
    expect([satisfied.k, satisfied.n]).toEqual([
      counted.satisfied! - counted.leftOutSatisfied!,
      counted.rated! - counted.leftOut!,
    ]);
    // Percentiles are within their stated error of the exact ones.
    const waits = (await checker.query(
      'select waited_ms::int as ms from serving where hall_id = $1 and day between $2 and $3 order by waited_ms',
      [EXAMPLE_HALL_ID, FROM, until],
    )) as { ms: number }[];
    for (const [id, q] of [
      ['wait-median', 0.5],
      ['wait-p90', 0.9],
    ] as const) {
      const exact = Math.floor(waits[Math.ceil(q * waits.length) - 1]!.ms / 1000) / 60;
      expect(Math.abs(figure(body.figures, id).value! - exact) / exact).toBeLessThan(0.0105);
    }
    // Groups and hours add up to the whole.
    for (const by of ['department', 'window', 'person', 'queue', 'matter'] as const) {
      const { body: grouped } = await director.get<PerformanceView>(of(`?from=${FROM}&until=${until}&by=${by}`));
      expect([by, grouped.groups.reduce((sum, { figures }) => sum + figure(figures, 'served').k, 0)]).toEqual([
        by,
        counted.served,
      ]);
    }
    expect(body.hours.reduce((sum, { answered }) => sum + answered, 0)).toBe(counted.answered);
    expect(body.columns.reduce((sum, count) => sum + count, 0)).toBe(counted.answered);

    // Every figure opens the list of what it counts.
    for (const measure of MEASURES.filter((name) => counted[name] !== undefined && !name.endsWith('Ms'))) {
      const rows = await director.get<{ total: number; rows: CountedRow[] }>(
        of(`/rows?from=${FROM}&until=${until}&measure=${measure}&limit=1`),
      );
      expect([measure, rows.body.total]).toEqual([measure, counted[measure]]);
    }
    // What is expected is made of who came, and knows today only as far as it has come.
    const { body: ahead } = await director.get<ArrivalsView>(`/api/halls/${EXAMPLE_HALL_ID}/arrivals`);
    expect([ahead.learnt! > 30, ahead.today, ahead.days.length]).toEqual([true, TODAY, 6]);
    const past = ahead.slots.filter(({ from }) => from + 30 <= ahead.minute);
    expect(past.length).toBeGreaterThan(0);
    for (const slot of past) expect([slot.expected, slot.came]).toEqual([null, expect.any(Number)]);
    const later = ahead.slots.filter(({ from }) => from > ahead.minute);
    for (const { came, expected, windows } of later) {
      expect(came).toBeNull();
      expect(expected!.low).toBeLessThanOrEqual(expected!.high);
      expect(windows).toBeGreaterThan(0);
    }
    const days = (await checker.query(
      'select count(*)::float8 / count(distinct day) as mean from ticket where hall_id = $1 and day between $2 and $3',
      [EXAMPLE_HALL_ID, FROM, until],
    )) as { mean: number }[];
    expect(ahead.days[1]!.expected!.mean / days[0]!.mean).toBeGreaterThan(0.7);
    expect(ahead.days[1]!.expected!.mean / days[0]!.mean).toBeLessThan(1.3);
    expect((await director.get<Problem>(`/api/halls/${EXAMPLE_HALL_ID}/arrivals?queueId=none`)).body.code).toBe(
      'unknown-queue',
    );

    const [row] = (
      await director.get<{ rows: CountedRow[] }>(of(`/rows?from=${FROM}&until=${until}&measure=overStandard&limit=1`))
    ).body.rows;
    const events = await checker.query('select 1 from hall_event where hall_id = $1 and subject = $2', [
      EXAMPLE_HALL_ID,
      row!.subject,
    ]);
    expect((events as unknown[]).length).toBeGreaterThan(2);
  }, 240_000);

  async function rolledUp(hallId: string, from: string, until: string) {
    const rows = (await checker.query(
      "select measures from figure_cell where hall_id = $1 and scope = 'hall' and grain = 'day' and cell = -1 and start between $2 and $3",
      [hallId, from, until],
    )) as { measures: string[] }[];
    return rows.reduce((sum, { measures }) => addMeasures(sum, fromList(measures.map(Number))), noMeasures());
  }
});

describe('figures that hold', () => {
  const view = async (hall: Awaited<ReturnType<typeof givenRatedHall>>, query = '', by = hall.director) =>
    (await by.get<PerformanceView>(`${hall.at}/performance${query}`)).body;

  it('say “nothing” of an empty hall, never 0 %', async () => {
    const hall = await givenRatedHall(server, people);
    const { figures, groups, hours, columns } = await view(hall);
    for (const { id } of INDICATORS) {
      const { value, n } = figure(figures, id);
      expect([id, value]).toEqual([id, id === 'issued' || id === 'served' ? 0 : null]);
      expect(n).toBe(0);
    }
    expect([groups, hours, columns]).toEqual([[], [], []]);
  });

  it('keep the promise of the day: a promise that is changed later does not change the past', async () => {
    const hall = await givenRatedHall(server, people);
    const wait = async (day: string) => {
      await hall.clock(day, '10:00');
      if (day !== '2026-11-24') await hall.press('open');
      await hall.kiosk.post(`${hall.at}/tickets`, { queueId: 'a', matterId: 'permit', headStart: null });
      await hall.clock(day, '10:20');
      for (const verb of ['call-next', 'start']) expect((await hall.press(verb)).status).toBe(200);
      expect((await hall.press('finish', { outcome: 'done' })).status).toBe(200);
    };
    await wait('2026-11-24');
    const before = figure((await view(hall)).figures, 'within-promise');
    expect([before.k, before.n]).toEqual([0, 1]);
    const catalogues = server.app.get(CatalogueService);
    const { published } = await catalogues.current(hall.id);
    await hall.clock('2026-11-25', '08:00');
    const queue = published.queues.find(({ id }) => id === 'a')!;
    await catalogues.change(
      hall.id,
      [{ kind: 'queue', id: 'a', item: { ...queue, waitPromiseSeconds: 1800 } } as never],
      'staff:administrator',
    );
    await wait('2026-11-25');
    // Counted anew from nothing, as after a restore.
    await checker.query('delete from figure_day where hall_id = $1', [hall.id]);
    await checker.query('delete from figure_head where hall_id = $1', [hall.id]);
    const after = figure((await view(hall)).figures, 'within-promise');
    expect([after.k, after.n]).toEqual([1, 2]);
    const rows = async (measure: Measure) =>
      (await hall.director.get<{ total: number }>(`${hall.at}/performance/rows?measure=${measure}`)).body.total;
    expect([await rows('withinPromise'), await rows('answered')]).toEqual([1, 2]);
  });

  it('correct the past when a rating comes late, and say so', async () => {
    const hall = await givenRatedHall(server, people);
    const slip = await hall.serve();
    expect(figure((await view(hall)).figures, 'rating-rate')).toMatchObject({ k: 0, n: 1, value: 0 });
    await hall.clock('2026-11-26', '10:00');
    expect((await view(hall)).corrections).toEqual([]);
    const cast = await people.anybody.post(`/api/t/${slip.code}/ratings`, hall.said(slip));
    expect(cast.status).toBe(200);
    const corrected = await view(hall);
    expect(figure(corrected.figures, 'rating-rate')).toMatchObject({ k: 1, n: 1, value: 1 });
    expect(corrected.corrections).toEqual([{ day: '2026-11-24', times: 1 }]);
  });

  it('hold a month that turned when nothing happened any more', async () => {
    const hall = await givenRatedHall(server, people);
    await hall.serve();
    for (const day of ['2026-11-25', '2026-12-02']) {
      await hall.clock(day, '10:00');
      const { figures } = await view(hall, '?from=2026-11-01&until=2026-11-30');
      expect([day, figure(figures, 'served').k]).toEqual([day, 1]);
    }
    const months = async () =>
      (
        await checker.query<{ n: number }[]>(
          `select count(*)::int as n from figure_cell where hall_id = $1 and grain = 'month'`,
          [hall.id],
        )
      )[0]!.n;
    expect(await months()).toBeGreaterThan(0);
    // An example's clock set back: the month runs again, and is summed up by its days.
    await hall.clock('2026-11-26', '10:00');
    await hall.press('open');
    await hall.serve();
    const { figures } = await view(hall, '?from=2026-11-01&until=2026-11-30');
    expect([figure(figures, 'served').k, await months()]).toEqual([2, 0]);
  });

  it('never hold ratings about whoever looks', async () => {
    const hall = await givenRatedHall(server, people);
    const slip = await hall.serve();
    expect((await hall.pad.post(`${hall.at}/pad/ratings`, hall.said(slip))).status).toBe(200);
    await checker.query("update rating set clerk_id = 'director' where hall_id = $1", [hall.id]);
    expect(figure((await view(hall)).figures, 'rating-rate').k).toBe(0);
    expect(figure((await view(hall, '', hall.auditor)).figures, 'rating-rate').k).toBe(1);
  });

  it('refuse a period that ends before it begins or is too long, and whoever does not oversee', async () => {
    const hall = await givenRatedHall(server, people);
    const code = async (query: string, by = hall.director) =>
      (await by.get<Problem>(`${hall.at}/performance${query}`)).body.code;
    expect(await code('?from=2026-11-02&until=2026-11-01')).toBe('period-too-long');
    expect(await code('?from=2020-01-01&until=2026-11-01')).toBe('period-too-long');
    expect(await code('', hall.one)).toBe('forbidden');
  });
});
