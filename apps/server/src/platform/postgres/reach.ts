import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

const OTHERS_MAY_ENTER = 0o001;
const OWNER_MAY_ENTER = 0o100;

/** Whether a user may walk down to a path: every folder above it lets them in. Group rights are left out: better a copy too many. */
export async function canReach(path: string, uid: number): Promise<boolean> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => null);
    if (found) {
      const bit = found.uid === uid ? OWNER_MAY_ENTER : OTHERS_MAY_ENTER;
      if (found.isDirectory() && (found.mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}
