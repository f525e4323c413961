import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBucket, type SmallBucket } from '../../../../../test/support/small-bucket.ts';
import { DiskStore } from './disk-store.ts';
import type { FileStore, StoredFile } from './file-store.ts';
import { Files } from './files.ts';
import { S3Store } from './s3-store.ts';

let folder: string;
let bucket: SmallBucket;
const key = randomBytes(32);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shouwen-files-'));
  bucket = await startBucket();
});
afterAll(async () => {
  await bucket.stop();
  await rm(folder, { recursive: true, force: true });
});

const STORES: [string, () => FileStore][] = [
  ['beside the database', () => new DiskStore(join(folder, 'files'))],
  ['in a bucket', () => new S3Store(bucket.settings)],
];

describe.each(STORES)('files %s', (_where, open) => {
  const all = async (files: { list(): AsyncIterable<StoredFile> }) => {
    const found: StoredFile[] = [];
    for await (const file of files.list()) found.push(file);
    return found.sort((a, b) => (a.address < b.address ? -1 : 1));
  };

  it('are put, read again, listed over several pages, erased; erasing twice is harmless', async () => {
    const files = new Files(open(), key);
    const contents = new Map(
      Array.from({ length: 5 }, (_, n) => [`hall/QS-2026-0000${n}-1/${'a'.repeat(24)}`, randomBytes(1_000 + n)]),
    );
    for (const [address, content] of contents) await files.put(address, content);
    for (const [address, content] of contents) expect(await files.get(address)).toEqual(content);
    const listed = await all(files);
    expect(listed.map(({ address, size }) => [address, size])).toEqual(
      [...contents].map(([address, content]) => [address, content.length]),
    );
    for (const { at } of listed) expect(Math.abs(at - Date.now())).toBeLessThan(60_000);
    const [first] = contents.keys();
    await files.put(first!, Buffer.from('again'));
    expect(await files.get(first!)).toEqual(Buffer.from('again'));
    for (const address of contents.keys()) await files.erase(address);
    await files.erase(first!);
    expect(await files.get(first!)).toBeNull();
    expect(await all(files)).toEqual([]);
  });

  it('are sealed: nothing of the content lies there, and none opens with another key, in another’s place, or changed', async () => {
    const store = open();
    const files = new Files(store, key);
    const secret = Buffer.from('张小明 110101199001011234');
    await files.put('hall/case/one', secret);
    const sealed = (await store.get('hall/case/one'))!;
    expect(sealed.includes('110101')).toBe(false);
    await store.put('hall/case/two', sealed);
    await expect(files.get('hall/case/two')).rejects.toThrow();
    await expect(new Files(store, randomBytes(32)).get('hall/case/one')).rejects.toThrow();
    sealed[20]! ^= 1;
    await store.put('hall/case/one', sealed);
    await expect(files.get('hall/case/one')).rejects.toThrow();
    for (const name of ['one', 'two']) await files.erase(`hall/case/${name}`);
  });

  it.each(['../keys/files.key', 'hall/../../keys', '/etc/passwd', 'hall/case', 'hall/case/a b', 'hall/case/a%2fb'])(
    'never lie at %s',
    async (address) => {
      await expect(open().put(address, Buffer.from('x'))).rejects.toThrow('not an address');
      await expect(open().get(address)).rejects.toThrow('not an address');
      await expect(open().erase(address)).rejects.toThrow('not an address');
    },
  );
});

describe('beside the database', () => {
  it('leaves no draft behind, and lists one that a killed server left', async () => {
    const store = new DiskStore(join(folder, 'drafts'));
    await store.put('hall/case/one', Buffer.from('x'));
    expect(await readdir(join(folder, 'drafts/hall/case'))).toEqual(['one']);
    const draft = 'two.6b1a4d2e-1111-4222-8333-444455556666.tmp';
    await writeFile(join(folder, 'drafts/hall/case', draft), 'half');
    const listed: string[] = [];
    for await (const { address } of store.list()) listed.push(address);
    expect(listed.sort()).toEqual(['hall/case/one', `hall/case/${draft}`]);
    await store.erase(`hall/case/${draft}`);
    await store.erase('hall/case/one');
    expect(await readdir(join(folder, 'drafts/hall'))).toEqual([]);
  });
});

describe('in a bucket', () => {
  it('asks again when the bucket stumbles, and says what it answered when it does not recover', async () => {
    const store = new S3Store(bucket.settings);
    bucket.troubles.push(503, 500);
    await store.put('hall/case/one', Buffer.from('x'));
    expect(bucket.kept.has('hall/case/one')).toBe(true);
    bucket.troubles.push(503, 503, 503, 503);
    await expect(store.get('hall/case/one')).rejects.toThrow('the bucket answered GET with 503 SlowDown');
    await store.erase('hall/case/one');
  });

  it('refuses a wrong secret', async () => {
    const wrong = new S3Store({ ...bucket.settings, secretAccessKey: 'another' });
    await expect(wrong.put('hall/case/one', Buffer.from('x'))).rejects.toThrow('403 SignatureDoesNotMatch');
    expect(bucket.kept.size).toBe(0);
  });
});
