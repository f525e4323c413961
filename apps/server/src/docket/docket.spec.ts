import type { Problem } from '@shouwen/contracts/errors';
import type { Desk } from '@shouwen/contracts/views/desk.schema';
import type { Slip } from '@shouwen/contracts/views/ticket.schema';
import type { CardView, DocketFile, DocketItem } from '@shouwen/contracts/views/docket.schema';
import type { Progress, Receipt } from '@shouwen/contracts/views/progress.schema';
import { instantAt } from '@shouwen/domain/time/zoned';
import { ALL, docketServer } from '../../../../test/support/docket-hall.ts';
import { startTestServer } from '../../../../test/support/server.ts';
import { DocketClock } from './docket-clock.ts';

let at: Awaited<ReturnType<typeof docketServer>>;
const givenHall = () => at.givenHall();
const green = () => at.green();

beforeAll(async () => {
  at = await docketServer();
});

afterAll(async () => {
  await at.stop();
});

describe('a case from window to result', () => {
  it('is received, accepted, suspended, resumed, decided and delivered, and verify rebuilds every row', async () => {
    const hall = await givenHall();
    const opened = await hall.receive();
    expect(opened).toMatchObject({ state: 'received', caseId: 'SW-2026-00001-8', owes: 'handle' });
    expect(opened.applicant).toEqual({ name: '张*明', telephone: '138****1234' });
    const accepted = (await hall.step(opened, 'accept')).body;
    expect(accepted).toMatchObject({ state: 'deciding', promisedLastDay: '2026-12-01', leftDays: 5 });
    await hall.clock('2026-11-26', '09:00');
    await hall.step(opened, 'suspend', { kind: 'expert-review', expectedEnd: '2026-11-30', words: '专家评审' });
    await hall.clock('2026-11-30', '09:00');
    const resumed = (await hall.step(opened, 'resume')).body;
    expect(resumed.promisedLastDay).toBe('2026-12-04');
    expect(resumed.limits!.band.map(({ part, days }) => [part, days])).toEqual([
      ['running', 1],
      ['suspended', 3],
      ['left', 4],
      ['beyond-promise', 15],
    ]);
    await hall.clock('2026-12-04', '17:00');
    await hall.step(opened, 'decide', { result: 'granted' });
    const delivered = (await hall.step(opened, 'deliver', {}, hall.two)).body;
    expect(delivered).toMatchObject({ state: 'delivered', broken: { promised: false, legal: false } });
    const record = (await at.people.anybody.get(`${hall.at}/matters/permit/record`)).body;
    expect(record).toMatchObject({ decided: 1, onTime: 1, medianDays: 5, promisedDays: 5 });
    await green();
  });

  it('keeps every word about the citizen out of the log', async () => {
    const hall = await givenHall();
    const file = await hall.receive(['register']);
    await hall.step(file, 'ask-supplement', { missing: ['card'], words: '请张小明带身份证' });
    const rows = (await at.checker.query(
      "select count(*)::int as n from hall_event where hall_id = $1 and data::text like '%小明%'",
      [hall.id],
    )) as { n: number }[];
    expect(rows[0]!.n).toBe(0);
    const seen = await hall.look(file.contactId);
    expect(seen.story.find(({ kind }) => kind === 'supplement-asked')?.words).toBe('请张小明带身份证');
  });

  it('answers a repeated request with the first answer, once', async () => {
    const hall = await givenHall();
    const body = { matterId: 'permit', kind: 'commitment', channel: 'window', materials: ALL };
    const first = await hall.one.post<DocketFile>(`${hall.at}/cases`, body, 'case-press-1');
    const again = await hall.one.post<DocketFile>(`${hall.at}/cases`, body, 'case-press-1');
    expect(again.body.caseId).toBe(first.body.caseId);
  });
});

