import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkAddress, type Address, type FileStore, type StoredFile } from './file-store.ts';

const missing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Files beside the database, in `HALL_DATA/files`: written under another name, synced, then renamed, so that none is ever half there. */
export class DiskStore implements FileStore {
  constructor(private readonly folder: string) {}

  async put(address: Address, sealed: Buffer): Promise<void> {
    const path = this.path(address);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const draft = `${path}.${randomUUID()}.tmp`;
    try {
      const handle = await open(draft, 'wx', 0o600);
      try {
        await handle.writeFile(sealed);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    await syncFolder(dirname(path));
  }

  async get(address: Address): Promise<Buffer | null> {
    try {
      return await readFile(this.path(address));
    } catch (error) {
      if (missing(error)) return null;
      throw error;
    }
  }

  async erase(address: Address): Promise<void> {
    const path = this.path(address);
    await rm(path, { force: true });
    // The case's folder goes with its last file; with others in it the system says no.
    await rmdir(dirname(path)).catch(() => undefined);
  }

  async *list(): AsyncGenerator<StoredFile> {
    for (const hall of await entries(this.folder)) {
      for (const group of await entries(join(this.folder, hall))) {
        for (const name of await entries(join(this.folder, hall, group))) {
          const path = join(this.folder, hall, group, name);
          const found = await stat(path).catch(() => null);
          if (found?.isFile()) yield { address: `${hall}/${group}/${name}`, size: found.size, at: found.mtimeMs };
        }
      }
    }
  }

  private path(address: Address): string {
    checkAddress(address);
    return join(this.folder, address);
  }
}

const entries = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (missing(error) || (error as NodeJS.ErrnoException).code === 'ENOTDIR') return [];
    throw error;
  });

/** Makes the new name durable as well. Windows cannot sync a folder; there the file's own sync is what there is. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
