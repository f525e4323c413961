import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '@shouwen/contracts/errors';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { docketServer } from '../../../../test/support/docket-hall.ts';
import type { Person } from '../../../../test/hall/support/people.ts';
import { SAMPLES, UNWANTED } from '../../../../test/support/sample-files.ts';
import { startBucket } from '../../../../test/support/small-bucket.ts';
import { FileSweeper } from './file-sweeper.ts';

type Docket = Awaited<ReturnType<typeof docketServer>>;
type Hall = Awaited<ReturnType<Docket['givenHall']>>;
let at: Docket;
/** One hall for all: each test has cases of its own. Its largest file is a megabyte. */
let hall: Hall;
let elsewhere: Hall;

beforeAll(async () => {
  at = await docketServer();
  hall = await at.givenHall({ maxMegabytes: 1 });
  elsewhere = await at.givenHall();
}, 120_000);
afterAll(async () => {
  await at.stop();
});

const post = async (by: Person, url: string, body: Buffer | string, headers: Record<string, string>) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...by.headers, ...headers },
    body: new Uint8Array(Buffer.from(body)),
  });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
};
let keys = 0;

/** Sends a file as the page does: the bytes, with the name beside them. */
async function attach(
  caseId: string | null,
  name: string,
  content: Buffer,
  { by = hall.one, material = 'card', key = `attach-${++keys}`, of = hall, server = at.server.url } = {},
) {
  const answer = await post(by, `${server}${of.at}/cases/${caseId}/files?material=${material}`, content, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'idempotency-key': key,
  });
  return { status: answer.status, body: JSON.parse(answer.bytes.toString()) as DocketFile & Problem };
}

async function open(caseId: string | null, fileId: string, { by = hall.one, of = hall, server = at.server.url } = {}) {
  return post(by, `${server}${of.at}/cases/${caseId}/files/${fileId}/look`, '{"reason":"check-identity"}', {
    'content-type': 'application/json',
  });
}
const codeOf = ({ bytes }: { bytes: Buffer }) => (JSON.parse(bytes.toString()) as Problem).code;

/** Files of a case on the disk of the test server. */
const onDisk = (caseId: string | null): Promise<string[]> =>
  readdir(join(at.server.dataDir, 'files', hall.id, String(caseId))).catch(() => []);

