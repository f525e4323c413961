import type { Browser, Page } from 'playwright-core';
import { axeOf, openBrowser, openPage, type Watched } from './support/browser.ts';
import { openExampleHall } from './support/hall.ts';

let browser: Browser;
let hall: Awaited<ReturnType<typeof openExampleHall>>;
const watched: Watched[] = [];
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const BOARD = '/dashboard/voices/questionnaires';
const TITLE = '临时征求意见表';

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

describe('a questionnaire of the open-door appraisal, in a real browser', () => {
  let administrator: Page;
  let code = '';

  it('is built, moved about and published; from then on its questions stand', async () => {
    administrator = await signIn('admin', `${BOARD}?do=new`);
    const page = administrator;
    await page.getByLabel('标题 · 中文').fill(TITLE);
    await page.getByLabel('给群众的说明 · 中文').fill('请您评一评');
    await page.getByLabel('第 1 题 · 中文').fill('服务态度');
    await page.getByRole('button', { name: '单选', exact: true }).click();
    await page.getByLabel('第 2 题 · 中文').fill('常来吗');
    await page.getByText('第 2 题的选项要有两个或以上').waitFor();
    await page.getByLabel('第 2 题 · 选项 1 · 中文').fill('常来');
    await page.getByLabel('第 2 题 · 选项 2 · 中文').fill('不常来');
    await page.getByRole('button', { name: '第 2 题 · 上移' }).click();
    expect(await page.getByLabel('第 1 题 · 中文').inputValue()).toBe('常来吗');
    await page.getByRole('button', { name: '写几句', exact: true }).click();
    await page.getByLabel('第 3 题 · 中文').fill('您想说的');
    expect(await axeOf(page)).toEqual([]);
    await page.getByRole('button', { name: '今天就发布' }).click();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: TITLE }) });
    await card.getByText('正在征求').waitFor();
    expect(await axeOf(page)).toEqual([]);
    await card.getByRole('link', { name: '改说明和截止日' }).click();
    await page.getByText('题目和开始那天照原样留着').waitFor();
    expect(await page.getByLabel('第 1 题 · 中文').count()).toBe(0);
  }, 60_000);

  it('is handed out as cards of codes', async () => {
    const page = administrator;
    await page.goto(`${hall.url}${BOARD}`);
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: TITLE }) });
    await card.getByRole('link', { name: '打印代码' }).click();
    await page.getByLabel('印多少个').fill('3');
    await page.getByRole('button', { name: '生成代码' }).click();
    const codes = page.locator('main').getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}$/);
    await codes.nth(2).waitFor();
    expect(await codes.count()).toBe(3);
    code = (await codes.first().textContent())!;
    await page.getByLabel('印多少个').fill('20');
    await page.getByRole('button', { name: '生成代码' }).click();
    await codes.nth(19).waitFor();
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type ?\/Page\b/g);
    expect(pages).toHaveLength(2);
    expect(await axeOf(page)).toEqual([]);
  }, 60_000);

  it('is answered on a phone with a code typed by hand, and only once', async () => {
    const path = new URL(administrator.url()).searchParams.get('id')!;
    const phone = await open(`/public/qingshi/questionnaires/${path}`, PHONE);
    await phone.getByLabel('您的代码').fill('0001-0000-000');
    await phone.getByRole('button', { name: '开始' }).click();
    await phone.getByRole('button', { name: '交上去' }).click();
    await phone.getByText('还有一题没有答').waitFor();
    await phone.getByLabel('很好').check();
    await phone.getByRole('button', { name: '交上去' }).click();
    await phone.getByText('这个代码不对').waitFor();
    await phone.getByRole('button', { name: '换一个代码' }).click();
    await phone.getByLabel('您的代码').fill(code.toLowerCase());
    await phone.getByRole('button', { name: '开始' }).click();
    expect(await axeOf(phone)).toEqual([]);
    await phone.getByLabel('很好').check();
    await phone.getByRole('textbox', { name: '您想说的' }).fill('打我电话 13812341234');
    await phone.getByRole('button', { name: '交上去' }).click();
    await phone.getByText('谢谢您,收到了').waitFor();
    expect(await axeOf(phone)).toEqual([]);

    await phone.goto(`${hall.url}/public/qingshi/questionnaires/${path}?code=${code}`);
    await phone.getByLabel('好', { exact: true }).check();
    await phone.getByRole('button', { name: '交上去' }).click();
    await phone.getByText('这个代码已经填过了').waitFor();
    expect(await axeOf(phone)).toEqual([]);
  }, 60_000);

  it('is entered from paper by the keys alone, and the result sheet shows both', async () => {
    const id = new URL(administrator.url()).searchParams.get('id')!;
    const desk = await signIn('xudan', `${BOARD}?do=paper&id=${id}`);
    await desk.locator('fieldset input[type=radio]:focus').waitFor();
    await desk.keyboard.press('Control+Enter');
    await desk.getByText('这一题还没有答').waitFor();
    await desk.getByRole('radio').first().focus();
    for (const key of ['2', '4', 'Control+Enter']) await desk.keyboard.press(key);
    await desk.getByText('录好了,是第 2 份').waitFor();
    expect(await desk.locator('input:checked').count()).toBe(0);
    expect(await axeOf(desk)).toEqual([]);

    const page = administrator;
    await page.goto(`${hall.url}${BOARD}?do=results&id=${id}`);
    await page.getByText('收到 2 份').first().waitFor();
    await page.getByText('凭代码 1 份,纸质 1 份').first().waitFor();
    const row = page.locator('main').getByRole('row', { name: /5 很好/ });
    expect(await row.getByRole('cell').first().textContent()).toBe('1');
    await page.getByText('平均 4.5 分').first().waitFor();
    await page.getByText('打我电话 138****1234').first().waitFor();
    expect(await page.locator('canvas').count()).toBe(2);
    expect(await axeOf(page)).toEqual([]);
  }, 60_000);

  it('nothing went wrong in any page', () => {
    // A wrong code is 404, a used one 409: both are what is tried here.
    const errors = watched.flatMap((one) => one.errors).filter((text) => !/40[49] \((Not Found|Conflict)\)/.test(text));
    expect(errors).toEqual([]);
  });
});

