import type { StaffBoard, StaffWindow } from '@shouwen/contracts/views/board.schema';
import { handledMs, paceOf } from '../shared/pace.ts';

/** A pause longer than this is brought to the supervisor, ms: shorter ones are a cup of tea. Our choice; no rule names a figure. */
export const LONG_PAUSE_MS = 15 * 60_000;

/** Something that the supervisor should act on (要管的事): what, since when, and where the record of it is. */
export type Trouble = { since: number; subject: string } & (
  | { kind: 'queue-late'; queueId: string; waiting: number; waitedMs: number; promiseSeconds: number }
  | { kind: 'window-over'; windowId: string; number: string; handledMs: number; standardSeconds: number }
  | { kind: 'clerk-away'; windowId: string; clerkId: string | null; forMs: number }
  | { kind: 'long-pause'; windowId: string; reason: NonNullable<StaffWindow['pauseReason']>; forMs: number }
);

/** What is beyond a promise, a standard or a reason now; what has lasted longest first. */
export function troublesOf(
  board: Pick<StaffBoard, 'windows' | 'queues'>,
  promiseSeconds: Readonly<Record<string, number>>,
  now: number,
): Trouble[] {
  const queues = board.queues.flatMap((queue): Trouble[] => {
    const promise = promiseSeconds[queue.id];
    if (!queue.longest || promise === undefined) return [];
    const waitedMs = now - queue.longest.waitingSince;
    if (waitedMs <= promise * 1000) return [];
    const since = queue.longest.waitingSince + promise * 1000;
    const base = { since, subject: `queue:${queue.id}`, queueId: queue.id };
    return [{ kind: 'queue-late', ...base, waiting: queue.waiting, waitedMs, promiseSeconds: promise }];
  });
  const windows = board.windows.flatMap((window): Trouble[] => {
    const subject = `window:${window.id}`;
    const found: Trouble[] = [];
    const { ticket } = window;
    if (ticket && paceOf(ticket, now) === 'over') {
      const handled = handledMs(ticket, now)!;
      const { number, standardSeconds } = ticket;
      const since = now - (handled - standardSeconds * 1000);
      found.push({
        kind: 'window-over',
        since,
        subject,
        windowId: window.id,
        number,
        handledMs: handled,
        standardSeconds,
      });
    }
    if (window.state === 'open' && window.awaySince !== null) {
      const { awaySince: since, clerkId } = window;
      found.push({ kind: 'clerk-away', since, subject, windowId: window.id, clerkId, forMs: now - since });
    }
    if (window.state === 'paused' && now - window.since > LONG_PAUSE_MS) {
      const reason = window.pauseReason ?? 'other';
      const { since } = window;
      found.push({ kind: 'long-pause', since, subject, windowId: window.id, reason, forMs: now - since });
    }
    return found;
  });
  return [...queues, ...windows].sort((a, b) => a.since - b.since);
}
