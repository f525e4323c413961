import { Agent } from 'node:http';
import type { Problem } from '@shouwen/contracts/errors';
import { RATING_OPERATIONS } from '@shouwen/contracts/http/rating.operations';
import type { CastReply, PadView, Rateable } from '@shouwen/contracts/views/rating.schema';
import { DataSource } from 'typeorm';
import { person } from '../../../../test/hall/support/people.ts';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { givenRatedHall } from '../../../../test/support/rated-hall.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';

/** Ways in which somebody may try to get a rating that no citizen gave (DOMAIN §5): each is answered, and nothing changes. */
let database: TestDatabase;
let server: TestServer;
let people: People;
let checker: DataSource;

beforeAll(async () => {
  database = await cloneDatabase();
  server = await startTestServer(database.url);
  people = peopleAt(server.url);
  checker = await new DataSource({ type: 'postgres', url: database.url }).initialize();
});

afterAll(async () => {
  people.leave();
  await checker.destroy();
  await server.stop();
  await database.drop();
});

type Hall = Awaited<ReturnType<typeof givenRatedHall>>;
const givenHall = () => givenRatedHall(server, people);
const ratingsOf = async ({ id }: Hall) =>
  (await checker.query(
    "select actor, data->>'level' as level from hall_event where hall_id = $1 and kind = 'rating-cast' order by seq",
    [id],
  )) as { actor: string; level: string }[];
const cast = (hall: Hall, body: object, by = hall.pad, key?: string) =>
  by.post<CastReply & Problem>(`${hall.at}/pad/ratings`, body, key);

describe('a pad’s token', () => {
  it('is worth nothing once its pad was taken back', async () => {
    const hall = await givenHall();
    const slip = await hall.serve();
    const devices = await hall.admin.get<{ deviceId: string; windowId: string }[]>(`${hall.at}/devices`);
    const { deviceId } = devices.body.find(({ windowId }) => windowId === 'w1')!;
    expect((await hall.admin.post(`${hall.at}/devices/${deviceId}/revoke`)).status).toBe(200);
    const answers = [await cast(hall, hall.said(slip)), await hall.pad.get<Problem>(`${hall.at}/pad`)];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [401, 'device-not-paired'],
      [401, 'device-not-paired'],
    ]);
    expect(await ratingsOf(hall)).toEqual([]);
  });

  it('cannot be made up, and pairing codes are not guessed', async () => {
    const hall = await givenHall();
    const slip = await hall.serve();
    const agent = new Agent();
    const forged = person(server.url, agent, { authorization: `Bearer d.${hall.id}.${'A'.repeat(43)}` });
    expect((await cast(hall, hall.said(slip), forged)).body.code).toBe('device-not-paired');
    const guess = await people.anybody.post<Problem>('/api/devices/pair', { code: '12345678' });
    expect(guess.body.code).toBe('pairing-code-wrong');
    agent.destroy();
    expect(await ratingsOf(hall)).toEqual([]);
  });

  it('rates as the pad, whoever is signed in beside it, and at its own window only', async () => {
    const hall = await givenHall();
    const slip = await hall.serve();
    const agent = new Agent();
    const both = (token: Hall['pad']) => person(server.url, agent, { ...hall.one.headers, ...token.headers });
    expect((await cast(hall, hall.said(slip), both(hall.pad2))).body.code).toBe('unknown-serving');
    expect((await cast(hall, hall.said(slip), both(hall.kiosk))).body.code).toBe('forbidden');
    const named = await cast(hall, { ...hall.said(slip), windowId: 'w1' }, both(hall.pad2));
    expect(named.body.code).toBe('invalid-input');
    expect(await ratingsOf(hall)).toEqual([]);
    expect((await cast(hall, hall.said(slip), both(hall.pad))).status).toBe(200);
    // The session lends it nothing: the log names the pad.
    expect(await ratingsOf(hall)).toEqual([{ actor: expect.stringMatching(/^device:/) as string, level: 'satisfied' }]);
    agent.destroy();
  });
});

