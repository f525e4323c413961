import { io, type Socket } from 'socket.io-client';
import type { Problem } from '@shouwen/contracts/errors';
import type { LogEvent } from '@shouwen/contracts/http/hall.operations';
import type { Operation } from '@shouwen/contracts/http/operation';
import { OPERATIONS } from '@shouwen/contracts/http/operations';
import { SOCKET_PATH, type ClientToServer, type ServerToClient } from '@shouwen/contracts/live/live';
import type { LoopBoard } from '@shouwen/contracts/views/loop.schema';
import type { CastReply, RatedView } from '@shouwen/contracts/views/rating.schema';
import type { Slip } from '@shouwen/contracts/views/ticket.schema';
import { instantAt } from '@shouwen/domain/time/zoned';
import type { Person } from '../../../../test/hall/support/people.ts';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';

/**
 * Anonymity (DOMAIN §5, §10), shown by comparison: two halls live through the same morning, only that the last citizen is satisfied in
 * one and very dissatisfied in the other. Whatever a clerk can ask or hear must be the same in both, or it would tell.
 */
let database: TestDatabase;
let server: TestServer;
let people: People;
const sockets: Socket[] = [];

beforeAll(async () => {
  database = await cloneDatabase();
  server = await startTestServer(database.url);
  people = peopleAt(server.url);
}, 60_000);

afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  people.leave();
  await server.stop();
  await database.drop();
});

const CLERKS = ['clerk-1', 'clerk-2', 'guide'] as const;
const DAY = '2026-11-24';
const TELEPHONE = '13812341234';

async function listen(who: Person, hallId: string): Promise<unknown[]> {
  const heard: unknown[] = [];
  const socket: Socket<ServerToClient, ClientToServer> = io(server.url, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { ...who.headers },
  });
  sockets.push(socket);
  for (const name of ['hall.events.v1', 'hall.staff-events.v1', 'hall.changed.v1'] as const)
    socket.on(name, (message: unknown) => void heard.push([name, message]));
  for (const audience of ['public', 'staff'] as const)
    await new Promise((resolve) => socket.emit('join.v1', { hallId, audience }, resolve));
  return heard;
}

/** A morning with one citizen at window 1 who rates like this. */
async function morning(id: string, level: string, username = 'clerk-1', windowId = 'w1') {
  await server.makeHall({ id, windows: 2, clerks: 2, cases: true, open: '08:30', close: '17:30' });
  const at = `/api/halls/${id}`;
  const names = [...CLERKS, 'supervisor', 'director', 'administrator', 'auditor'] as const;
  const staff = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await people.staff(id, name)] as const)),
  ) as Record<(typeof names)[number], Person>;
  const set = (wall: string) =>
    staff.administrator.post(`${at}/example-clock`, { now: instantAt(DAY, wall, 'Asia/Shanghai'), speed: 0.1 });
  await set('10:00');
  const server1 = await people.staff(id, username);
  const kiosk = await people.kiosk(id);
  const pad = await people.pad(id, windowId);
  const press = (verb: string, body: object = {}) => server1.post(`${at}/windows/${windowId}/${verb}`, body);
  await press('open');
  const { body: slip } = await kiosk.post<Slip>(`${at}/tickets`, { queueId: 'a', matterId: 'permit', headStart: null });
  await press('call-next');
  await press('start');
  await press('finish', { outcome: 'done' });
  const heard = await listen(staff['clerk-1'], id);
  const said = { ratingId: `${slip.id}.1`, level, form: 1, text: `我是${slip.number},电话${TELEPHONE}` };
  const contact = { name: '张小明', telephone: TELEPHONE };
  const { body: cast } = await pad.post<CastReply>(`${at}/pad/ratings`, { ...said, contact });
  await new Promise((resolve) => setTimeout(resolve, 300));
  return { id, at, staff, slip, cast, heard, set };
}
type Morning = Awaited<ReturnType<typeof morning>>;

const READS = OPERATIONS.filter(({ method }) => method === 'GET');
const open = ({ access }: Operation, role: 'clerk' | 'guide') => access.who === 'public' || access.roles.includes(role);
const NUMBER = 'SW-F-2026-00001';

/** Every reading operation that this person may call, with whatever stands in its path. */
async function everythingFor(role: 'clerk' | 'guide', who: Person, hallId: string, number: string) {
  const answers: [string, unknown][] = [];
  for (const operation of READS.filter((one) => open(one, role))) {
    const path = operation.path
      .replace(':hallId', hallId)
      .replace(':windowId', 'w1')
      .replace(':contactId', number)
      .replace(':number', number)
      .replace(':matterId', 'permit')
      .replace(':ticketId', `${DAY}.A001`)
      .replace(':kind', 'pad')
      .replace(':code', `${hallId}.AAAAAAAAAAAAAAAAAAAAAA`);
    for (const query of operation.name === 'listDocket' ? ['?show=open', '?show=department', ''] : [''])
      answers.push([operation.name + query, await who.get(`${path}${query}`)]);
  }
  return answers;
}

/**
 * Without what differs between any two halls: their names, moments of the clock, how long it took, the number that quotes an error —
 * and the position in the log, see decision 0008 for what it can tell.
 */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll(/same-[ab]/g, 'HALL')
      .replaceAll(/"(seq|prev|instance|handledMs)":("[^"]*"|\d+)/g, '"$1":0')
      .replaceAll(/\b1\d{12}(\.\d+)?\b/g, '0'),
  );

