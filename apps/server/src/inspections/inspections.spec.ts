import type { Problem } from '@shouwen/contracts/errors';
import type { DocketFile, DocketItem } from '@shouwen/contracts/views/docket.schema';
import type { InspectionView } from '@shouwen/contracts/views/inspection.schema';
import { docketServer } from '../../../../test/support/docket-hall.ts';
import type { Person } from '../../../../test/hall/support/people.ts';
import { SAMPLES } from '../../../../test/support/sample-files.ts';
import { FileSweeper } from '../docket/file-sweeper.ts';

type Docket = Awaited<ReturnType<typeof docketServer>>;
type Hall = Awaited<ReturnType<Docket['givenHall']>>;
let at: Docket;
let hall: Hall;

beforeAll(async () => {
  at = await docketServer();
  hall = await at.givenHall();
}, 120_000);
afterAll(async () => {
  await at.stop();
});

const plan = (day = '2026-11-24', by = hall.supervisor) =>
  by.post<InspectionView & Problem>(`${hall.at}/inspections`, { round: 'monthly', day, inspectors: ['supervisor'] });
const given = { toId: 'clerk-1', days: 3, words: '三号窗无人值守' };
const find = (id: string, point: string, by = hall.supervisor) =>
  by.post<{ contactId: string; inspection: InspectionView } & Problem>(
    `${hall.at}/inspections/${id}/points/${point}/find`,
    given,
  );
const photograph = async (
  contactId: string,
  content: Buffer,
  by: Person,
  name = '现场.jpg',
  key = String(Math.random()),
) => {
  const response = await fetch(`${at.server.url}${hall.at}/contacts/${contactId}/photographs`, {
    method: 'POST',
    headers: {
      ...by.headers,
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'idempotency-key': `photo-${key}`,
    },
    body: new Uint8Array(content),
  });
  return (await response.json()) as DocketFile & Problem;
};
const look = (contactId: string, fileId: string, by: Person) =>
  fetch(`${at.server.url}${hall.at}/contacts/${contactId}/photographs/${fileId}`, { headers: by.headers });

