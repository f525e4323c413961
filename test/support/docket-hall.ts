import { DataSource } from 'typeorm';
import type { Problem } from '@shouwen/contracts/errors';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { instantAt } from '@shouwen/domain/time/zoned';
import { DocketClock } from '../../apps/server/src/docket/docket-clock.ts';
import { verifyAll } from '../../apps/server/src/verify/verify.ts';
import { cloneDatabase } from './database.ts';
import type { HallPlan } from './hall-builder.ts';
import { peopleAt } from './http.ts';
import { startTestServer } from './server.ts';

/** Every material of the test hall's permit. */
export const ALL = ['register', 'card', 'copy'];

/** A server with a database of its own on which halls with cases are made; `green` is what `npm run verify` must find. */
export async function docketServer(env: Record<string, string> = {}) {
  const database = await cloneDatabase();
  const server = await startTestServer(database.url, env);
  const people = peopleAt(server.url);
  const checker = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  let halls = 0;

  /** A hall with cases, its clock under the test's hand, and its people signed in. */
  async function givenHall(plan: Partial<HallPlan> = {}) {
    const id = `docket-${++halls}`;
    await server.makeHall({ id, windows: 2, clerks: 3, cases: true, open: '08:30', close: '17:30', ...plan });
    const [admin, one, two, guide, supervisor, auditor, kiosk] = await Promise.all([
      people.staff(id, 'administrator'),
      people.staff(id, 'clerk-1'),
      people.staff(id, 'clerk-2'),
      people.staff(id, 'guide'),
      people.staff(id, 'supervisor'),
      people.staff(id, 'auditor'),
      people.kiosk(id),
    ]);
    const at = `/api/halls/${id}`;
    const clock = async (day: string, wall: string) => {
      const now = instantAt(day, wall, 'Asia/Shanghai');
      expect((await admin.post(`${at}/example-clock`, { now, speed: 0.1 })).status).toBe(200);
    };
    await clock('2026-11-24', '10:00');
    const receive = async (materials: string[] = ALL, by = one) =>
      (
        await by.post<DocketFile & Problem>(`${at}/cases`, {
          matterId: 'permit',
          kind: 'commitment',
          channel: 'window',
          materials,
          citizen: { name: '张小明', telephone: '13812341234' },
        })
      ).body;
    const step = async (file: { caseId: string | null }, verb: string, body: object = {}, by = one) =>
      by.post<DocketFile & Problem>(`${at}/cases/${file.caseId}/${verb}`, body);
    const onCard = async (contactId: string, verb: string, body: object = {}, by = one) =>
      by.post<DocketFile & Problem>(`${at}/contacts/${contactId}/${verb}`, body);
    const look = async (contactId: string, by = one) => (await by.get<DocketFile>(`${at}/contacts/${contactId}`)).body;
    const tick = () => server.app.get(DocketClock).tick();
    const head = async () =>
      ((await checker.query('select seq, hash from hall_head where hall_id = $1', [id])) as unknown[])[0];
    return {
      id,
      at,
      admin,
      one,
      two,
      guide,
      supervisor,
      auditor,
      kiosk,
      clock,
      receive,
      step,
      onCard,
      look,
      tick,
      head,
    };
  }

  const green = async () => {
    const report = await verifyAll(checker, server.dataDir);
    expect(report.findings).toEqual([]);
  };

  async function stop(): Promise<void> {
    people.leave();
    await checker.destroy();
    await server.stop();
    await database.drop();
  }

  return { database, server, people, checker, givenHall, green, stop };
}
