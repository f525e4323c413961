import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, type Watched } from './support/browser.ts';
import { openExampleHall } from './support/hall.ts';

let browser: Browser;
let hall: Awaited<ReturnType<typeof openExampleHall>>;
const watched: Watched[] = [];

const signIn = async (username: string, path: string): Promise<Page> => {
  const one = await openPage(browser);
  watched.push(one);
  await one.page.goto(`${hall.url}${path}`);
  await one.page.fill('input[name=username]', username);
  await one.page.fill('input[name=password]', 'qingshi-2026');
  await one.page.keyboard.press('Enter');
  await one.page.locator('input[name=password]').waitFor({ state: 'detached' });
  return one.page;
};

const post = (page: Page, path: string, data: object = {}) =>
  page.request.post(`${hall.url}/api/halls/qingshi${path}`, {
    data,
    headers: { 'idempotency-key': crypto.randomUUID() },
  });

beforeAll(async () => {
  [browser, hall] = await Promise.all([openBrowser(), openExampleHall()]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await hall.close();
});

const DECEMBER = '?period=2026-12';

describe('a month of appraisal, in a real browser', () => {
  let clerk: Page;
  let director: Page;

  it('shows a clerk their own sheet with what each point was lost for', async () => {
    await hall.clock('2026-12-08', '09:30');
    const guide = await signIn('xudan', '/dashboard/scores');
    const catalogue = (await (await guide.request.get(`${hall.url}/api/halls/qingshi/catalogue`)).json()) as {
      windows: { id: string; firstQueues: string[] }[];
    };
    const queueId = catalogue.windows.find(({ id }) => id === 'w5')!.firstQueues[0]!;
    const issued = await post(guide, '/tickets', { queueId, matterId: null, headStart: null });
    expect([issued.status(), issued.ok() ? '' : await issued.text()]).toEqual([200, '']);
    await hall.clock('2026-12-08', '10:30');
    clerk = await signIn('liqing', '/dashboard/scores');
    for (const verb of ['open', 'call-next', 'start', 'finish']) {
      const answer = await post(clerk, `/windows/w5/${verb}`, verb === 'finish' ? { outcome: 'done' } : {});
      expect([verb, answer.status(), answer.ok() ? '' : await answer.text()]).toEqual([verb, 200, '']);
    }
    await clerk.reload();
    const waiting = clerk.getByRole('row', { name: /^等候/ });
    await waiting.getByText('0 / 1').waitFor();
    await waiting.getByText('1 条记录').click();
    expect(await clerk.getByRole('button', { name: /提异议/ }).count()).toBe(0);
  }, 60_000);

  it('takes an objection when the month is over, and lets somebody else decide on it', async () => {
    await hall.clock('2027-01-06', '10:00');
    await clerk.goto(`${hall.url}/dashboard/scores${DECEMBER}`);
    await clerk
      .getByRole('row', { name: /^等候/ })
      .getByRole('button', { name: /提异议/ })
      .click();
    const dialog = clerk.locator('dialog[open]');
    await dialog.getByLabel('理由').fill('叫号系统停了一个小时');
    await dialog.getByRole('button', { name: '提交异议' }).click();
    await clerk.getByText('待决定').waitFor();
    const supervisor = await signIn('songyan', `/dashboard/scores/sheets${DECEMBER}`);
    await supervisor.getByText('叫号系统停了一个小时').waitFor();
    await supervisor.getByRole('button', { name: '作决定' }).click();
    await supervisor.getByLabel('成立,这些记录不计').check();
    await supervisor.getByLabel('决定的理由').fill('日志里有停机记录');
    await supervisor.locator('dialog[open]').getByRole('button', { name: '作决定' }).click();
    await supervisor.getByText(/宋岩 决定/).waitFor();
    await clerk.reload();
    await clerk.getByText('异议成立,不计').first().waitFor({ state: 'attached' });
  }, 60_000);

  it('is sealed by the director when what it needs is there, and stays as it is', async () => {
    director = await signIn('shenguoping', `/dashboard/scores/sheets${DECEMBER}`);
    const seal = async () => {
      await director.getByRole('button', { name: '封存这一期' }).click();
      return director.locator('dialog[open]').getByRole('button', { name: '封存', exact: true });
    };
    expect(await (await seal()).isDisabled()).toBe(true);
    await hall.clock('2027-01-20', '10:00');
    await director.reload();
    await (await seal()).click();
    await director.getByText('以后再有更正,这里的分数不变').waitFor();
    await director.getByRole('button', { name: '李青' }).click();
    await director.locator('code').waitFor();
    expect(await director.locator('code').textContent()).toMatch(/^[0-9a-f]{64}$/);
    await clerk.reload();
    await clerk.getByText('已封存').waitFor();
    expect(await clerk.getByRole('button', { name: /提异议/ }).count()).toBe(0);
    expect(watched.flatMap(({ errors }) => errors)).toEqual([]);
  }, 60_000);
});