describe('a notice, in a real browser', () => {
  it('is written, read by everybody, withdrawn with a reason, and still counted', async () => {
    const page = await signIn('admin', '/dashboard/settings/notices');
    await page.getByRole('button', { name: '写一条公告' }).click();
    await page.getByLabel('栏目').last().selectOption('news');
    await page.getByLabel('一行话(大屏和标题) · 中文').fill('大厅添了饮水机');
    await page.getByLabel('全文(公开页面,可以不写) · 中文').fill('在东门旁边。');
    expect(await axeOf(page)).toEqual([]);
    await page.getByRole('button', { name: '存好', exact: true }).click();
    await page.getByText('存好了。').waitFor();

    const phone = await open('/public/qingshi/notices?column=news', PHONE);
    await phone.getByRole('link', { name: '大厅添了饮水机' }).click();
    await phone.getByText('在东门旁边。').waitFor();

    await page.getByRole('button', { name: '撤下:大厅添了饮水机' }).click();
    await page.getByLabel('撤下的原因').fill('写错了地方');
    await page.getByRole('button', { name: '撤下', exact: true }).last().click();
    await page
      .getByText(/撤下:写错了地方/)
      .first()
      .waitFor();
    await page.getByRole('row', { name: /^工作动态 1 1 0 [1-9]\d*$/ }).waitFor();
    await phone.reload();
    await phone.getByText('这条公告已经不在公开了').waitFor();
    expect(await axeOf(phone)).toEqual([]);
  }, 60_000);
});