describe('a file on the checklist', () => {
  it('is kept sealed, opened with a reason as a download, and stands in the story without its name', async () => {
    const file = await hall.receive();
    const { body } = await attach(file.caseId, '张小明 身份证.jpg', SAMPLES.jpg);
    expect(body.files).toMatchObject([
      { material: 'card', type: 'jpg', size: SAMPLES.jpg.length, by: { id: 'clerk-1' } },
    ]);
    const opened = await open(file.caseId, body.files[0]!.id);
    expect(opened.bytes.equals(SAMPLES.jpg)).toBe(true);
    expect(Object.fromEntries(opened.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-length': String(SAMPLES.jpg.length),
    });
    expect(opened.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''%E5%BC%A0/);
    const { story } = await hall.look(file.contactId);
    expect(story.slice(-2).map(({ kind, data }) => [kind, data['reason']])).toEqual([
      ['file-attached', undefined],
      ['data-looked-at', 'check-identity'],
    ]);
    const [{ n }] = (await at.checker.query(
      "select count(*)::int as n from hall_event where hall_id = $1 and data::text like '%小明%'",
      [hall.id],
    )) as [{ n: number }];
    expect(n).toBe(0);
    await at.green();
  });

  it('is refused when it is not what its name says, not taken, empty or too large; nothing changes and nothing is kept', async () => {
    const file = await hall.receive();
    const before = await hall.head();
    const refused = async (name: string, content: Buffer, more = {}) =>
      (await attach(file.caseId, name, content, more)).body.code;
    expect(await refused('photo.jpg', SAMPLES.pdf)).toBe('file-type-mismatch');
    expect(await refused('letter.docx', SAMPLES.xlsx)).toBe('file-type-mismatch');
    expect(await refused('photo.pdf.exe', SAMPLES.pdf)).toBe('file-type-mismatch');
    for (const [what, content] of Object.entries(UNWANTED)) {
      expect([what, await refused('letter.pdf', content)]).toEqual([what, 'file-type-refused']);
    }
    expect(await refused('letter.pdf', Buffer.alloc(0))).toBe('file-empty');
    const large = Buffer.concat([SAMPLES.pdf, Buffer.alloc(1_048_576)]);
    const answer = await attach(file.caseId, 'letter.pdf', large);
    expect([answer.status, answer.body.code, answer.body.figures]).toEqual([413, 'file-too-large', { most: 1 }]);
    expect(answer.body.detail).toContain('1 MB');
    expect(await refused('letter.pdf', SAMPLES.pdf, { material: 'passport' })).toBe('unknown-material');
    expect(await hall.head()).toEqual(before);
    expect(await onDisk(file.caseId)).toEqual([]);
  });

  it('too large without saying so before is read to its end, dropped, and refused', async () => {
    const file = await hall.receive();
    const stream = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 17; n++) controller.enqueue(new Uint8Array(65_536));
        controller.close();
      },
    });
    const response = await fetch(`${at.server.url}${hall.at}/cases/${file.caseId}/files?material=card`, {
      method: 'POST',
      headers: { ...hall.one.headers, 'content-type': 'application/octet-stream' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(((await response.json()) as Problem).code).toBe('file-too-large');
  });

  it('takes only bytes, and nothing else takes bytes', async () => {
    const file = await hall.receive();
    const url = `${at.server.url}${hall.at}/cases/${file.caseId}`;
    const json = { 'content-type': 'application/json' };
    expect(codeOf(await post(hall.one, `${url}/files?material=card`, '{}', json))).toBe('wrong-media-type');
    const bytes = { 'content-type': 'application/octet-stream' };
    expect(codeOf(await post(hall.one, `${url}/accept`, '{}', bytes))).toBe('wrong-media-type');
    const broken = { ...bytes, 'content-disposition': 'attachment; filename="' };
    expect(codeOf(await post(hall.one, `${url}/files?material=card`, SAMPLES.pdf, broken))).toBe('invalid-input');
  });

  it('is one file however often the request is repeated, also at the same time; twice by hand it is refused', async () => {
    const file = await hall.receive();
    const send = () => attach(file.caseId, 'a.pdf', SAMPLES.pdf, { key: 'attach-same-key' });
    const [one, two] = await Promise.all([send(), send()]);
    const again = await send();
    expect([one.status, two.status, again.status]).toEqual([200, 200, 200]);
    expect(again.body.files).toHaveLength(1);
    expect((await attach(file.caseId, 'b.pdf', SAMPLES.pdf)).body.code).toBe('file-twice');
    const other = await attach(file.caseId, 'a.pdf', SAMPLES.pdf, { key: 'attach-same-key', material: 'copy' });
    expect(other.body.code).toBe('key-reused');
    expect(await onDisk(file.caseId)).toHaveLength(1);
    expect((await open(file.caseId, again.body.files[0]!.id)).bytes.equals(SAMPLES.pdf)).toBe(true);
  });
});

