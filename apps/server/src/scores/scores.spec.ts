import { DataSource } from 'typeorm';
import type { Problem } from '@shouwen/contracts/errors';
import type { LogEvent } from '@shouwen/contracts/http/hall.operations';
import type { ConductView } from '@shouwen/contracts/views/conduct.schema';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import type { CastReply } from '@shouwen/contracts/views/rating.schema';
import type { ScoreBoard, ScoreSheetView } from '@shouwen/contracts/views/score.schema';
import { DEFAULT_SCORE_CARD } from '@shouwen/domain/score/card';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { givenRatedHall } from '../../../../test/support/rated-hall.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { StaffResults } from './staff-results.service.ts';
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
}, 60_000);

afterAll(async () => {
  people.leave();
  await checker.destroy();
  await server.stop();
  await database.drop();
});

type Hall = Awaited<ReturnType<typeof givenRatedHall>>;
type Line = ScoreSheetView['lines'][number];

const lineOf = ({ lines }: { lines: Line[] }, id: string) => lines.find((line) => line.id === id)!;
const codeOf = async (asked: Promise<{ body: unknown }>) => ((await asked).body as Problem).code;

/**
 * The end of a quarter: on 2 September six citizens are served at window 1 and rate, the last badly; a case of clerk 1 is decided long after
 * its promise, with the cards that this brings.
 */
async function givenQuarter(): Promise<{ hall: Hall; bad: string }> {
  const hall = await givenRatedHall(server, people);
  const { at, one, pad, clock, serve, press, said, tick } = hall;
  await clock('2026-09-02', '10:00');
  await press('open');
  let bad = '';
  for (const level of ['satisfied', 'satisfied', 'satisfied', 'satisfied', 'satisfied', 'very-dissatisfied']) {
    const { body } = await pad.post<CastReply>(`${at}/pad/ratings`, said(await serve(), { level }));
    bad = body.number ?? bad;
  }
  await press('close');
  const { body: file } = await one.post<DocketFile>(`${at}/cases`, {
    matterId: 'permit',
    kind: 'commitment',
    channel: 'window',
    materials: ['register', 'card', 'copy'],
    citizen: { name: '张小明', telephone: '13812341234' },
  });
  const onCase = (verb: string, body: object = {}) => one.post(`${at}/cases/${file.caseId}/${verb}`, body);
  expect((await onCase('accept')).status).toBe(200);
  for (const day of ['2026-09-08', '2026-09-10', '2026-09-16']) {
    await clock(day, '17:00');
    await tick();
  }
  expect((await onCase('decide', { result: 'granted' })).status).toBe(200);
  return { hall, bad };
}

