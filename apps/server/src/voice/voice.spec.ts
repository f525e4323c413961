import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';

let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await cloneDatabase();
  server = await startTestServer(database.url);
  const folder = join(server.dataDir, 'voice', 'hall', 'zh');
  await mkdir(folder, { recursive: true });
  for (const name of ['please.wav', 'notes.txt', 'Bad Name.mp3']) await writeFile(join(folder, name), 'RIFF');
});

afterAll(async () => {
  await server.stop();
  await database.drop();
});

const get = (path: string) => fetch(`${server.url}/api/halls/hall/voice${path}`);

describe('a hall’s own recordings (PEERS 6)', () => {
  it('lists what a call can be joined of, and nothing else in the folder', async () => {
    expect(await (await get('')).json()).toEqual({ files: ['zh/please.wav'] });
    expect(await (await fetch(`${server.url}/api/halls/none/voice`)).json()).toEqual({ files: [] });
  });

  it('plays them with their type', async () => {
    const response = await get('/zh/please.wav');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'audio/wav']);
    expect(await response.text()).toBe('RIFF');
  });

  it.each([
    '/zh/notes.txt',
    '/zh/missing.mp3',
    '/zh/..%2f..%2f..%2fkeys',
    '/..%2f..%2fkeys/please.wav',
    '/zh/please.wav%00',
  ])('gives nothing else of the disk: %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toContain('RIFF');
  });
});
