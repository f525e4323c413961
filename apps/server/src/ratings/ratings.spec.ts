import type { Problem } from '@shouwen/contracts/errors';
import type { DocketFile, DocketItem } from '@shouwen/contracts/views/docket.schema';
import type { CastReply, PadView, Rateable, RatedView } from '@shouwen/contracts/views/rating.schema';
import { DataSource } from 'typeorm';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { givenRatedHall } from '../../../../test/support/rated-hall.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { verifyAll } from '../verify/verify.ts';

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

const givenHall = () => givenRatedHall(server, people);

const green = async () => {
  const report = await verifyAll(checker, server.dataDir);
  expect(report.findings).toEqual([]);
};

const BAD = {
  level: 'very-dissatisfied',
  labels: ['sent-away'],
  text: '让我跑了三趟',
  contact: { telephone: '13812341234' },
};

describe('rating on the spot', () => {
  it('the pad shows who serves, opens by itself when the serving ends, and thanks', async () => {
    const hall = await givenHall();
    const look = async () => (await hall.pad.get<PadView>(`${hall.at}/pad`)).body;
    expect(await look()).toMatchObject({ state: 'idle', clerk: { id: 'clerk-1' }, serving: null, rate: null });
    const slip = await hall.serve(false);
    expect(await look()).toMatchObject({
      state: 'serving',
      serving: { number: 'A001', matterId: 'permit' },
      rate: null,
    });
    await hall.press('finish', { outcome: 'done' });
    const open = await look();
    expect(open.rate).toMatchObject({ ratingId: `${slip.id}.1`, matterId: 'permit', clerk: { id: 'clerk-1' } });
    const rated = async () => (await hall.one.get(`${hall.at}/windows/w1/rated`)).body;
    expect(await rated()).toEqual({ number: 'A001', rated: false });
    const { body, status } = await hall.pad.post<CastReply>(`${hall.at}/pad/ratings`, hall.said(slip));
    expect([status, body]).toEqual([200, { ratingId: `${slip.id}.1`, bad: false, number: null, verifyBy: null }]);
    expect((await look()).rate).toBeNull();
    expect(await rated()).toEqual({ number: 'A001', rated: true });
    await green();
  });

  it('by the code of the slip for five days, once, with one addition', async () => {
    const hall = await givenHall();
    const slip = await hall.serve();
    const path = `/api/t/${slip.code}/ratings`;
    await hall.clock('2026-11-28', '20:00');
    const { body } = await people.anybody.post<CastReply>(path, hall.said(slip));
    expect(body.bad).toBe(false);
    const again = await people.anybody.post<Problem>(path, hall.said(slip, { level: 'very-satisfied' }));
    expect([again.status, again.body.code]).toEqual([409, 'already-rated']);
    const add = () => people.anybody.post<Rateable & Problem>(`${path}/${slip.id}.1/addition`, { text: '谢谢' });
    expect((await add()).body.canAdd).toBe(false);
    expect((await add()).body.code).toBe('already-added');
    const late = await hall.serve().catch(() => null);
    expect(late).toBeNull();
    await hall.clock('2026-11-30', '10:00');
    expect((await people.anybody.get<Rateable[]>(path)).body).toMatchObject([
      { level: 'satisfied', canRate: false, canAdd: false, clerk: { id: 'clerk-1' } },
    ]);
    await green();
  });

  it('keeps a repeated press one rating, and words out of the log', async () => {
    const hall = await givenHall();
    const slip = await hall.serve();
    const press = () => hall.pad.post<CastReply>(`${hall.at}/pad/ratings`, hall.said(slip, BAD), 'one-press');
    const [first, again] = [await press(), await press()];
    expect(again.body).toEqual(first.body);
    const rows = (await checker.query(
      "select count(*)::int as n from hall_event where hall_id = $1 and (data::text like '%三趟%' or data::text like '%13812341234%')",
      [hall.id],
    )) as { n: number }[];
    expect(rows[0]!.n).toBe(0);
  });
});

