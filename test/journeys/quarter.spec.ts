import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import type { Browser, Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { DataSource } from 'typeorm';
import type { PerformanceView } from '@shouwen/contracts/views/performance.schema';
import type { ScoreBoard } from '@shouwen/contracts/views/score.schema';
import { DEFAULT_SCORE_CARD } from '@shouwen/domain/score/card';
import { CatalogueService } from '../../apps/server/src/catalogue/catalogue.service.ts';
import { EXAMPLE_HALL_ID } from '../../apps/server/src/catalogue/example-hall.ts';
import { verifyAll } from '../../apps/server/src/verify/verify.ts';
import { measuresFromLog } from '../support/indicator-oracle.ts';
import { axeOf, openBrowser, openPage, type Watched } from './support/browser.ts';
import { openExampleHall } from './support/hall.ts';

/** The second quarter of 2026, lived by the example hall's citizens and staff, then closed by its director in a real browser. */
const FROM = '2026-04-01';
const UNTIL = '2026-06-30';
const MONTHS = ['2026-04', '2026-05', '2026-06'];
const WEIGHTS = { ...DEFAULT_SCORE_CARD.weights, waiting: 15, opinions: 0 };

let browser: Browser;
let hall: Awaited<ReturnType<typeof openExampleHall>>;
let checker: DataSource;
const watched: Watched[] = [];

const signIn = async (username: string, path: string): Promise<Page> => {
  const one = await openPage(browser, { acceptDownloads: true });
  watched.push(one);
  await one.page.goto(`${hall.url}${path}`);
  await one.page.fill('input[name=username]', username);
  await one.page.fill('input[name=password]', 'qingshi-2026');
  await one.page.keyboard.press('Enter');
  await one.page.locator('input[name=password]').waitFor({ state: 'detached' });
  return one.page;
};

const get = async <T>(page: Page, path: string): Promise<T> =>
  (await (await page.request.get(`${hall.url}/api/halls/qingshi${path}`)).json()) as T;

beforeAll(async () => {
  [browser, hall] = await Promise.all([openBrowser(), openExampleHall()]);
  checker = await new DataSource({ type: 'postgres', url: hall.databaseUrl }).initialize();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await checker.destroy();
  await hall.close();
});

describe('a quarter, closed from end to end', () => {
  let director: Page;

  it('begins with weights that are fixed before it', async () => {
    await hall.clock('2026-03-30', '09:30');
    const admin = await signIn('admin', '/dashboard');
    const publish = (weights: typeof WEIGHTS) =>
      admin.request.post(`${hall.url}/api/halls/qingshi/catalogue/changes`, {
        data: {
          changes: [{ kind: 'score-card', id: '2026-04', item: { ...DEFAULT_SCORE_CARD, id: '2026-04', weights } }],
        },
        headers: { 'idempotency-key': crypto.randomUUID() },
      });
    expect((await publish(WEIGHTS)).status()).toBe(200);
    await hall.clock('2026-04-01', '09:30');
    expect((await publish(DEFAULT_SCORE_CARD.weights)).status()).toBe(409);
  }, 60_000);

  it('is lived: three months of tickets, cases, ratings and what follows from them', async () => {
    for (const day of ['2026-05-31', '2026-07-01']) await hall.live(day, '09:30');
    const [{ days, tickets }] = (await checker.query(
      'select count(distinct day)::int as days, count(*)::int as tickets from ticket where hall_id = $1 and day between $2 and $3',
      [EXAMPLE_HALL_ID, FROM, UNTIL],
    )) as [{ days: number; tickets: number }];
    expect(days).toBeGreaterThan(55);
    expect(tickets).toBeGreaterThan(10_000);
    const decided = (await checker.query(
      'select extract(month from decided_day)::int as month, count(*)::int as n from case_file where hall_id = $1 and decided_day between $2 and $3 group by 1 order by 1',
      [EXAMPLE_HALL_ID, FROM, UNTIL],
    )) as { month: number; n: number }[];
    expect(decided.map(({ month, n }) => [month, n > 100])).toEqual([4, 5, 6].map((month) => [month, true]));
  }, 1_800_000);

  it('is sealed when everybody could object: months of people and windows, the quarter of departments', async () => {
    await hall.clock('2026-07-01', '10:00');
    director = await signIn('shenguoping', `/dashboard/scores/sheets?scope=department&period=2026-Q2`);
    await director.getByRole('button', { name: '封存这一期' }).click();
    expect(await director.locator('dialog[open]').getByRole('button', { name: '封存', exact: true }).isDisabled()).toBe(
      true,
    );
    await hall.clock('2026-07-20', '10:00');
    for (const [scope, period] of [
      ...MONTHS.flatMap((month) => [
        ['person', month],
        ['window', month],
      ]),
      ['department', '2026-Q2'],
    ]) {
      await director.goto(`${hall.url}/dashboard/scores/sheets?scope=${scope}&period=${period}`);
      await director.getByRole('button', { name: '封存这一期' }).click();
      await director.locator('dialog[open]').getByRole('button', { name: '封存', exact: true }).click();
      await director.getByText('以后再有更正,这里的分数不变').waitFor();
    }
    const board = await get<ScoreBoard>(director, '/scores?scope=department&period=2026-Q2');
    expect(board.rows.length).toBeGreaterThan(3);
    expect([board.card.weights.waiting, board.sealedAt === null]).toEqual([WEIGHTS.waiting, false]);
  }, 600_000);

  it('has its bulletin and the annual report, with the figures of the log and the points of the seal', async () => {
    const { published } = await hall.server.app.get(CatalogueService).current(EXAMPLE_HALL_ID);
    const counted = await measuresFromLog(checker, EXAMPLE_HALL_ID, FROM, UNTIL, {
      promises: Object.fromEntries(published.queues.map((one) => [one.id, one.waitPromiseSeconds])),
      standards: Object.fromEntries(published.matters.map((one) => [one.id, one.handlingStandardSeconds])),
    });
    const screen = await get<PerformanceView>(director, `/performance?from=${FROM}&until=${UNTIL}&by=department`);
    const k = (id: string) => screen.figures.find((one) => one.id === id)!.k;
    expect([k('issued'), k('served'), k('on-time')]).toEqual([counted.issued, counted.served, counted.onTime]);

    await director.goto(`${hall.url}/dashboard/performance?from=${FROM}&until=${UNTIL}`);
    for (const [kind, title] of [
      ['季度通报', '2026 年第 2 季度窗口效能季度通报'],
      ['年度总结', '2026 年度工作总结'],
    ] as const) {
      await director.getByRole('button', { name: kind, exact: true }).click();
      await director.getByRole('button', { name: /^生成通报/ }).click();
      const file = async (format: string) => {
        const [download] = await Promise.all([
          director.waitForEvent('download', { timeout: 120_000 }),
          director
            .getByRole('button', { name: new RegExp(`^${kind}.*${format}`) })
            .first()
            .click({ timeout: 120_000 }),
        ]);
        if (process.env['KEEP_REPORTS'])
          await download.saveAs(`${process.env['KEEP_REPORTS']}/${download.suggestedFilename()}`);
        return readFile(await download.path());
      };
      const { value: html } = await mammoth.convertToHtml({ buffer: await file('Word') });
      expect(html).toContain(title);
      const book = await readXlsxFile(await file('Excel'));
      const rows = (sheet: string) => book.find((one) => one.sheet === sheet)!.data as (string | number | null)[][];
      const of = (name: string) => rows('主要指标').find(([first]) => first === name)!;
      expect([of('取号')[1], of('办理')[1]]).toEqual([counted.issued, counted.served]);
      expect(of('按承诺等到').slice(2, 4)).toEqual([counted.withinPromise, counted.answered]);
      expect(of('满意率').slice(2, 4)).toEqual([
        counted.satisfied! - counted.leftOutSatisfied!,
        counted.rated! - counted.leftOut!,
      ]);
      const windows = rows('按窗口')
        .slice(1, -1)
        .map(([name]) => parseInt(String(name)));
      expect(windows).toEqual([...windows].sort((a, b) => a - b));
      const departments = rows('部门季度考核(已封存)');
      const board = await get<ScoreBoard>(director, '/scores?scope=department&period=2026-Q2');
      for (const { key, points } of board.rows) {
        const name = published.departments.find(({ id }) => id === key)!.name.zh;
        const row = departments.find(([first]) => first === name)!;
        expect([name, row[2]]).toEqual([name, points === null ? '—' : points / 100]);
      }
    }
  }, 900_000);

  it('teaches how many windows a day to come takes, while the search says how far it is', async () => {
    const supervisor = await signIn('songyan', '/dashboard/staffing');
    await supervisor.getByText('每个钟点开几个窗口').waitFor({ timeout: 60_000 });
    expect(await axeOf(supervisor)).toEqual([]);
    await supervisor
      .getByRole('button', { name: /^少开一个/ })
      .and(supervisor.locator(':enabled'))
      .first()
      .click();
    await supervisor.getByRole('button', { name: '推演这样排' }).click();
    await supervisor.waitForURL(/windows=/);
    await supervisor.getByRole('button', { name: '找最省的排法' }).click();
    const bar = supervisor.getByRole('progressbar', { name: '正在找' });
    await bar.waitFor();
    expect(await axeOf(supervisor)).toEqual([]);
    const take = supervisor.getByRole('button', { name: '采用这个排法' });
    await supervisor
      .getByText(/已试 \d+ 种排法/)
      .or(take)
      .first()
      .waitFor({ timeout: 110_000 });
    await take.click({ timeout: 110_000 });
    await supervisor.locator('main[aria-busy=false]').waitFor({ timeout: 60_000 });
    expect(await bar.count()).toBe(0);
    await supervisor.goto(`${supervisor.url()}&lang=en`);
    await supervisor.getByText('Find the fewest hours').waitFor({ timeout: 60_000 });
    expect(await axeOf(supervisor)).toEqual([]);
  }, 400_000);

  it('and holds: everything counted again from the log comes out the same', async () => {
    const report = await verifyAll(checker, hall.server.dataDir);
    expect(report.halls.flatMap(({ findings }) => findings)).toEqual([]);
    expect(watched.flatMap(({ errors }) => errors)).toEqual([]);
  }, 900_000);
});
