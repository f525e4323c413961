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

/** A citizen takes a number for a correction of ethnic group, at a kiosk of their own. */
export async function takeNumber({ open }: Pick<Visit, 'open'>): Promise<{ number: string; code: string }> {
  const kiosk = await open('/kiosk', KIOSK);
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

/** The clerk sits down at window 5. */
export async function sitDown(clerk: Page): Promise<void> {
  await clerk.getByRole('button', { name: /5 号窗口/ }).click();
  await clerk.getByText('窗口空着').first().waitFor();
}

/** The clerk calls the number and the citizen comes: each key when the terminal shows that it is its turn. */
export async function receive(clerk: Page, number: string): Promise<void> {
  await clerk.getByText(number, { exact: true }).first().waitFor();
  await clerk.keyboard.press('F1');
  await clerk.getByText('正在叫').waitFor();
  await clerk.keyboard.press('Enter');
  await clerk.getByText('正在办').first().waitFor();
}

/** The serving ends with what it came to: 1 done, 2 a case was accepted, 3 something is missing. */
export async function finish(clerk: Page, outcome: '1' | '2' | '3'): Promise<void> {
  await clerk.keyboard.press('F2');
  await clerk.getByText('办得怎么样').waitFor();
  await clerk.keyboard.press(outcome);
  await clerk.getByText('秒可以撤销').waitFor();
}

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