describe('what may not be done', () => {
  it('is refused with its code, and nothing changes', async () => {
    const hall = await givenHall();
    const other = await hall.receive();
    await hall.step(other, 'accept');
    await hall.clock('2026-12-01', '17:31');
    await hall.tick();
    const file = await hall.receive(['register']);
    const before = await hall.head();
    const cases: [string, Promise<{ status: number; body: Problem }>][] = [
      ['materials-incomplete', hall.step(file, 'accept')],
      ['wrong-case-state', hall.step(file, 'decide', { result: 'granted' })],
      ['invalid-input', hall.step(file, 'refuse', { words: '不符合条件' })],
      ['grounds-missing', hall.step(file, 'refuse', { ground: 'not-eligible' })],
      ['office-missing', hall.step(file, 'refuse', { ground: 'not-competent', words: '不归我们管' })],
      [
        'office-missing',
        hall.step(file, 'refuse', { ground: 'not-competent', office: { name: '县住建局' }, words: '不归我们管' }),
      ],
      ['missing-day-past', hall.step(file, 'ask-supplement', { missing: ['card'], bringBy: '2026-12-01' })],
      ['invalid-input', hall.step(other, 'suspend', { expectedEnd: '2026-12-09' })],
      ['suspension-end-past', hall.step(other, 'suspend', { kind: 'hearing', expectedEnd: '2026-11-20' })],
      ['extension-after-expiry', hall.step(other, 'ask-extension', { days: 5, words: '案情复杂' })],
      ['not-yours', hall.step(other, 'decide', { result: 'granted' }, hall.two)],
      ['hand-over-to-oneself', hall.onCard(file.contactId, 'hand-over', { toId: 'clerk-1' })],
      ['unknown-staff', hall.onCard(file.contactId, 'hand-over', { toId: '' })],
      ['unknown-staff', hall.onCard(file.contactId, 'hand-over', { toId: 'clerk-of-elsewhere' })],
      ['no-hand-over', hall.onCard(file.contactId, 'acknowledge')],
      ['forbidden', hall.onCard(file.contactId, 'appoint', { toId: 'clerk-2' })],
      ['unknown-case', hall.step({ caseId: 'SW-2026-99999-9' }, 'accept')],
    ];
    for (const [code, asked] of cases) expect((await asked).body.code).toBe(code);
    expect(await hall.head()).toEqual(before);
  });

  it('refuses a promise longer than the law, a day both off and worked, a year’s table that contradicts itself', async () => {
    const hall = await givenHall();
    const catalogue = (await at.people.anybody.get<{ matters: { id: string }[] }>(`${hall.at}/catalogue`)).body;
    const permit = catalogue.matters.find(({ id }) => id === 'permit')!;
    const save = async (kind: string, id: string, item: object) =>
      (await hall.admin.post<Problem>(`${hall.at}/catalogue/changes`, { changes: [{ kind, id, item }] })).body.code;
    const before = await hall.head();
    const reason = { zh: '测试', en: 'test' };
    expect(await save('matter', 'permit', { ...permit, promisedDays: 21 })).toBe('promise-longer-than-law');
    expect(await save('calendar', '2026-12-07', { day: '2026-12-07', kind: 'closed', working: true, reason })).toBe(
      'day-off-and-worked',
    );
    expect(
      await save('year-table', '2027', { id: '2027', year: 2027, holidays: ['2027-01-01'], worked: ['2027-01-01'] }),
    ).toBe('day-off-and-worked');
    const everybody = ['supervisor', 'director'].map((staffId) => ({
      kind: 'leave',
      id: `leave-${staffId}`,
      item: { id: `leave-${staffId}`, staffId, from: '2026-12-01', until: '2026-12-02' },
    }));
    const answer = await hall.admin.post<Problem>(`${hall.at}/catalogue/changes`, { changes: everybody });
    expect(answer.body.code).toBe('nobody-acts');
    expect(await hall.head()).toEqual(before);
  });
});

