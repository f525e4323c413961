import type { Page } from 'playwright-core';
import { axeOf } from './support/browser.ts';
import { finish, openVisit, PHONE, receive, sitDown, takeNumber, type Visit } from './support/visit.ts';

let visit: Visit;
let clerk: Page;

beforeAll(async () => {
  visit = await openVisit();
  await visit.hall.clock('2026-11-24', '10:00');
  clerk = await visit.signIn('liqing');
  await sitDown(clerk);
}, 120_000);
afterAll(() => visit.close());

/** A ten-inch tablet as it stands at a window, or upright. */
const LANDSCAPE = { width: 1280, height: 800 };
const PORTRAIT = { width: 800, height: 1280 };

const openPad = async (lng: 'zh-CN' | 'en', viewport: typeof LANDSCAPE, window: RegExp): Promise<Page> => {
  const pad = await visit.open(lng === 'en' ? '/pad?lang=en' : '/pad', { viewport, hasTouch: true, locale: lng });
  await pad.getByRole('button', { name: window }).click();
  return pad;
};

/** What is wrong with the page as it is held now: against WCAG, wider or higher than the tablet, or too small for a finger. */
const faultsAt = async (pad: Page): Promise<string[]> => {
  const found = await axeOf(pad);
  const sizes = await pad.evaluate(() => ({
    over: [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight],
    // Ten letters stand in a row, as on every keyboard: those are as high as a finger and as wide as there is room.
    touch: Math.min(
      ...[...document.querySelectorAll('button')].map(({ offsetHeight, offsetWidth, textContent }) =>
        Math.min(offsetHeight, offsetWidth + (textContent.length === 1 ? 28 : 0)),
      ),
    ),
  }));
  if (Math.max(...sizes.over) > 0) found.push(`page is larger than the tablet by ${sizes.over.join(' × ')}`);
  if (sizes.touch < 88) found.push(`a button of ${sizes.touch} px`);
  return found;
};

/** The same held both ways. */
const isSound = async (pad: Page): Promise<void> => {
  const held = pad.viewportSize()!;
  for (const viewport of [LANDSCAPE, PORTRAIT]) {
    await pad.setViewportSize(viewport);
    expect([viewport.width, ...(await faultsAt(pad))]).toEqual([viewport.width]);
  }
  await pad.setViewportSize(held);
};

/** What the head says of who serves. */
const officer = (pad: Page) => pad.locator('header').textContent();

