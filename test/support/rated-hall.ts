import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import type { Problem } from '@shouwen/contracts/errors';
import type { Slip } from '@shouwen/contracts/views/ticket.schema';
import { instantAt } from '@shouwen/domain/time/zoned';
import { DocketClock } from '../../apps/server/src/docket/docket-clock.ts';
import type { People } from './http.ts';
import type { TestServer } from './server.ts';

let halls = 0;

/** A hall with two windows, a pad at each, and the ways to serve and to rate. */
export async function givenRatedHall(server: TestServer, people: People) {
  const id = `rated-${++halls}`;
  await server.makeHall({ id, windows: 2, clerks: 2, cases: true, open: '08:30', close: '17:30' });
  const [admin, one, two, supervisor, director, auditor, kiosk, pad, pad2] = await Promise.all([
    people.staff(id, 'administrator'),
    people.staff(id, 'clerk-1'),
    people.staff(id, 'clerk-2'),
    people.staff(id, 'supervisor'),
    people.staff(id, 'director'),
    people.staff(id, 'auditor'),
    people.kiosk(id),
    people.pad(id, 'w1'),
    people.pad(id, 'w2'),
  ]);
  const at = `/api/halls/${id}`;
  const clock = async (day: string, wall: string) => {
    const now = instantAt(day, wall, 'Asia/Shanghai');
    expect((await admin.post(`${at}/example-clock`, { now, speed: 0.1 })).status).toBe(200);
  };
  await clock('2026-11-24', '10:00');
  const press = (verb: string, body: object = {}) => one.post(`${at}/windows/w1/${verb}`, body);
  await press('open');
  const serve = async (finish = true): Promise<Slip> => {
    const { body } = await kiosk.post<Slip>(`${at}/tickets`, { queueId: 'a', matterId: 'permit', headStart: null });
    for (const verb of ['call-next', 'start']) expect((await press(verb)).status).toBe(200);
    if (finish) expect((await press('finish', { outcome: 'done' })).status).toBe(200);
    return body;
  };
  const said = (slip: { id: string }, change: object = {}) => ({
    ratingId: `${slip.id}.1`,
    level: 'satisfied',
    form: 1,
    ...change,
  });
  const step = (contactId: string, verb: string, body: object, by = supervisor) =>
    by.post<DocketFile & Problem>(`${at}/contacts/${contactId}/${verb}`, body);
  const tick = () => server.app.get(DocketClock).tick();
  return {
    id,
    at,
    admin,
    one,
    two,
    supervisor,
    director,
    auditor,
    kiosk,
    pad,
    pad2,
    clock,
    press,
    serve,
    said,
    step,
    tick,
  };
}