describe('an inspection', () => {
  it('goes from plan by a finding with a photograph to a check that refuses once and then closes it', async () => {
    const { body: planned } = await plan();
    expect(planned).toMatchObject({ state: 'planned', mine: true, inspectors: [{ id: 'supervisor' }] });
    const points = planned.points.map(({ id }) => id);
    const pass = (point: string, by = hall.supervisor) =>
      by.post<InspectionView & Problem>(`${hall.at}/inspections/${planned.id}/points/${point}/pass`, {});
    expect((await pass(points[1]!, hall.two)).body.code).toBe('not-the-inspector');
    const found = await find(planned.id, points[0]!);
    expect(found.body.inspection.points[0]).toMatchObject({ result: 'finding', findings: [found.body.contactId] });
    for (const point of points.slice(1)) expect((await pass(point)).status).toBe(200);
    const done = await hall.supervisor.post<InspectionView>(`${hall.at}/inspections/${planned.id}/finish`, {});
    expect(done.body.state).toBe('done');

    const { contactId } = found.body;
    expect((await photograph(contactId, SAMPLES.pdf, hall.supervisor, '现场.pdf')).code).toBe('not-a-photograph');
    const shown = await photograph(contactId, SAMPLES.jpg, hall.supervisor);
    expect(shown.order!.photos).toMatchObject([{ type: 'jpg', by: { id: 'supervisor' }, state: 'to-carry-out' }]);
    const fileId = shown.order!.photos[0]!.id;
    const seen = await look(contactId, fileId, hall.one);
    expect(Buffer.from(await seen.arrayBuffer()).equals(SAMPLES.jpg)).toBe(true);
    expect((await look(contactId, fileId, hall.two)).status).toBe(404);

    expect((await hall.one.get<DocketItem[]>(`${hall.at}/orders`)).body).toMatchObject([
      { contactId, said: 'finding', owes: 'carry-out', feedbackBy: '2026-11-27' },
    ]);
    await hall.clock('2026-11-27', '17:31');
    await hall.tick();
    const report = await hall.onCard(contactId, 'carry-out', { words: '已安排顶岗' });
    expect(report.body).toMatchObject({ order: { state: 'to-check', reported: { late: true } } });
    expect(report.body.cards).toMatchObject([
      { kind: 'carry-out-late', to: [{ id: 'clerk-1' }, { id: 'supervisor' }] },
    ]);
    const check = (done_: boolean, by = hall.supervisor) =>
      hall.onCard(contactId, 'check', { done: done_, words: '仍无人' }, by);
    expect((await check(true, hall.one)).body.code).toBe('own-check');
    expect((await check(false)).body.order).toMatchObject({ state: 'to-carry-out', again: 1 });
    await hall.onCard(contactId, 'carry-out', { words: '已到岗' });
    expect((await check(true)).body.order).toMatchObject({ state: 'closed', checkedBy: { id: 'supervisor' } });
    expect((await hall.one.get<DocketItem[]>(`${hall.at}/orders`)).body).toEqual([]);

    await at.server.app.get(FileSweeper).sweep();
    expect((await look(contactId, fileId, hall.supervisor)).status).toBe(200);
    const log = (await at.checker.query('select data::text as data from hall_event where hall_id = $1', [hall.id])) as {
      data: string;
    }[];
    for (const word of ['三号窗', '现场', '顶岗']) expect(log.some(({ data }) => data.includes(word))).toBe(false);
    await at.green();
  });

  it('is not begun before its day, nor planned for one that has passed, nor called off once begun', async () => {
    await hall.clock('2026-11-30', '10:00');
    expect((await plan('2026-11-29')).body.code).toBe('inspection-day-past');
    expect((await plan('2026-11-30', hall.two)).status).toBe(403);
    const later = (await plan('2026-12-01')).body;
    expect(later.mine).toBe(false);
    expect((await find(later.id, later.points[0]!.id)).body).toMatchObject({ code: 'inspection-not-yet' });
    const off = (id: string) =>
      hall.supervisor.post<InspectionView & Problem>(`${hall.at}/inspections/${id}/call-off`, {});
    expect((await off(later.id)).body.state).toBe('called-off');
    const now = (await plan('2026-11-30')).body;
    await find(now.id, now.points[0]!.id);
    expect((await off(now.id)).body.code).toBe('inspection-begun');
    expect((await off('2026.99')).body.code).toBe('unknown-inspection');
  });
});

describe('an urging order', () => {
  it('goes to one person, is no first contact in any count, and is followed by no citizen', async () => {
    const before = await at.checker.query(
      `select count(*)::int as n from first_contact where hall_id = $1 and body->>'about' <> 'order'`,
      [hall.id],
    );
    const { body } = await hall.supervisor.post<DocketFile & Problem>(`${hall.at}/orders`, {
      toId: 'clerk-2',
      days: 1,
      words: '请答复排队过长的原因',
    });
    expect(body).toMatchObject({ about: 'order', order: { cause: 'urging', state: 'to-carry-out' } });
    expect((await hall.one.get<Problem>(`${hall.at}/contacts/${body.contactId}`)).status).toBe(404);
    expect((await hall.one.post<Problem>(`${hall.at}/orders`, { toId: 'clerk-2', days: 1, words: '不' })).status).toBe(
      403,
    );
    const own = { toId: 'supervisor', days: 1, words: '给自己' };
    expect((await hall.supervisor.post<Problem>(`${hall.at}/orders`, own)).body.code).toBe('order-to-oneself');
    expect(
      await at.checker.query(
        `select count(*)::int as n from first_contact where hall_id = $1 and body->>'about' <> 'order'`,
        [hall.id],
      ),
    ).toEqual(before);
    await at.green();
  });
});
