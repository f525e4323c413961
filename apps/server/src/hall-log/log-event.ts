import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** An event decided but not yet placed in the log. */
export interface NewLogEvent {
  kind: string;
  subject: string;
  data: Record<string, unknown>;
  /** Service day and moment of the event; history that is moved in later keeps its own. */
  day: string;
  at: number;
  /** Whose it is, when not the caller's: what the clock owed comes with a person's command. */
  actor?: string;
}

/** An event at its place in a hall's log. */
export interface LogEvent extends NewLogEvent {
  hallId: string;
  seq: number;
  actor: string;
  hash: string;
}

/** The hash before the first event of a hall. */
export const genesisHash = (hallId: string): string => createHash('sha256').update(`shouwen:${hallId}`).digest('hex');

/**
 * Hash of an event: SHA-256 over the previous hash and the event in canonical JSON (RFC 8785). Anybody with an export can
 * recompute it without a secret.
 */
export function hashOf(previous: string, event: Omit<LogEvent, 'hash'>): string {
  const { hallId, seq, day, at, actor, kind, subject, data } = event;
  const text = canonicalize({ hallId, seq, day, at, actor, kind, subject, data });
  return createHash('sha256').update(`${previous}\n${text}`).digest('hex');
}

/** Puts new events behind a head: gapless sequence, each hash over the one before. */
export function place(
  hallId: string,
  head: { seq: number; hash: string },
  actor: string,
  events: readonly NewLogEvent[],
): LogEvent[] {
  let { seq, hash } = head;
  return events.map((event) => {
    seq += 1;
    const unhashed = { ...event, hallId, seq, actor: event.actor ?? actor };
    hash = hashOf(hash, unhashed);
    return { ...unhashed, hash };
  });
}
