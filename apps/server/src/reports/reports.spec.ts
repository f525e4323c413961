import JSZip from 'jszip';
import mammoth from 'mammoth';
import readXlsxFile from 'read-excel-file/node';
import { DataSource } from 'typeorm';
import type { Problem } from '@shouwen/contracts/errors';
import type { PerformanceView } from '@shouwen/contracts/views/performance.schema';
import type { ReportView } from '@shouwen/contracts/views/report.schema';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { givenRatedHall } from '../../../../test/support/rated-hall.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { ReportsService } from './reports.service.ts';

let database: TestDatabase;
let server: TestServer;
let people: People;
let checker: DataSource;

beforeAll(async () => {
  database = await cloneDatabase();
  checker = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  server = await startTestServer(database.url);
  people = peopleAt(server.url);
}, 60_000);

afterAll(async () => {
  people.leave();
  await server.stop();
  await checker.destroy();
  await database.drop();
});

type Hall = Awaited<ReturnType<typeof givenRatedHall>>;
const NOVEMBER = { kind: 'month', from: '2026-11-01', until: '2026-11-30' };

const ask = (hall: Hall, body: object, by = hall.director) => by.post<ReportView & Problem>(`${hall.at}/reports`, body);
const listed = async (hall: Hall, by = hall.director) => (await by.get<ReportView[]>(`${hall.at}/reports`)).body;

/** Asks for a report, waits until it is made, and opens both files with readers that are not ours. */
async function made(hall: Hall, body: object) {
  const { body: asked } = await ask(hall, body);
  const state = async () => (await listed(hall)).find(({ id }) => id === asked.id)!.state;
  for (let n = 0; n < 200 && !['made', 'failed'].includes(await state()); n++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await state()).toBe('made');
  const service = server.app.get(ReportsService);
  const [docx, xlsx] = await Promise.all(
    (['docx', 'xlsx'] as const).map(
      async (format) => (await service.file(hall.id, 'director', asked.id, format)).content,
    ),
  );
  const zip = await JSZip.loadAsync(docx!);
  const html = (await mammoth.convertToHtml({ buffer: docx! })).value;
  const book = await JSZip.loadAsync(xlsx!);
  const sheetXml = await Promise.all(book.file(/xl\/worksheets\/sheet\d+\.xml/).map((sheet) => sheet.async('text')));
  const rows = async (sheet: string) =>
    (await readXlsxFile(xlsx!)).find((one) => one.sheet === sheet)!.data as (string | number | null)[][];
  return {
    id: asked.id,
    zip,
    html,
    rows,
    formulas: sheetXml.flatMap((xml) => xml.match(/<f>[^<]*<\/f>/g) ?? []),
    sheetXml,
  };
}

