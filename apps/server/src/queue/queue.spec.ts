import type { Desk } from '@shouwen/contracts/views/desk.schema';
import type { Slip, TicketView } from '@shouwen/contracts/views/ticket.schema';
import type { Problem } from '@shouwen/contracts/errors';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { verifyAll } from '../verify/verify.ts';
import { DataSource } from 'typeorm';
import type { Person } from '../../../../test/hall/support/people.ts';

let database: TestDatabase;
let server: TestServer;
let people: People;
let halls = 0;

beforeAll(async () => {
  database = await cloneDatabase();
  server = await startTestServer(database.url);
  people = peopleAt(server.url);
});

afterAll(async () => {
  people.leave();
  await server.stop();
  await database.drop();
});

/** A hall with two queues and two windows; kiosk and two clerks at their windows. */
async function givenHall(plan: { letters?: string[]; windows?: number; dailyQuota?: number } = {}) {
  const id = `queue-${++halls}`;
  await server.makeHall({ id, letters: ['A', 'B'], windows: 2, ...plan });
  const kiosk = await people.kiosk(id);
  const at = (window: number, verb: string) => `/api/halls/${id}/windows/w${window}/${verb}`;
  const clerk = async (n: number) => {
    const person = await people.staff(id, `clerk-${n}`);
    await person.post(at(n, 'open'));
    return (verb: string, body: object = {}, key?: string) => person.post<Desk & Problem>(at(n, verb), body, key);
  };
  const take = async (queueId = 'a', more: { headStart?: string; key?: string } = {}) =>
    (
      await kiosk.post<Slip & Problem>(
        `/api/halls/${id}/tickets`,
        { queueId, matterId: `matter-${queueId}`, headStart: more.headStart ?? null },
        more.key,
      )
    ).body;
  return { id, kiosk, clerk, take };
}

