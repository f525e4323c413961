import { Agent } from 'node:http';
import { io, type Socket } from 'socket.io-client';
import type { Problem } from '@shouwen/contracts/errors';
import { OPERATIONS } from '@shouwen/contracts/http/operations';
import { DEVICE_KINDS, EVERY_ROLE, type Operation } from '@shouwen/contracts/http/operation';
import { SOCKET_PATH, type ClientToServer, type JoinReply, type ServerToClient } from '@shouwen/contracts/live/live';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { person, staffOf, EXAMPLE_PASSWORD, type Person } from '../../../../test/hall/support/people.ts';

const HALL = 'here';
const USERNAMES = {
  clerk: 'clerk-1',
  guide: 'guide',
  supervisor: 'supervisor',
  director: 'director',
  administrator: 'administrator',
  auditor: 'auditor',
};

let database: TestDatabase;
let server: TestServer;
let agent: Agent;
const callers = new Map<string, Person>();

beforeAll(async () => {
  database = await cloneDatabase();
  server = await startTestServer(database.url);
  agent = new Agent({ keepAlive: true });
  await server.makeHall({ id: HALL, letters: ['A', 'B'] });
  await server.makeHall({ id: 'elsewhere' });
  callers.set('nobody', person(server.url, agent));
  for (const kind of DEVICE_KINDS) {
    const paired = await callers
      .get('nobody')!
      .post<{ token: string }>(`/api/halls/${HALL}/devices/example`, { kind, zoneId: null });
    callers.set(kind, person(server.url, agent, { authorization: `Bearer ${paired.body.token}` }));
  }
  for (const role of EVERY_ROLE) callers.set(role, await staffOf(server.url, agent, HALL, USERNAMES[role]));
  callers.set('stranger', await staffOf(server.url, agent, 'elsewhere', 'administrator'));
}, 60_000);

afterAll(async () => {
  agent.destroy();
  await server.stop();
  await database.drop();
});

/** Who may, as the contract says. A new operation is in the table by being in the list of operations. */
function mayCall({ access }: Operation, caller: string): boolean {
  if (access.who === 'public') return true;
  if (caller === 'nobody' || caller === 'stranger') return false;
  if ((access.roles as readonly string[]).includes(caller)) return true;
  return access.who === 'device' && (access.kinds as readonly string[]).includes(caller);
}

const pathOf = ({ path }: Operation, kind: string): string =>
  path
    .replace(':hallId', HALL)
    .replace(':windowId', 'w1')
    .replace(':ticketId', '2026-11-24.A001')
    .replace(':appointmentId', '123456')
    .replace(':deviceId', 'none')
    .replace(':figure', 'waiting')
    .replace(':fileId', 'f'.repeat(24))
    .replace(':kind', kind)
    .replace(':code', `${HALL}.AAAAAAAAAAAAAAAAAAAAAA`);

/** These end the session that calls them; they have a test of their own. */
const ENDING = ['signOut', 'signOutEverywhere'];
const REFUSED = ['not-signed-in', 'device-not-paired', 'forbidden'];

describe('who may do what', () => {
  it.each(
    OPERATIONS.filter(({ name }) => !ENDING.includes(name)).map((operation) => [operation.name, operation] as const),
  )('%s: 401 or 403 to everybody else, never to those who may', async (_name, operation) => {
    for (const [who, caller] of callers) {
      const path = pathOf(operation, DEVICE_KINDS.find((kind) => kind === who) ?? 'kiosk');
      const { status, body } =
        operation.method === 'GET'
          ? await caller.get<Problem>(path)
          : await caller.post<Problem>(path, { nonsense: true });
      const refused = (status === 401 || status === 403) && REFUSED.includes(body.code);
      const own = operation.path === '/api/me' || operation.path === '/api/me/password';
      const expected = own && who === 'stranger' ? true : mayCall(operation, who);
      expect([who, refused]).toEqual([who, !expected]);
      if (!expected && who === 'nobody') expect(status).toBe(401);
      if (!expected && who === 'stranger') expect(status).toBe(403);
    }
  });

  it('has an operation for every route, and no route beside them but the listed pages and machines’ routes', async () => {
    const { body } = await callers.get('nobody')!.get<{ paths: Record<string, object> }>('/api/openapi.json');
    const listed = new Set(OPERATIONS.map(({ path }) => path.replaceAll(/:(\w+)/g, '{$1}')));
    const unlisted = Object.keys(body.paths).filter((path) => path.startsWith('/api') && !listed.has(path));
    expect(unlisted).toEqual([]);
  });
});

