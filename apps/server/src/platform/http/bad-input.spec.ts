import { Agent, request } from 'node:http';
import pg from 'pg';
import { ERRORS, type Problem } from '@shouwen/contracts/errors';
import { OPERATIONS } from '@shouwen/contracts/http/operations';
import type { Operation } from '@shouwen/contracts/http/operation';
import type { Desk } from '@shouwen/contracts/views/desk.schema';
import type { Slip } from '@shouwen/contracts/views/ticket.schema';
import { cloneDatabase, type TestDatabase } from '../../../../../test/support/database.ts';
import { startTestServer, type TestServer } from '../../../../../test/support/server.ts';
import { kioskOf, person, staffOf, type Person } from '../../../../../test/hall/support/people.ts';

const HALL = 'input';
let database: TestDatabase;
let server: TestServer;
let agent: Agent;
let kiosk: Person;
let clerk: Person;
let admin: Person;
let supervisor: Person;
let admirer: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase();
  server = await startTestServer(database.url);
  agent = new Agent({ keepAlive: true });
  await server.makeHall({ id: HALL, letters: ['A', 'B'] });
  kiosk = await kioskOf(server.url, agent, HALL);
  clerk = await staffOf(server.url, agent, HALL, 'clerk-1');
  admin = await staffOf(server.url, agent, HALL, 'administrator');
  supervisor = await staffOf(server.url, agent, HALL, 'supervisor');
  admirer = new pg.Client({ connectionString: database.url });
  await admirer.connect();
}, 60_000);

afterAll(async () => {
  agent.destroy();
  await admirer.end();
  await server.stop();
  await database.drop();
});

/** The heads of all logs: what must not have moved. */
const heads = async (): Promise<string> =>
  JSON.stringify((await admirer.query('select hall_id, seq, hash from hall_head order by 1')).rows);

/** Sends anything, as raw as it is. */
function send(
  path: string,
  text: string | Buffer,
  headers: Record<string, string> = {},
): Promise<{ status: number; type: string; body: Problem }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${server.url}${path}`,
      {
        method: 'POST',
        headers: {
          ...kiosk.headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
          ...headers,
        },
      },
      (response) => {
        let reply = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (reply += chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            type: String(response.headers['content-type']),
            body: JSON.parse(reply) as Problem,
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });
}

const TICKETS = `/api/halls/${HALL}/tickets`;
const good = { queueId: 'a', matterId: 'matter-a', headStart: null };

/** A problem body as RFC 9457 and docs/errors.md want it, and nothing of the inside. */
function expectProblem({ status, body }: { status: number; body: unknown }, code: Problem['code']): void {
  const problem = body as Problem;
  expect([status, problem.code]).toEqual([ERRORS[code].status, code]);
  expect(problem.type).toBe(`urn:shouwen:error:${code}`);
  expect(problem.status).toBe(status);
  expect(problem.detail).toBe(ERRORS[code].zh);
  expect(problem.instance.length).toBeGreaterThan(5);
  expect(JSON.stringify(problem)).not.toMatch(
    /at .*\.(js|ts)|select |insert |node_modules|\/home|\/root|postgres|zod/i,
  );
}

describe('what is not right is refused with a documented code and a sentence, and changes nothing', () => {
  let before: string;
  beforeEach(async () => {
    before = await heads();
  });
  afterEach(async () => {
    expect(await heads()).toBe(before);
  });

  it.each([
    ['an unknown matter', { ...good, matterId: 'no-such' }, 'unknown-matter'],
    ['a matter of another queue', { ...good, matterId: 'matter-b' }, 'unknown-matter'],
    ['an unknown queue', { ...good, queueId: 'no-such', matterId: null }, 'unknown-queue'],
    ['a class that a citizen cannot claim', { ...good, headStart: 'second-visit' }, 'invalid-input'],
    ['a field that is not asked for', { ...good, rank: 0 }, 'invalid-input'],
    ['SQL', { ...good, queueId: "a'; drop table ticket; --" }, 'invalid-input'],
    ['a script', { ...good, matterId: '<script>alert(1)</script>' }, 'invalid-input'],
    ['an object for a string', { ...good, queueId: { $gt: '' } }, 'invalid-input'],
    ['a very long string', { ...good, queueId: 'a'.repeat(5_000) }, 'invalid-input'],
    ['nothing', {}, 'invalid-input'],
    ['a list', [], 'invalid-input'],
  ] as const)('%s', async (_what, body, code) => {
    expectProblem(await kiosk.post(TICKETS, body), code);
  });

  it('malformed JSON, an empty body, another type, a megabyte', async () => {
    expectProblem(await send(TICKETS, '{"queueId":'), 'malformed-json');
    expectProblem(await send(TICKETS, JSON.stringify(good), { 'content-type': 'text/plain' }), 'wrong-media-type');
    expectProblem(
      await send(TICKETS, 'queueId=a', { 'content-type': 'application/x-www-form-urlencoded' }),
      'wrong-media-type',
    );
    expectProblem(await send(TICKETS, JSON.stringify({ ...good, more: 'x'.repeat(1_000_000) })), 'too-large');
  });

  it('is a problem body, by its type', async () => {
    expect((await send(TICKETS, '{}')).type).toContain('application/problem+json');
  });

  it('names the fields', async () => {
    const { body } = await kiosk.post<Problem>(TICKETS, { queueId: 5, matterId: null, headStart: null });
    expect(body.fields?.map(({ path }) => path)).toEqual(['body.queueId']);
  });

  it('speaks the caller’s language', async () => {
    const english = await send(TICKETS, JSON.stringify({ ...good, matterId: 'no-such' }), {
      'accept-language': 'en-GB,zh;q=0.5',
    });
    expect(english.body.detail).toBe(ERRORS['unknown-matter'].en);
  });

  it('a guessed ticket code is no different from one that never was', async () => {
    const visitor = person(server.url, agent);
    const codes = [`${HALL}.AAAAAAAAAAAAAAAAAAAAAA`, 'nowhere.AAAAAAAAAAAAAAAAAAAAAA'];
    const answers = await Promise.all(codes.map((code) => visitor.get<Problem>(`/api/t/${code}`)));
    for (const answer of answers) expectProblem(answer, 'unknown-ticket');
    expectProblem(await visitor.get(`/api/t/${encodeURIComponent("x' or 1=1")}`), 'invalid-input');
  });

  it('a step in the wrong state, another hall’s id, a window that is not there', async () => {
    expectProblem(await clerk.post(`/api/halls/${HALL}/windows/w1/finish`, { outcome: 'done' }), 'window-not-open');
    expectProblem(await clerk.post(`/api/halls/other/windows/w1/open`), 'forbidden');
    expectProblem(await clerk.post(`/api/halls/${HALL}/windows/w99/open`), 'unknown-window');
    expectProblem(await person(server.url, agent).get('/api/halls/nowhere/board'), 'unknown-hall');
    expectProblem(await person(server.url, agent).get('/api/no-such-thing'), 'not-found');
  });

  it('a catalogue that contradicts itself', async () => {
    const item = {
      id: 'w9',
      number: 9,
      zoneId: 'A',
      name: { zh: '九', en: 'Nine' },
      firstQueues: ['no-such'],
      secondQueues: [],
      secondAfterSeconds: 0,
    };
    const answer = await admin.post(`/api/halls/${HALL}/catalogue/changes`, {
      changes: [{ kind: 'window', id: 'w9', item }],
    });
    expectProblem(answer, 'catalogue-conflict');
  });

  it.each(
    OPERATIONS.filter(({ method }) => method === 'POST').map((operation) => [operation.name, operation] as const),
  )('%s: SQL and script in every string never end in an internal error', async (_name, operation: Operation) => {
    const evil = `'; drop table hall_event; --<script>alert(1)</script>\u0000`;
    const body = {
      queueId: evil,
      matterId: evil,
      headStart: evil,
      reason: evil,
      outcome: evil,
      ticketId: evil,
      slotAt: evil,
      code: evil,
      username: evil,
      password: evil,
      hallId: evil,
      name: evil,
      kind: evil,
      zoneId: evil,
      windowId: evil,
      changes: evil,
      current: evil,
      next: evil,
      now: evil,
    };
    const path = operation.path.replaceAll(/:(\w+)/g, (_all, name: string) =>
      name === 'hallId' ? HALL : encodeURIComponent(evil),
    );
    for (const caller of [kiosk, clerk, admin, supervisor]) {
      if (operation.name.startsWith('signOut') || operation.name === 'closeDay') continue;
      const answer = await caller.post<Problem>(path, body);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(Object.keys(ERRORS)).toContain(answer.body.code);
    }
  });
});

