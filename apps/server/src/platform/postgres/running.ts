import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isLocked } from './data-lock.ts';

export const noteFile = (dataDir: string): string => join(dataDir, 'keys', 'postgres.json');

/** Address of the embedded database of a server that is running on this data folder; `undefined` when none is. */
export async function runningUrl(dataDir: string): Promise<string | undefined> {
  if (!(await isLocked(resolve(dataDir)))) return undefined;
  const text = await readFile(noteFile(resolve(dataDir)), 'utf8').catch(() => null);
  return text === null ? undefined : (JSON.parse(text) as { url: string }).url;
}