describe('what may not be done', () => {
  it('is answered with its code, and nothing changes', async () => {
    const hall = await givenHall();
    const slip = await hall.serve();
    const serving = await hall.serve(false);
    const other = await givenHall();
    const elsewhere = await other.serve();
    const head = async () =>
      (await checker.query('select seq from hall_head where hall_id = $1', [hall.id])) as unknown;
    const before = await head();
    const pad = (body: object, by = hall.pad) => by.post<Problem>(`${hall.at}/pad/ratings`, body);
    const phone = (body: object, code = slip.code) => people.anybody.post<Problem>(`/api/t/${code}/ratings`, body);
    const cases: [string, Promise<{ body: Problem }>][] = [
      ['serving-not-ended', pad(hall.said(serving))],
      ['unknown-serving', pad(hall.said(slip), hall.pad2)],
      ['forbidden', pad(hall.said(slip), other.pad)],
      ['unknown-serving', pad({ ...hall.said(slip), ratingId: `${slip.id}.7` })],
      ['unknown-serving', phone({ ...hall.said(slip), ratingId: `${serving.id}.1` })],
      ['unknown-ticket', phone(hall.said(slip), `${hall.id}.AAAAAAAAAAAAAAAAAAAAAA`)],
      ['unknown-serving', phone({ ...hall.said(slip), ratingId: '2026-11-23.A001.1' }, elsewhere.code)],
      ['invalid-input', pad(hall.said(slip, { level: 'splendid' }))],
      ['invalid-input', pad(hall.said(slip, { text: '长'.repeat(2_001) }))],
      ['too-large', pad(hall.said(slip, { text: '长'.repeat(100_000) }))],
      ['rating-form-unknown', pad(hall.said(slip, { form: 7 }))],
      ['rating-form-unknown', pad(hall.said(slip, { labels: ['nonsense'] }))],
      // No member of staff has a way to cast one, whatever their role; nor a kiosk.
      ...[hall.one, hall.supervisor, hall.director, hall.admin].map((by): [string, Promise<{ body: Problem }>] => [
        'forbidden',
        pad(hall.said(slip), by),
      ]),
      ['forbidden', pad(hall.said(slip), hall.kiosk)],
      ['device-not-paired', pad(hall.said(slip), people.anybody)],
    ];
    for (const [code, asked] of cases) expect((await asked).body.code).toBe(code);
    expect(await head()).toEqual(before);
  });

  it('a flood of ratings from one pad leaves one; emoji and markup are kept as they are', async () => {
    const hall = await givenHall();
    const slip = await hall.serve();
    const text = '<script>alert(1)</script> 👍🏽 {{x}}';
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        hall.pad.post<Problem>(`${hall.at}/pad/ratings`, hall.said(slip, { ...BAD, text })),
      ),
    );
    const codes = answers.map(({ status, body }) => (status === 200 ? 'cast' : body.code)).sort();
    expect(codes).toEqual([...Array<string>(49).fill('already-rated'), 'cast']);
    const [item] = (await hall.supervisor.get<{ items: DocketItem[] }>(`${hall.at}/mine`)).body.items;
    const file = (await hall.supervisor.get<DocketFile>(`${hall.at}/contacts/${item!.contactId}`)).body;
    expect(file.story.find(({ kind }) => kind === 'rating-cast')?.words).toBe(text);
  });
});

