import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandOf, isAlive } from './processes.ts';

const lockFile = (dataDir: string): string => join(dataDir, 'server.lock');

interface Holder {
  pid: number;
  command: string | null;
}

async function holderOf(dataDir: string): Promise<Holder | null> {
  const text = await readFile(lockFile(dataDir), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const holder = JSON.parse(text) as Holder;
    if (!isAlive(holder.pid)) return null;
    // The same pid with another program is somebody else's: the lock is stale.
    return (await commandOf(holder.pid)) === holder.command ? holder : null;
  } catch {
    return null;
  }
}

/** Takes a data folder for this process; throws a sentence when another server has it. A lock left by a killed server is taken over. */
export async function lockData(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  const holder = await holderOf(dataDir);
  if (holder && holder.pid !== process.pid) {
    throw new Error(
      `The data in ${dataDir} is in use by another server (process ${holder.pid}). Stop it first, or set HALL_DATA to another folder.`,
    );
  }
  const own: Holder = { pid: process.pid, command: await commandOf(process.pid) };
  await writeFile(lockFile(dataDir), JSON.stringify(own));
  return () => rm(lockFile(dataDir), { force: true });
}

/** Whether a live server holds the data folder. */
export const isLocked = async (dataDir: string): Promise<boolean> => (await holderOf(dataDir)) !== null;