describe('a quarter', () => {
  it('is counted, objected to, sealed, and comes out the same when it is worked out again after a correction', async () => {
    const { hall, bad } = await givenQuarter();
    const { id, at, one, two, admin, supervisor, director, auditor, clock } = hall;
    const own = async (query = '') => (await one.get<ScoreSheetView>(`${at}/scores/mine${query}`)).body;
    const board = async (query: string, by = auditor) => (await by.get<ScoreBoard>(`${at}/scores?${query}`)).body;
    const ofSeptember = '?period=2026-09';
    const seal = (scope: string, period: string, by = director) =>
      by.post<{ sealed: number } & Problem>(`${at}/scores/seal`, { scope, period });

    // While it runs: everything but the ratings, each point with what it was lost for.
    await clock('2026-09-30', '17:00');
    const live = await own();
    expect(live).toMatchObject({ period: '2026-09', key: 'clerk-1', course: { stage: 'running' }, mayObject: false });
    expect(lineOf(live, 'ratings')).toMatchObject({ k: 0, n: 0, most: 0, evidence: [] });
    expect(lineOf(live, 'waiting')).toMatchObject({ k: 6, n: 6, points: 0 });
    const late = lineOf(live, 'on-time');
    expect([late.k, late.n, late.points, late.evidence.map(({ subject }) => subject)]).toEqual([
      0,
      1,
      -late.most,
      [expect.stringMatching(/^case:/)],
    ]);
    const red = lineOf(live, 'red');
    expect(red.points).toBe(-1000 * red.k);
    expect(red.evidence[0]!.subject).toBe(late.evidence[0]!.subject);
    expect(live.lines.reduce((sum, { points }) => sum + points, 0)).toBe(live.points);
    const objection = {
      scope: 'person',
      period: '2026-09',
      line: 'red',
      refs: [red.evidence[0]!.ref],
      words: '系统停了',
    };
    const object = (body: object = objection, by = one) => by.post<Problem>(`${at}/scores/objections`, body);
    expect(await codeOf(object())).toBe('period-not-over');
    expect((await seal('person', '2026-09')).body).toMatchObject({
      code: 'period-not-over',
      detail: expect.stringContaining('2026-09-30') as string,
    });

    // Nobody but those who oversee sees anybody else's.
    for (const path of ['scores?scope=person', 'scores/sheet?scope=person&key=clerk-1'])
      expect((await one.get(`${at}/${path}`)).status).toBe(403);
    expect((await two.get<ScoreSheetView>(`${at}/scores/mine${ofSeptember}`)).body).toMatchObject({
      key: 'clerk-2',
      points: null,
    });
    expect(await codeOf(supervisor.get(`${at}/scores?scope=person&period=2026-Q3`))).toBe('score-period');
    expect(await codeOf(supervisor.get(`${at}/scores?scope=person&period=2027-01`))).toBe('score-period');

    // It is over, and nobody can rate any more: ratings count, and there are five working days for objections.
    await clock('2026-10-06', '09:00');
    const complete = await own(ofSeptember);
    expect(complete).toMatchObject({ mayObject: true, course: { stage: 'objections', objectUntil: '2026-10-12' } });
    expect(lineOf(complete, 'ratings')).toMatchObject({ k: 5, n: 6, evidence: [] });
    expect(await codeOf(object({ ...objection, line: 'ratings' }))).toBe('objection-by-appeal');
    expect(await codeOf(object({ ...objection, refs: ['card:1'] }))).toBe('unknown-evidence');
    expect((await object()).status).toBe(200);
    expect(await codeOf(object())).toBe('objected-already');
    const { objections } = await board('scope=person&period=2026-09');
    expect(objections).toMatchObject([{ key: 'clerk-1', line: 'red', words: '系统停了', decided: null }]);
    const decide = (by: typeof director) =>
      by.post<Problem>(`${at}/scores/objections/${objections[0]!.id}/decide`, { upheld: true, words: '停机属实' });
    expect((await decide(one)).status).toBe(403);
    await clock('2026-10-13', '09:00');
    expect((await seal('person', '2026-09')).body.code).toBe('objection-undecided');
    expect((await decide(supervisor)).status).toBe(200);
    expect(await codeOf(decide(director))).toBe('objection-decided');
    const upheld = await own(ofSeptember);
    expect(upheld.points).toBe(complete.points! + 1000);
    expect(lineOf(upheld, 'red').leftOut).toEqual(objection.refs);

    // Sealed.
    expect((await seal('person', '2026-09', supervisor)).status).toBe(403);
    expect((await seal('person', '2026-09')).body.sealed).toBeGreaterThan(0);
    expect((await seal('person', '2026-09')).body.code).toBe('sheet-sealed');
    expect((await seal('window', '2026-09')).body).toEqual({ sealed: 1 });
    expect((await seal('department', '2026-Q3')).body).toEqual({ sealed: 1 });
    const sealed = await own(ofSeptember);
    expect([sealed.points, sealed.lines, sealed.recount]).toEqual([upheld.points, upheld.lines, null]);
    expect(sealed.sealed!.hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await board('scope=department&period=2026-Q3')).rows).toMatchObject([
      { key: 'office', grade: expect.stringMatching(/excellent|good|pass|fail/) as string },
    ]);

    const { departments, people: spread } = await server.app
      .get(StaffResults)
      .of(id, { from: '2026-07-01', until: '2026-09-30' }, 'Asia/Shanghai');
    expect(departments).toMatchObject([{ key: 'office', period: '2026-Q3' }]);
    expect(spread).toMatchObject([{ period: '2026-09', high: null }]);

    // A rating of that quarter is found mistaken later: the live figure moves, the sealed sheet does not, and says so.
    const step = await hall.step(bad, 'verify-rating', { finding: 'mistaken', remedy: null, words: '点错了' });
    expect(step.status).toBe(200);
    const after = await own(ofSeptember);
    expect([after.points, after.lines, after.sealed]).toEqual([sealed.points, sealed.lines, sealed.sealed]);
    expect(after.recount!.points).toBeGreaterThan(sealed.points!);
    const row = (await board('scope=person&period=2026-09')).rows.find(({ key }) => key === 'clerk-1')!;
    expect([row.points, row.recount]).toEqual([sealed.points, after.recount!.points]);
    await clock('2031-06-02', '10:00');
    expect((await own(ofSeptember)).points).toBe(sealed.points);

    // The log holds the fingerprint for those who may read it; verify works every sealed sheet out again.
    const log = async (by: typeof director) =>
      (await by.get<{ events: LogEvent[] }>(`${at}/events?limit=1000&after=0&kind=score-sealed`)).body.events;
    expect((await log(auditor)).map(({ data }) => data['hash'])).toContain(sealed.sealed!.hash);
    for (const by of [supervisor, admin]) expect(await log(by)).toEqual([]);
    const findings = async () => (await verifyAll(checker, server.dataDir)).findings;
    expect(await findings()).toEqual([]);
    const touch = (from: number, to: number) =>
      checker.query(
        `update score_sheet set body = jsonb_set(body, '{points}', to_jsonb($3::int)) where hall_id = $1 and key = 'clerk-1'
         and (body->>'points')::int = $2`,
        [id, from, to],
      );
    await touch(sealed.points!, 10_000);
    expect((await findings()).join()).toMatch(/score_sheet person\.clerk-1\.2026-09: body differs/);
    await touch(10_000, sealed.points!);
  }, 120_000);
});

