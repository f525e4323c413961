import type { Problem } from '@shouwen/contracts/errors';
import type { DocketFile, DocketItem } from '@shouwen/contracts/views/docket.schema';
import type { Progress, Receipt } from '@shouwen/contracts/views/progress.schema';
import { instantAt } from '@shouwen/domain/time/zoned';
import { DocketClock } from '../../apps/server/src/docket/docket-clock.ts';
import type { People } from './http.ts';
import type { TestServer } from './server.ts';

/** A hall on the morning of 24 November with its people. Its only supervisor is complained of by whoever wants to. */
export async function givenVoicesHall(server: TestServer, people: People, id: string) {
  await server.makeHall({ id, windows: 2, clerks: 2, cases: true, open: '08:30', close: '17:30' });
  const [admin, one, guide, supervisor, director, auditor, kiosk] = await Promise.all([
    people.staff(id, 'administrator'),
    people.staff(id, 'clerk-1'),
    people.staff(id, 'guide'),
    people.staff(id, 'supervisor'),
    people.staff(id, 'director'),
    people.staff(id, 'auditor'),
    people.kiosk(id),
  ]);
  const at = `/api/halls/${id}`;
  const clock = async (day: string, wall: string) => {
    const now = instantAt(day, wall, 'Asia/Shanghai');
    await admin.post(`${at}/example-clock`, { now, speed: 0.1 });
  };
  await clock('2026-11-24', '10:00');
  const say = (body: object, by = people.anybody) => by.post<Receipt & Problem>(`${at}/say`, body);
  const step = (contactId: string, verb: string, body: object, by = supervisor) =>
    by.post<DocketFile & Problem>(`${at}/contacts/${contactId}/${verb}`, body);
  const file = (contactId: string, by = supervisor) => by.get<DocketFile & Problem>(`${at}/contacts/${contactId}`);
  const progress = async ({ number, code }: { number: string; code: string }) =>
    (await people.anybody.post<Progress & Problem>(`${at}/progress`, { number, code })).body;
  const mine = async (by = supervisor) => (await by.get<{ items: DocketItem[] }>(`${at}/mine`)).body.items;
  const tick = () => server.app.get(DocketClock).tick();
  return {
    id,
    at,
    admin,
    one,
    guide,
    supervisor,
    director,
    auditor,
    kiosk,
    clock,
    say,
    step,
    file,
    progress,
    mine,
    tick,
  };
}