describe('the loop', () => {
  it('goes from a bad rating over verification, remedy and revisit to publication', async () => {
    const hall = await givenHall();
    const slip = await hall.serve();
    const { body } = await hall.pad.post<CastReply>(`${hall.at}/pad/ratings`, hall.said(slip, BAD));
    expect(body).toMatchObject({ bad: true, verifyBy: '2026-11-25' });
    const number = body.number!;
    const mine = async () => (await hall.supervisor.get<{ items: DocketItem[] }>(`${hall.at}/mine`)).body.items;
    expect((await mine()).map(({ owes, contactId }) => [owes, contactId])).toEqual([['verify', number]]);
    const onPhone = (await people.anybody.get<{ number: string; state: string }[]>(`/api/t/${slip.code}/progress`))
      .body;
    expect(onPhone).toMatchObject([{ number, state: 'to-verify' }]);
    const verified = await hall.step(number, 'verify-rating', {
      finding: 'genuine',
      remedy: 'simple',
      words: '确有此事',
    });
    expect(verified.body.loop).toMatchObject({ state: 'to-rectify', dueBy: '2026-12-01', finding: 'genuine' });
    await hall.step(number, 'rectify-rating', { words: '向本人致歉,材料清单上墙' });
    await hall.step(number, 'revisit-rating', { outcome: 'satisfied', words: '电话回访,满意' });
    await hall.clock('2026-11-27', '17:30');
    await hall.tick();
    const file = (await hall.supervisor.get<DocketFile>(`${hall.at}/contacts/${number}`)).body;
    expect(file).toMatchObject({ settled: 'answered', loop: { state: 'published', level: 'very-dissatisfied' } });
    await green();
  });

  it('gives one card when nobody verifies in time', async () => {
    const hall = await givenHall();
    const slip = await hall.serve();
    const { body } = await hall.pad.post<CastReply>(`${hall.at}/pad/ratings`, hall.said(slip, BAD));
    await hall.clock('2026-11-25', '17:31');
    await hall.tick();
    await hall.tick();
    const file = (await hall.supervisor.get<DocketFile>(`${hall.at}/contacts/${body.number}`)).body;
    expect(file.cards.map(({ kind, to }) => [kind, to[0]!.id])).toEqual([['verify-late', 'supervisor']]);
    expect(file.level).toBe('red');
    await green();
  });

  it('hides it from the rated until it is verified, then shows it without the citizen; they may appeal', async () => {
    const hall = await givenHall();
    const slip = await hall.serve();
    const { body } = await hall.pad.post<CastReply>(`${hall.at}/pad/ratings`, hall.said(slip, BAD));
    const number = body.number!;
    const rated = async (by = hall.one) => (await by.get<RatedView[]>(`${hall.at}/rated`)).body;
    const file = (by = hall.one) => by.get<Problem>(`${hall.at}/contacts/${number}`);
    const docket = async (by = hall.one) =>
      JSON.stringify((await by.get(`${hall.at}/docket?filter=all&limit=2000`)).body) +
      JSON.stringify((await by.get(`${hall.at}/mine`)).body);
    expect(await rated()).toEqual([]);
    for (const by of [hall.one, hall.two]) {
      expect((await file(by)).body.code).toBe('unknown-contact');
      expect(await docket(by)).not.toContain(number);
    }
    expect((await file(hall.auditor)).status).toBe(200);
    let ratedId = 'x'.repeat(24);
    const appeal = (by = hall.one) =>
      by.post<RatedView & Problem>(`${hall.at}/rated/${ratedId}/appeal`, { words: '当时系统故障' });
    expect((await appeal()).body.code).toBe('unknown-rating');
    await hall.step(number, 'verify-rating', { finding: 'genuine', remedy: 'complex', words: '属实' });
    const [seen] = await rated();
    expect(seen).toMatchObject({ finding: 'genuine', canAppeal: true, said: '让我跑了三趟', grounds: '属实' });
    expect(JSON.stringify(seen)).not.toMatch(/A001|13812341234|permit/);
    expect(await rated(hall.two)).toEqual([]);
    ratedId = seen!.ratedId;
    expect((await appeal(hall.two)).body.code).toBe('unknown-rating');
    expect((await appeal()).body.appeal).toMatchObject({ upheld: null, decideBy: '2026-12-01' });
    const decide = { upheld: true, finding: 'mistaken', words: '系统故障属实' };
    expect((await hall.step(number, 'decide-appeal', decide)).body.code).toBe('own-verification');
    expect((await hall.step(number, 'decide-appeal', decide, hall.director)).body.loop).toMatchObject({
      finding: 'mistaken',
      level: 'very-dissatisfied',
    });
    await green();
  });
});
