import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, type Watched } from './support/browser.ts';
import { openExampleHall } from './support/hall.ts';

let browser: Browser;
let hall: Awaited<ReturnType<typeof openExampleHall>>;
const watched: Watched[] = [];

const open = async (path: string, options: Parameters<typeof openPage>[1] = {}): Promise<Page> => {
  const one = await openPage(browser, options);
  watched.push(one);
  await one.page.goto(`${hall.url}${path}`);
  return one.page;
};

const signIn = async (username: string): Promise<Page> => {
  const page = await open('/dashboard');
  await page.fill('input[name=username]', username);
  await page.fill('input[name=password]', 'qingshi-2026');
  await page.keyboard.press('Enter');
  return page;
};

beforeAll(async () => {
  [browser, hall] = await Promise.all([openBrowser(), openExampleHall()]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await hall.close();
});

describe('a citizen’s way through the hall, in a real browser', () => {
  it('kiosk to display to window to phone, live all the way', async () => {
    const display = await open('/display', { viewport: { width: 1920, height: 1080 } });
    await display.getByText('今天还没有叫号').waitFor();

    const kiosk = await open('/kiosk', { viewport: { width: 1080, height: 1920 } });
    await kiosk.getByRole('searchbox').fill('mzcf');
    await kiosk.getByRole('button', { name: /民族成份变更/ }).click();
    await kiosk.getByText('户口簿原件').waitFor();
    await kiosk.getByRole('button', { name: '70 岁以上' }).click();
    const [issued] = await Promise.all([
      kiosk.waitForResponse((response) => response.url().endsWith('/tickets')),
      kiosk.getByRole('button', { name: '取号' }).click(),
    ]);
    const { number, code } = (await issued.json()) as { number: string; code: string };
    await kiosk.getByText(number, { exact: true }).first().waitFor();

    const phone = await open(`/t/${code}`, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    await phone.getByText('前面').first().waitFor();

    const clerk = await signIn('liqing');
    await clerk.getByRole('button', { name: /5 号窗口/ }).click();
    // New people show without a key pressed (PEERS 7).
    await clerk.getByText(number, { exact: true }).waitFor();
    await clerk.getByText('70 岁以上').waitFor();
    await clerk.keyboard.press('F1');
    await clerk.getByText('正在叫').waitFor();

    // The display shows it within a second of the call.
    const begun = Date.now();
    await display.getByText('→ 5 号窗口').first().waitFor();
    expect(Date.now() - begun).toBeLessThan(1_500);
    await phone.getByRole('heading', { name: '请到 5 号窗口' }).waitFor();

    await clerk.keyboard.press('Enter');
    await phone.getByText('正在办理').first().waitFor();
    await phone.getByText('李青').first().waitFor();
    // The phone may hear of it before the window does.
    await clerk.getByText('正在办').first().waitFor();
    await clerk.keyboard.press('F2');
    await clerk.keyboard.press('1');
    await clerk.getByText('秒可以撤销').waitFor();
    await clerk.keyboard.press('u');
    await clerk.getByText('正在办').first().waitFor();
    await clerk.keyboard.press('F2');
    await clerk.keyboard.press('1');
    await phone.getByText('办完了,谢谢您').first().waitFor();

    const supervisor = await signIn('songyan');
    await supervisor.getByRole('button', { name: /办完/ }).click();
    await supervisor.getByRole('button', { name: number }).click();
    await supervisor.getByText(`${number} 办结:当场办结`).first().waitFor();
    expect(supervisor.url()).toContain('subject=ticket');
  }, 90_000);

  it('gives a number up on the phone, and the terminal loses it at once', async () => {
    const kiosk = await open('/kiosk', { viewport: { width: 1080, height: 1920 } });
    await kiosk.getByRole('button', { name: '说不清楚' }).click();
    const [issued] = await Promise.all([
      kiosk.waitForResponse((response) => response.url().endsWith('/tickets')),
      kiosk.getByRole('button', { name: '取号' }).click(),
    ]);
    const { number, code } = (await issued.json()) as { number: string; code: string };
    const guide = await signIn('xudan');
    await guide
      .getByRole('button', { name: /导服台/ })
      .first()
      .click();
    await guide.getByText(number, { exact: true }).waitFor();
    const phone = await open(`/t/${code}`, { viewport: { width: 390, height: 844 } });
    await phone.getByRole('button', { name: '不办了' }).click();
    await phone.getByRole('button', { name: '取消这个号' }).click();
    await phone.getByText('这个号已取消').first().waitFor();
    await guide.getByText(number, { exact: true }).waitFor({ state: 'detached' });
  }, 60_000);

  it('a kiosk left alone goes back to the start after a minute, in Chinese and normal type', async () => {
    const one = await openPage(browser, { viewport: { width: 1080, height: 1920 } });
    watched.push(one);
    const { page } = one;
    await page.clock.install();
    await page.goto(`${hall.url}/kiosk`);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Large text' }).click();
    await page.getByText('What brings you here?').waitFor();
    await page.clock.fastForward(52_000);
    await page.getByRole('dialog').waitFor();
    await page.clock.fastForward(10_000);
    await page.getByText('欢迎光临').waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset['type'] ?? 'normal')).toBe('normal');
  }, 60_000);

  it('says that the line is cut and heals by itself (PEERS 9)', async () => {
    const kiosk = await open('/kiosk', { viewport: { width: 1080, height: 1920 } });
    await kiosk.getByText('您要办什么').waitFor();
    await kiosk.context().setOffline(true);
    await kiosk.getByText('连不上大厅').waitFor({ timeout: 30_000 });
    await kiosk.context().setOffline(false);
    await kiosk.getByText('连不上大厅').waitFor({ state: 'detached', timeout: 30_000 });
    const [mine] = watched.splice(-1);
    mine!.errors.length = 0;
  }, 90_000);

  it('an unknown number and an unpaired pad say what to do', async () => {
    const phone = await open('/t/qingshi.AAAAAAAAAAAAAAAAAAAAAA');
    await phone.getByText('没有找到这个号').last().waitFor();
    const pad = await open('/pad');
    await pad.getByText('评价器放在哪个窗口?').first().waitFor();
    for (const one of watched.splice(-2)) expect(one.errors.filter((error) => !/404/.test(error))).toEqual([]);
  });

  it('left no error in any console', () => {
    expect(watched.flatMap(({ errors }) => errors)).toEqual([]);
  });
});
