import type { Problem } from '@shouwen/contracts/errors';
import type { Receipt } from '@shouwen/contracts/views/progress.schema';
import type { DisclosureRow } from '@shouwen/contracts/views/petition.schema';
import { DataSource } from 'typeorm';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { givenVoicesHall } from '../../../../test/support/voices-hall.ts';
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

const givenHall = () => givenVoicesHall(server, people, `disclosing-${++halls}`);

const green = async () => {
  const report = await verifyAll(checker, server.dataDir);
  expect(report.findings).toEqual([]);
};

const CONTACT = { name: '张小明', telephone: '13812341234' };

describe('requests for disclosure', () => {
  it('are received, corrected, answered, delivered, and stand in the table of the year', async () => {
    const hall = await givenHall();
    const { body } = await hall.guide.post<Receipt>(`${hall.at}/disclosures`, {
      channel: 'desk',
      applicant: 'enterprise',
      words: '2025 年度窗口采购合同',
      citizen: { name: '某公司', telephone: '' },
    });
    expect(body).toMatchObject({ state: 'to-answer', feedbackBy: '2026-12-22', petition: { kind: 'disclosure' } });
    const { number } = body;
    await hall.step(number, 'ask-correction', { words: '请写明合同名称' });
    expect((await hall.progress(body)).words.map(({ words }) => words)).toEqual(['请写明合同名称']);
    await hall.step(number, 'bring-correction', { words: '取号机采购合同' });
    await hall.step(number, 'answer-disclosure', { outcome: 'partly', words: '附件一份，价格以外公开' });
    await hall.step(number, 'tell-petition', { words: '挂号信寄出' });
    expect(await hall.progress(body)).toMatchObject({ state: 'closed', petition: { outcome: 'partly' } });
    const table = await hall.director.get<{ rows: DisclosureRow[] }>(`${hall.at}/disclosures?year=2026`);
    const row = (id: string) => table.body.rows.find((one) => one.id === id)!;
    expect([row('received').total, row('partly').counts.enterprise, row('carried-on').total]).toEqual([1, 1, 0]);
    expect(table.body.rows).toHaveLength(25);
    await green();
  });
});

describe('a request for disclosure online', () => {
  const ASKED = { applicant: 'person', words: '<b>2025</b> 年采购合同 📄 {{x}}', citizen: CONTACT };

  it('ends with number and code, and the applicant follows it with them', async () => {
    const hall = await givenHall();
    const { status, body } = await people.anybody.post<Receipt>(`${hall.at}/request-disclosure`, ASKED);
    expect([status, body.state, body.feedbackBy]).toEqual([200, 'to-answer', '2026-12-22']);
    expect(body.code).toMatch(/^\d{8}$/);
    const file = (await hall.file(body.number)).body;
    expect(file).toMatchObject({ said: 'disclosure', channel: 'online', applicant: { name: '张*明' } });
    expect(file.story.find(({ kind }) => kind === 'disclosure-registered')).toMatchObject({
      words: ASKED.words,
      data: { byId: 'citizen' },
    });
    await hall.step(body.number, 'answer-disclosure', { outcome: 'granted', words: '见附件' });
    expect(await hall.progress(body)).toMatchObject({ state: 'to-tell', words: [{ words: '见附件' }] });
    const rows = (await checker.query(
      "select count(*)::int as n from hall_event where hall_id = $1 and (data::text like '%采购%' or data::text like '%1381234%')",
      [hall.id],
    )) as { n: number }[];
    expect(rows[0]!.n).toBe(0);
    await green();
  });

  it('needs what the law asks for; too much, nothing or an unknown department is refused and nothing changes', async () => {
    const hall = await givenHall();
    const before = await checker.query('select seq from hall_head where hall_id = $1', [hall.id]);
    const cases: [string, object][] = [
      ['too-large', { ...ASKED, words: '长'.repeat(100_000) }],
      ['invalid-input', { ...ASKED, words: '长'.repeat(2_001) }],
      ['invalid-input', { ...ASKED, words: '  ' }],
      ['invalid-input', { ...ASKED, citizen: null }],
      ['invalid-input', { ...ASKED, citizen: { name: ' ', telephone: '13812341234' } }],
      ['invalid-input', { ...ASKED, applicant: 'friend' }],
      ['invalid-input', { ...ASKED, channel: 'desk' }],
      ['unknown-subject', { ...ASKED, departmentId: 'nowhere' }],
    ];
    for (const [code, body] of cases)
      expect((await people.anybody.post<Problem>(`${hall.at}/request-disclosure`, body)).body.code).toBe(code);
    expect(await checker.query('select seq from hall_head where hall_id = $1', [hall.id])).toEqual(before);
  });
});