describe('a rating that was cast', () => {
  it('is not cast again by a replayed request, whatever its key', async () => {
    const hall = await givenHall();
    const slip = await hall.serve();
    const bad = hall.said(slip, { level: 'very-dissatisfied' });
    const first = await cast(hall, bad, hall.pad, 'first-press');
    expect((await cast(hall, bad, hall.pad, 'first-press')).body).toEqual(first.body);
    expect((await cast(hall, bad, hall.pad, 'second-press')).body.code).toBe('already-rated');
    const better = hall.said(slip, { level: 'very-satisfied' });
    expect((await cast(hall, better, hall.pad, 'first-press')).body.code).toBe('key-reused');
    expect((await people.anybody.post<Problem>(`/api/t/${slip.code}/ratings`, better)).body.code).toBe('already-rated');
    expect((await ratingsOf(hall)).map(({ level }) => level)).toEqual(['very-dissatisfied']);
  });

  it('is not opened again by taking the end back and ending anew', async () => {
    const hall = await givenHall();
    const slip = await hall.serve();
    await cast(hall, hall.said(slip, { level: 'very-dissatisfied' }));
    expect((await hall.press('undo-finish')).status).toBe(200);
    expect((await cast(hall, hall.said(slip, { level: 'very-satisfied' }))).body.code).toBe('already-rated');
    expect((await hall.press('finish', { outcome: 'done' })).status).toBe(200);
    expect((await hall.pad.get<PadView>(`${hall.at}/pad`)).body.rate).toBeNull();
    expect((await cast(hall, hall.said(slip, { level: 'very-satisfied' }))).body.code).toBe('already-rated');
    expect((await people.anybody.get<Rateable[]>(`/api/t/${slip.code}/ratings`)).body).toMatchObject([
      { level: 'very-dissatisfied', canRate: false },
    ]);
    expect((await ratingsOf(hall)).length).toBe(1);
  });

  it('cannot be given while the end is taken back, and can be once it has ended again', async () => {
    const hall = await givenHall();
    const slip = await hall.serve();
    expect((await hall.press('undo-finish')).status).toBe(200);
    expect((await cast(hall, hall.said(slip))).body.code).toBe('serving-not-ended');
    expect((await hall.press('finish', { outcome: 'done' })).status).toBe(200);
    expect((await cast(hall, hall.said(slip))).status).toBe(200);
  });
});

describe('time and place', () => {
  it('at the pad for ten minutes and only about the last one; by the slip to the last second of five days', async () => {
    const hall = await givenHall();
    const first = await hall.serve();
    const second = await hall.serve();
    expect((await cast(hall, hall.said(first))).body.code).toBe('rating-too-late');
    await hall.clock('2026-11-24', '10:11');
    expect((await cast(hall, hall.said(second))).body.code).toBe('rating-too-late');
    const phone = (slip: { id: string; code: string }) =>
      people.anybody.post<CastReply & Problem>(`/api/t/${slip.code}/ratings`, hall.said(slip));
    await hall.clock('2026-11-29', '09:59');
    expect((await phone(first)).status).toBe(200);
    await hall.clock('2026-11-29', '10:01');
    expect((await phone(second)).body.code).toBe('rating-too-late');
    const late = await people.anybody.post<Problem>(`/api/t/${first.code}/ratings/${first.id}.1/addition`, {
      text: '!',
    });
    expect(late.body.code).toBe('rating-too-late');
  });

  it('never a serving of another hall, by its number or by its code', async () => {
    const [hall, other] = [await givenHall(), await givenHall()];
    await other.serve();
    const theirs = await other.serve();
    expect(theirs.id).toMatch(/A002$/);
    expect((await cast(hall, hall.said(theirs))).body.code).toBe('unknown-serving');
    expect((await cast(other, other.said(theirs), hall.pad)).body.code).toBe('forbidden');
    const mine = await hall.serve();
    const swapped = `${other.id}.${mine.code.split('.')[1]}`;
    const forged = [swapped, mine.code.slice(0, -1) + (mine.code.endsWith('A') ? 'B' : 'A')];
    for (const code of forged) {
      const { body } = await people.anybody.post<Problem>(`/api/t/${code}/ratings`, hall.said(mine));
      expect(body.code).toBe('unknown-ticket');
    }
    expect(await ratingsOf(hall)).toEqual([]);
    expect(await ratingsOf(other)).toEqual([]);
  });
});

it('no operation on ratings lets staff cast, change, reopen or delete one', () => {
  const commands = RATING_OPERATIONS.filter(({ command }) => command);
  const byCitizens = commands.filter(({ access }) => access.who !== 'staff').map(({ name }) => name);
  expect(byCitizens).toEqual(['castAtPad', 'castByCode', 'addToRating']);
  for (const { name, access } of RATING_OPERATIONS) {
    if (access.who === 'device') expect([name, access.roles]).toEqual([name, []]);
  }
  const staffMay = commands.filter(({ access }) => access.who === 'staff').map(({ name }) => name);
  expect(staffMay).toEqual(['verifyRating', 'rectifyRating', 'revisitRating', 'decideAppeal', 'appealRating']);
});