describe('first contact', () => {
  it('registers itself when a serving ends with anything but done, and undoes itself with the finish', async () => {
    const hall = await givenHall();
    const press = (verb: string, body: object = {}) => hall.one.post(`${hall.at}/windows/w1/${verb}`, body);
    const take = () =>
      hall.kiosk.post<Slip>(`${hall.at}/tickets`, { queueId: 'a', matterId: 'permit', headStart: null });
    const { body: slip } = await take();
    for (const verb of ['open', 'call-next', 'start']) expect((await press(verb)).status).toBe(200);
    await press('finish', { outcome: 'told-once' });
    const mine = async () => (await hall.one.get<{ items: DocketItem[] }>(`${hall.at}/mine`)).body.items;
    expect((await mine()).map(({ owes, channel, firstReceiver }) => [owes, channel, firstReceiver.id])).toEqual([
      ['handle', 'window', 'clerk-1'],
    ]);
    const onPhone = (await at.people.anybody.get<Progress[]>(`/api/t/${slip.code}/progress`)).body;
    expect(onPhone).toHaveLength(1);
    expect(onPhone[0]).toMatchObject({ isCase: false, feedbackBy: '2026-11-27' });
    await press('undo-finish');
    expect(await mine()).toEqual([]);
    expect((await at.people.anybody.get<Progress[]>(`/api/t/${slip.code}/progress`)).body).toEqual([]);
    await press('finish', { outcome: 'done' });
    expect(await mine()).toEqual([]);
    await green();
  });

  it('names the office that is competent, for a matter that is not ours as for a case that is not accepted', async () => {
    const hall = await givenHall();
    const office = { name: '县住房和城乡建设局', address: '建设路 8 号', telephone: '0000-7654321' };
    const { body: card } = await hall.guide.post<DocketFile>(`${hall.at}/contacts`, {
      channel: 'desk',
      about: 'matter',
    });
    const before = await hall.head();
    for (const given of [null, { name: office.name }, { address: office.address }])
      expect((await hall.onCard(card.contactId, 'refer-out', { office: given }, hall.guide)).body.code).toBe(
        'office-missing',
      );
    expect(await hall.head()).toEqual(before);
    const told = (await hall.onCard(card.contactId, 'refer-out', { office }, hall.guide)).body;
    expect(told).toMatchObject({ settled: 'referred-out', toldAt: expect.any(Number) as number });
    expect(told.story.find(({ kind }) => kind === 'contact-settled')).toMatchObject({ office, words: null });
    const file = await hall.receive();
    await hall.step(file, 'refuse', { ground: 'not-competent', office, words: '商品房预售归住建部门' });
    const { body: paper } = await hall.one.post<Receipt>(`${hall.at}/contacts/${file.contactId}/receipt`);
    expect(paper).toMatchObject({
      state: 'refused',
      ground: 'not-competent',
      words: [{ kind: 'case-refused', words: '商品房预售归住建部门', office }],
    });
    await green();
  });

  it('goes from the guide desk to a window and on, and is never without somebody who answers', async () => {
    const hall = await givenHall();
    const { body: card } = await hall.guide.post<DocketFile>(`${hall.at}/contacts`, {
      channel: 'desk',
      about: 'matter',
      matterId: 'permit',
      words: '改名后换证',
    });
    expect(card.answerable.id).toBe('guide');
    await hall.onCard(card.contactId, 'hand-over', { toId: 'clerk-1' }, hall.guide);
    expect((await hall.look(card.contactId)).answerable.id).toBe('guide');
    await hall.onCard(card.contactId, 'acknowledge');
    const taken = await hall.look(card.contactId);
    expect([taken.answerable.id, taken.firstReceiver.id]).toEqual(['clerk-1', 'guide']);
    expect((await hall.onCard(card.contactId, 'hand-over', { toId: 'guide' })).body.code).toBe('hand-over-in-a-circle');
    await hall.onCard(card.contactId, 'answer', { told: false, words: '下周三可以办' });
    const owed = (await hall.guide.get<{ items: DocketItem[] }>(`${hall.at}/mine`)).body.items;
    expect(owed.map(({ owes }) => owes)).toEqual(['tell']);
    const told = (await hall.onCard(card.contactId, 'tell', {}, hall.guide)).body;
    expect(told.settled).toBe('answered');
    await green();
  });
});

