import type { Problem } from '@shouwen/contracts/errors';
import type { ReplyOf } from '@shouwen/contracts/http/operation';
import type { viewResults } from '@shouwen/contracts/http/questionnaire.operations';
import { instantAt } from '@shouwen/domain/time/zoned';
import { DataSource } from 'typeorm';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { verifyAll } from '../verify/verify.ts';

let database: TestDatabase;
let server: TestServer;
let people: People;
let checker: DataSource;
let halls = 0;

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

const text = (zh: string) => ({ zh, en: zh });
const ITEM = {
  id: 'q4',
  quarter: '2026-Q4',
  title: text('四季度征求意见表'),
  intro: text('请您评议'),
  from: '2026-11-20',
  until: '2026-11-30',
  questions: [
    { id: 'attitude', kind: 'scale', text: text('服务态度'), required: true },
    { id: 'words', kind: 'words', text: text('您的意见') },
  ],
};

async function givenHall() {
  const id = `asked-${++halls}`;
  await server.makeHall({ id, timeZone: 'Asia/Shanghai' });
  const [admin, guide, auditor] = await Promise.all([
    people.staff(id, 'administrator'),
    people.staff(id, 'guide'),
    people.staff(id, 'auditor'),
  ]);
  const at = `/api/halls/${id}`;
  const now = instantAt('2026-11-24', '10:00', 'Asia/Shanghai');
  await admin.post(`${at}/example-clock`, { now, speed: 0.1 });
  const save = async (kind: string, itemId: string, item: object | null) =>
    (await admin.post<Problem>(`${at}/catalogue/changes`, { changes: [{ kind, id: itemId, item }] })).body;
  expect(await save('questionnaire', 'q4', ITEM)).not.toHaveProperty('code');
  const path = `${at}/questionnaires/q4`;
  const codes = async (first: number, count: number) =>
    (await guide.post<{ serial: number; code: string }[]>(`${path}/codes`, { first, count })).body;
  const handIn = (code: string, body: object = { answers: { attitude: 4 } }) =>
    people.anybody.post<{ n: number } & Problem>(`${path}/sheets`, { code, ...body });
  return { id, at, path, admin, guide, auditor, save, codes, handIn };
}

describe('a questionnaire', () => {
  it('is answered by one-time code and on paper, and comes to a result sheet that names nobody', async () => {
    const hall = await givenHall();
    const [first, second] = await hall.codes(1, 2);
    expect((await hall.codes(1, 1))[0]).toEqual(first);
    expect((await hall.handIn(first!.code, { answers: { attitude: 5 }, text: '很好,请打13812341234' })).body).toEqual({
      n: 1,
    });
    expect((await hall.handIn(second!.code.toLowerCase().replaceAll('-', ' '))).body).toEqual({ n: 2 });
    const paper = await hall.guide.post<{ n: number }>(`${hall.path}/paper`, { answers: { attitude: 1 } });
    expect(paper.body).toEqual({ n: 3 });
    const { body } = await hall.auditor.get<ReplyOf<typeof viewResults>>(`${hall.path}/results`);
    expect(body).toEqual({
      sheets: 3,
      byCode: 2,
      onPaper: 1,
      questions: [{ id: 'attitude', n: 3, counts: { '5': 1, '4': 1, '3': 0, '2': 0, '1': 1 }, mean: 10 / 3 }],
      words: ['很好,请打138****1234'],
    });
    expect((await verifyAll(checker, server.dataDir)).findings).toEqual([]);
  });

  it('refuses a used, a wrong and another questionnaire’s code, a sheet that does not fit, and whoever may not', async () => {
    const hall = await givenHall();
    const other = await givenHall();
    const [used, left] = await hall.codes(1, 2);
    const [code, unused] = [used!.code, left!];
    const [elsewhere] = await other.codes(1, 1);
    await hall.handIn(code);
    const results = () => hall.auditor.get(`${hall.path}/results`);
    const before = (await results()).body;
    const answers: [string, Promise<{ body: Problem }>][] = [
      ['sheet-code-used', hall.handIn(code)],
      ['sheet-code-wrong', hall.handIn(elsewhere!.code)],
      ['sheet-code-wrong', hall.handIn('0001-0000-000')],
      ['sheet-does-not-fit', hall.handIn(unused.code, { answers: { attitude: 9 } })],
      ['sheet-does-not-fit', hall.handIn(unused.code, { answers: {} })],
      ['invalid-input', hall.handIn(unused.code, { answers: {}, text: '长'.repeat(2_001) })],
      ['not-signed-in', people.anybody.post<Problem>(`${hall.path}/paper`, { answers: { attitude: 1 } })],
      ['forbidden', hall.auditor.post<Problem>(`${hall.path}/paper`, { answers: { attitude: 1 } })],
    ];
    for (const [code, asked] of answers) expect((await asked).body.code).toBe(code);
    expect((await results()).body).toEqual(before);
  });

  it('keeps its questions from the first day on; a notice is withdrawn, not deleted', async () => {
    const hall = await givenHall();
    const changed = { ...ITEM, questions: ITEM.questions.slice(0, 1) };
    expect((await hall.save('questionnaire', 'q4', changed)).code).toBe('catalogue-conflict');
    expect((await hall.save('questionnaire', 'q4', null)).code).toBe('catalogue-conflict');
    expect(await hall.save('questionnaire', 'q4', { ...ITEM, until: '2026-12-05' })).not.toHaveProperty('code');
    const notice = { id: 'n1', column: 'policy', text: text('新政策'), from: '2026-11-20', until: null };
    const open = (id: string) =>
      people.anybody.post<{ reads: number }>(`${hall.at}/notices/${id}/reads`).then(({ body }) => body.reads);
    expect(await open('n1')).toBe(0);
    expect(await hall.save('notice', 'n1', notice)).not.toHaveProperty('code');
    expect([await open('n1'), await open('n1')]).toEqual([1, 2]);
    expect((await people.anybody.get<object[]>(`${hall.at}/notice-reads`)).body).toEqual([
      { noticeId: 'n1', reads: 2 },
    ]);
    // A flood from one address does not count.
    await Promise.all(Array.from({ length: 50 }, () => open('n1')));
    expect(await open('n1')).toBe(30);
    expect((await hall.save('notice', 'n1', null)).code).toBe('catalogue-conflict');
    const withdrawn = { day: '2026-11-24', reason: text('有误') };
    expect(await hall.save('notice', 'n1', { ...notice, withdrawn })).not.toHaveProperty('code');
    const counts = await people.anybody.get<object[]>(`${hall.at}/notice-counts?from=2026-11-01&until=2026-11-30`);
    expect(counts.body).toContainEqual({ column: 'policy', published: 1, withdrawn: 1, shown: 0, read: 30 });
    const backwards = await people.anybody.get<Problem>(`${hall.at}/notice-counts?from=2026-11-30&until=2026-11-01`);
    expect(backwards.body.code).toBe('invalid-input');
  });
});
