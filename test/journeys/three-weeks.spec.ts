import type { Page } from 'playwright-core';
import {
  askAtKiosk,
  finish,
  KIOSK,
  openVisit,
  PHONE,
  receiptOf,
  receive,
  sitDown,
  step,
  takeNumber,
  type Visit,
} from './support/visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await openVisit();
}, 120_000);
afterAll(() => visit.close());

/** A second browser page of the clerk: the file of the only case. */
async function fileOf(clerk: Page, number: string): Promise<void> {
  await clerk.getByRole('link', { name: '我的', exact: true }).click();
  await clerk.getByRole('link', { name: new RegExp(number) }).click();
  await clerk.getByRole('button', { name: '给申请人的单子' }).waitFor();
}
const atWindow = (clerk: Page) => clerk.getByRole('link', { name: '窗口', exact: true }).click();

it('a correction of ethnic group, from the kiosk to the delivered result, over three weeks', async () => {
  const { hall, open, signIn } = visit;

  // Tuesday: a number, a serving, something is missing. Everything that is missing is told at once.
  await hall.clock('2026-11-24', '10:00');
  const first = await takeNumber(visit);
  const phone = await open(`/t/${first.code}`, PHONE);
  await phone.getByText('前面').first().waitFor();

  const clerk = await signIn('liqing');
  await sitDown(clerk);
  await receive(clerk, first.number);
  for (const material of ['户口簿原件', '本人身份证', '申请书', '父亲户口页复印件'])
    await clerk.getByRole('checkbox', { name: material }).check();
  await clerk.getByRole('button', { name: /收件\(缺 1 样\)/ }).waitFor();
  await clerk.keyboard.press('F3');
  await clerk.getByText(/QS-2026-00001-\d 已收件,还缺 1 样/).waitFor();
  await clerk.keyboard.press('F4');
  await clerk.getByText(/办件 QS-2026-00001-\d · 等补正/).waitFor();
  const [file] = await Promise.all([clerk.waitForEvent('popup'), clerk.keyboard.press('F4')]);
  await file.getByRole('heading', { name: '等申请人补 1 样材料' }).waitFor();
  const paper = await receiptOf(file);
  expect(paper.number).toMatch(/^QS-2026-00001-\d$/);
  expect(paper.text).toMatch(/一次性告知书.*父母一方的身份证和民族证明/);
  await file.close();
  await finish(clerk, '3');
  await phone.getByRole('heading', { name: '等您把缺的材料补来' }).waitFor();
  await phone.getByText('父母一方的身份证和民族证明', { exact: true }).first().waitFor();
  await phone.getByText('李青').first().waitFor();

  // Thursday: back with it. Number and code give a head start, and the clerk who knows the matter waits at window 5.
  await hall.clock('2026-11-26', '10:00');
  // The page was left open overnight: it asks for the window again.
  await clerk.reload();
  await sitDown(clerk);
  const again = await open('/kiosk', KIOSK);
  await askAtKiosk(again, paper);
  const [second] = await Promise.all([
    again.waitForResponse((response) => response.url().endsWith('/second-visit')),
    again.getByRole('button', { name: /再取一个号/ }).click(),
  ]);
  const back = (await second.json()) as { number: string; code: string; headStart: string };
  expect(back.headStart).toBe('second-visit');
  await again.getByText(/到 5 号窗口找 李青/).waitFor();
  const slip = await open(`/t/${back.code}`, PHONE);
  await slip.getByText(/到 5 号窗口找 李青/).waitFor();
  await clerk.getByText('再次来访,首问是您').waitFor();
  await clerk.keyboard.press('F1');
  await clerk.getByText('正在叫').waitFor();
  await slip.getByRole('heading', { name: '请到 5 号窗口' }).waitFor();
  await clerk.keyboard.press('Enter');
  await clerk.getByText('正在办').first().waitFor();
  await fileOf(clerk, paper.number);
  await step(clerk, '收补交材料', (dialog) => dialog.getByRole('checkbox', { name: /父母一方/ }).check());
  await step(clerk, '受理', () => Promise.resolve());
  await clerk.getByRole('heading', { name: /12 月 10 日.*到期,还有 10 个工作日/ }).waitFor();
  await atWindow(clerk);
  await clerk.getByText('正在办').first().waitFor();
  await finish(clerk, '2');
  const shows = async (heading: RegExp | string) => {
    await phone.reload();
    await phone.getByRole('heading', { name: heading }).waitFor();
  };
  await shows(/12\D+10\D+日.*办好/);

  // Monday: an appraisal; the clock stands still and the phone says so. Friday it goes on, five days later is the end.
  await hall.clock('2026-11-30', '09:30');
  await fileOf(clerk, paper.number);
  await step(clerk, '暂停计时', async (dialog) => {
    await dialog.getByRole('combobox').selectOption('appraisal');
    await dialog.getByLabel('预计哪天结束').fill('2026-12-04');
    await dialog.getByRole('textbox', { name: /写明/ }).fill('民族成份需要鉴定,约五个工作日。');
  });
  await clerk.getByRole('heading', { name: /停在鉴定,预计 12 月 4 日/ }).waitFor();
  await shows('正在鉴定,这段时间不计时');
  await hall.clock('2026-12-04', '15:00');
  await clerk.reload();
  await step(clerk, '恢复计时', () => Promise.resolve());
  await shows(/12\D+17\D+日.*办好/);

  // Two days before the end the prompt comes by itself; the clerk sees it. The result is there on the 15th, and handed over.
  await hall.clock('2026-12-15', '08:31');
  await clerk.getByRole('link', { name: '我的', exact: true }).click();
  const cards = clerk.getByRole('region', { name: /等您回应的预警牌/ });
  await cards.getByText('快到期提示').waitFor();
  await cards.getByRole('button', { name: '知悉' }).click();
  await cards.waitFor({ state: 'detached' });
  await fileOf(clerk, paper.number);
  await step(clerk, '办结', (dialog) => dialog.getByRole('combobox').selectOption('granted'));
  await shows('办好了,准予');
  await step(clerk, '送达', () => Promise.resolve());
  await shows('结果已交给您');
  await clerk.getByRole('heading', { name: /已送达/ }).waitFor();

  // What the next citizen may expect: how long it really took, beside the promise.
  const matter = await open('/matter/qingshi/ethnic-correction', PHONE);
  await matter.locator('dl > div', { hasText: '一半的人' }).getByText('8 天内').waitFor();
  await matter.getByText(/按时 1 件,共 1 件/).waitFor();
  expect(visit.errors()).toEqual([]);
}, 240_000);