describe('from kiosk to counter', () => {
  it('numbers tickets without gap or double, also when a kiosk sends twice (PEERS 1)', async () => {
    const { take } = await givenHall();
    const first = await take('a', { key: 'press-0001' });
    const again = await take('a', { key: 'press-0001' });
    expect([first.number, again.number, again.code]).toEqual(['A001', 'A001', first.code]);
    const many = await Promise.all(Array.from({ length: 40 }, () => take('a')));
    expect(many.map(({ number }) => number).sort()).toEqual(
      Array.from({ length: 40 }, (_, n) => `A${String(n + 2).padStart(3, '0')}`),
    );
  });

  it('goes the whole way: call, recall too early, start, hold, resume, finish, undo, finish', async () => {
    const { take, clerk } = await givenHall();
    const { number, code } = await take();
    const press = await clerk(1);
    expect((await press('call-next')).body.window.ticket).toMatchObject({ number, state: 'called', calls: 1 });
    expect((await press('recall')).body.code).toBe('recall-too-early');
    expect((await press('no-show')).body.code).toBe('no-show-too-early');
    expect((await press('start')).body.window.ticket?.state).toBe('serving');
    const held = (await press('hold')).body.window;
    expect([held.ticket, held.held.map((ticket) => ticket.number)]).toEqual([null, [number]]);
    expect((await press('resume-serving', { ticketId: held.held[0]!.id })).body.window.ticket?.number).toBe(number);
    expect((await press('finish', { outcome: 'done' })).body.window).toMatchObject({ ticket: null, finished: 1 });
    expect((await press('undo-finish')).body.window.ticket?.number).toBe(number);
    expect((await press('finish', { outcome: 'told-once' })).body.finished[0]).toMatchObject({
      number,
      outcome: 'told-once',
    });
    const view = (await people.anybody.get<TicketView>(`/api/t/${code}`)).body;
    expect(view).toMatchObject({
      state: 'finished',
      outcome: 'told-once',
      windowId: 'w1',
      receiver: { latinName: 'Staff clerk-1' },
    });
  });

  it('two clerks press at once: two citizens, or one is told that nobody waits (PEERS 3, 4)', async () => {
    const { take, clerk } = await givenHall();
    const [one, other] = [await clerk(1), await clerk(2)];
    await take();
    const answers = await Promise.all([one('call-next'), other('call-next')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('queue-empty');
    const busy = answers[0]!.status === 200 ? one : other;
    expect((await busy('call-next')).body.code).toBe('window-busy');
  });

  it('a double tap on call-next calls one citizen (PEERS 14)', async () => {
    const { take, clerk } = await givenHall();
    await take();
    await take();
    const press = await clerk(1);
    const [first, second] = await Promise.all([
      press('call-next', {}, 'tap-00001'),
      press('call-next', {}, 'tap-00001'),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.window.ticket!.number).toBe(first.body.window.ticket!.number);
  });

  it('keeps number and rank through a transfer, and the head start through a call (PEERS 10, 11)', async () => {
    const { take, clerk } = await givenHall();
    const ordinary = await take('b');
    const senior = await take('a', { headStart: 'senior' });
    const press = await clerk(1);
    expect((await press('call-next')).body.window.ticket?.number).toBe(senior.number);
    await press('transfer', { queueId: 'b', matterId: null });
    const again = (await press('call-next')).body.window.ticket!;
    expect([again.number, again.queueId]).toEqual([senior.number, 'b']);
    const order = (await people.anybody.get<{ ahead: number }>(`/api/t/${ordinary.code}/order`)).body;
    expect(order.ahead).toBe(0);
  });

  it('explains the order to the citizen who waits longer', async () => {
    const { take } = await givenHall();
    const ordinary = await take();
    const senior = await take('a', { headStart: 'senior' });
    const { body } = await people.anybody.get<{ before: { number: string; why: { why: string } }[] }>(
      `/api/t/${ordinary.code}/order`,
    );
    expect(body.before).toEqual([
      { number: senior.number, why: expect.objectContaining({ why: 'head-start', headStart: 'senior' }) },
    ]);
  });

  it('says no when the quota is reached, and prints nothing', async () => {
    const { take } = await givenHall({ dailyQuota: 2 });
    await take();
    await take();
    const refused = await take();
    expect([refused.code, refused.number, refused.status]).toEqual(['queue-full', undefined, 409]);
    expect(refused.detail).toContain('预约');
  });

  it('cancels by the code, once', async () => {
    const { take } = await givenHall();
    const { code } = await take();
    expect((await people.anybody.post<TicketView>(`/api/t/${code}/cancel`)).body.state).toBe('cancelled');
    expect((await people.anybody.post<Problem>(`/api/t/${code}/cancel`)).body.code).toBe('ticket-not-waiting');
  });
});

describe('a busy hall', () => {
  it('50 clerks and 50 kiosks at once, 20,000 commands: no double, no inversion, no false “empty”, verify green', async () => {
    const id = `queue-busy`;
    const letters = ['A', 'B', 'C'];
    await server.makeHall({ id, letters, windows: 50, handlingStandardSeconds: 30 });
    const kiosk = await people.kiosk(id);
    const numbers: string[] = [];
    let commands = 0;
    let falseEmpty = 0;
    let kiosksLeft = 50;
    const send = async (person: Person, path: string, body: object) => {
      commands += 1;
      return person.post<Desk & Slip & Problem>(path, body);
    };
    const takeNumbers = async (n: number) => {
      for (let taken = 0; taken < 110; taken++) {
        const queueId = letters[(n + taken) % 3]!.toLowerCase();
        const headStart = taken % 9 === 0 ? 'senior' : null;
        const { status, body } = await send(kiosk, `/api/halls/${id}/tickets`, { queueId, matterId: null, headStart });
        expect(status).toBe(200);
        numbers.push(body.number);
      }
      kiosksLeft -= 1;
    };
    const serve = async (n: number) => {
      const person = await people.staff(id, `clerk-${n}`);
      const at = `/api/halls/${id}/windows/w${n}`;
      await send(person, `${at}/open`, {});
      for (;;) {
        const before = kiosksLeft;
        const called = await send(person, `${at}/call-next`, {});
        if (called.status === 409) {
          expect(called.body.code).toBe('queue-empty');
          if (before === 0) return;
          continue;
        }
        if (called.status !== 200) throw new Error(JSON.stringify(called.body));
        await send(person, `${at}/start`, {});
        await send(person, `${at}/finish`, { outcome: 'done' });
      }
    };
    await Promise.all([
      ...Array.from({ length: 50 }, (_, n) => takeNumbers(n)),
      ...Array.from({ length: 50 }, (_, n) => serve(n + 1)),
    ]);
    const checker = new DataSource({ type: 'postgres', url: database.url });
    await checker.initialize();
    const [left] = await checker.query<{ n: number }[]>(
      `select count(*)::int as n from ticket where hall_id = $1 and state <> 'finished'`,
      [id],
    );
    falseEmpty += left!.n;
    const report = await verifyAll(checker, server.dataDir);
    await checker.destroy();
    expect(commands).toBeGreaterThanOrEqual(20_000);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(falseEmpty).toBe(0);
    expect(report.findings).toEqual([]);
  }, 1_800_000);
});
