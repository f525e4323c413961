import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { openBrowser, openPage, type Watched } from './browser.ts';
import { openExampleHall } from './hall.ts';

export const KIOSK: BrowserContextOptions = { viewport: { width: 1080, height: 1920 } };
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** The example hall with a browser: everybody in a journey has a page of their own, and no page may leave an error behind. */
export async function openVisit() {
  const [browser, hall] = await Promise.all([openBrowser(), openExampleHall()]);
  const watched: Watched[] = [];
  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const one = await openPage(browser, options);
    watched.push(one);
    await one.page.goto(`${hall.url}${path}`);
    return one.page;
  };
  return {
    hall,
    open,
    async signIn(username: string): Promise<Page> {
      const page = await open('/dashboard');
      await page.fill('input[name=username]', username);
      await page.fill('input[name=password]', 'qingshi-2026');
      await page.keyboard.press('Enter');
      await page.locator('input[name=password]').waitFor({ state: 'detached' });
      return page;
    },
    errors: (): string[] => watched.flatMap(({ errors }) => errors),
    async close() {
      await browser.close();
      await hall.close();
    },
  };
}
export type Visit = Awaited<ReturnType<typeof openVisit>>;

/** A step on a file: its button, then what it asks, then the same word again. */
export async function step(page: Page, action: string, fill?: (dialog: Locator) => Promise<unknown>): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click();
  if (fill === undefined) return;
  const dialog = page.getByRole('dialog');
  await fill(dialog);
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The paper for the citizen: its text, with number and eight-digit code as printed. */
export async function receiptOf(page: Page): Promise<{ number: string; code: string; text: string }> {
  await page.getByRole('button', { name: '给申请人的单子' }).click();
  const paper = page.getByRole('dialog').getByRole('article');
  await paper.getByText('查询码', { exact: false }).first().waitFor();
  const text = (await paper.textContent()) ?? '';
  await page.getByRole('dialog').getByRole('button', { name: '不打了' }).click();
  const number = /[A-Z]{2}(?:-F)?-\d{4}-\d{5}-\d/.exec(text)![0];
  return { number, code: /(\d{4}) (\d{4})/.exec(text)!.slice(1).join(''), text };
}

/** “Where is my matter?” at the kiosk, with its own keys; the hall's letters stand there already. */
export async function askAtKiosk(kiosk: Page, { number, code }: { number: string; code: string }): Promise<void> {
  await kiosk.getByRole('button', { name: '查进度' }).click();
  for (const key of [...number.replace(/^[A-Z]+-/, '').replaceAll('-', ''), ...code])
    await kiosk.getByRole('button', { name: key, exact: true }).click();
  await kiosk.getByRole('button', { name: '查一查' }).click();
  await kiosk.getByRole('article').waitFor();
}

/** The same on a phone, by number and code; answers the card. */
export async function askByPhone(phone: Page, { number, code }: { number: string; code: string }): Promise<Locator> {
  await phone.reload();
  await phone.getByLabel('编号').fill(number);
  await phone.getByLabel('查询码').fill(code);
  await phone.getByRole('button', { name: '查一查' }).click();
  const card = phone.getByRole('article');
  await card.waitFor();
  return card;
}
