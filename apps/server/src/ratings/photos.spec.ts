import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '@shouwen/contracts/errors';
import type { Staff } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { PadView } from '@shouwen/contracts/views/rating.schema';
import type { SavedChanges } from '@shouwen/contracts/views/settings.schema';
import { DataSource } from 'typeorm';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import type { Person } from '../../../../test/hall/support/people.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { givenRatedHall } from '../../../../test/support/rated-hall.ts';
import { SAMPLES } from '../../../../test/support/sample-files.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { FileSweeper } from '../docket/file-sweeper.ts';
import { Files } from '../platform/files/files.ts';
import { verifyAll } from '../verify/verify.ts';

let database: TestDatabase;
let server: TestServer;
let people: People;
let checker: DataSource;
let hall: Awaited<ReturnType<typeof givenRatedHall>>;
let keys = 0;

beforeAll(async () => {
  database = await cloneDatabase();
  server = await startTestServer(database.url);
  people = peopleAt(server.url);
  checker = await new DataSource({ type: 'postgres', url: database.url }).initialize();
}, 120_000);
beforeEach(async () => {
  hall = await givenRatedHall(server, people);
});
afterAll(async () => {
  people.leave();
  await checker.destroy();
  await server.stop();
  await database.drop();
});

async function put(
  content: Buffer,
  { by = hall.supervisor, name = 'me.png', of = 'clerk-1', key = `photo-key-${++keys}` } = {},
) {
  const response = await fetch(`${server.url}${hall.at}/staff/${of}/photo`, {
    method: 'POST',
    headers: {
      ...by.headers,
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${name}"`,
      'idempotency-key': key,
    },
    body: new Uint8Array(content),
  });
  return { status: response.status, body: (await response.json()) as Problem & { seq: number } };
}
async function see(by: Pick<Person, 'headers'>, path: string) {
  const response = await fetch(`${server.url}${hall.at}/${path}`, { headers: by.headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  const code = response.ok ? null : (JSON.parse(bytes.toString()) as Problem).code;
  return { status: response.status, bytes, code, headers: response.headers };
}
const padPhoto = async () => (await hall.pad.get<PadView>(`${hall.at}/pad`)).body.clerk!.photoId;
const onDisk = (of = 'clerk-1') =>
  readdir(join(server.dataDir, 'files', hall.id, `staff-${of}`)).catch(() => [] as string[]);
const findings = async (openFiles = false) => (await verifyAll(checker, server.dataDir, { openFiles })).findings;

describe('the photograph of a member of staff', () => {
  it('is kept, shown at the window where they sit and to colleagues, replaced and erased', async () => {
    expect(await padPhoto()).toBeNull();
    expect((await put(SAMPLES.png)).status).toBe(200);
    const first = (await padPhoto())!;
    const shown = await see(hall.pad, `pad/photo/${first}`);
    expect(shown.bytes.equals(SAMPLES.png)).toBe(true);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-type': 'application/octet-stream',
    });
    expect((await see(hall.two, 'staff/clerk-1/photo')).bytes.equals(SAMPLES.png)).toBe(true);
    expect((await put(SAMPLES.jpg, { name: 'me.jpg' })).status).toBe(200);
    const second = (await padPhoto())!;
    expect(second).not.toBe(first);
    expect((await see(hall.pad, `pad/photo/${first}`)).code).toBe('unknown-photo');
    expect(await onDisk()).toEqual([second]);
    expect(await findings(true)).toEqual([]);
    await hall.supervisor.post(`${hall.at}/staff/clerk-1/photo/remove`, {});
    expect(await padPhoto()).toBeNull();
    expect(await onDisk()).toEqual([]);
    expect((await see(hall.two, 'staff/clerk-1/photo')).code).toBe('unknown-photo');
    expect(await findings(true)).toEqual([]);
  });

  it('is shown on no pad where they do not sit, to no kiosk, to nobody without a name, and is no list of faces', async () => {
    await put(SAMPLES.png);
    await put(SAMPLES.jpg, { name: 'me.jpg', of: 'clerk-2' });
    const staff = (await hall.admin.get<Staff[]>(`${hall.at}/staff`)).body;
    const [one, two] = ['clerk-1', 'clerk-2'].map((id) => staff.find((person) => person.id === id)!.photoId!);
    expect((await see(hall.pad, `pad/photo/${two!}`)).code).toBe('unknown-photo');
    expect((await see(hall.pad2, `pad/photo/${one!}`)).code).toBe('unknown-photo');
    for (const by of [hall.kiosk, hall.one]) expect((await see(by, `pad/photo/${one!}`)).code).toBe('forbidden');
    for (const by of [hall.kiosk, hall.pad]) expect((await see(by, 'staff/clerk-1/photo')).code).toBe('not-signed-in');
    expect((await see({ headers: {} }, `pad/photo/${one!}`)).code).toBe('device-not-paired');
    const { body } = await hall.pad.get(`${hall.at}/catalogue`);
    expect(JSON.stringify(body)).not.toContain(one);
    // The serving is over and another sits there: who served is still shown while it can be rated, then no longer.
    await hall.serve();
    await hall.press('close');
    expect((await see(hall.pad, `pad/photo/${one!}`)).status).toBe(200);
    await hall.clock('2026-11-24', '12:00');
    expect((await see(hall.pad, `pad/photo/${one!}`)).code).toBe('unknown-photo');
  });

  it('is refused when it is no picture, not what its name says, empty, too large, by others, of nobody; nothing is kept', async () => {
    const head = async () => (await hall.admin.get(`${hall.at}/heads`)).body;
    const before = await head();
    const code = async (content: Buffer, more: Parameters<typeof put>[1] = {}) => (await put(content, more)).body.code;
    expect(await code(SAMPLES.pdf, { name: 'me.pdf' })).toBe('photo-type-refused');
    expect(await code(SAMPLES.pdf)).toBe('file-type-mismatch');
    expect(await code(Buffer.from('<svg onload="x"/>'), { name: 'me.svg' })).toBe('photo-type-refused');
    expect(await code(SAMPLES.jpg)).toBe('file-type-mismatch');
    expect(await code(Buffer.alloc(0))).toBe('file-empty');
    expect(await code(Buffer.concat([SAMPLES.png, Buffer.alloc(1_048_576)]))).toBe('file-too-large');
    for (const by of [hall.one, hall.auditor]) expect(await code(SAMPLES.png, { by })).toBe('forbidden');
    expect(await code(SAMPLES.png, { of: 'stranger' })).toBe('unknown-staff');
    expect(await head()).toEqual(before);
    expect(await onDisk()).toEqual([]);
  });

  it('is one however often it is sent, stays when something else of the person is changed, and no undoing brings it back', async () => {
    const [one, again] = [await put(SAMPLES.png, { key: 'same-face' }), await put(SAMPLES.png, { key: 'same-face' })];
    expect(again.body).toEqual(one.body);
    const photo = await padPhoto();
    expect(await onDisk()).toEqual([photo]);
    const person = (await hall.admin.get<Staff[]>(`${hall.at}/staff`)).body.find(({ id }) => id === 'clerk-1')!;
    const save = (item: object | null) =>
      hall.admin.post(`${hall.at}/catalogue/changes`, { changes: [{ kind: 'staff', id: 'clerk-1', item }] });
    expect((await save({ ...person, photoId: 'f'.repeat(24), postNumber: 'B77' })).status).toBe(200);
    expect(await padPhoto()).toBe(photo);
    await hall.supervisor.post(`${hall.at}/staff/clerk-1/photo/remove`, {});
    const { body } = await hall.supervisor.get<SavedChanges>(`${hall.at}/catalogue/changes?kinds=staff`);
    expect(body.changes[0]!.undoable).toBe(false);
    const [{ n }] = (await checker.query(
      "select count(*)::int as n from hall_event where hall_id = $1 and data::text like '%PNG%'",
      [hall.id],
    )) as [{ n: number }];
    expect(n).toBe(0);
    expect(await findings()).toEqual([]);
  });

  it('is missed by verify when it is gone, and swept when the store stumbled as it was replaced', async () => {
    await put(SAMPLES.png);
    const first = (await padPhoto())!;
    const files = server.app.get(Files);
    await files.erase(`${hall.id}/staff-clerk-1/${first}`);
    expect((await see(hall.two, 'staff/clerk-1/photo')).code).toBe('file-unreadable');
    expect(await findings()).toEqual([`${hall.id}: photograph ${first} of staff clerk-1 is missing`]);
    await put(SAMPLES.jpg, { name: 'me.jpg' });
    const second = (await padPhoto())!;
    await files.put(`${hall.id}/staff-clerk-1/${first}`, SAMPLES.png);
    await server.app.get(FileSweeper).sweep();
    expect(await onDisk()).toEqual([second]);
    expect(await findings(true)).toEqual([]);
  });
});