describe('an immediate matter opened in a serving', () => {
  /** A clerk with a citizen at the window and a case opened for them. */
  async function givenServing(materials: string[]) {
    const hall = await givenHall();
    const press = (verb: string, body: object = {}) => hall.one.post(`${hall.at}/windows/w1/${verb}`, body);
    const ticket = { queueId: 'a', matterId: 'certificate', headStart: null };
    const { body: slip } = await hall.kiosk.post<Slip>(`${hall.at}/tickets`, ticket);
    for (const verb of ['open', 'call-next', 'start']) expect((await press(verb)).status).toBe(200);
    const body = { matterId: 'certificate', kind: 'immediate', channel: 'window', ticketId: slip.id, materials };
    const { body: file } = await hall.one.post<DocketFile>(`${hall.at}/cases`, body);
    const mine = async () => (await hall.one.get<{ items: DocketItem[] }>(`${hall.at}/mine`)).body.items;
    return { hall, press, file, mine };
  }

  it('is accepted, granted and delivered with the finish; undone, it is back where it was, and closes again', async () => {
    const { hall, press, file, mine } = await givenServing(ALL);
    const before = await hall.head();
    await press('finish', { outcome: 'done' });
    const closed = await hall.look(file.contactId);
    expect(closed).toMatchObject({ state: 'delivered', result: 'granted', settled: 'decided' });
    expect(closed.broken).toEqual({ promised: false, legal: false });
    expect(await mine()).toEqual([]);
    await green();
    expect((await press('undo-finish')).status).toBe(200);
    const again = await hall.look(file.contactId);
    expect(again).toMatchObject({ state: 'received', result: null, settled: null, toldAt: null, limits: null });
    expect((await mine()).map(({ owes }) => owes)).toEqual(['handle']);
    expect(await hall.head()).not.toEqual(before);
    await green();
    await press('finish', { outcome: 'done' });
    expect((await hall.look(file.contactId)).state).toBe('delivered');
    await green();
  });

  it('with a material missing the serving ends all the same, and the matter stays with the clerk', async () => {
    const { hall, press, file, mine } = await givenServing(['register']);
    expect((await press('finish', { outcome: 'done' })).status).toBe(200);
    expect(await hall.look(file.contactId)).toMatchObject({ state: 'received', settled: null });
    expect((await mine()).map(({ owes, number }) => [owes, number])).toEqual([['handle', file.caseId]]);
    expect((await press('undo-finish')).status).toBe(200);
    expect((await hall.look(file.contactId)).state).toBe('received');
    await green();
  });

  it('ended otherwise, it stays open', async () => {
    const { hall, press, file } = await givenServing(ALL);
    await press('finish', { outcome: 'told-once' });
    expect((await hall.look(file.contactId)).state).toBe('received');
  });
});

describe('the clock', () => {
  it('gives each card once: down at the hour, twice in a row, from two servers, and with the clock jumping back', async () => {
    const hall = await givenHall();
    const file = await hall.receive();
    await hall.step(file, 'accept');
    // Nobody looked for two weeks: the server was down over every deadline.
    await hall.clock('2026-12-08', '09:00');
    const second = await startTestServer(at.database.url);
    try {
      await Promise.all([hall.tick(), second.app.get(DocketClock).tick(), hall.tick()]);
      await hall.tick();
      await hall.clock('2026-12-08', '08:00');
      await hall.tick();
      await hall.clock('2026-12-08', '10:00');
      await hall.tick();
    } finally {
      await second.stop();
    }
    const { cards, level } = await hall.look(file.contactId);
    expect(cards.map(({ kind }) => kind).sort()).toEqual(['prompt', 'red', 'yellow']);
    expect(level).toBe('red');
    const red = cards.find(({ kind }) => kind === 'red')!;
    expect(red.dueAt).toBe(instantAt('2026-12-01', '17:30', 'Asia/Shanghai'));
    const seen = (await hall.one.post<CardView>(`${hall.at}/cards/${red.id}/acknowledge`)).body;
    expect(seen.acknowledgedAt).not.toBeNull();
    const replied = (await hall.one.post<CardView>(`${hall.at}/cards/${red.id}/reply`, { words: '明天办结' })).body;
    expect(replied.replies.map(({ words }) => words)).toEqual(['明天办结']);
    await green();
  });

  it('shows which cases a day off would move, and moves them with an event when it is saved', async () => {
    const hall = await givenHall();
    const file = await hall.receive();
    await hall.step(file, 'accept');
    const reason = { zh: '停电', en: 'power cut' };
    const changes = [{ kind: 'calendar', id: '2026-11-26', item: { day: '2026-11-26', kind: 'closed', reason } }];
    const before = await hall.head();
    const preview = (await hall.admin.post(`${hall.at}/calendar-preview`, { changes })).body;
    const closing = (day: string) => instantAt(day, '17:30', 'Asia/Shanghai');
    expect(preview).toMatchObject({
      open: 1,
      moved: 1,
      cases: [
        {
          caseId: file.caseId,
          answerable: { id: 'clerk-1' },
          moves: [
            { deadline: 'promised', from: closing('2026-12-01'), to: closing('2026-12-02') },
            { deadline: 'legal' },
          ],
        },
      ],
    });
    expect(await hall.head()).toEqual(before);
    await hall.admin.post(`${hall.at}/catalogue/changes`, { changes });
    await hall.tick();
    expect((await hall.look(file.contactId)).promisedLastDay).toBe('2026-12-02');
    await hall.tick();
    const moves = (await hall.look(file.contactId)).story.filter(({ kind }) => kind === 'dates-moved');
    expect(moves).toHaveLength(1);
    await green();
  });
});

