import type { Page } from 'playwright-core';
import { askAtKiosk, askByPhone, KIOSK, openVisit, PHONE, receiptOf, step, type Visit } from './support/visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await openVisit();
}, 120_000);
afterAll(() => visit.close());

/** Opens the only thing that this person owes. */
async function openMine(page: Page, owes: string): Promise<void> {
  await page.getByRole('link', { name: '我的', exact: true }).click();
  await page.getByRole('link', { name: new RegExp(owes) }).click();
  await page.getByRole('button', { name: '给申请人的单子' }).waitFor();
}

it('a citizen sent from the desk to a window and on to another department is never lost', async () => {
  const { hall, open, signIn } = visit;
  await hall.clock('2026-11-24', '10:00');

  // The guide desk receives him first, and gives a receipt.
  const guide = await signIn('xudan');
  await guide.getByRole('link', { name: '登记', exact: true }).click();
  await guide.getByRole('radio', { name: /办一件事/ }).check();
  await guide.getByLabel('说了什么').fill('改了民族以后,社保卡上的信息怎么一起改?');
  await guide.getByRole('button', { name: '登记', exact: true }).click();
  const receipt = await receiptOf(guide);
  await guide.getByRole('link', { name: '打开这件事' }).click();
  expect(receipt.number).toMatch(/^QS-F-2026-00001-\d$/);

  /** What the citizen sees: exactly one person answers, and who it was first never changes. */
  const phone = await open('/progress?hall=qingshi', PHONE);
  const answers = async (name: string, also?: string) => {
    const card = await askByPhone(phone, receipt);
    expect(await card.locator('[class*=who] strong').allTextContents()).toEqual([name]);
    await card.getByText('最先接待您的:徐丹').waitFor();
    if (also) await card.getByText(also).first().waitFor();
    return card;
  };
  const waitsForNobody = '正在转给下一位,接手之前仍由这位负责。';
  await answers('徐丹');

  // To the window for ethnic affairs: until Li Qing takes it the desk answers, then she does.
  const to = (name: string) => async (dialog: ReturnType<Page['getByRole']>) => {
    const label = await dialog.locator('option', { hasText: name }).first().getAttribute('value');
    await dialog.getByRole('combobox').selectOption(label);
  };
  await step(guide, '转办', to('李青'));
  await answers('徐丹', waitsForNobody);
  const liqing = await signIn('liqing');
  await openMine(liqing, '等我承接');
  await step(liqing, '承接');
  await liqing.getByText('首问 徐丹').waitFor();
  await answers('李青');

  // On to social insurance: nobody takes it, twice; it comes back each time and is never in the air.
  for (const [name, username] of [
    ['陈东', 'chendong'],
    ['高峰', 'gaofeng'],
  ] as const) {
    await step(liqing, '转办', to(name));
    await answers('李青', waitsForNobody);
    const asked = await signIn(username);
    await openMine(asked, '等我承接');
    await step(asked, '不承接', (dialog) => dialog.getByRole('combobox').selectOption('not-my-duty'));
    await answers('李青');
    await liqing.reload();
  }

  // The second refusal is the supervisor's: she names somebody, at once and without asking.
  const kiosk = await open('/kiosk', KIOSK);
  await askAtKiosk(kiosk, receipt);
  expect(await kiosk.locator('[class*=who] strong').allTextContents()).toEqual(['李青']);
  const supervisor = await signIn('songyan');
  await openMine(supervisor, '等我指定承办');
  await step(supervisor, '指定承办', to('陈东'));
  await answers('陈东');

  // The department answers; the first receiver tells the citizen, and with that it is closed.
  const chendong = await signIn('chendong');
  await openMine(chendong, receipt.number);
  await step(chendong, '答复', (dialog) => dialog.getByRole('textbox').fill('带新户口簿到 7 号窗口,当场改好。'));
  await answers('陈东', '带新户口簿到 7 号窗口,当场改好。');
  await openMine(guide, '等我告知本人');
  await step(guide, '已告知本人', () => Promise.resolve());
  const told = await answers('陈东', '告诉您了');
  await told.getByRole('heading', { name: '有结果了' }).waitFor();
  await guide.getByRole('link', { name: '我的', exact: true }).click();
  await guide.getByText('现在没有要您办的事').waitFor();
  expect(visit.errors()).toEqual([]);
}, 240_000);
