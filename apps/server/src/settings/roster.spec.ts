import type { Problem } from '@shouwen/contracts/errors';
import type { Desk } from '@shouwen/contracts/views/desk.schema';
import type { RosterPreview, Standards } from '@shouwen/contracts/views/settings.schema';
import { dayOff, openSettings } from '../../../../test/support/settings-stage.ts';

let stage: Awaited<ReturnType<typeof openSettings>>;

beforeAll(async () => {
  stage = await openSettings();
});
afterAll(() => stage.close());

const givenHall = () => stage.givenHall();
const green = async () => expect(await stage.findings()).toEqual([]);

describe('the roster', () => {
  it('shows whose matters go to whom, is saved by the supervisor, and is taken back', async () => {
    const hall = await givenHall();
    await hall.receive();
    const steps = [{ step: 'leave', staffId: 'clerk-1', from: '2026-11-25', until: '2026-11-27' }];
    const preview = (await hall.supervisor.post<RosterPreview>(`${hall.at}/roster-preview`, { steps })).body;
    expect(preview).toEqual([
      { staffId: 'clerk-1', from: '2026-11-25', until: '2026-11-27', beforeId: 'clerk-1', actsId: 'clerk-2', open: 1 },
    ]);
    const { catalogueSeq: basedOn } = await hall.roster();
    expect((await hall.supervisor.post(`${hall.at}/roster/changes`, { steps, basedOn })).status).toBe(200);
    const [leave] = (await hall.roster()).leaves;
    expect(leave).toMatchObject({ staffId: 'clerk-1', from: '2026-11-25' });
    await hall.clock('2026-11-26', '09:00');
    const back = { steps: [{ step: 'end-leave', leaveId: leave!.id, until: null }] };
    expect((await hall.supervisor.post(`${hall.at}/roster/changes`, back)).status).toBe(200);
    expect((await hall.roster()).leaves).toEqual([{ ...leave, until: '2026-11-25' }]);
    const { changes } = await hall.saved('leave,staff');
    expect((await hall.supervisor.post(`${hall.at}/catalogue/undo`, { seq: changes[0]!.seq })).status).toBe(200);
    expect((await hall.roster()).leaves).toEqual([leave]);
    await green();
  });

  it('is refused when nobody is left, and says who is uncovered and when', async () => {
    const hall = await givenHall();
    const before = await hall.head();
    const away = (staffId: string) => ({ step: 'leave', staffId, from: '2026-12-01', until: '2026-12-02' });
    const steps = ['supervisor', 'director'].map(away);
    for (const verb of ['roster-preview', 'roster/changes']) {
      const { body } = await hall.supervisor.post<Problem>(`${hall.at}/${verb}`, { steps });
      expect(body.code).toBe('nobody-acts');
      expect(body.figures).toMatchObject({ from: '2026-12-01', until: '2026-12-02' });
      expect(['supervisor', 'director']).toContain(body.figures!['staffId']);
    }
    expect(await hall.head()).toEqual(before);
  });

  it('keeps a person’s words when a stand-in is changed and changed back; a supervisor undoes nothing else', async () => {
    const hall = await givenHall();
    const person = async () =>
      (await hall.admin.get<{ id: string; name: string; standInId: string | null }[]>(`${hall.at}/staff`)).body.find(
        ({ id }) => id === 'clerk-3',
      );
    const was = await person();
    const steps = [{ step: 'stand-in', staffId: 'clerk-3', standInId: 'clerk-1' }];
    const { seq } = (await hall.supervisor.post<{ seq: number }>(`${hall.at}/roster/changes`, { steps })).body;
    expect(await person()).toEqual({ ...was, standInId: 'clerk-1' });
    expect((await hall.supervisor.post(`${hall.at}/catalogue/undo`, { seq })).status).toBe(200);
    expect(await person()).toEqual(was);
    const other = (await hall.save([dayOff('2026-11-26')])).body.seq;
    const refused = await hall.supervisor.post<Problem>(`${hall.at}/catalogue/undo`, { seq: other });
    expect(refused.body.code).toBe('not-found');
    await green();
  });
});

describe('handling standards', () => {
  const serve = (hallId: string, count: number, seconds: number, ending: string, day = '2026-11-20') =>
    stage.checker.query(
      `insert into serving (hall_id, day, number, n, queue_id, matter_id, window_id, clerk_id, waited_ms, called_at, started_at, ended_at, held_ms, ending)
       select $1, $2::date, $5 || n, 1, 'a', 'matter-a', 'w1', 'clerk-1', 0, $2::date, $2::date, $2::date + make_interval(secs => $4 + 60), 60000, $5
       from generate_series(1, $3::int) n`,
      [hallId, day, count, seconds, ending],
    );

  it('are proposed from the matter’s own p80 where they are always broken, of the last ninety days, ended servings only', async () => {
    const hall = await givenHall();
    await serve(hall.id, 16, 200, 'done');
    await serve(hall.id, 4, 400, 'told-once');
    await serve(hall.id, 50, 5, 'transferred');
    await serve(hall.id, 50, 5, 'done', '2026-08-01');
    const ask = async () => (await hall.admin.get<Standards>(`${hall.at}/standards?days=90`)).body;
    const of = ({ matters }: Standards) => matters.find(({ matterId }) => matterId === 'matter-a');
    expect(of(await ask())).toMatchObject({
      standardSeconds: 30,
      servings: 20,
      over: 20,
      medianMs: 200_000,
      p80Ms: 200_000,
      finding: 'always-broken',
      proposedSeconds: 210,
    });
    const press = (verb: string) => hall.clerk.post<Desk>(`${hall.at}/windows/w1/${verb}`);
    const kiosk = await stage.kiosk(hall.id);
    await kiosk.post(`${hall.at}/tickets`, { queueId: 'a', matterId: 'matter-a', headStart: null });
    for (const verb of ['open', 'call-next', 'start']) expect((await press(verb)).status).toBe(200);
    const standardAtWindow = async () =>
      (await hall.clerk.get<Desk>(`${hall.at}/windows/w1/desk`)).body.window.ticket?.standardSeconds;
    expect(await standardAtWindow()).toBe(30);
    const { matters, seq } = await hall.catalogue();
    const matter = matters.find(({ id }) => id === 'matter-a')!;
    await hall.save([{ kind: 'matter', id: 'matter-a', item: { ...matter, handlingStandardSeconds: 210 } }], seq);
    expect(of(await ask())).toMatchObject({ standardSeconds: 210, over: 4, finding: null, proposedSeconds: null });
    // The clock of the one at the window follows at once.
    expect(await standardAtWindow()).toBe(210);
    const { changes } = await hall.saved('matter');
    await hall.admin.post(`${hall.at}/catalogue/undo`, { seq: changes[0]!.seq });
    expect(of(await ask())).toMatchObject({ standardSeconds: 30, finding: 'always-broken' });
    await stage.checker.query('delete from serving where hall_id = $1', [hall.id]);
  });
});
