import type { Locator, Page } from 'playwright-core';
import { finish, openVisit, PHONE, receive, sitDown, step, takeNumber, type Visit } from './support/visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await openVisit();
}, 120_000);
afterAll(() => visit.close());

const TEN_INCHES = { viewport: { width: 1280, height: 800 }, hasTouch: true };
const SAID = '材料清单没讲清,让我跑了三趟';
const REMEDY = '已向本人当面道歉,材料清单一次讲清并贴到窗口。';

/** From the board of bad ratings to the file of this one. */
async function openFromBoard(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: '好差评', exact: true }).click();
  await page.getByRole('link', { name: new RegExp(number) }).click();
  await page.getByRole('heading', { name: '这次评价' }).waitFor();
}

it('a bad rating, from the pad to the published remedy, over nine days', async () => {
  const { hall, open, signIn } = visit;
  const at = (name: string) => async (dialog: Locator) => {
    await dialog.getByRole('textbox').fill(name);
  };

  // Tuesday: a serving ends, and the citizen is not satisfied. One touch, a label, words, a telephone.
  await hall.clock('2026-11-24', '10:00');
  const clerk = await signIn('liqing');
  await sitDown(clerk);
  const pad = await open('/pad', TEN_INCHES);
  await pad.getByRole('button', { name: /5 号窗口/ }).click();
  const slip = await takeNumber(visit);
  await receive(clerk, slip.number);
  await finish(clerk, '1');
  await pad.getByRole('heading', { name: '这次办事,您满意吗?' }).waitFor();
  await pad.getByRole('button', { name: '不满意', exact: true }).tap();
  await pad.getByRole('button', { name: '再说几句' }).tap();
  await pad.getByRole('button', { name: '让我多跑了' }).tap();
  await pad.getByRole('button', { name: '写几句、留电话' }).tap();
  await pad.getByLabel('想说的话').fill(SAID);
  await pad.getByLabel('电话').click();
  for (const key of '10012345678') await pad.getByRole('button', { name: key, exact: true }).tap();
  await pad.getByRole('button', { name: '提交评价' }).tap();
  await pad.getByText(/11\D+25\D+日.*不相关的人来核实/).waitFor();
  const number = (await pad.getByText(/^QS-F-2026-00001-\d$/).textContent())!;
  await pad.context().close();

  // The phone says who looks into it and by when; the citizen adds to it, once. The rated clerk finds nothing.
  const phone = await open(`/t/${slip.code}`, PHONE);
  const shows = async (heading: RegExp | string) => {
    await phone.reload();
    await phone.getByRole('heading', { name: heading }).waitFor();
  };
  await shows(/最晚 11\D+25\D+日.*核实清楚/);
  await phone.getByText('您评了“不满意”').waitFor();
  await phone.getByText('潘宏').first().waitFor();
  await phone.getByText('再补充几句').click();
  await phone.getByLabel('想说的话').fill('第三次才说还要复印件。');
  await phone.getByRole('button', { name: '补充', exact: true }).click();
  await phone.getByText('再补充几句').waitFor({ state: 'detached' });
  await clerk.goto(`${hall.url}/dashboard/about-me`);
  await clerk.getByText('没有关于您的差评结论').waitFor();

  // Wednesday: the supervisor who is not concerned verifies it.
  await hall.clock('2026-11-25', '09:30');
  const panhong = await signIn('panhong');
  await openFromBoard(panhong, number);
  await panhong.getByText(SAID, { exact: true }).first().waitFor();
  await panhong.getByText('第三次才说还要复印件。').first().waitFor();
  await step(panhong, '核实', async (dialog) => {
    await dialog.getByLabel('核实结论').selectOption('genuine');
    await dialog.getByLabel('怎样整改').selectOption('simple');
    await at('问了窗口,复印件的要求没有一次讲清,属实。')(dialog);
  });
  await panhong.getByText(/属实.*五个工作日内.*潘宏 核实/).waitFor();
  await shows(/最晚 12\D+2\D+日.*改好/);
  await phone.getByText('情况属实,是我们没做好。').waitFor();

  // Thursday: now the rated clerk sees the finding — neither number, hour nor matter — and appeals.
  await hall.clock('2026-11-26', '10:00');
  await clerk.reload();
  const finding = clerk.getByRole('region', { name: /^属实/ });
  await finding.getByText(SAID, { exact: false }).waitFor();
  expect(await finding.textContent()).not.toMatch(new RegExp(`${slip.number}|${number}|10012345678|民族成份`));
  await finding.getByLabel('您的理由').fill('当天系统里的清单没有更新。');
  await finding.getByRole('button', { name: '申诉' }).click();
  await finding.getByText(/已申诉/).waitFor();

  // Friday: the director, who did not verify, decides.
  await hall.clock('2026-11-27', '15:00');
  const director = await signIn('shenguoping');
  await openFromBoard(director, number);
  await step(director, '裁定申诉', async (dialog) => {
    await dialog.getByLabel('申诉成立吗').selectOption('no');
    await at('清单一周前已更新,维持结论。')(dialog);
  });
  await director.getByText('申诉不成立', { exact: false }).first().waitFor();
  await phone.reload();
  await phone.getByText('被评价人申诉,复核后维持结论').waitFor();

  // Monday: put right, in words for the public. Wednesday: called again, satisfied; with that it is through.
  await hall.clock('2026-11-30', '16:00');
  await panhong.reload();
  await step(panhong, '整改完成', at(REMEDY));
  await shows(/最晚 12\D+7\D+日.*回访您/);
  await hall.clock('2026-12-02', '11:00');
  await panhong.reload();
  await step(panhong, '回访', async (dialog) => {
    await dialog.getByLabel('回访结果').selectOption('satisfied');
    await at('电话回访,本人满意。')(dialog);
  });
  await hall.clock('2026-12-02', '11:01');
  await shows('处理完了,已经公布');
  await phone.getByText('您的评价原样保留,没有人能改。').waitFor();
  await panhong.reload();
  await panhong.getByText('已公开').first().waitFor();

  // The next morning everybody reads what was done, and nobody's name or telephone.
  await hall.clock('2026-12-03', '08:31');
  const board = await open('/public/qingshi/ratings', PHONE);
  await board.getByText(REMEDY).waitFor();
  await board.getByText('属实 1,误评 0,恶意 0', { exact: false }).waitFor();
  expect(await board.locator('main').textContent()).not.toMatch(/李青|10012345678|三趟/);
  expect(visit.errors()).toEqual([]);
}, 240_000);
