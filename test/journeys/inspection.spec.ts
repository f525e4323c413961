import type { Browser, Page } from 'playwright-core';
import { axeOf, openBrowser, openPage, type Watched } from './support/browser.ts';
import { openExampleHall } from './support/hall.ts';
import { SAMPLES } from '../support/sample-files.ts';

let browser: Browser;
let hall: Awaited<ReturnType<typeof openExampleHall>>;
const watched: Watched[] = [];
const TABLET = { viewport: { width: 1024, height: 768 }, hasTouch: true };

const signIn = async (username: string, path: string, options: Parameters<typeof openPage>[1] = {}): Promise<Page> => {
  const one = await openPage(browser, options);
  watched.push(one);
  const { page } = one;
  await page.goto(`${hall.url}${path}`);
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

it('an inspection on a tablet: planned, a finding with a photograph, its late card, a check that refuses once, done', async () => {
  await hall.clock('2026-11-24', '10:00');
  const tablet = await signIn('songyan', '/dashboard/oversight/inspections', TABLET);
  await tablet.getByRole('button', { name: '排检查' }).click();
  await tablet.getByRole('button', { name: '排上', exact: true }).click();
  await tablet.getByRole('link', { name: '开始检查' }).click();
  await tablet.getByText('已查 0 / 8 项').waitFor();
  // Everything that a thumb presses is at least 48 px high.
  const small = await tablet
    .locator('main button')
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 48).map((one) => one.textContent));
  expect(small).toEqual([]);

  await tablet.getByRole('button', { name: '发现问题', exact: true }).first().click();
  const form = tablet.getByRole('dialog');
  await form.getByLabel('看到了什么').fill('五号窗十点无人,没有放暂停牌');
  const photo = form.locator('input[type=file]');
  expect(await photo.getAttribute('capture')).toBe('environment');
  await photo.setInputFiles({ name: 'IMG_0001.png', mimeType: 'image/png', buffer: SAMPLES.png });
  await form.getByText('已选 1 张照片').waitFor();
  await form.getByLabel('谁来整改').selectOption('staff:liqing');
  await form.getByLabel('几个工作日内').fill('2');
  expect(await axeOf(tablet)).toEqual([]);
  await form.getByRole('button', { name: '记下,交办整改' }).click();
  await form.waitFor({ state: 'detached' });
  const number = (await tablet.locator('main ol a').first().textContent())!;
  for (let left = 7; left > 0; left--) {
    await tablet.getByRole('button', { name: '合格', exact: true }).first().click();
    await tablet.getByText(`已查 ${9 - left} / 8 项`).waitFor();
  }
  await tablet.getByRole('button', { name: '查完,结束检查' }).click();
  await tablet.getByText('检查已结束,问题都已交办。').waitFor();
  expect(await axeOf(tablet)).toEqual([]);

  // Two working days on, at the close of office hours: the card.
  await hall.clock('2026-11-26', '17:31');
  const clerk = await signIn('liqing', `/dashboard/docket/${number}`);
  await clerk.getByText('落实逾期').first().waitFor();
  await clerk.locator('img[alt^="照片 1"]').waitFor();
  const report = async (words: string) => {
    await clerk.getByRole('button', { name: '报告已落实', exact: true }).click();
    await clerk.getByRole('dialog').locator('textarea').fill(words);
    await clerk.getByRole('dialog').getByRole('button', { name: '报告已落实', exact: true }).click();
    await clerk.getByText('待复核').first().waitFor();
  };
  await report('已放暂停牌');
  // Whoever answers for it is told that they do not check it.
  expect(await clerk.getByRole('button', { name: '复核', exact: true }).count()).toBe(0);

  await tablet.goto(`${hall.url}/dashboard/oversight/day`);
  await tablet
    .getByRole('region', { name: /今天到期和等复核/ })
    .getByRole('link', { name: new RegExp(number) })
    .click();
  const check = async (result: 'yes' | 'no', words: string) => {
    await tablet.getByRole('button', { name: '复核', exact: true }).click();
    await tablet.getByRole('dialog').getByLabel('复核结果').selectOption(result);
    await tablet.getByRole('dialog').locator('textarea').fill(words);
    await tablet.getByRole('dialog').getByRole('button', { name: '复核', exact: true }).click();
  };
  await check('no', '还是没有人');
  await tablet.getByText(/复核不合格,.* 前再落实/).waitFor();
  await clerk.reload();
  await report('已安排顶岗');
  // What is private is not told to every screen: who looks, asks.
  await tablet.reload();
  await check('yes', '有人顶岗');
  await tablet.getByText('宋岩复核合格,销号').waitFor();
  expect(await axeOf(tablet)).toEqual([]);
  for (const { errors } of watched) expect(errors).toEqual([]);
}, 120_000);
