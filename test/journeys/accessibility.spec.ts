import type { Browser } from 'playwright-core';
import { axeOf, openBrowser, openPage } from './support/browser.ts';
import { openExampleHall } from './support/hall.ts';

let browser: Browser;
let hall: Awaited<ReturnType<typeof openExampleHall>>;
let code = '';

beforeAll(async () => {
  [browser, hall] = await Promise.all([openBrowser(), openExampleHall()]);
  const { page } = await openPage(browser);
  await page.goto(`${hall.url}/kiosk`);
  await page.getByText('您要办什么').waitFor();
  code = await page.evaluate(async () => {
    const take = async (queueId: string, matterId: string | null, headStart: string | null) => {
      const response = await fetch('/api/halls/qingshi/tickets', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ queueId, matterId, headStart }),
      });
      return ((await response.json()) as { code: string }).code;
    };
    const catalogue = (await (await fetch('/api/halls/qingshi/catalogue')).json()) as {
      matters: { id: string; queueId: string }[];
    };
    let last = '';
    for (const { id, queueId } of catalogue.matters) last = await take(queueId, id, null);
    for (const { id, queueId } of catalogue.matters.slice(0, 6)) last = await take(queueId, id, 'senior');
    return last;
  });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await hall.close();
});

it('sees a planted fault', async () => {
  const { page } = await openPage(browser);
  await page.goto(`${hall.url}/kiosk`);
  await page.locator('h1').waitFor();
  await page.evaluate(() => document.querySelector('main')!.insertAdjacentHTML('beforeend', '<button></button>'));
  expect((await axeOf(page)).join()).toContain('button-name');
  await page.context().close();
});

const LANGUAGES = ['zh-CN', 'en'] as const;
const KIOSK = { width: 1080, height: 1920 };

