import type { Browser, Page } from 'playwright-core';
import { axeOf, openBrowser, openPage, type Watched } from './support/browser.ts';
import { openExampleHall } from './support/hall.ts';

let browser: Browser;
let hall: Awaited<ReturnType<typeof openExampleHall>>;
let clerk: Page;
const watched: Watched[] = [];

const open = async (path: string, options: Parameters<typeof openPage>[1] = {}): Promise<Page> => {
  const one = await openPage(browser, options);
  // Several browsers and a server share the machine.
  one.page.setDefaultTimeout(30_000);
  watched.push(one);
  await one.page.goto(`${hall.url}${path}`);
  return one.page;
};

beforeAll(async () => {
  [browser, hall] = await Promise.all([openBrowser(), openExampleHall()]);
  clerk = await open('/dashboard');
  await clerk.fill('input[name=username]', 'liqing');
  await clerk.fill('input[name=password]', 'qingshi-2026');
  await clerk.keyboard.press('Enter');
  await clerk.getByRole('button', { name: /5 号窗口/ }).click();
  await clerk.getByText('叫下一位').first().waitFor();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await hall.close();
});

/** A citizen takes a number for a matter of window 5 at a kiosk. */
async function takeNumber(): Promise<{ number: string; code: string }> {
  const kiosk = await open('/kiosk', { viewport: { width: 1080, height: 1920 } });
  await kiosk.getByRole('searchbox').fill('mzcf');
  await kiosk.getByRole('button', { name: /民族成份变更/ }).click();
  const [issued] = await Promise.all([
    kiosk.waitForResponse((response) => response.url().endsWith('/tickets')),
    kiosk.getByRole('button', { name: '取号' }).click(),
  ]);
  const slip = (await issued.json()) as { number: string; code: string };
  await kiosk.context().close();
  return slip;
}

/** Li Qing calls, receives and finishes, each key when the terminal shows that it is its turn. */
async function serve(number: string): Promise<void> {
  await clerk.getByText(number, { exact: true }).first().waitFor();
  await clerk.keyboard.press('F1');
  await clerk.getByText('正在叫').waitFor();
  await clerk.keyboard.press('Enter');
  await clerk.getByText('正在办').first().waitFor();
  await finish();
}
async function finish(): Promise<void> {
  await clerk.keyboard.press('F2');
  await clerk.getByText('办得怎么样').waitFor();
  await clerk.keyboard.press('1');
  await clerk.getByText('秒可以撤销').waitFor();
}

/** The smallest side of anything that can be pressed on the page. */
const smallestTouch = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.min(...[...document.querySelectorAll('button')].map((one) => Math.min(one.offsetHeight, one.offsetWidth))),
  );
const sound = async (page: Page) => {
  expect(await axeOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await smallestTouch(page)).toBeGreaterThanOrEqual(88);
};

const LANDSCAPE = { width: 1280, height: 800 };
const PORTRAIT = { width: 800, height: 1280 };

describe('the pad on a ten-inch tablet', () => {
  it('in Chinese: from the call over the serving to one touch and thanks, and the window learns only that', async () => {
    const pad = await open('/pad', { viewport: LANDSCAPE, hasTouch: true });
    await pad.getByRole('button', { name: /5 号窗口/ }).click();
    await pad.getByText('李青 为您服务').waitFor();
    const { number } = await takeNumber();
    await clerk.getByText(number, { exact: true }).first().waitFor();
    await clerk.keyboard.press('F1');
    await pad.getByText(number, { exact: true }).waitFor();
    await clerk.getByText('正在叫').waitFor();
    await clerk.keyboard.press('Enter');
    await pad.getByText('李青 正在为您办理').waitFor();
    await pad.getByText('10 个工作日').first().waitFor();
    await sound(pad);
    await finish();
    await pad.getByRole('heading', { name: '这次办事,您满意吗?' }).waitFor();
    await sound(pad);
    await clerk.getByText(`${number} 未评价`).waitFor();
    await pad.getByRole('button', { name: '非常满意' }).tap();
    await pad.getByText('秒后提交').waitFor();
    await sound(pad);
    // Nothing more is pressed: it is sent by itself.
    await pad.getByRole('heading', { name: '谢谢您' }).waitFor();
    await sound(pad);
    await clerk.getByText(`${number} 已评价`).waitFor({ timeout: 15_000 });
    expect(await clerk.getByText('非常满意').count()).toBe(0);
    await pad.context().close();
  }, 150_000);

  it('in English, upright: taken back, said in detail, sent with a press; a bad one gets its number and is followed on the phone', async () => {
    const pad = await open('/pad?lang=en', { viewport: PORTRAIT, hasTouch: true, locale: 'en' });
    await pad.getByRole('button', { name: /Window 5/ }).click();
    const { number, code } = await takeNumber();
    await serve(number);
    await pad.getByRole('heading', { name: 'How was your visit?' }).waitFor();
    await pad.getByRole('button', { name: 'Left-handed' }).tap();
    await sound(pad);
    await pad.getByRole('button', { name: 'Satisfied', exact: true }).tap();
    await pad.getByRole('button', { name: 'Choose again' }).tap();
    await pad.getByRole('button', { name: 'Very dissatisfied' }).tap();
    await pad.getByRole('button', { name: 'Say more' }).tap();
    await pad.getByRole('group', { name: 'Courtesy' }).getByRole('button', { name: 'Dissatisfied', exact: true }).tap();
    await pad.getByRole('button', { name: 'Sent me away to come again' }).tap();
    await sound(pad);
    await pad.getByRole('button', { name: 'Words, telephone' }).tap();
    await pad.getByLabel('In your own words').click();
    for (const key of ['T', 'H', 'R', 'E', 'E', 'Space'])
      await pad.getByRole('button', { name: key, exact: true }).tap();
    expect(await pad.getByLabel('In your own words').inputValue()).toBe('three ');
    await pad.getByRole('button', { name: 'Send rating' }).tap();
    await pad.getByText(/^QS-F-\d{4}-\d{5}-\d$/).waitFor();
    await sound(pad);

    const phone = await open(`/t/${code}?lang=en`, { viewport: { width: 390, height: 844 }, locale: 'en' });
    await phone.getByText('You rated: Very dissatisfied').waitFor();
    await phone.getByRole('heading', { name: /^Checked by/ }).waitFor();
    expect(await axeOf(phone)).toEqual([]);
    await phone.getByText('Add a few words').click();
    await phone.getByLabel('In your own words').fill('It was the third time.');
    await phone.getByRole('button', { name: 'Add', exact: true }).click();
    await phone.getByText('Add a few words').waitFor({ state: 'detached' });
    await pad.context().close();
  }, 150_000);

  it('by the phone alone, and nothing in any page went wrong', async () => {
    const { number, code } = await takeNumber();
    await serve(number);
    const phone = await open(`/t/${code}`, { viewport: { width: 390, height: 844 }, hasTouch: true });
    await phone.getByRole('button', { name: '基本满意' }).tap();
    expect(await axeOf(phone)).toEqual([]);
    await phone.getByRole('button', { name: '提交评价' }).tap();
    await phone.getByText('您评了“基本满意”').waitFor();
    expect(watched.flatMap(({ errors }) => errors)).toEqual([]);
  }, 120_000);
});
