import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { PublicBoard } from '@shouwen/contracts/views/board.schema';
import type { Slip, TicketView } from '@shouwen/contracts/views/ticket.schema';
import type { PastTicket } from '@shouwen/domain/history/past-ticket';
import { roundOutward } from '@shouwen/domain/queue/wait-range';
import { Random } from '@shouwen/domain/simulation/random';
import { HOUR, MINUTE, SECOND } from '@shouwen/domain/time/instant';
import { addDays, instantAt } from '@shouwen/domain/time/zoned';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { HallLog } from '../hall-log/hall-log.ts';
import { TicketImport } from '../queue/ticket-import.ts';
import { ForecastLearner } from './forecast-learner.ts';
import { WaitForecasts } from './wait-forecasts.ts';

const TODAY = '2026-11-24';
let database: TestDatabase;
let server: TestServer;
let people: People;
let checker: DataSource;
let halls = 0;

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

/** A day at one window that takes its time: people come by the bus, eight at once, each is served for about six minutes, though the standard says half of one. */
function slowDay(day: string, n: number): PastTicket[] {
  const random = new Random(n);
  let free = instantAt(day, '08:30', 'Asia/Shanghai');
  return Array.from({ length: 60 }, (_, k) => {
    const issuedAt = instantAt(day, '08:30', 'Asia/Shanghai') + Math.floor(k / 8) * HOUR + (k % 8) * SECOND;
    const calledAt = Math.max(issuedAt, free);
    const endedAt = calledAt + Math.round(random.between(5, 7) * MINUTE);
    free = endedAt;
    const number = `A${String(k + 1).padStart(3, '0')}`;
    return {
      number,
      queueId: 'a',
      matterId: null,
      windowId: 'w1',
      clerkId: 'clerk-1',
      issuedAt,
      calledAt,
      startedAt: calledAt,
      endedAt,
      end: 'done',
    };
  });
}

async function givenHall(days: number) {
  const id = `forecasts-${++halls}`;
  await server.makeHall({ id, windows: 1, open: '08:30', close: '17:30', handlingStandardSeconds: 30 });
  const clock = (wall: string, of = server) =>
    of.app.get(HallClocks).set(id, instantAt(TODAY, wall, 'Asia/Shanghai'), 0.01);
  await clock('10:00');
  for (let ago = days; ago > 0; ago--) {
    const day = addDays(TODAY, -ago);
    await new TicketImport(server.app.get(HallLog), checker).write(id, day, slowDay(day, ago));
  }
  const at = `/api/halls/${id}`;
  const [kiosk, clerk] = [await people.kiosk(id), await people.staff(id, 'clerk-1')];
  const press = (verb: string, body: object = {}) => clerk.post(`${at}/windows/w1/${verb}`, body);
  const take = async () =>
    (await kiosk.post<Slip>(`${at}/tickets`, { queueId: 'a', matterId: null, headStart: null })).body;
  const range = async () => (await people.anybody.get<PublicBoard>(`${at}/board`)).body.queues[0]!.range;
  expect((await press('open')).status).toBe(200);
  return { id, at, clock, press, take, range };
}

describe('waits that were learnt', () => {
  it('are told on the kiosk, the slip and the phone, the same at the same moment, and not by the standard any more', async () => {
    const hall = await givenHall(10);
    await hall.take();
    await hall.press('call-next');
    await hall.press('start');
    const byStandard = await hall.range();
    expect(byStandard!.highMinutes).toBeLessThanOrEqual(2);
    expect(await server.app.get(ForecastLearner).learn(hall.id)).toBe(true);
    // The board is read again.
    await sleep(1_100);
    const told = await hall.range();
    expect(told!.highMinutes).toBeGreaterThan(4);
    const slip = await hall.take();
    expect(slip.range).toEqual(told);
    const { body: phone } = await people.anybody.get<TicketView>(`/api/t/${slip.code}`);
    expect(phone.range).toEqual(told);
    // It is the forecast, rounded, and nothing else.
    const catalogue = await server.app.get(CatalogueService).current(hall.id);
    const now = server.app.get(HallClocks).now(hall.id);
    const tell = await server.app
      .get(WaitForecasts)
      .teller(
        { query: (sql: string, parameters?: unknown[]) => checker.query(sql, parameters) },
        { hallId: hall.id, day: TODAY, catalogue, now },
      );
    const { low, high } = tell('a', 0, slip.id)!;
    expect(roundOutward(low, high)).toEqual(told);
  });

  it('move as the day goes on, and whoever takes a number behind changes nothing for those before', async () => {
    const hall = await givenHall(10);
    await server.app.get(ForecastLearner).learn(hall.id);
    await hall.take();
    await hall.press('call-next');
    await hall.press('start');
    const first = await hall.take();
    for (let n = 0; n < 4; n++) await hall.take();
    const { body: same } = await people.anybody.get<TicketView>(`/api/t/${first.code}`);
    expect(same.range).toEqual(first.range);
    const last = await hall.take();
    expect(last.range!.highMinutes).toBeGreaterThan(first.range!.highMinutes + 10);
  });

  it('are kept through a restart and known to every server', async () => {
    const hall = await givenHall(10);
    await server.app.get(ForecastLearner).learn(hall.id);
    await hall.take();
    await hall.press('call-next');
    await hall.press('start');
    const slip = await hall.take();
    const again = await startTestServer(database.url, { HALL_DATA: server.dataDir });
    await hall.clock('10:00', again);
    const other = peopleAt(again.url);
    const { body } = await other.anybody.get<TicketView>(`/api/t/${slip.code}`);
    expect(body.range).toEqual(slip.range);
    other.leave();
    await again.app.close();
  });

  it('are nothing in a new hall: the wide range of the standard stays', async () => {
    const hall = await givenHall(2);
    expect(await server.app.get(ForecastLearner).learn(hall.id)).toBe(false);
    await hall.take();
    await hall.press('call-next');
    await hall.press('start');
    expect((await hall.take()).range!.highMinutes).toBeLessThanOrEqual(2);
  });

  it('say nothing while no window is open', async () => {
    const hall = await givenHall(10);
    await server.app.get(ForecastLearner).learn(hall.id);
    await hall.press('close');
    expect((await hall.take()).range).toBeNull();
  });
});