describe('the pad on a ten-inch tablet', () => {
  it('in Chinese: from the call over the serving to one touch and thanks, and the window learns only that', async () => {
    const pad = await openPad('zh-CN', LANDSCAPE, /5 号窗口/);
    await pad.getByText('李青 为您服务').waitFor();
    expect(await officer(pad)).toMatch(/^李李青 为您服务5 号窗口.*工号 B05/);
    await isSound(pad);

    const { number } = await takeNumber(visit);
    await clerk.getByText(number, { exact: true }).first().waitFor();
    await clerk.keyboard.press('F1');
    await pad.getByText(number, { exact: true }).waitFor();
    await isSound(pad);
    await clerk.getByText('正在叫').waitFor();
    await clerk.keyboard.press('Enter');
    await pad.getByText('李青 正在为您办理').waitFor();
    await pad.getByText('10 个工作日').first().waitFor();
    await isSound(pad);

    // The serving ends, and the pad asks by itself.
    await clerk.getByText('正在办').first().waitFor();
    await finish(clerk, '1');
    await pad.getByRole('heading', { name: '这次办事,您满意吗?' }).waitFor();
    expect(await officer(pad)).toMatch(/李青 为您办理了 民族成份变更5 号窗口 · 用时.*工号 B05/);
    const faces = pad.getByRole('group', { name: '五个等级' }).getByRole('button');
    expect(await faces.allTextContents()).toEqual(['非常满意', '满意', '基本满意', '不满意', '非常不满意']);
    await isSound(pad);
    await clerk.getByText(`${number} 未评价`).waitFor();

    await faces.first().tap();
    await pad.getByText('秒后提交').waitFor();
    // It goes by itself in four seconds: looked at once only.
    expect(await faultsAt(pad)).toEqual([]);
    await pad.getByRole('heading', { name: '谢谢您' }).waitFor();
    await pad.getByText('您的评价已经记下,不会改动。').waitFor();
    await isSound(pad);
    await clerk.getByText(`${number} 已评价`).waitFor();
    expect(await clerk.getByText('非常满意').count()).toBe(0);
    await pad.getByRole('button', { name: /好的/ }).tap();
    await pad.getByText('李青 为您服务').waitFor();
    await pad.context().close();
  }, 150_000);

  it('in English, upright, by the left hand: taken back, said in detail, sent with a press; a bad one gets its number', async () => {
    const pad = await openPad('en', PORTRAIT, /Window 5/);
    await pad.getByText('Li Qing is here for you').waitFor();
    const { number, code } = await takeNumber(visit);
    await receive(clerk, number);
    await pad.getByText('Li Qing is serving you').waitFor();
    await isSound(pad);
    await finish(clerk, '1');
    await pad.getByRole('heading', { name: 'How was your visit?' }).waitFor();
    const switches = pad.getByRole('button', { name: 'Left-handed' });
    const right = (await switches.boundingBox())!.x;
    await switches.tap();
    expect((await switches.boundingBox())!.x).toBeLessThan(right);
    await isSound(pad);
    await pad.getByRole('button', { name: 'Large text' }).tap();
    expect(await axeOf(pad)).toEqual([]);
    for (const face of await pad.getByRole('group', { name: 'Five levels' }).getByRole('button').all()) {
      const { y, height } = (await face.boundingBox())!;
      expect(y + height).toBeLessThanOrEqual(PORTRAIT.height);
    }
    await pad.getByRole('button', { name: 'Large text' }).tap();

    await pad.getByRole('button', { name: 'Satisfied', exact: true }).tap();
    await pad.getByRole('button', { name: 'Choose again' }).tap();
    await pad.getByRole('button', { name: 'Very dissatisfied' }).tap();
    await pad.getByRole('button', { name: 'Say more' }).tap();
    const courtesy = pad.getByRole('group', { name: 'Courtesy' });
    await courtesy.getByRole('button', { name: 'Dissatisfied', exact: true }).tap();
    await courtesy.getByText('Dissatisfied', { exact: true }).waitFor();
    await pad.getByRole('button', { name: 'Sent me away to come again' }).tap();
    await isSound(pad);

    await pad.getByRole('button', { name: 'Words, telephone' }).tap();
    const words = pad.getByLabel('In your own words');
    await words.click();
    for (const key of ['T', 'H', 'R', 'E', 'E', 'Space'])
      await pad.getByRole('button', { name: key, exact: true }).tap();
    expect(await words.inputValue()).toBe('three ');
    await isSound(pad);
    await pad.getByLabel('Telephone').click();
    for (const key of '1001234') await pad.getByRole('button', { name: key, exact: true }).first().tap();
    expect(await pad.getByLabel('Telephone').inputValue()).toBe('1001234');
    await isSound(pad);
    await pad.getByRole('button', { name: 'Send rating' }).tap();
    await pad.getByText(/^QS-F-2026-00001-\d$/).waitFor();
    await pad.getByText('Somebody who is not involved looks into it by').waitFor();
    await isSound(pad);
    // Done, it greets the next citizen in Chinese, for the right hand.
    await pad.getByRole('button', { name: /Done/ }).tap();
    await pad.getByText('李青 为您服务').waitFor();
    expect(await pad.getByRole('button', { name: '左手' }).getAttribute('aria-pressed')).toBe('false');

    const phone = await visit.open(`/t/${code}?lang=en`, { ...PHONE, locale: 'en' });
    await phone.getByText('You rated: Very dissatisfied').waitFor();
    await phone.getByRole('heading', { name: /^Checked by/ }).waitFor();
    expect(await axeOf(phone)).toEqual([]);
    await pad.context().close();
  }, 150_000);

  it('shows the photograph that the supervisor keeps, in both languages, in a place that stays as it is; erased, the initial', async () => {
    const pads = [await openPad('zh-CN', LANDSCAPE, /5 号窗口/), await openPad('en', LANDSCAPE, /Window 5/)];
    const place = (pad: Page) => pad.locator('header span[aria-hidden]').first().boundingBox();
    await pads[0]!.getByText('李青 为您服务').waitFor();
    const before = await place(pads[0]!);
    const desk = await visit.signIn('songyan');
    await desk.setViewportSize({ width: 1366, height: 768 });
    await desk.goto(`${visit.hall.url}/dashboard/settings/roster`);
    await desk.getByRole('button', { name: '照片:李青' }).click();
    await desk.getByText('选一张照片').waitFor();
    // Any picture will do: half of this very page, upright.
    const buffer = await desk.screenshot({ clip: { x: 0, y: 0, width: 400, height: 700 } });
    const chooser = desk.locator('input[type=file]');
    await chooser.setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await desk.getByText('照片只收 JPEG、PNG 或 WebP 图片').waitFor();
    await chooser.setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer });
    await desk.getByRole('img', { name: '存下来的样子' }).waitFor();
    expect(await axeOf(desk)).toEqual([]);
    await desk.getByRole('button', { name: '保存' }).click();
    await desk.getByText('李青 的照片', { exact: true }).waitFor();
    expect(await axeOf(desk)).toEqual([]);
    for (const pad of pads) {
      const face = pad.locator('header img');
      await face.waitFor();
      expect(await face.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight])).toEqual([512, 512]);
      await isSound(pad);
    }
    expect(await place(pads[0]!)).toEqual(before);
    await desk.getByRole('button', { name: '照片:李青' }).click();
    await desk.getByRole('button', { name: '删掉照片' }).click();
    for (const pad of pads) {
      await pad.locator('header img').waitFor({ state: 'detached' });
      await pad.context().close();
    }
    await desk.getByText('删掉 李青 的照片').waitFor();
    await desk.context().close();
  }, 150_000);

  it('left alone, it goes back and nothing is cast; the slip’s code still rates, and nothing in any page went wrong', async () => {
    const pad = await openPad('zh-CN', LANDSCAPE, /5 号窗口/);
    await pad.getByText('李青 为您服务').waitFor();
    await pad.clock.install();
    const { number, code } = await takeNumber(visit);
    await receive(clerk, number);
    await finish(clerk, '1');
    await pad.clock.runFor(6_000);
    await pad.getByRole('heading', { name: '这次办事,您满意吗?' }).waitFor();
    await pad.clock.runFor(61_000);
    await pad.getByText('李青 为您服务').waitFor();
    await clerk.getByText(`${number} 未评价`).waitFor();
    const phone = await visit.open(`/t/${code}`, PHONE);
    await phone.getByRole('button', { name: '基本满意' }).tap();
    expect(await axeOf(phone)).toEqual([]);
    await phone.getByRole('button', { name: '提交评价' }).tap();
    await phone.getByText('您评了“基本满意”').waitFor();
    await clerk.getByText(`${number} 已评价`).waitFor();
    expect(visit.errors()).toEqual([]);
  }, 120_000);
});
