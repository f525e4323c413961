import { instantAt } from '@shouwen/domain/time/zoned';
import { closing, dayOff, openSettings } from '../../../../test/support/settings-stage.ts';
import type { Problem } from '@shouwen/contracts/errors';

let stage: Awaited<ReturnType<typeof openSettings>>;

beforeAll(async () => {
  stage = await openSettings();
});
afterAll(() => stage.close());

const givenHall = () => stage.givenHall();
const green = async () => expect(await stage.findings()).toEqual([]);

describe('a change of the calendar', () => {
  it('shows before it is saved what it moves: promise, acceptance before it, delivery after it; undo moves them back', async () => {
    const hall = await givenHall();
    const [waiting, running, decided] = [await hall.receive(), await hall.receive(), await hall.receive()];
    await hall.step(running, 'accept');
    await hall.step(decided, 'accept');
    await hall.step(decided, 'decide', { result: 'granted' });
    const changes = [dayOff('2026-11-26')];
    const preview = await hall.preview(changes);
    expect(preview).toMatchObject({ open: 3, moved: 3, confirmed: 0, warnings: 0 });
    const moves = Object.fromEntries(preview.cases.map((one) => [one.caseId, one.moves]));
    expect(moves[waiting.caseId!]).toEqual([
      { deadline: 'acceptance', from: closing('2026-12-01'), to: closing('2026-12-02') },
    ]);
    expect(moves[running.caseId!]![0]).toEqual({
      deadline: 'promised',
      from: closing('2026-12-01'),
      to: closing('2026-12-02'),
    });
    expect(moves[decided.caseId!]).toEqual([
      { deadline: 'delivery', from: closing('2026-12-08'), to: closing('2026-12-09') },
    ]);
    expect((await hall.save(changes)).status).toBe(200);
    await hall.tick();
    expect((await hall.look(running)).promisedLastDay).toBe('2026-12-02');
    const { changes: list } = await hall.saved('calendar,year-table');
    expect(list[0]).toMatchObject({ undoable: true, items: [{ id: '2026-11-26', before: null }] });
    expect((await hall.admin.post(`${hall.at}/catalogue/undo`, { seq: list[0]!.seq })).status).toBe(200);
    await hall.tick();
    expect((await hall.look(running)).promisedLastDay).toBe('2026-12-01');
    const again = await hall.admin.post<Problem>(`${hall.at}/catalogue/undo`, { seq: list[0]!.seq });
    expect(again.body.code).toBe('change-superseded');
    await green();
  });

  it('counts again also what was accepted between a change and its undoing', async () => {
    const hall = await givenHall();
    const { seq } = (await hall.save([dayOff('2026-11-26')])).body;
    const file = await hall.receive();
    await hall.step(file, 'accept');
    expect((await hall.look(file)).promisedLastDay).toBe('2026-12-02');
    await hall.admin.post(`${hall.at}/catalogue/undo`, { seq });
    await hall.tick();
    expect((await hall.look(file)).promisedLastDay).toBe('2026-12-01');
  });

  it('counts every open case, however many, and names two hundred', async () => {
    const hall = await givenHall();
    const file = await hall.receive();
    await hall.step(file, 'accept');
    await stage.checker.query(
      `insert into case_file select (jsonb_populate_record(c, jsonb_build_object('id', 'COPY-' || n,
         'body', c.body || jsonb_build_object('id', 'COPY-' || n), 'contact_id', 'COPY-' || n))).*
       from case_file c, generate_series(1, 2100) n where c.hall_id = $1`,
      [hall.id],
    );
    const preview = await hall.preview([dayOff('2026-11-26')]);
    expect([preview.open, preview.moved, preview.cases.length]).toEqual([2_101, 2_101, 200]);
    await stage.checker.query(`delete from case_file where hall_id = $1 and id like 'COPY-%'`, [hall.id]);
  });

  it('says in words what is wrong with a year’s table, and nothing is changed', async () => {
    const hall = await givenHall();
    const before = await hall.head();
    const table = (holidays: string[], worked: string[]) =>
      hall.save([{ kind: 'year-table', id: '2027', item: { id: '2027', year: 2027, holidays, worked } }]);
    const both = (await table(['2027-01-01'], ['2027-01-01'])).body;
    expect(both).toMatchObject({ code: 'day-off-and-worked', figures: { day: '2027-01-01' } });
    expect(both.detail).toMatch(/既放假又上班/);
    expect((await table(['2028-01-01'], [])).body.code).toBe('day-of-another-year');
    expect((await table(['2027-02-30'], [])).body.code).toBe('no-such-day');
    expect(await hall.head()).toEqual(before);
  });

  it('is refused when somebody changed the catalogue since it was looked at', async () => {
    const hall = await givenHall();
    const { seq } = await hall.catalogue();
    expect((await hall.save([dayOff('2026-11-26')], seq)).status).toBe(200);
    expect((await hall.save([dayOff('2026-11-27')], seq)).body.code).toBe('catalogue-moved');
  });
});

describe('limits', () => {
  it('count for what is promised after the change; what was promised stays', async () => {
    const hall = await givenHall();
    const [first, waiting] = [await hall.receive(), await hall.receive()];
    await hall.step(first, 'accept');
    const { hall: settings } = await hall.catalogue();
    const limits = { ...settings.limits, yellowDaysLeft: 3, acceptanceDays: 2 };
    await hall.save([{ kind: 'hall', id: hall.id, item: { ...settings, limits } }]);
    await hall.tick();
    const alarms = async () =>
      Object.fromEntries(
        (
          (await stage.checker.query('select id, body from case_file where hall_id = $1', [hall.id])) as {
            id: string;
            body: { alarms: Record<string, number> };
          }[]
        ).map(({ id, body }) => [id, body.alarms]),
      );
    const opening = (day: string) => instantAt(day, '08:30', 'Asia/Shanghai');
    expect((await alarms())[first.caseId!]!['yellow']).toBe(opening('2026-11-30'));
    expect((await alarms())[waiting.caseId!]!['deemed']).toBe(closing('2026-12-01'));
    const second = await hall.receive();
    expect((await alarms())[second.caseId!]!['deemed']).toBe(closing('2026-11-26'));
    await hall.step(second, 'accept');
    expect((await alarms())[second.caseId!]!['yellow']).toBe(opening('2026-11-26'));
    expect(
      (
        await hall.save([
          { kind: 'hall', id: hall.id, item: { ...settings, limits: { ...limits, acceptanceDays: 6 } } },
        ])
      ).body.code,
    ).toBe('invalid-input');
    await green();
  });
});
