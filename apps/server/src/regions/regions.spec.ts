import { DataSource } from 'typeorm';
import type { Problem } from '@shouwen/contracts/errors';
import type { CatalogueChange } from '@shouwen/contracts/http/hall.operations';
import type { OversightView, RegionView } from '@shouwen/contracts/views/region.schema';
import { Waits } from '@shouwen/domain/indicators/waits';
import { addDays } from '@shouwen/domain/time/zoned';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { publishFigures } from '../../../../test/hall/support/seed-region.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { figuresOfMonth, replaceCells } from '../performance/figure-cells.ts';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { Person } from '../../../../test/hall/support/people.ts';

let database: TestDatabase;
let server: TestServer;
let people: People;
let raw: DataSource;
let province: Person;
let city: Person;

const NAMES = ['江西省', '九江市', '瑞昌市'];
const HALLS: Record<string, { code: string; names: string[] }> = {
  office: { code: '360000', names: ['江西省'] },
  ruichang: { code: '360481', names: NAMES },
  wuning: { code: '360423', names: ['江西省', '九江市', '武宁县'] },
  jiujiang: { code: '360400', names: ['江西省', '九江市'] },
  yuehu: { code: '360602', names: ['江西省', '鹰潭市', '月湖区'] },
  changsha: { code: '430102', names: ['湖南省', '长沙市', '芙蓉区'] },
};
const TO = '2026-03-31';
const FROM = '2026-01-01';

const oversight = (hallId: string, id: string, regions: string[], mayGrant = false) =>
  server.app
    .get(CatalogueService)
    .change(hallId, [{ kind: 'oversight', id, item: { id, regions, mayGrant } }], 'installer', { grants: true });

