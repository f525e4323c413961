import type { Problem } from '@shouwen/contracts/errors';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { DocketFile, DocketItem } from '@shouwen/contracts/views/docket.schema';
import type { Progress, Receipt } from '@shouwen/contracts/views/progress.schema';
import type { AnsweredEnquiry, ClosingRate, EnquiryFigure } from '@shouwen/contracts/views/petition.schema';
import type { Slip } from '@shouwen/contracts/views/ticket.schema';
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

const SPAN = 'from=2026-01-01&until=2026-12-31';

const givenHall = () => givenVoicesHall(server, people, `voices-${++halls}`);

const green = async () => {
  const report = await verifyAll(checker, server.dataDir);
  expect(report.findings).toEqual([]);
};

const COMPLAINT = { opinion: 'complaint', words: '值班长当众训人' };
const CONTACT = { name: '张小明', telephone: '13812341234' };

describe('a complaint about the only supervisor', () => {
  it('goes to the director; the supervisor neither sees it nor touches it; answered, told, closed', async () => {
    const hall = await givenHall();
    const { status, body } = await hall.say({
      ...COMPLAINT,
      subject: { staffId: 'supervisor' },
      citizen: CONTACT,
    });
    expect([status, body.answerable?.id, body.feedbackBy]).toEqual([200, 'director', '2026-12-01']);
    expect(body.code).toMatch(/^\d{8}$/);
    const { number } = body;
    const seen = await hall.file(number, hall.director);
    expect(seen.body.opinion).toMatchObject({ concerned: [{ id: 'supervisor' }], unavoidable: false, named: true });
    expect(seen.body.applicant).toEqual({ name: '张*明', telephone: '138****1234' });
    expect(JSON.stringify(await hall.mine())).not.toContain(number);
    // What is said about them does not exist for them.
    expect((await hall.file(number)).body.code).toBe('unknown-contact');
    expect((await hall.step(number, 'receipt', {})).body.code).toBe('unknown-contact');
    for (const verb of ['answer-opinion', 'send-back', 'ask-time', 'tell-petition'])
      expect((await hall.step(number, verb, { words: '没有的事' })).body.code).toBe('unknown-contact');
    expect((await hall.step(number, 'appoint', { toId: 'supervisor' }, hall.director)).body.code).toBe('concerned');
    const answer = await hall.step(number, 'answer-opinion', { words: '已当面致歉' }, hall.director);
    expect(answer.body.opinion).toMatchObject({ state: 'to-tell', outcome: 'answered' });
    await hall.step(number, 'tell-petition', { words: '电话告知' }, hall.director);
    const told = await hall.progress(body);
    expect(told).toMatchObject({
      state: 'closed',
      settled: 'answered',
      petition: { kind: 'opinion', outcome: 'answered' },
    });
    expect(told.words.map(({ words }) => words)).toEqual(['已当面致歉']);
    await green();
  });

  it('entered by the supervisor themselves, it goes to the director all the same', async () => {
    const hall = await givenHall();
    const { body } = await hall.supervisor.post<Receipt>(`${hall.at}/opinions`, {
      ...COMPLAINT,
      source: 'letter',
      subject: { staffId: 'supervisor' },
    });
    expect(body.answerable.id).toBe('director');
  });
});

