import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** What a process runs, where the system tells (Linux); `null` elsewhere. A pid alone may have been given to somebody else. */
export async function commandOf(pid: number): Promise<string | null> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
}

/** Waits until a process has gone. @returns whether it went in time. */
export async function gone(pid: number, withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; isAlive(pid); await sleep(25)) if (Date.now() > until) return false;
  return true;
}

/** Asks a postmaster to end fast (SIGINT), then at once (SIGQUIT); crash recovery covers the second. */
export async function endPostmaster(pid: number): Promise<void> {
  for (const [signal, withinMs] of [
    ['SIGINT', 3_000],
    ['SIGQUIT', 3_000],
    ['SIGKILL', 3_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await gone(pid, withinMs)) return;
  }
}