describe('whose file it is', () => {
  it('decides who attaches, opens and removes; another hall, another case and an unknown id find nothing', async () => {
    const [file, other] = [await hall.receive(), await hall.receive()];
    const { body } = await attach(file.caseId, 'a.pdf', SAMPLES.pdf);
    const { id } = body.files[0]!;
    expect((await attach(file.caseId, 'b.png', SAMPLES.png, { by: hall.two })).body.code).toBe('not-yours');
    expect(codeOf(await open(file.caseId, id, { by: hall.two }))).toBe('not-yours');
    expect(codeOf(await open(file.caseId, id, { by: hall.admin }))).toBe('forbidden');
    expect(codeOf(await open(other.caseId, id))).toBe('unknown-file');
    expect(codeOf(await open(file.caseId, 'f'.repeat(24)))).toBe('unknown-file');
    expect(codeOf(await open(file.caseId, '..%2f..%2fkeys'))).toBe('invalid-input');
    for (const by of [hall.supervisor, hall.auditor]) expect((await open(file.caseId, id, { by })).status).toBe(200);
    const theirs = await elsewhere.receive();
    expect(codeOf(await open(theirs.caseId, id, { of: elsewhere, by: elsewhere.one }))).toBe('unknown-file');
    expect(codeOf(await open(file.caseId, id, { by: elsewhere.one }))).toBe('forbidden');
    expect((await attach(file.caseId, 'b.png', SAMPLES.png, { by: elsewhere.one })).body.code).toBe('forbidden');
    const nobody = at.people.anybody;
    expect((await attach(file.caseId, 'b.png', SAMPLES.png, { by: nobody })).body.code).toBe('not-signed-in');
    const { body: refused } = await hall.step({ caseId: `${file.caseId}/files/${id}` }, 'remove', {}, hall.two);
    expect(refused.code).toBe('not-yours');
  });

  it('is looked at by the colleague who has taken the matter over, and no longer by the first', async () => {
    const file = await hall.receive();
    const { body } = await attach(file.caseId, 'a.pdf', SAMPLES.pdf);
    const { id } = body.files[0]!;
    await hall.onCard(file.contactId, 'hand-over', { toId: 'clerk-2' });
    await hall.onCard(file.contactId, 'acknowledge', {}, hall.two);
    expect((await open(file.caseId, id, { by: hall.two })).status).toBe(200);
    expect(codeOf(await open(file.caseId, id))).toBe('not-yours');
  });
});

describe('a file removed', () => {
  it('is erased with its name, and its record stays', async () => {
    const file = await hall.receive();
    const { body } = await attach(file.caseId, '张小明.png', SAMPLES.png);
    const { id } = body.files[0]!;
    const removed = (await hall.step({ caseId: `${file.caseId}/files/${id}` }, 'remove')).body;
    expect(removed.files).toEqual([]);
    expect(removed.story.at(-1)).toMatchObject({ kind: 'file-removed', data: { fileId: id } });
    expect(codeOf(await open(file.caseId, id))).toBe('file-removed');
    expect(await onDisk(file.caseId)).toEqual([]);
    const [row] = (await at.checker.query(
      "select sealed from personal_data where hall_id = $1 and ref = (select data->'words'->>'ref' from hall_event where hall_id = $1 and kind = 'file-attached' and data->>'fileId' = $2)",
      [hall.id, id],
    )) as [{ sealed: Buffer | null }];
    expect(row.sealed).toBeNull();
    await at.green();
  });
});