describe('what fell due while nobody looked', () => {
  it('comes before what is asked, by the clock, in the same transaction', async () => {
    const hall = await givenHall();
    const file = await hall.receive();
    await hall.clock('2026-12-01', '17:31');
    expect((await hall.step(file, 'accept')).body.code).toBe('wrong-case-state');
    expect((await hall.look(file.contactId)).state).toBe('received');
    const decided = (await hall.step(file, 'decide', { result: 'granted' })).body;
    expect(decided.limits).toMatchObject({ how: 'deemed', acceptedDay: '2026-11-24' });
    expect(decided.broken.promised).toBe(true);
    expect(decided.story.map(({ kind, actor }) => `${kind} ${actor}`)).toEqual([
      'contact-registered staff:clerk-1',
      'case-received staff:clerk-1',
      'card-given clock',
      'case-accepted clock',
      ...['prompt', 'yellow', 'red'].map(() => 'card-given clock'),
      'case-decided staff:clerk-1',
      'contact-settled staff:clerk-1',
    ]);
    await hall.tick();
    expect((await hall.look(file.contactId)).cards).toHaveLength(4);
    await green();
  });

  it('an urging order is answered by its hour, or goes to the director', async () => {
    const hall = await givenHall();
    const file = await hall.receive();
    await hall.onCard(file.contactId, 'urge', { words: '请尽快' }, hall.supervisor);
    const [order] = (await hall.look(file.contactId)).cards;
    expect(order).toMatchObject({ kind: 'urged', replyBy: instantAt('2026-11-25', '17:30', 'Asia/Shanghai') });
    await hall.clock('2026-11-25', '17:31');
    await hall.tick();
    const { cards, level } = await hall.look(file.contactId);
    expect(cards[0]).toMatchObject({ kind: 'reply-late', level: 'red' });
    expect(cards[0]!.to.map(({ id }) => id)).toEqual(['clerk-1', 'supervisor', 'director']);
    expect(level).toBe('red');
    expect((await hall.one.post<CardView>(`${hall.at}/cards/${order!.id}/reply`, { words: '今天办结' })).status).toBe(
      200,
    );
    expect((await hall.look(file.contactId)).level).toBeNull();
    await green();
  });
});