describe('opinions', () => {
  it('with a slip, window and clerk are found by the server; the clerk keeps out of it', async () => {
    const hall = await givenHall();
    const press = (verb: string, body: object = {}) => hall.one.post(`${hall.at}/windows/w1/${verb}`, body);
    await press('open');
    const { body: slip } = await hall.kiosk.post<Slip>(`${hall.at}/tickets`, {
      queueId: 'a',
      matterId: 'permit',
      headStart: null,
    });
    for (const verb of ['call-next', 'start']) await press(verb);
    await press('finish', { outcome: 'done' });
    const said = await hall.say({ ...COMPLAINT, words: '窗口玩手机', ticketCode: slip.code });
    const { opinion } = (await hall.file(said.body.number)).body;
    expect(opinion!.concerned.map(({ id }) => id)).toEqual(['clerk-1']);
    expect((await hall.file(said.body.number, hall.one)).body.code).toBe('unknown-contact');
    const window = await hall.kiosk.post<Receipt>(`${hall.at}/box`, {
      opinion: 'suggestion',
      subject: { windowId: 'w1' },
      words: '请多放一把椅子',
    });
    expect((await hall.file(window.body.number)).body.opinion).toMatchObject({
      source: 'box',
      concerned: [{ id: 'clerk-1' }],
    });
    const byTicket = await people.anybody.get<Progress[]>(`/api/t/${slip.code}/progress`);
    expect(byTicket.body.map(({ number }) => number)).toEqual([said.body.number]);
    const other = await givenHall();
    expect((await other.say({ ...COMPLAINT, ticketCode: slip.code })).body.code).toBe('unknown-ticket');
    await green();
  });

  it('are counted by source, with what is closed; late ones get their card', async () => {
    const hall = await givenHall();
    const enter = (source: string, opinion = 'suggestion') =>
      hall.guide.post<Receipt>(`${hall.at}/opinions`, { opinion, source, words: '延长中午时间' });
    const { body: letter } = await enter('letter');
    await enter('telephone', 'report');
    await hall.step(letter.number, 'answer-opinion', { words: '下月起中午不休' });
    expect(await hall.progress(letter)).toMatchObject({ state: 'closed', settled: 'answered' });
    await hall.clock('2026-12-01', '17:31');
    await hall.tick();
    const { body } = await hall.auditor.get<{ rates: ClosingRate[]; items: DocketItem[] }>(
      `${hall.at}/opinions?${SPAN}`,
    );
    const of = (source: string) => body.rates.find((rate) => rate.source === source);
    expect(of('letter')).toEqual({ source: 'letter', received: 1, closed: 1, late: 0, rate: 1 });
    expect(of('telephone')).toEqual({ source: 'telephone', received: 1, closed: 0, late: 1, rate: 0 });
    expect(body.items.map(({ level, state }) => [level, state])).toEqual([['red', 'to-take-up']]);
    expect((await hall.one.get<Problem>(`${hall.at}/opinions?${SPAN}`)).body.code).toBe('forbidden');
    await green();
  });

  it('more time needs somebody else; a repeated press is one; words stay out of the log', async () => {
    const hall = await givenHall();
    const press = () => people.anybody.post<Receipt>(`${hall.at}/say`, { ...COMPLAINT, citizen: CONTACT }, 'one-press');
    const [first, again] = [await press(), await press()];
    expect(again.body.number).toBe(first.body.number);
    const { number } = first.body;
    await hall.step(number, 'ask-time', { words: '要调监控' });
    expect((await hall.step(number, 'approve-time', {})).body.code).toBe('extension-own-approval');
    expect((await hall.mine(hall.director)).map(({ owes }) => owes)).toEqual(['approve']);
    const approved = await hall.step(number, 'approve-time', {}, hall.director);
    expect(approved.body.opinion).toMatchObject({ dueBy: '2026-12-08', moreTime: { days: 5 } });
    const rows = (await checker.query(
      "select count(*)::int as n from hall_event where hall_id = $1 and (data::text like '%训人%' or data::text like '%1381234%')",
      [hall.id],
    )) as { n: number }[];
    expect(rows[0]!.n).toBe(0);
  });
});