describe('a monthly bulletin', () => {
  it('is made behind the answer and holds the figures of the screen in Word and Excel', async () => {
    const hall = await givenRatedHall(server, people);
    for (let n = 0; n < 3; n++) {
      const slip = await hall.serve();
      expect((await hall.pad.post(`${hall.at}/pad/ratings`, hall.said(slip))).status).toBe(200);
    }
    const { html, zip, rows, formulas, sheetXml } = await made(hall, NOVEMBER);
    const screen = (
      await hall.director.get<PerformanceView>(`${hall.at}/performance?from=2026-11-01&until=2026-11-24&by=department`)
    ).body;
    const served = screen.figures.find(({ id }) => id === 'served')!;
    expect(served.value).toBe(3);

    expect(html).toContain('2026 年 11 月窗口效能月度通报');
    for (const chapter of ['总体情况', '办理情况', '首问负责', '好差评', '意见与咨询', '预警与督办', '政务公开'])
      expect(html).toMatch(new RegExp(`<h1>[^<]*${chapter}`));
    expect(html).toContain('取号 3 件,办理 3 件');
    // Pictures that are pictures, with words for whoever cannot see them.
    expect(html).toMatch(/<img alt="[^"]*取号[^"]*" src="data:image\/png;base64,/);
    const xml = await zip.file('word/document.xml')!.async('text');
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toContain('w:val="Heading1"');

    const figures = await rows('主要指标');
    expect(figures.find(([name]) => name === '办理')![1]).toBe(3);
    const satisfied = screen.figures.find(({ id }) => id === 'satisfaction')!;
    expect(figures.find(([name]) => name === '满意率')!.slice(1, 4)).toEqual([
      satisfied.value,
      satisfied.k,
      satisfied.n,
    ]);
    // Nothing decided: no share of nothing.
    expect(figures.find(([name]) => name === '按时办结率')![1]).toBe('—');
    expect(formulas.length).toBeGreaterThan(10);
    expect(formulas.every((one) => /^<f>SUM\([A-Z]+2:[A-Z]+\d+\)<\/f>$/.test(one))).toBe(true);
    expect(sheetXml.every((one) => /<pane [^>]*state="frozen"/.test(one))).toBe(true);
  });

  it('never runs a name as a formula', async () => {
    const hall = await givenRatedHall(server, people);
    const catalogues = server.app.get(CatalogueService);
    const { published } = await catalogues.current(hall.id);
    const queue = published.queues.find(({ id }) => id === 'a')!;
    const name = { zh: '=HYPERLINK("http://x.invalid","看")&<b>', en: '=1+1' };
    await catalogues.change(
      hall.id,
      [{ kind: 'queue', id: 'a', item: { ...queue, name } } as never],
      'staff:administrator',
    );
    await hall.serve();
    const { rows, formulas, html } = await made(hall, NOVEMBER);
    expect((await rows('按队列'))[1]![0]).toBe(name.zh);
    expect(formulas.join()).not.toContain('HYPERLINK');
    expect(html).not.toContain('<b>"');
  });
});

describe('other reports', () => {
  it.each([
    ['day', '2026-11-24', '2026-11-24', '窗口运行日报'],
    ['week', '2026-11-23', '2026-11-29', '窗口效能周报'],
    ['quarter', '2026-10-01', '2026-12-31', '2026 年第 4 季度窗口效能季度通报'],
    ['year', '2026-01-01', '2026-12-31', '2026 年度工作总结'],
  ])('the %s report of an empty hall is made and says “—”', async (kind, from, until, title) => {
    const hall = await givenRatedHall(server, people);
    const { html, rows } = await made(hall, { kind, from, until });
    expect(html).toContain(title);
    const figures = await rows('主要指标');
    expect(figures.find(([name]) => name === '按承诺等到')![1]).toBe('—');
    expect(figures.find(([name]) => name === '取号')![1]).toBe(0);
    if (kind !== 'year') return;
    for (const sheet of ['收到和处理政府信息公开申请情况', '信息公开(按栏目)', '意见投诉举报(按来源)', '咨询(按渠道)'])
      expect((await rows(sheet)).length).toBeGreaterThan(4);
    expect((await rows('逐月情况')).length).toBe(13);
  });
});

describe('the list of reports', () => {
  it('refuses a period that ends before it begins, spans two, or has not begun', async () => {
    const hall = await givenRatedHall(server, people);
    for (const [from, until] of [
      ['2026-11-30', '2026-11-01'],
      ['2026-10-01', '2026-11-30'],
      ['2027-01-01', '2027-01-31'],
    ])
      expect((await ask(hall, { kind: 'month', from, until })).body.code).toBe('report-period');
    expect(await listed(hall)).toEqual([]);
  });

  it('belongs to whoever asked; others have none, and clerks may not ask', async () => {
    const hall = await givenRatedHall(server, people);
    const { id } = await made(hall, NOVEMBER);
    const file = `${hall.at}/reports/${id}/file?format=docx`;
    expect((await hall.auditor.get<Problem>(file)).body.code).toBe('unknown-report');
    expect(await listed(hall, hall.auditor)).toEqual([]);
    expect((await ask(hall, NOVEMBER, hall.one)).body.code).toBe('forbidden');
    expect((await hall.one.get<Problem>(file)).body.code).toBe('forbidden');
  });

  it('says of one whose server went away that it failed, and it can be asked for again', async () => {
    const hall = await givenRatedHall(server, people);
    const id = '00000000-0000-4000-8000-000000000001';
    await checker.query(
      `insert into report (hall_id, id, kind, "from", until, asked_by, asked_at, state, progress, beat_at)
       values ($1, $2, 'month', '2026-11-01', '2026-11-24', 'director', now(), 'making', 40, now() - interval '3 minutes')`,
      [hall.id, id],
    );
    expect((await listed(hall))[0]).toMatchObject({ id, state: 'failed' });
    expect((await hall.director.get<Problem>(`${hall.at}/reports/${id}/file?format=xlsx`)).body.code).toBe(
      'report-not-made',
    );
    const again = await made(hall, NOVEMBER);
    expect(again.id).not.toBe(id);
  });
});