describe('signing in', () => {
  const signIn = (body: object, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ hallId: HALL, ...body }),
    });

  it('gives a cookie that no script can read', async () => {
    const response = await signIn({ username: 'clerk-1', password: EXAMPLE_PASSWORD });
    const cookie = response.headers.get('set-cookie')!;
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=(Lax|Strict)/i);
  });

  it('says the same of a wrong name and a wrong password', async () => {
    const wrong = (await (await signIn({ username: 'director', password: 'wrong-password' })).json()) as Problem;
    const nobody = (await (await signIn({ username: 'no-such-one', password: 'wrong-password' })).json()) as Problem;
    expect([wrong.code, nobody.code]).toEqual(['sign-in-failed', 'sign-in-failed']);
    expect(wrong.detail).toBe(nobody.detail);
  });

  it('locks an account after five wrong passwords, also for the right one', async () => {
    for (let n = 0; n < 5; n++) await signIn({ username: 'auditor', password: `wrong-${n}-password` });
    const response = await signIn({ username: 'auditor', password: EXAMPLE_PASSWORD });
    expect(response.status).toBe(423);
    expect(((await response.json()) as Problem).code).toBe('account-locked');
  });

  it('ends one session, or all of them', async () => {
    const one = await staffOf(server.url, agent, HALL, 'guide');
    const other = await staffOf(server.url, agent, HALL, 'guide');
    expect((await one.post('/api/sign-out')).status).toBe(200);
    expect((await one.get('/api/me')).status).toBe(401);
    expect((await other.get('/api/me')).status).toBe(200);
    const third = await staffOf(server.url, agent, HALL, 'guide');
    expect((await third.post('/api/sign-out-everywhere')).status).toBe(200);
    expect([(await other.get('/api/me')).status, (await third.get('/api/me')).status]).toEqual([401, 401]);
    callers.set('guide', await staffOf(server.url, agent, HALL, 'guide'));
  });
});