describe('pressed twice, sent twice, answered by nobody: one effect (PEERS 1, 9, 14)', () => {
  it('a repeated request gets the first answer; the same key for something else is refused', async () => {
    const first = await kiosk.post<Slip>(TICKETS, good, 'key-twice');
    const again = await kiosk.post<Slip>(TICKETS, good, 'key-twice');
    expect(again.body).toMatchObject({ number: first.body.number, code: first.body.code });
    expectProblem(
      await kiosk.post(TICKETS, { ...good, queueId: 'b', matterId: 'matter-b' }, 'key-twice'),
      'key-reused',
    );
  });

  it('ten presses at the same time under one key are one ticket', async () => {
    const before = JSON.parse(await heads()) as { hall_id: string; seq: string }[];
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => kiosk.post<Slip>(TICKETS, good, 'key-ten-times')),
    );
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
    const after = JSON.parse(await heads()) as { hall_id: string; seq: string }[];
    expect(Number(after[0]!.seq) - Number(before[0]!.seq)).toBe(1);
  });

  it('a double call of the same clerk calls one citizen (PEERS 4)', async () => {
    const at = `/api/halls/${HALL}/windows/w1`;
    await clerk.post(`${at}/open`);
    const [one, other] = await Promise.all([
      clerk.post<Desk & Problem>(`${at}/call-next`),
      clerk.post<Desk & Problem>(`${at}/call-next`),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
    const refused = one.status === 409 ? one : other;
    expectProblem(refused, 'window-busy');
  });
});

describe('the database away', () => {
  it('fails cleanly with 503, leaves nothing half done, and heals by itself', async () => {
    const before = await heads();
    const name = new URL(database.url).pathname.slice(1);
    const maintenance = new pg.Client({ connectionString: process.env['TEST_POSTGRES'] });
    await maintenance.connect();
    await admirer.end();
    await maintenance.query(`alter database ${name} with allow_connections false`);
    await maintenance.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => kiosk.post(TICKETS, good)));
    for (const answer of answers) expectProblem(answer, 'unavailable');
    const ready = await fetch(`${server.url}/api/health/ready`);
    expect([ready.status, (await fetch(`${server.url}/api/health/live`)).status]).toEqual([503, 200]);
    await maintenance.query(`alter database ${name} with allow_connections true`);
    await maintenance.end();
    admirer = new pg.Client({ connectionString: database.url });
    await admirer.connect();
    expect(await heads()).toBe(before);
    expect((await kiosk.post(TICKETS, good)).status).toBe(200);
  });
});
