import type { Browser, Page } from 'playwright-core';
import { axeOf, openBrowser, openPage, type Watched } from './support/browser.ts';
import { openExampleHall } from './support/hall.ts';

let browser: Browser;
let hall: Awaited<ReturnType<typeof openExampleHall>>;
const watched: Watched[] = [];
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

const open = async (path: string, options: Parameters<typeof openPage>[1] = {}): Promise<Page> => {
  const one = await openPage(browser, options);
  watched.push(one);
  await one.page.goto(`${hall.url}${path}`);
  return one.page;
};

const signIn = async (username: string, path: string): Promise<Page> => {
  const page = await open(path);
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

describe('a complaint about a supervisor, in a real browser', () => {
  it('from the public page to told: the supervisor learns nothing, somebody else answers, the citizen reads it', async () => {
    const phone = await open('/public/qingshi/say', PHONE);
    await phone.getByRole('button', { name: '投诉', exact: true }).click();
    const subject = phone.getByLabel(/关于谁/);
    const option = phone.locator('option', { hasText: '值班长' }).first();
    const value = (await option.getAttribute('value'))!;
    await subject.selectOption(value);
    await phone.getByLabel('您想说的').fill('值班长当着大家的面训人');
    await phone.getByLabel('电话').fill('13812341234');
    expect(await axeOf(phone)).toEqual([]);
    const [said] = await Promise.all([
      phone.waitForResponse((response) => response.url().endsWith('/say') && response.request().method() === 'POST'),
      phone.getByRole('button', { name: '送出' }).click(),
    ]);
    const { number, code, answerable } = (await said.json()) as {
      number: string;
      code: string;
      answerable: { id: string };
    };
    await phone.getByText(number).waitFor();
    expect(value).not.toBe(`staff:${answerable.id}`);

    // In the example hall people sign in by their ids.
    const concerned = await signIn(value.slice('staff:'.length), `/dashboard/docket/${number}`);
    await concerned.getByText(/没有这个首问登记/).waitFor();

    const handler = await signIn(answerable.id, `/dashboard/docket/${number}`);
    await handler.getByText('值班长当着大家的面训人').first().waitFor();
    await handler.getByText('138****1234').waitFor();
    const step = async (name: string, words: string) => {
      await handler.getByRole('button', { name, exact: true }).click();
      await handler.locator('dialog textarea, [role=dialog] textarea').fill(words);
      await handler.getByRole('dialog').getByRole('button', { name, exact: true }).click();
    };
    await step('答复', '已批评教育，并向您致歉。');
    await handler.getByText('已答复,待告知').first().waitFor();
    await step('已告知或送达', '电话告知本人');
    await handler.getByText('已办结').first().waitFor();
    expect(await axeOf(handler)).toEqual([]);

    await phone.getByRole('link', { name: '现在看一看' }).click();
    await phone.getByLabel('编号').fill(number);
    await phone.getByLabel(/查询码/).fill(code);
    await phone.getByRole('button', { name: '查一查' }).click();
    await phone.getByText('办结了,答复在下面').waitFor();
    await phone.getByText('已批评教育，并向您致歉。').waitFor();
    await phone.getByText('告诉您了').first().waitFor();
  }, 120_000);

  it('nothing went wrong in any page', () => {
    // What is said about somebody does not exist for them: 404.
    const errors = watched.flatMap((one) => one.errors).filter((text) => !/404 \(Not Found\)/.test(text));
    expect(errors).toEqual([]);
  });
});
