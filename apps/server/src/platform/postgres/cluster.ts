import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { endPostmaster, isAlive, commandOf } from './processes.ts';
import { canReach } from './reach.ts';

/** The user that PostgreSQL runs as when the server is root, which it refuses to be: nobody. */
const NOBODY = 65_534;

export interface Cluster {
  folder: string;
  password: string;
  /** `undefined`: as ourselves. */
  uid: number | undefined;
}

/** The user for PostgreSQL: nobody when we are root — or whoever the existing data belongs to. */
export async function postgresUser(dataDir: string): Promise<number | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(join(dataDir, 'postgres')).then(
    ({ uid }) => uid,
    () => 0,
  );
  return owner === 0 ? NOBODY : owner;
}

/** Finds the cluster of a data folder, making it at the first start. */
export async function prepareCluster(
  dataDir: string,
  binaries: Binaries,
  uid: number | undefined,
  onProgress: (line: string) => void,
): Promise<Cluster> {
  const folder = await placeOf(dataDir, uid);
  const password = await passwordOf(dataDir);
  const cluster = { folder, password, uid };
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    onProgress('First start: making the database …');
    await initialise(cluster, binaries);
  }
  await endLeftover(folder);
  return cluster;
}

/**
 * Where the cluster lives: in the data folder, unless the unprivileged user cannot walk there (a checkout under /root). Then in
 * /var/lib/shouwen, with a note in the data folder that says so.
 */
async function placeOf(dataDir: string, uid: number | undefined): Promise<string> {
  const inside = join(dataDir, 'postgres');
  if (uid === undefined) return inside;
  if (await canReach(dataDir, uid)) {
    await mkdir(inside, { recursive: true, mode: 0o700 });
    await chown(inside, uid, uid);
    return inside;
  }
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const outside = join('/var/lib/shouwen', name);
  await mkdir('/var/lib/shouwen', { recursive: true, mode: 0o755 });
  await mkdir(outside, { recursive: true, mode: 0o700 });
  await chown(outside, uid, uid);
  await writeFile(join(dataDir, 'postgres.location'), `${outside}\n`);
  return outside;
}

async function passwordOf(dataDir: string): Promise<string> {
  const file = join(dataDir, 'keys', 'postgres.password');
  await mkdir(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
  if (!existsSync(file)) await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return (await readFile(file, 'utf8')).trim();
}

async function initialise({ folder, password, uid }: Cluster, binaries: Binaries): Promise<void> {
  if (existsSync(folder) && (await readdir(folder)).length > 0) {
    throw new Error(`${folder} is neither empty nor a database. Move it away, or set HALL_DATA to another folder.`);
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const passwordFile = `${folder}.pw`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (uid !== undefined) await chown(passwordFile, uid, uid);
  try {
    const { status, stderr, error } = spawnSync(
      binaries.program('initdb'),
      [
        '--pgdata',
        folder,
        '--username',
        'postgres',
        '--pwfile',
        passwordFile,
        '--auth',
        'scram-sha-256',
        '--encoding',
        'UTF8',
        '--locale',
        'C',
        '--locale-provider',
        'builtin',
        '--builtin-locale',
        'C.UTF-8',
        '--data-checksums',
      ],
      { encoding: 'utf8', cwd: '/', ...(uid === undefined ? {} : { uid, gid: uid }) },
    );
    if (status !== 0) throw new Error(`The database could not be made: ${error?.message ?? stderr}`);
  } catch (error) {
    // A half-made cluster would stand in the way of the next start.
    for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** A postmaster that outlived its server and its watchdog is ended; a lock file whose process is somebody else's is removed. */
async function endLeftover(folder: string): Promise<void> {
  const lock = join(folder, 'postmaster.pid');
  const text = await readFile(lock, 'utf8').catch(() => null);
  if (text === null) return;
  const pid = Number(text.split('\n')[0]);
  if (Number.isInteger(pid) && isAlive(pid)) {
    const command = await commandOf(pid);
    if (command === null || (command.includes('postgres') && command.includes(folder))) await endPostmaster(pid);
  }
  await rm(lock, { force: true });
}
