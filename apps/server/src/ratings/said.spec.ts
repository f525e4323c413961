import type { Problem } from '@shouwen/contracts/errors';
import type { SaidView } from '@shouwen/contracts/views/figures.schema';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { givenVoicesHall } from '../../../../test/support/voices-hall.ts';

let database: TestDatabase;
let server: TestServer;
let people: People;

beforeAll(async () => {
  database = await cloneDatabase();
  server = await startTestServer(database.url);
  people = peopleAt(server.url);
});

afterAll(async () => {
  people.leave();
  await server.stop();
  await database.drop();
});

describe('words of opinions', () => {
  it('are searched masked and grouped by cause beside those of ratings; whom they are about finds nothing', async () => {
    const hall = await givenVoicesHall(server, people, 'said');
    const said = async (query: string, by = hall.director) =>
      (await by.get<SaidView & Problem>(`${hall.at}/rating-words?${query}`)).body;
    await hall.say({
      opinion: 'complaint',
      subject: { staffId: 'supervisor' },
      words: '值班长态度不好,打我电话138 1234 1234',
      citizen: { name: '张小明', telephone: '13812341234' },
    });
    await hall.clock('2026-11-24', '11:00');
    const { body: queue } = await hall.say({
      opinion: 'suggestion',
      subject: { windowId: 'w1' },
      words: '排队太久,请多开窗口 👍🏽 <b>急</b>',
    });

    const all = await said('');
    expect(all).toMatchObject({ read: 2, found: 2, kinds: { rating: 0, opinion: 2 } });
    expect(all.items).toMatchObject([
      {
        kind: 'opinion',
        opinion: 'suggestion',
        source: 'online',
        windowId: 'w1',
        contactId: queue.number,
        text: '排队太久,请多开窗口 👍🏽 <b>急</b>',
        causes: ['wait'],
      },
      { opinion: 'complaint', text: '值班长态度不好,打我电话138 **** 1234', causes: ['attitude'] },
    ]);
    expect(JSON.stringify(all)).not.toMatch(/张小明|12341234/);
    expect(all.causes.filter(({ count }) => count > 0).map(({ id, count, bad }) => [id, count, bad])).toEqual([
      ['wait', 1, 0],
      ['attitude', 1, 1],
    ]);
    expect((await said(`query=${encodeURIComponent('态度')}`)).found).toBe(1);
    expect((await said('query=13812341234')).found).toBe(0);
    expect((await said('cause=wait')).items).toHaveLength(1);
    expect(await said('kind=rating')).toMatchObject({ read: 0, found: 0, kinds: { opinion: 2 } });
    expect((await said('kind=opinion&from=2026-11-25&until=2026-11-26')).read).toBe(0);

    // About whom it is, and who may not see it, learn neither its words nor that it is there.
    expect(await said('', hall.supervisor)).toMatchObject({ read: 1, kinds: { opinion: 1 } });
    expect((await said(`query=${encodeURIComponent('态度')}`, hall.supervisor)).found).toBe(0);
    expect((await said('', hall.auditor)).read).toBe(2);
    for (const by of [hall.one, hall.guide, hall.admin]) expect((await said('', by)).code).toBe('forbidden');
  });
});
