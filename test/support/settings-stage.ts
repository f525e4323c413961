import { DataSource } from 'typeorm';
import type { Problem } from '@shouwen/contracts/errors';
import type { PublicCatalogue } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import type { CalendarPreview, Roster, SavedChanges } from '@shouwen/contracts/views/settings.schema';
import { instantAt } from '@shouwen/domain/time/zoned';
import { DocketClock } from '../../apps/server/src/docket/docket-clock.ts';
import { verifyAll } from '../../apps/server/src/verify/verify.ts';
import { cloneDatabase } from './database.ts';
import { peopleAt } from './http.ts';
import { startTestServer } from './server.ts';

/** When the test hall closes on a day. */
export const closing = (day: string): number => instantAt(day, '17:30', 'Asia/Shanghai');

/** A day on which the hall stays closed, as a change of the catalogue. */
export const dayOff = (day: string) => ({
  kind: 'calendar',
  id: day,
  item: { day, kind: 'closed', reason: { zh: '停电', en: 'power cut' } },
});

/** A server with halls whose calendar, limits, roster and standards are changed. */
export async function openSettings() {
  const database = await cloneDatabase();
  const server = await startTestServer(database.url);
  const people = peopleAt(server.url);
  const checker = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  let halls = 0;

  async function givenHall() {
    const id = `settings-${++halls}`;
    await server.makeHall({ id, windows: 2, clerks: 3, cases: true, open: '08:30', close: '17:30' });
    const [admin, clerk, supervisor] = await Promise.all([
      people.staff(id, 'administrator'),
      people.staff(id, 'clerk-1'),
      people.staff(id, 'supervisor'),
    ]);
    const at = `/api/halls/${id}`;
    const clock = (day: string, wall: string) =>
      admin.post(`${at}/example-clock`, { now: instantAt(day, wall, 'Asia/Shanghai'), speed: 0.1 });
    await clock('2026-11-24', '10:00');
    const receive = async (materials = ['register', 'card', 'copy']) =>
      (
        await clerk.post<DocketFile>(`${at}/cases`, {
          matterId: 'permit',
          kind: 'commitment',
          channel: 'window',
          materials,
          citizen: null,
        })
      ).body;
    const step = (file: DocketFile, verb: string, body: object = {}) =>
      clerk.post<DocketFile>(`${at}/cases/${file.caseId}/${verb}`, body);
    const save = (changes: object[], basedOn?: number) =>
      admin.post<Problem & { seq: number }>(`${at}/catalogue/changes`, { changes, ...(basedOn ? { basedOn } : {}) });
    const preview = async (changes: object[]) =>
      (await admin.post<CalendarPreview>(`${at}/calendar-preview`, { changes })).body;
    const catalogue = async () => (await people.anybody.get<PublicCatalogue>(`${at}/catalogue`)).body;
    const look = async (file: DocketFile) => (await clerk.get<DocketFile>(`${at}/contacts/${file.contactId}`)).body;
    const roster = async () => (await supervisor.get<Roster>(`${at}/roster`)).body;
    const saved = async (kinds: string) =>
      (await admin.get<SavedChanges>(`${at}/catalogue/changes?kinds=${kinds}`)).body;
    const tick = () => server.app.get(DocketClock).tick();
    const head = async () =>
      ((await checker.query('select seq, hash from hall_head where hall_id = $1', [id])) as unknown[])[0];
    return {
      id,
      at,
      admin,
      clerk,
      supervisor,
      clock,
      receive,
      step,
      save,
      preview,
      catalogue,
      look,
      roster,
      saved,
      tick,
      head,
    };
  }

  return {
    checker,
    givenHall,
    kiosk: (hallId: string) => people.kiosk(hallId),
    /** Everything can be rebuilt from the log. */
    findings: async () => (await verifyAll(checker, server.dataDir)).findings,
    async close() {
      people.leave();
      await checker.destroy();
      await server.stop();
      await database.drop();
    },
  };
}