describe.each(LANGUAGES)('WCAG 2.2 AA in %s', (lng) => {
  const query = lng === 'en' ? '?lang=en' : '';
  const show = async (path: string, viewport: { width: number; height: number }, ready: string) => {
    const { page } = await openPage(browser, { viewport, locale: lng });
    await page.goto(`${hall.url}${path}`);
    await page.locator(ready).first().waitFor();
    await page.waitForTimeout(300);
    return page;
  };

  it('kiosk: home, keyboard and search, matters, matter, ticket, missed, attract', async () => {
    const page = await show(`/kiosk${query}`, KIOSK, 'h1');
    const found: string[] = [...(await axeOf(page))];
    const look = async (where: string) => {
      await page.waitForTimeout(250);
      for (const violation of await axeOf(page)) found.push(`${where} ${violation}`);
    };
    await page.getByRole('searchbox').click();
    await page.getByRole('searchbox').fill('hk');
    await look('search');
    await page.getByRole('searchbox').fill('');
    await page.locator('main button[class*=press]').nth(2).click();
    await look('matters');
    await page.locator('main button[class*=press]').first().click();
    await look('matter');
    await page.locator('main button[class*=primary]').last().click();
    await page.locator('main svg, main img, main canvas').first().waitFor();
    await look('ticket');
    await page.locator('main button[class*=primary]').last().click();
    await look('attract');
    expect(found).toEqual([]);
    await page.context().close();
  }, 240_000);

  it('kiosk in large type and high contrast: nothing cut, nothing wrong', async () => {
    const page = await show(`/kiosk${query}`, KIOSK, 'h1');
    for (const name of lng === 'en' ? ['Large text', 'High contrast'] : ['大字', '高对比']) {
      await page.getByRole('button', { name }).click();
    }
    await page.waitForTimeout(300);
    expect(await axeOf(page)).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
    await page.context().close();
  }, 240_000);

  it('display, pad, phone', async () => {
    const found: string[] = [];
    for (const [path, viewport, ready] of [
      [`/display${query}`, { width: 1920, height: 1080 }, 'main'],
      [`/display?hall=qingshi&layout=ratings${lng === 'en' ? '&lang=en' : ''}`, { width: 1920, height: 1080 }, 'main'],
      [`/public/qingshi/ratings${query}`, { width: 390, height: 844 }, 'h1'],
      [`/public/qingshi/notices${query}`, { width: 390, height: 844 }, 'h1'],
      [`/public/qingshi/notices/open-door-q4${query}`, { width: 390, height: 844 }, 'h1'],
      [`/public/qingshi/disclosure${query}`, { width: 390, height: 844 }, 'h1'],
      [`/public/qingshi/questionnaires${query}`, { width: 390, height: 844 }, 'h1'],
      [`/pad${query}`, { width: 1024, height: 768 }, 'main'],
      [`/t/${code}${query}`, { width: 390, height: 844 }, 'h1'],
      [`/t/qingshi.AAAAAAAAAAAAAAAAAAAAAA${query}`, { width: 390, height: 844 }, 'p'],
    ] as const) {
      const page = await show(path, viewport, ready);
      for (const violation of await axeOf(page)) found.push(`${path} ${violation}`);
      await page.context().close();
    }
    expect(found).toEqual([]);
  }, 240_000);

  const enter = async (username: string, path: string, found: string[]) => {
    const desk = { width: 1440, height: 900 };
    const page = await show(`/dashboard${path}?lang=${lng}`, desk, 'input[name=username]');
    for (const violation of await axeOf(page)) found.push(`sign-in ${violation}`);
    await page.fill('input[name=username]', username);
    await page.fill('input[name=password]', 'qingshi-2026');
    await page.keyboard.press('Enter');
    await page.locator('main').first().waitFor();
    await page.locator('input[name=password]').waitFor({ state: 'detached' });
    const look = async (where: string) => {
      await page.waitForTimeout(700);
      for (const violation of await axeOf(page)) found.push(`${where} ${violation}`);
    };
    return { page, look };
  };

  it('staff screens: sign-in, choice of a window, terminal, supervision with its drawer, log, devices', async () => {
    const found: string[] = [];
    const clerk = await enter('liqing', '/window', found);
    await clerk.page.waitForTimeout(500);
    await clerk.look('choice');
    if ((await clerk.page.locator('main h1').count()) > 0) await clerk.page.locator('main button').first().click();
    await clerk.page.locator('h2').first().waitFor();
    await clerk.look('terminal, empty');
    await clerk.page.keyboard.press('F1');
    await clerk.look('terminal, calling');
    await clerk.page.keyboard.press('Enter');
    await clerk.look('terminal, serving');
    await clerk.page.keyboard.press('F2');
    await clerk.look('terminal, outcome');
    await clerk.page.keyboard.press('1');
    await clerk.look('terminal, undo');
    const supervisor = await enter('songyan', '/hall', found);
    await supervisor.page.locator('#plan').waitFor();
    await supervisor.look('supervision');
    await supervisor.page.goto(`${hall.url}/dashboard/hall?figure=waiting`);
    await supervisor.page.locator('.ant-table-row').first().waitFor();
    await supervisor.look('drawer');
    await supervisor.page.goto(`${hall.url}/dashboard/log`);
    await supervisor.page.locator('.ant-table-row').first().waitFor();
    await supervisor.look('log');
    for (const tab of ['board', 'figures', 'words']) {
      await supervisor.page.goto(`${hall.url}/dashboard/ratings/${tab}?lang=${lng}`);
      await supervisor.page.locator('main h1').waitFor();
      await supervisor.look(`ratings, ${tab}`);
    }
    await clerk.page.goto(`${hall.url}/dashboard/about-me?lang=${lng}`);
    await clerk.page.locator('main h1').waitFor();
    await clerk.look('about me');
    const administrator = await enter('admin', '/devices', found);
    await administrator.page.locator('form').waitFor();
    await administrator.look('devices');
    expect(found).toEqual([]);
  }, 120_000);

  it('oversight: the day list, the plan and its form, an inspection with a finding, orders and a new one', async () => {
    const found: string[] = [];
    const { page, look } = await enter('songyan', '/oversight/day', found);
    await page.locator('#cards-today').waitFor();
    await look('day list');
    await page.goto(`${hall.url}/dashboard/oversight/inspections?lang=${lng}`);
    await page.locator('main button').first().click();
    await page.locator('dialog[open]').waitFor();
    await look('plan, dialog');
    await page.locator('dialog[open] button[type=submit]').click();
    await page.locator('main ul a').last().click();
    await page.locator('main ol button').first().waitFor();
    await look('inspection');
    await page.locator('main ol button').nth(1).click();
    await page.locator('dialog[open] textarea').waitFor();
    await look('finding, dialog');
    await page.goto(`${hall.url}/dashboard/oversight/orders?lang=${lng}`);
    await page.locator('main button').first().click();
    await page.locator('dialog[open]').waitFor();
    await look('orders, dialog');
    expect(found).toEqual([]);
  }, 120_000);

  it('appraisal: sheets, a sheet with its records, one’s own, a finding, rewards and measures', async () => {
    const found: string[] = [];
    const clerk = await enter('liqing', '/scores', found);
    await clerk.page.locator('main h2').first().waitFor();
    await clerk.look('my sheet');
    // Something to appraise: one citizen, served.
    await clerk.page.evaluate(async () => {
      const press = (verb: string, body: object = {}) =>
        fetch(`/api/halls/qingshi/windows/w5/${verb}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body: JSON.stringify(body),
        });
      for (const verb of ['open', 'call-next', 'start']) await press(verb);
      await press('finish', { outcome: 'done' });
      await press('close');
    });
    const { page, look } = await enter('shenguoping', '/scores/sheets', found);
    await page.locator('main tbody button').first().waitFor();
    await look('score sheets');
    await page.locator('main tbody button').first().click();
    await page.locator('main tfoot').waitFor();
    for (const summary of await page.locator('main summary').all()) await summary.click();
    await look('a score sheet');
    await page.goto(`${hall.url}/dashboard/scores/conduct`);
    await page.locator('main button').last().click();
    await page.locator('dialog[open]').waitFor();
    await look('conduct, dialog');
    expect(found).toEqual([]);
  }, 120_000);

  it('settings: calendar with chosen days and a year’s table, matters, standards, roster, limits, alarms, weights', async () => {
    const found: string[] = [];
    const { page, look } = await enter('admin', '/settings/calendar', found);
    await page.locator('[data-day]').first().waitFor();
    await look('calendar');
    await page.locator('[data-day][aria-current=date]').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Enter');
    await look('calendar, chosen');
    await page.locator('button:has-text("›")').click();
    await page.locator('[role=status] button').click();
    await look('calendar, a year’s table');
    for (const tab of ['matters', 'standards', 'roster', 'limits', 'alarms', 'weights', 'notices']) {
      await page.goto(`${hall.url}/dashboard/settings/${tab}`);
      await page.locator('main button').first().waitFor();
      await look(tab);
      if (tab !== 'matters' && tab !== 'roster') continue;
      await page.locator('main tbody button').last().click();
      await page.locator('dialog[open]').waitFor();
      await look(`${tab}, dialog`);
    }
    expect(found).toEqual([]);
  }, 120_000);
});