beforeAll(async () => {
  database = await cloneDatabase();
  raw = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  server = await startTestServer(database.url);
  people = peopleAt(server.url);
  for (const [id, region] of Object.entries(HALLS)) await server.makeHall({ id, region, timeZone: 'Asia/Shanghai' });
  await server.makeHall({ id: 'nowhere', timeZone: 'Asia/Shanghai' });
  await oversight('office', 'director', ['36'], true);
  await oversight('office', 'supervisor', ['3604']);
  await oversight('office', 'clerk-1', ['36']);
  province = await people.staff('office', 'director');
  city = await people.staff('office', 'supervisor');
  const line = (minutes: number[], satisfied: number, rated: number) => ({
    measures: {
      issued: minutes.length + 1,
      answered: minutes.length,
      promised: minutes.length,
      withinPromise: minutes.filter((one) => one <= 15).length,
      served: minutes.length,
      rated,
      satisfied,
    },
    waits: minutes.reduce((waits, one) => waits.add(one * 60_000), new Waits()),
  });
  for (let day = FROM; day <= TO; day = addDays(day, 1)) {
    await publishFigures(raw, 'ruichang', day, line([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 9, 9));
    await publishFigures(raw, 'wuning', day, line([100], 0, 1));
    await publishFigures(raw, 'yuehu', day, line([20, 20, 20], 1, 2));
    await publishFigures(raw, 'changsha', day, line([50], 1, 1));
  }
  await rollMonths();
}, 120_000);

afterAll(async () => {
  people.leave();
  await server.stop();
  await raw.destroy();
  await database.drop();
});

/** As the server's clock sums up months that are over. */
async function rollMonths(): Promise<void> {
  const runner = raw.createQueryRunner();
  for (const hallId of Object.keys(HALLS))
    for (const month of ['2026-01', '2026-02', '2026-03'])
      await replaceCells(runner, hallId, 'month', `${month}-01`, await figuresOfMonth(raw, hallId, month));
  await runner.release();
}

const ask = (person: Person, query: string, hallId = 'office') =>
  person.get<RegionView>(`/api/halls/${hallId}/region?from=${FROM}&until=${TO}${query}`);
const refused = async (person: Person, query: string, hallId = 'office') => {
  const { status, body } = await person.get<Problem>(`/api/halls/${hallId}/region?from=${FROM}&until=${TO}${query}`);
  return [status, body.code];
};
const value = (figures: RegionView['whole']['figures'], id: string) => figures.find((one) => one.id === id)!;

describe('a region', () => {
  it('is the sum of its halls, percentiles of all waits together; from a province down to a hall', async () => {
    const { body } = await ask(province, '');
    expect(body.path.map(({ code }) => code)).toEqual(['36']);
    expect(body.path[0]!.name?.zh).toBe('江西省');
    expect(body.whole.halls).toBe(5);
    // 90 days of 11 + 2 + 4 tickets.
    expect(value(body.whole.figures, 'issued').value).toBe(90 * 17);
    const rows = Object.fromEntries(body.rows.map((row) => [row.key, row]));
    expect(Object.keys(rows).sort()).toEqual(['3604', '3606', 'office']);
    expect(rows['3604']).toMatchObject({ kind: 'region', halls: 3, name: { zh: '九江市' } });
    // 1…10 minutes and 100: the middle of eleven is 6. A mean of the halls’ medians would be 53.
    expect(value(rows['3604']!.figures, 'wait-median').value).toBeCloseTo(6, 0);
    expect(value(rows['office']!.figures, 'within-promise').value).toBeNull();
    const down = await ask(city, '&region=3604&sort=name&order=best');
    expect(down.body.path.map(({ code }) => code)).toEqual(['3604']);
    expect(down.body.rows.map(({ key, kind }) => [key, kind])).toEqual([
      ['jiujiang', 'hall'],
      ['360423', 'region'],
      ['360481', 'region'],
    ]);
    const county = await ask(city, '&region=360481');
    expect(county.body.rows.map(({ key }) => key)).toEqual(['ruichang']);
    expect(county.body.rows[0]!.heardAt).not.toBeNull();
  });

  it('ranks halls by what can be told apart, small ones not, nothing as nothing', async () => {
    const { body } = await ask(province, '&by=hall&sort=satisfaction');
    expect(body.rows.map(({ key, places }) => [key, places])).toEqual([
      ['ruichang', { from: 1, to: 1 }],
      ['yuehu', { from: 2, to: 2 }],
      ['wuning', { from: 3, to: 3 }],
      ['office', null],
      ['jiujiang', null],
    ]);
    const day = await province.get<RegionView>(
      `/api/halls/office/region?from=${TO}&until=${TO}&by=hall&sort=satisfaction`,
    );
    // One rating of a day is no place.
    expect(day.body.rows.map(({ key, places }) => [key, places])).toEqual([
      ['ruichang', { from: 1, to: 1 }],
      ['yuehu', null],
      ['wuning', null],
      ['office', null],
      ['jiujiang', null],
    ]);
    const found = await ask(province, '&by=hall&search=YUEHU&limit=1');
    expect([found.body.total, found.body.rows[0]!.key]).toEqual([1, 'yuehu']);
    const second = await ask(province, '&by=hall&sort=issued&limit=1&skip=1');
    expect([second.body.total, second.body.rows[0]!.key]).toEqual([5, 'yuehu']);
  });

  it('gives up to six halls side by side, and none of outside', async () => {
    const { body } = await ask(city, '&region=3604&halls=ruichang,wuning');
    expect(body.rows.map(({ key }) => key).sort()).toEqual(['ruichang', 'wuning']);
    expect(await refused(city, '&region=3604&halls=ruichang,yuehu')).toEqual([403, 'region-not-overseen']);
    expect((await refused(city, '&region=3604&halls=a,b,c,d,e,f,g'))[0]).toBe(400);
  });

  it('reads whole months from their own lines and the rest by days', async () => {
    const { body } = await province.get<RegionView>(`/api/halls/office/region?from=${FROM}&until=2026-03-30`);
    expect(value(body.whole.figures, 'issued').value).toBe(89 * 17);
    await raw.query(`delete from figure_cell where grain = 'day' and start < '2026-03-01'`);
    const again = await province.get<RegionView>(`/api/halls/office/region?from=${FROM}&until=2026-03-30`);
    expect(again.body).toEqual(body);
  });
});

describe('whoever does not oversee a region', () => {
  it.each(['36', '3606', '360602', '43', '4301', '430102'])('finds %s closed from a city beside it', async (region) =>
    expect(await refused(city, `&region=${region}`)).toEqual([403, 'region-not-overseen']),
  );

  it.each(['', '%25', '36%25', '3604%25', '_', '360', '3', '36048', '3604__', "3604'%20or%201=1", '36%0A', '3600'])(
    'cannot write “%s” for one',
    async (region) => expect((await refused(province, `&region=${region}`))[0]).toBe(400),
  );

  it('is refused as nobody, at a kiosk, at a window even with a grant, in a hall of one’s own, and in another office', async () => {
    const kiosk = await people.kiosk('ruichang');
    expect((await refused(people.anybody, ''))[0]).toBe(401);
    expect((await refused(kiosk, '', 'ruichang'))[0]).toBe(401);
    expect((await refused(await people.staff('office', 'clerk-1'), ''))[0]).toBe(403);
    expect((await refused(await people.staff('office', 'administrator'), ''))[0]).toBe(403);
    const supervisor = await people.staff('ruichang', 'supervisor');
    expect(await refused(supervisor, '', 'ruichang')).toEqual([403, 'region-not-overseen']);
    expect(await refused(supervisor, '&region=360481', 'ruichang')).toEqual([403, 'region-not-overseen']);
    expect(await refused(supervisor, '&region=36', 'office')).toEqual([403, 'forbidden']);
    expect(await refused(province, '', 'ruichang')).toEqual([403, 'forbidden']);
  });

  it('sees nothing of another hall but what it publishes', async () => {
    for (const path of ['performance', 'events', 'staff', 'ratings', 'docket'])
      expect([401, 403, 404]).toContain((await province.get(`/api/halls/ruichang/${path}`)).status);
    const { body } = await ask(province, '&by=hall');
    expect(JSON.stringify(body)).not.toMatch(/clerk|员工|staff/i);
  });
});

describe('oversight', () => {
  const give = (person: Person, staffId: string, regions: string[]) =>
    person.post<Problem>(`/api/halls/office/oversight/${staffId}`, { regions });
  const change = (person: Person, hallId: string, changes: CatalogueChange[]) =>
    person.post<Problem>(`/api/halls/${hallId}/catalogue/changes`, { changes });

  it('is not an administrator’s to take for the hall’s people; taking it away is', async () => {
    const administrator = await people.staff('ruichang', 'administrator');
    const item = { id: 'supervisor', regions: ['36'], mayGrant: true };
    expect((await change(administrator, 'ruichang', [{ kind: 'oversight', id: 'supervisor', item }])).status).toBe(403);
    await oversight('ruichang', 'supervisor', ['360481']);
    const supervisor = await people.staff('ruichang', 'supervisor');
    expect((await ask(supervisor, '', 'ruichang')).body.whole.halls).toBe(1);
    expect(
      (await change(administrator, 'ruichang', [{ kind: 'oversight', id: 'supervisor', item: null }])).status,
    ).toBe(200);
    expect(await refused(supervisor, '', 'ruichang')).toEqual([403, 'region-not-overseen']);
    const taken = (await raw.query(
      `select seq from hall_event where hall_id = 'ruichang' and subject = 'catalogue:oversight:supervisor' order by seq desc limit 1`,
    )) as { seq: string }[];
    const undo = await administrator.post<Problem>('/api/halls/ruichang/catalogue/undo', {
      seq: Number(taken[0]!.seq),
    });
    expect(undo.status).not.toBe(200);
    expect(await refused(supervisor, '', 'ruichang')).toEqual([403, 'region-not-overseen']);
  });

  it('is given within one’s own by whoever may, stands in the log, and ends at once', async () => {
    expect((await give(city, 'auditor', ['3604'])).body.code).toBe('oversight-not-yours-to-give');
    expect((await give(province, 'auditor', ['43'])).body.code).toBe('oversight-not-yours-to-give');
    expect((await give(province, 'nobody', ['36'])).body.code).toBe('unknown-staff');
    expect((await give(province, 'auditor', ['%'])).status).toBe(400);
    expect((await give(province, 'auditor', ['3606'])).status).toBe(200);
    const auditor = await people.staff('office', 'auditor');
    expect((await ask(auditor, '')).body.rows.map(({ key }) => key)).toEqual(['360602']);
    const [event] = (await raw.query(
      `select actor, data from hall_event where hall_id = 'office' and subject = 'catalogue:oversight:auditor'`,
    )) as { actor: string; data: unknown }[];
    expect(event).toMatchObject({ actor: 'staff:director', data: { item: { regions: ['3606'] } } });
    const { body } = await province.get<OversightView>('/api/halls/office/oversight');
    expect(body.given.find(({ staffId }) => staffId === 'auditor')?.regions[0]?.name?.zh).toBe('鹰潭市');
    expect((await city.get<OversightView>('/api/halls/office/oversight')).body.given).toEqual([]);
    expect((await give(province, 'auditor', [])).status).toBe(200);
    expect(await refused(auditor, '')).toEqual([403, 'region-not-overseen']);
  });
});