describe('a bad rating, before it is verified', () => {
  let good: Morning;
  let bad: Morning;
  beforeAll(async () => {
    good = await morning('same-a', 'satisfied');
    bad = await morning('same-b', 'very-dissatisfied');
    expect([good.cast.number, bad.cast.number?.startsWith(NUMBER)]).toEqual([null, true]);
  }, 60_000);

  it.each(CLERKS)('nothing that %s can read tells it from a good one', async (username) => {
    const role = username === 'guide' ? 'guide' : 'clerk';
    const read = async ({ staff, id }: Morning) =>
      plain(await everythingFor(role, staff[username], id, bad.cast.number!));
    const [one, other] = [await read(good), await read(bad)];
    expect(other).toEqual(one);
    expect((one as unknown[]).length).toBeGreaterThan(15);
  });

  it('nothing that the staff room hears does', () => {
    expect(bad.heard.length).toBeGreaterThan(1);
    expect(plain(bad.heard)).toEqual(plain(good.heard));
  });

  it.each(CLERKS)('no step that %s tries does', async (username) => {
    const number = bad.cast.number!;
    const tries: [string, object][] = [
      [`contacts/${number}/receipt`, {}],
      [`contacts/${number}/acknowledge`, {}],
      [`contacts/${number}/hand-over`, { toId: 'clerk-2', words: 'x' }],
      [`contacts/${number}/answer`, { told: false, words: 'x' }],
      [`contacts/${number}/verify-rating`, { finding: 'malicious', remedy: null, words: 'x' }],
      [`contacts/${number}/revisit-rating`, { outcome: 'satisfied', words: 'x' }],
      [`rated/${'a'.repeat(24)}/appeal`, { words: 'x' }],
    ];
    for (const [path, body] of tries) {
      const codes = await Promise.all(
        [good, bad].map(
          async (hall) => (await hall.staff[username].post<Problem>(`${hall.at}/${path}`, body)).body.code,
        ),
      );
      expect([path, codes[1]]).toEqual([path, codes[0]]);
      expect(codes[0]).toMatch(/^unknown-/);
    }
  });

  it('the administrator, who may read the log, finds it withheld and cannot search for it', async () => {
    const log = async (query: string) =>
      (await bad.staff.administrator.get<{ events: LogEvent[] }>(`${bad.at}/events?limit=1000${query}`)).body.events;
    const withheld = (await log('')).filter(({ kind }) => kind === 'withheld');
    expect(withheld).toHaveLength(3);
    for (const { data, subject, actor, at, hash } of withheld)
      expect([data, subject, actor, at % 86_400_000, hash.length]).toEqual([{}, '', '', 0, 64]);
    for (const query of [
      '&kind=rating-cast',
      `&subject=rating:${bad.slip.id}.1`,
      `&subject=contact:${bad.cast.number}`,
    ])
      expect(await log(query)).toEqual([]);
    expect(JSON.stringify(await log('&subject=window:w1'))).not.toMatch(/rating|withheld/);
  });
});

describe('a bad rating, once it is verified', () => {
  it('shows to the rated person alone, without number, hour, matter, window, card or contact', async () => {
    const hall = await morning('verified', 'very-dissatisfied');
    const { at, staff, cast, slip } = hall;
    const words = `${slip.number}号说得对,10:00 在窗口`;
    const verify = { finding: 'genuine', remedy: 'simple', words };
    expect((await staff.supervisor.post(`${at}/contacts/${cast.number}/verify-rating`, verify)).status).toBe(200);
    const { body } = await staff['clerk-1'].get<RatedView[]>(`${at}/rated`);
    expect(body).toMatchObject([
      { finding: 'genuine', said: '我是****,电话138****1234', grounds: '****号说得对,***** 在窗口' },
    ]);
    const all = JSON.stringify(body);
    for (const secret of [slip.number, slip.id, cast.number!, TELEPHONE, 'permit', '"w1"', '张小明', '10:00'])
      expect(all).not.toContain(secret);
    for (const username of ['clerk-2', 'guide'] as const) {
      const role = username === 'guide' ? 'guide' : 'clerk';
      const heard = JSON.stringify(await everythingFor(role, staff[username], hall.id, cast.number!));
      for (const secret of [cast.number!, TELEPHONE, '张小明', '"finding":', 'dissatisfied"', `${slip.id}.1`])
        expect(heard.replaceAll(`/contacts/${cast.number}`, '')).not.toContain(secret);
    }
  }, 60_000);

  it('a supervisor who is rated sees nothing of their own, neither on the board nor in figures nor in the log', async () => {
    const hall = await morning('own', 'very-dissatisfied', 'supervisor', 'w2');
    const { at, staff, cast, slip } = hall;
    const number = cast.number!;
    const reads = [
      'loops',
      'docket?show=open',
      'mine',
      'events?limit=1000',
      'ratings',
      'rating-words',
      'rating-figures?by=person',
    ];
    for (const path of reads) {
      const own = JSON.stringify((await staff.supervisor.get(`${at}/${path}`)).body);
      expect([path, own.includes(number), own.includes(`${slip.id}.1`)]).toEqual([path, false, false]);
    }
    expect((await staff.supervisor.get<Problem>(`${at}/contacts/${number}`)).body.code).toBe('unknown-contact');
    const { body } = await staff.director.get<LoopBoard>(`${at}/loops`);
    expect(body.items.map(({ contactId, answerable }) => [contactId, answerable.id])).toEqual([[number, 'director']]);
  }, 60_000);
});