describe('enquiries', () => {
  it('asked online, answered on a page, put among what is often asked, counted by channel', async () => {
    const hall = await givenHall();
    const { body: asked } = await people.anybody.post<Receipt>(`${hall.at}/ask`, {
      matterId: 'permit',
      words: '许可证丢了怎么补？',
    });
    expect(asked).toMatchObject({ state: 'open', feedbackBy: '2026-11-25', answerable: { id: 'guide' } });
    const face = await hall.guide.post<DocketFile>(`${hall.at}/contacts`, {
      channel: 'desk',
      about: 'question',
      matterId: 'permit',
      answered: true,
    });
    expect(face.body.settled).toBe('answered');
    const publish = (by = hall.supervisor, contactId = asked.number) =>
      by.post<Problem>(`${hall.at}/faqs`, {
        contactId,
        question: { zh: '许可证丢了怎么补？', en: 'I lost my permit. How do I replace it?' },
        answer: { zh: '带身份证到 3 号窗口，当场补。', en: 'Bring your identity card to window 3.' },
      });
    expect((await publish()).body.code).toBe('not-settled');
    await hall.step(asked.number, 'answer', { told: false, words: '带身份证到 3 号窗口，当场补。' }, hall.guide);
    expect(await hall.progress(asked)).toMatchObject({
      state: 'settled',
      words: [{ words: '带身份证到 3 号窗口，当场补。' }],
    });
    expect((await publish(hall.one)).body.code).toBe('forbidden');
    expect((await publish()).status).toBe(200);
    const catalogue = (await people.anybody.get<PublicCatalogue>(`${hall.at}/catalogue`)).body;
    expect(catalogue.faqs).toMatchObject([{ matterId: 'permit', question: { zh: '许可证丢了怎么补？' } }]);
    const { body } = await hall.guide.get<{ figures: EnquiryFigure[]; answered: AnsweredEnquiry[] }>(
      `${hall.at}/enquiries?${SPAN}`,
    );
    expect(body.figures.map(({ channel, received, answered }) => [channel, received, answered])).toEqual([
      ['telephone', 0, 0],
      ['face-to-face', 1, 1],
      ['online', 1, 1],
      ['letter', 0, 0],
    ]);
    expect(body.answered).toMatchObject([{ contactId: asked.number, published: true }]);
    await green();
  });
});

describe('what may not be said, and what is kept as it is', () => {
  it('is answered with its code, and nothing changes', async () => {
    const hall = await givenHall();
    const head = () => checker.query('select seq from hall_head where hall_id = $1', [hall.id]);
    const before = (await head()) as unknown;
    const cases: [string, object][] = [
      ['too-large', { ...COMPLAINT, words: '长'.repeat(100_000) }],
      ['invalid-input', { ...COMPLAINT, words: '长'.repeat(2_001) }],
      ['invalid-input', { ...COMPLAINT, words: '   ' }],
      ['invalid-input', { ...COMPLAINT, opinion: 'praise' }],
      ['invalid-input', { ...COMPLAINT, source: 'from-above' }],
      ['unknown-subject', { ...COMPLAINT, subject: { staffId: 'nobody' } }],
      ['unknown-ticket', { ...COMPLAINT, ticketCode: `${hall.id}.AAAAAAAAAAAAAAAAAAAAAA` }],
    ];
    for (const [code, body] of cases) expect((await hall.say(body)).body.code).toBe(code);
    expect(await head()).toEqual(before);
  });

  it('markup and emoji are words; a flood from one address is stopped, and what was taken is not lost', async () => {
    const hall = await givenHall();
    const words = '<img src=x onerror=alert(1)> 👎🏽 {{x}}';
    const { body } = await hall.kiosk.post<Receipt>(`${hall.at}/box`, { ...COMPLAINT, words });
    const registered = (await hall.file(body.number)).body.story.find(({ kind }) => kind === 'opinion-registered');
    expect(registered?.words).toBe(words);
    const answers = await Promise.all(Array.from({ length: 50 }, () => hall.say(COMPLAINT)));
    const taken = answers.filter(({ status }) => status === 200).length;
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
    expect(answers.find(({ status }) => status === 429)!.body.code).toBe('too-many-requests');
    const { body: board } = await hall.director.get<{ rates: ClosingRate[] }>(`${hall.at}/opinions?${SPAN}`);
    expect(board.rates.find(({ source }) => source === 'online')!.received).toBe(taken);
    await green();
  });
});