describe('what no event speaks of', () => {
  it('is swept: an upload that was never committed, a removed file that was left; everything else stays', async () => {
    const file = await hall.receive();
    const { body } = await attach(file.caseId, 'a.pdf', SAMPLES.pdf);
    const kept = body.files[0]!.id;
    const { Files } = await import('../platform/files/files.ts');
    const files = at.server.app.get(Files);
    const place = (id: string) => `${hall.id}/${file.caseId}/${id}`;
    const aged = async (id: string, hours: number) => {
      await files.put(place(id), SAMPLES.pdf);
      const when = new Date(Date.now() - hours * 3_600_000);
      await utimes(join(at.server.dataDir, 'files', place(id)), when, when);
    };
    await aged('young', 0.5);
    await aged('litter', 2);
    await aged('ancient', 24 * 10);
    expect(await at.server.app.get(FileSweeper).sweep()).toBe(1);
    const left = (await onDisk(file.caseId)).sort();
    expect(left).toEqual(['ancient', kept, 'young'].sort());
    await hall.step({ caseId: `${file.caseId}/files/${kept}` }, 'remove');
    await aged(kept, 24 * 10);
    expect(await at.server.app.get(FileSweeper).sweep()).toBe(1);
    expect(await onDisk(file.caseId)).toHaveLength(2);
  });

  it('and what is missing or was exchanged is told: to who opens it, and by verify', async () => {
    const file = await hall.receive();
    const [one, two] = [
      (await attach(file.caseId, 'a.pdf', SAMPLES.pdf)).body.files[0]!.id,
      (await attach(file.caseId, 'b.png', SAMPLES.png)).body.files[1]!.id,
    ];
    const { Files } = await import('../platform/files/files.ts');
    const files = at.server.app.get(Files);
    await files.erase(`${hall.id}/${file.caseId}/${one}`);
    await files.put(`${hall.id}/${file.caseId}/${two}`, Buffer.alloc(SAMPLES.png.length));
    for (const id of [one, two]) expect(codeOf(await open(file.caseId, id))).toBe('file-unreadable');
    const { verifyAll } = await import('../verify/verify.ts');
    const quick = await verifyAll(at.checker, at.server.dataDir);
    expect(quick.findings).toEqual([`${hall.id}: file ${one} of ${file.caseId} is missing`]);
    const whole = await verifyAll(at.checker, at.server.dataDir, { openFiles: true });
    expect(whole.findings).toContain(`${hall.id}: file ${two} of ${file.caseId} is not what was attached`);
    for (const id of [one, two]) await hall.step({ caseId: `${file.caseId}/files/${id}` }, 'remove');
    await at.green();
  });
});

describe('the applicant', () => {
  it('is shown in clear to who may see, with a reason that stays in the story', async () => {
    const file = await hall.receive();
    const look = (by: Person, reason = 'contact-citizen') =>
      by.post<{ name: string } & Problem>(`${hall.at}/contacts/${file.contactId}/look`, { reason });
    expect((await look(hall.one)).body).toEqual({ name: '张小明', telephone: '13812341234' });
    for (const by of [hall.two, hall.guide]) expect((await look(by)).body.code).toBe('not-yours');
    expect((await look(hall.admin)).body.code).toBe('forbidden');
    expect((await look(hall.auditor, 'audit')).status).toBe(200);
    expect((await look(hall.one, 'curiosity')).body.code).toBe('invalid-input');
    const seen = await hall.look(file.contactId);
    expect(seen.applicant).toEqual({ name: '张*明', telephone: '138****1234' });
    const looks = seen.story.filter(({ kind }) => kind === 'data-looked-at');
    expect(looks.map(({ actor, data }) => [actor, data['reason']])).toEqual([
      ['staff:clerk-1', 'contact-citizen'],
      ['staff:auditor', 'audit'],
    ]);
    await at.green();
  });
});

describe('with a bucket', () => {
  it('files go there, and come back; away, nothing is attached', async () => {
    const bucket = await startBucket();
    const away = await docketServer({
      FILES_S3_URL: bucket.url,
      FILES_S3_REGION: bucket.settings.region,
      FILES_S3_KEY_ID: bucket.settings.accessKeyId,
      FILES_S3_SECRET: bucket.settings.secretAccessKey,
    });
    try {
      const there = await away.givenHall();
      const file = await there.receive();
      const server = away.server.url;
      const { body } = await attach(file.caseId, 'a.ofd', SAMPLES.ofd, { by: there.one, of: there, server });
      expect([...bucket.kept.keys()]).toEqual([`${there.id}/${file.caseId}/${body.files[0]!.id}`]);
      const opened = await open(file.caseId, body.files[0]!.id, { by: there.one, of: there, server });
      expect(opened.bytes.equals(SAMPLES.ofd)).toBe(true);
      const before = await there.head();
      bucket.troubles.push(503, 503, 503, 503);
      const answer = await attach(file.caseId, 'b.png', SAMPLES.png, { by: there.one, of: there, server });
      expect([answer.status, answer.body.code]).toEqual([503, 'unavailable']);
      expect(await there.head()).toEqual(before);
    } finally {
      await away.stop();
      await bucket.stop();
    }
  }, 120_000);
});