describe('pairing a device', () => {
  const pair = (code: string) =>
    callers.get('nobody')!.post<{ token: string; deviceId: string } & Problem>('/api/devices/pair', { code });
  const make = async () => {
    const body = { kind: 'kiosk', name: 'East door', zoneId: null, windowId: null };
    return (
      await callers.get('administrator')!.post<{ code: string }>(`/api/halls/${HALL}/devices/pairing-codes`, body)
    ).body.code;
  };

  it('works once with a code of eight figures, until the device is withdrawn', async () => {
    const code = await make();
    expect(code).toMatch(/^\d{8}$/);
    const { body, status } = await pair(code);
    expect(status).toBe(200);
    expect((await pair(code)).body.code).toBe('pairing-code-wrong');
    const kiosk = person(server.url, agent, { authorization: `Bearer ${body.token}` });
    expect((await kiosk.get('/api/device/kiosk')).status).toBe(200);
    await callers.get('administrator')!.post(`/api/halls/${HALL}/devices/${body.deviceId}/revoke`);
    expect((await kiosk.get('/api/device/kiosk')).status).toBe(401);
  });

  it('is slowed down for who guesses', async () => {
    const answers: number[] = [];
    for (let n = 0; n < 25; n++) answers.push((await pair(String(10_000_000 + n))).status);
    expect(answers.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect(new Set(answers)).toEqual(new Set([404, 429]));
  });
});

describe('in production', () => {
  it('example accounts and example pairing are refused', async () => {
    const production = await startTestServer(database.url, { NODE_ENV: 'production', HALL_DATA: server.dataDir });
    try {
      const visitor = person(production.url, agent);
      const signIn = await visitor.post<Problem>('/api/sign-in', {
        hallId: HALL,
        username: 'clerk-1',
        password: EXAMPLE_PASSWORD,
      });
      const device = await visitor.post<Problem>(`/api/halls/${HALL}/devices/example`, { kind: 'kiosk', zoneId: null });
      expect([signIn.body.code, device.body.code]).toEqual(['example-refused', 'example-refused']);
    } finally {
      await production.stop();
    }
  });
});

describe('sockets', () => {
  type Live = Socket<ServerToClient, ClientToServer>;
  const open: Live[] = [];
  afterEach(() => {
    for (const socket of open.splice(0)) socket.disconnect();
  });
  const connect = (who: string): Live => {
    const socket: Live = io(server.url, {
      path: SOCKET_PATH,
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { ...callers.get(who)!.headers },
    });
    open.push(socket);
    return socket;
  };
  const join = (socket: Live, audience: 'public' | 'staff', hallId = HALL): Promise<JoinReply> =>
    new Promise((resolve) => socket.emit('join.v1', { hallId, audience }, resolve));

  it('lets anybody into the public room and only staff of the hall into theirs', async () => {
    for (const who of callers.keys()) {
      const socket = connect(who);
      expect(await join(socket, 'public')).toMatchObject({ ok: true });
      const answer = await join(socket, 'staff');
      const staff = (EVERY_ROLE as readonly string[]).includes(who);
      expect([who, answer.ok]).toEqual([who, staff]);
      if (!answer.ok) expect(answer.code).toBe(who === 'stranger' ? 'forbidden' : 'not-signed-in');
    }
  });

  it('takes signs of life only from those who sit at windows', async () => {
    for (const who of callers.keys()) {
      const socket = connect(who);
      const { ok } = await new Promise<{ ok: boolean }>((resolve) =>
        socket.emit('active.v1', { hallId: HALL, windowId: 'w1' }, resolve),
      );
      expect([who, ok]).toEqual([who, ['clerk', 'guide', 'supervisor'].includes(who)]);
    }
  });

  it('answers nonsense without falling over', async () => {
    const socket = connect('nobody') as unknown as Socket;
    for (const body of [
      null,
      5,
      'x',
      {},
      { hallId: { $ne: 1 }, audience: 'staff' },
      { hallId: "'; drop table", audience: 'public' },
    ]) {
      const answer = await new Promise<JoinReply>((resolve) => socket.emit('join.v1', body, resolve));
      expect(answer.ok).toBe(false);
    }
  });

  it('throws out who signs out, and does not let them back in by reconnecting', async () => {
    const clerk = await staffOf(server.url, agent, HALL, 'clerk-1');
    callers.set('leaving', clerk);
    const socket = connect('leaving');
    expect((await join(socket, 'staff')).ok).toBe(true);
    const ended = new Promise((resolve) => socket.once('session.ended.v1', resolve));
    const gone = new Promise((resolve) => socket.once('disconnect', resolve));
    await clerk.post('/api/sign-out');
    expect(await ended).toEqual({ reason: 'signed-out' });
    await gone;
    socket.connect();
    expect(await join(socket, 'staff')).toEqual({ ok: false, code: 'not-signed-in' });
    callers.delete('leaving');
  });

  it('shows the public nothing of a person: no clerk, no class, no name', async () => {
    const display = connect('display');
    await join(display, 'public');
    const heard: unknown[] = [];
    display.onAny((_name, message) => heard.push(message));
    const headStart = 'senior';
    await callers.get('kiosk')!.post(`/api/halls/${HALL}/tickets`, { queueId: 'a', matterId: 'matter-a', headStart });
    const clerk = await staffOf(server.url, agent, HALL, 'clerk-1');
    for (const verb of ['open', 'call-next', 'start']) await clerk.post(`/api/halls/${HALL}/windows/w1/${verb}`);
    await new Promise((resolve) => setTimeout(resolve, 600));
    const board = (await callers.get('nobody')!.get(`/api/halls/${HALL}/board`)).body;
    const text = JSON.stringify([heard, board]);
    expect(heard.length).toBeGreaterThan(2);
    for (const word of ['senior', 'headStart', 'clerk-1', 'Staff clerk', '员工', 'staff:', 'issuedAt']) {
      expect(text).not.toContain(word);
    }
  });
});