describe('weights', () => {
  it('come to 100, are published for a month to come, can be taken back, and never touch a month that has begun', async () => {
    const { at, admin, one, clock } = await givenRatedHall(server, people);
    await clock('2026-11-24', '10:00');
    const save = (month: string, change: object = {}) =>
      admin.post<{ seq: number } & Problem>(`${at}/catalogue/changes`, {
        changes: [
          {
            kind: 'score-card',
            id: month,
            item: { ...DEFAULT_SCORE_CARD, id: month, weights: { ...DEFAULT_SCORE_CARD.weights, ...change } },
          },
        ],
      });
    const cards = async () =>
      (await one.get<{ month: string; now: { id: string }; published: { id: string }[] }>(`${at}/score-cards`)).body;
    expect((await save('2026-12', { waiting: 9 })).body).toMatchObject({ status: 400, code: 'weights-not-100' });
    expect((await save('2026-11')).body).toMatchObject({
      status: 409,
      code: 'weights-fixed',
      detail: expect.stringContaining('2026-12') as string,
    });
    const { body } = await save('2026-12', { waiting: 15, opinions: 0 });
    expect(await cards()).toMatchObject({ month: '2026-11', now: { id: '2000-01' }, published: [{ id: '2026-12' }] });
    expect((await admin.post(`${at}/catalogue/undo`, { seq: body.seq })).status).toBe(200);
    expect((await cards()).published).toEqual([]);
    const { body: again } = await save('2026-12', { waiting: 15, opinions: 0 });
    await clock('2026-12-01', '10:00');
    expect((await cards()).now.id).toBe('2026-12');
    expect(await codeOf(admin.post(`${at}/catalogue/undo`, { seq: again.seq }))).toBe('weights-fixed');
    expect((await save('2027-01')).status).toBe(200);
  });
});

describe('rewards and accountability', () => {
  it('are recorded with their grounds, heard, decided by somebody else, appealed; each person sees their own', async () => {
    const { at, one, two, supervisor, director, auditor, clock } = await givenRatedHall(server, people);
    const words = '当众与群众争执,张某 13812341234';
    const found = await supervisor.post<ConductView>(`${at}/conduct/findings`, {
      staffId: 'clerk-1',
      breach: 'absent',
      grounds: ['window:w1'],
      words,
    });
    expect(found.body).toMatchObject({ state: 'to-state', breach: 'absent', foundBy: 'supervisor', found: words });
    const on = (verb: string, body: object, by: typeof one) =>
      by.post<ConductView & Problem>(`${at}/conduct/${found.body.id}/${verb}`, { words: '如下', ...body });
    expect((await on('decide', { measure: 'talk' }, director)).body.code).toBe('statement-awaited');
    expect((await on('statement', {}, two)).body.code).toBe('conduct-not-yours');
    expect((await on('statement', {}, one)).body.state).toBe('to-decide');
    expect((await on('decide', { measure: 'talk' }, supervisor)).body.code).toBe('decider-found');
    expect((await on('decide', { measure: 'talk' }, director)).body).toMatchObject({ state: 'decided' });
    // A breach that was measured is a day against; an appeal that is upheld takes it back.
    const discipline = async () => lineOf((await one.get<ScoreSheetView>(`${at}/scores/mine`)).body, 'discipline');
    expect((await discipline()).evidence).toMatchObject([{ subject: `conduct:${found.body.id}` }]);
    await clock('2026-11-25', '10:00');
    expect((await on('appeal', {}, one)).body.state).toBe('appealed');
    expect((await on('decide-appeal', { upheld: true }, director)).body.code).toBe('decider-decided');
    expect((await on('decide-appeal', { upheld: true }, supervisor)).body.state).toBe('closed');
    expect((await discipline()).evidence).toEqual([]);
    const reward = { staffId: 'clerk-2', reward: 'commended', grounds: [], words: '一周零差评' };
    expect((await supervisor.post(`${at}/conduct/rewards`, reward)).status).toBe(403);
    expect((await director.post<ConductView>(`${at}/conduct/rewards`, reward)).body.state).toBe('rewarded');
    expect(await codeOf(director.post(`${at}/conduct/rewards`, { ...reward, staffId: 'nobody' }))).toBe(
      'unknown-staff',
    );
    const list = async (path: string, by: typeof one) =>
      (await by.get<ConductView[]>(`${at}/${path}`)).body.map(({ staffId }) => staffId);
    expect(await list('conduct', auditor)).toEqual(['clerk-2', 'clerk-1']);
    expect(await list('conduct/mine', two)).toEqual(['clerk-2']);
    expect((await one.get(`${at}/conduct`)).status).toBe(403);
    const raw = JSON.stringify(await checker.query(`select data from hall_event where kind like 'conduct-%'`));
    expect(raw).not.toMatch(/13812341234|争执/);
    expect((await verifyAll(checker, server.dataDir)).findings).toEqual([]);
  }, 60_000);
});