describe('the citizen', () => {
  it('sees with number and code who has it and what was promised; a wrong code says nothing and locks', async () => {
    const hall = await givenHall();
    const file = await hall.receive();
    await hall.step(file, 'accept');
    const { body: receipt } = await hall.one.post<Receipt>(`${hall.at}/contacts/${file.contactId}/receipt`);
    expect(receipt.code).toMatch(/^\d{8}$/);
    const ask = (number: string, code: string) =>
      at.people.anybody.post<Progress & Problem>(`${hall.at}/progress`, { number, code });
    const seen = (await ask(file.caseId!.toLowerCase().replaceAll('-', ' '), receipt.code)).body;
    expect(seen).toMatchObject({
      isCase: true,
      limits: { promisedLastDay: '2026-12-01' },
      answerable: { id: 'clerk-1' },
    });
    expect(JSON.stringify(seen)).not.toContain('小明');
    const wrong = receipt.code === '00000000' ? '00000001' : '00000000';
    expect((await ask('SW-2026-00001-3', receipt.code)).body.code).toBe('progress-not-found');
    for (let n = 0; n < 5; n++) expect((await ask(file.caseId!, wrong)).body.code).toBe('progress-not-found');
    expect((await ask(file.caseId!, receipt.code)).body.code).toBe('progress-locked');
  });

  it('takes a number for the same case with a head start; the visit is counted once', async () => {
    const hall = await givenHall();
    const file = await hall.receive(['register']);
    await hall.step(file, 'ask-supplement', { missing: ['card'] });
    const { body: receipt } = await hall.one.post<Receipt>(`${hall.at}/contacts/${file.contactId}/receipt`);
    await hall.clock('2026-11-25', '10:00');
    await hall.kiosk.post<Slip>(`${hall.at}/tickets`, { queueId: 'a', matterId: 'permit', headStart: null });
    const body = { number: file.caseId!, code: receipt.code };
    const press = () => hall.kiosk.post<Slip & Problem>(`${hall.at}/second-visit`, body, 'second-visit-press');
    const [first, again] = [(await press()).body, (await press()).body];
    expect(first).toMatchObject({ headStart: 'second-visit', ahead: 0, number: 'A002' });
    expect(again.number).toBe('A002');
    expect((await hall.look(file.contactId)).visits).toBe(2);
    // The case is the record of what follows: its serving opens no second card that would run out beside it.
    for (const verb of ['open', 'call-next', 'start'])
      expect((await hall.one.post(`${hall.at}/windows/w1/${verb}`)).status).toBe(200);
    await hall.one.post(`${hall.at}/windows/w1/finish`, { outcome: 'accepted' });
    const { body: mine } = await hall.one.get<{ items: DocketItem[] }>(`${hall.at}/mine`);
    expect(mine.items.map(({ number }) => number)).toEqual([file.caseId]);
    await green();
  });

  it('is awaited at the window of who received them first: the others pass the number over, until that window pauses', async () => {
    const hall = await givenHall();
    const at = (window: number, verb: string) => `${hall.at}/windows/w${window}/${verb}`;
    const file = await hall.receive(['register']);
    await hall.step(file, 'ask-supplement', { missing: ['card'] });
    const { body: receipt } = await hall.one.post<Receipt>(`${hall.at}/contacts/${file.contactId}/receipt`);
    await hall.clock('2026-11-26', '09:00');
    await hall.one.post(at(1, 'open'));
    await hall.two.post(at(2, 'open'));
    const again = async () =>
      (await hall.kiosk.post<Slip & Problem>(`${hall.at}/second-visit`, { number: file.caseId!, code: receipt.code }))
        .body;
    const first = await again();
    expect(first.awaited).toMatchObject({ windowId: 'w1', latinName: 'Staff clerk-1' });
    expect(first.awaited!.until).toBe(
      instantAt('2026-11-26', '09:20', 'Asia/Shanghai') +
        first.issuedAt -
        instantAt('2026-11-26', '09:00', 'Asia/Shanghai'),
    );
    const desk = (await hall.two.get<Desk>(at(2, 'desk'))).body;
    expect(desk.next.map(({ awaited }) => awaited?.windowId)).toEqual(['w1']);
    expect(desk.actions.find(({ action }) => action === 'call-next')?.refusal?.refused).toBe('all-awaited-elsewhere');
    expect((await hall.two.post<Problem>(at(2, 'call-next'))).body.code).toBe('all-awaited-elsewhere');
    for (let n = 0; n < 6; n++) await again();
    const { body: plain } = await hall.kiosk.post<Slip>(`${hall.at}/tickets`, {
      queueId: 'a',
      matterId: 'permit',
      headStart: null,
    });
    // Seven are awaited at window 1: window 2 sees past all of them.
    expect((await hall.two.get<Desk>(at(2, 'desk'))).body.actions[0]).toEqual({ action: 'call-next' });
    const called = (await hall.two.post<Desk>(at(2, 'call-next'))).body;
    expect(called.window.ticket?.number).toBe(plain.number);
    expect((await hall.one.post<Desk>(at(1, 'call-next'))).body.window.ticket?.number).toBe(first.number);
    await hall.one.post(at(1, 'put-back'));
    await hall.one.post(at(1, 'pause'), { reason: 'lunch' });
    await hall.two.post(at(2, 'put-back'));
    expect((await hall.two.post<Desk>(at(2, 'call-next'))).body.window.ticket?.number).toBe(first.number);
    await green();
  });
});
