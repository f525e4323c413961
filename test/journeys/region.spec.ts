import { DataSource } from 'typeorm';
import type { Browser, Page } from 'playwright-core';
import { CatalogueService } from '../../apps/server/src/catalogue/catalogue.service.ts';
import { Waits } from '@shouwen/domain/indicators/waits';
import { serviceDayOf } from '@shouwen/domain/time/zoned';
import { publishFigures } from '../hall/support/seed-region.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { axeOf, openBrowser, openPage } from './support/browser.ts';

let browser: Browser;
let database: TestDatabase;
let server: TestServer;
let raw: DataSource;

const HALLS: Record<string, { code: string; names: string[] }> = {
  office: { code: '360400', names: ['江西省', '九江市'] },
  ruichang: { code: '360481', names: ['江西省', '九江市', '瑞昌市'] },
  wuning: { code: '360423', names: ['江西省', '九江市', '武宁县'] },
  yuehu: { code: '360602', names: ['江西省', '鹰潭市', '月湖区'] },
};

beforeAll(async () => {
  [browser, database] = await Promise.all([openBrowser(), cloneDatabase()]);
  server = await startTestServer(database.url);
  raw = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  for (const [id, region] of Object.entries(HALLS)) await server.makeHall({ id, region, timeZone: 'Asia/Shanghai' });
  const item = { id: 'director', regions: ['3604'], mayGrant: false };
  await server.app
    .get(CatalogueService)
    .change('office', [{ kind: 'oversight', id: 'director', item }], 'installer', { grants: true });
  const today = serviceDayOf(Date.now(), 'Asia/Shanghai');
  for (const [n, hallId] of ['ruichang', 'wuning', 'yuehu'].entries())
    await publishFigures(raw, hallId, today, {
      measures: {
        issued: 40,
        answered: 38,
        promised: 38,
        withinPromise: 36 - 20 * n,
        served: 38,
        rated: 20,
        satisfied: 19 - n,
      },
      waits: new Waits().add((6 + 9 * n) * 60_000, 38),
    });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
  await raw.destroy();
  await database.drop();
});

async function signIn(username: string, path: string): Promise<Page> {
  const { page } = await openPage(browser, { viewport: { width: 1366, height: 768 } });
  const response = await page.context().request.post(`${server.url}/api/sign-in`, {
    data: { hallId: 'office', username, password: 'qingshi-2026' },
  });
  expect(response.status()).toBe(200);
  await page.goto(`${server.url}${path}`);
  return page;
}

describe('a city that oversees its counties, in a real browser', () => {
  it('sees both, drills to a hall, puts two side by side, and finds the neighbour closed', async () => {
    const page = await signIn('director', '/dashboard/region');
    await page.getByRole('button', { name: '瑞昌市' }).waitFor();
    await page.getByRole('button', { name: '武宁县' }).waitFor();
    expect(await page.getByText('月湖区').count()).toBe(0);
    expect(await axeOf(page)).toEqual([]);
    await page.getByRole('button', { name: '瑞昌市' }).click();
    await page.getByRole('rowheader', { name: 'Hall ruichang' }).waitFor();
    await page.goto(`${server.url}/dashboard/region?by=hall`);
    await page.getByLabel('Hall ruichang').check();
    await page.getByLabel('Hall wuning').check();
    await page.getByRole('button', { name: '对比所选 2 个' }).click();
    await page.getByRole('heading', { name: '对比 2 个大厅' }).waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(2);
    // Whoever is given the address sees the same.
    await page.reload();
    await page.getByRole('heading', { name: '对比 2 个大厅' }).waitFor();
    await page.goto(`${server.url}/dashboard/region?region=3606`);
    await page.getByText('您没有这个地区的监管授权').waitFor();
    expect(await page.getByText('月湖').count()).toBe(0);
  }, 240_000);

  it('reads in English too, on a phone and empty; who oversees nothing has no such page', async () => {
    const page = await signIn('director', '/dashboard/region?by=hall');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('0 of 3 halls open now').waitFor();
    await page.getByRole('rowheader', { name: 'Hall wuning' }).waitFor();
    expect(await axeOf(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.goto(`${server.url}/dashboard/region?from=2025-01-01&until=2025-01-31`);
    await page.getByText('—').first().waitFor();
    const supervisor = await signIn('supervisor', '/dashboard/performance');
    await supervisor.getByRole('heading', { level: 1 }).waitFor();
    expect(await supervisor.getByRole('link', { name: '地区', exact: true }).count()).toBe(0);
  }, 240_000);
});
