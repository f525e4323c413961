import type { Appointment } from '@shouwen/domain/appointment/appointment';
import type { QueueDay } from '@shouwen/domain/queue/queue-day';
import { parseTicketId, servingId, ticketId, type Serving, type Ticket } from '@shouwen/domain/ticket/ticket';
import type { WindowDay } from '@shouwen/domain/window/window';

/** Between the domain's things and the rows of their tables: one mapping each way, used by commands, screens and `verify`. */

type Row = Record<string, unknown>;
type Reader<T> = (row: Row) => T;

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
/** A time from the driver, or from a JSON aggregate. */
const ms = (value: unknown): number => (value instanceof Date ? value : new Date(value as string)).getTime();
const msOrNull = (value: unknown): number | null => (value === null ? null : ms(value));

export const ticketToRow = (hallId: string, t: Ticket): Row => ({
  hall_id: hallId,
  day: t.day,
  number: t.number,
  queue_id: t.queueId,
  matter_id: t.matterId,
  head_start: t.headStart,
  waits_for: t.waitsFor?.clerkId ?? null,
  waits_until: iso(t.waitsFor?.until ?? null),
  channel: t.channel,
  issued_seq: t.issuedSeq,
  issued_at: iso(t.issuedAt),
  rank: iso(t.rank),
  waiting_since: iso(t.waitingSince),
  state: t.state,
  window_id: t.windowId,
  first_called_at: iso(t.firstCalledAt),
  called_at: iso(t.calledAt),
  last_call_at: iso(t.lastCallAt),
  calls: t.calls,
  servings: t.servings,
  returns: t.returns,
  ended_at: iso(t.endedAt),
});

export const ticketFromRow: Reader<Ticket> = (row) => ({
  id: ticketId(row['day'] as string, row['number'] as string),
  day: row['day'] as string,
  number: row['number'] as string,
  queueId: row['queue_id'] as string,
  matterId: row['matter_id'] as string | null,
  headStart: row['head_start'] as Ticket['headStart'],
  waitsFor: row['waits_for'] === null ? null : { clerkId: row['waits_for'] as string, until: ms(row['waits_until']) },
  channel: row['channel'] as Ticket['channel'],
  issuedSeq: row['issued_seq'] as number,
  issuedAt: ms(row['issued_at']),
  rank: ms(row['rank']),
  waitingSince: ms(row['waiting_since']),
  state: row['state'] as Ticket['state'],
  windowId: row['window_id'] as string | null,
  firstCalledAt: msOrNull(row['first_called_at']),
  calledAt: msOrNull(row['called_at']),
  lastCallAt: msOrNull(row['last_call_at']),
  calls: row['calls'] as number,
  servings: row['servings'] as number,
  returns: row['returns'] as number,
  endedAt: msOrNull(row['ended_at']),
});

export const servingToRow = (hallId: string, s: Serving): Row => ({
  hall_id: hallId,
  day: s.day,
  number: parseTicketId(s.ticketId)!.number,
  n: Number(s.id.slice(s.ticketId.length + 1)),
  queue_id: s.queueId,
  matter_id: s.matterId,
  window_id: s.windowId,
  clerk_id: s.clerkId,
  waited_ms: s.waitedMs,
  called_at: iso(s.calledAt),
  started_at: iso(s.startedAt),
  ended_at: iso(s.endedAt),
  held_since: iso(s.heldSince),
  held_ms: s.heldMs,
  ending: s.end,
});

export const servingFromRow: Reader<Serving> = (row) => {
  const id = ticketId(row['day'] as string, row['number'] as string);
  return {
    id: servingId(id, row['n'] as number),
    ticketId: id,
    day: row['day'] as string,
    queueId: row['queue_id'] as string,
    matterId: row['matter_id'] as string | null,
    windowId: row['window_id'] as string,
    clerkId: row['clerk_id'] as string,
    waitedMs: row['waited_ms'] as number,
    calledAt: ms(row['called_at']),
    startedAt: ms(row['started_at']),
    endedAt: msOrNull(row['ended_at']),
    heldSince: msOrNull(row['held_since']),
    heldMs: row['held_ms'] as number,
    end: row['ending'] as Serving['end'],
  };
};

export const queueToRow = (hallId: string, q: QueueDay): Row => ({
  hall_id: hallId,
  day: q.day,
  queue_id: q.id,
  last_number: q.lastNumber,
  waiting: q.waiting,
  pace_count: q.paceCount,
  pace_ms: q.paceMs,
  pace_spread_ms: q.paceSpreadMs,
});

export const queueFromRow: Reader<QueueDay> = (row) => ({
  id: row['queue_id'] as string,
  day: row['day'] as string,
  lastNumber: row['last_number'] as number,
  waiting: row['waiting'] as number,
  paceCount: row['pace_count'] as number,
  paceMs: row['pace_ms'] as number,
  paceSpreadMs: row['pace_spread_ms'] as number,
});

export const windowToRow = (hallId: string, w: WindowDay): Row => ({
  hall_id: hallId,
  day: w.day,
  window_id: w.id,
  state: w.state,
  clerk_id: w.clerkId,
  since: iso(w.since),
  pause_reason: w.pauseReason,
  ticket_id: w.ticketId,
  held_ticket_ids: w.heldTicketIds,
  last_finished_id: w.lastFinished?.ticketId ?? null,
  last_finished_at: iso(w.lastFinished?.at ?? null),
  away_since: iso(w.awaySince),
  finished: w.finished,
  handled_ms: w.handledMs,
});

export const windowFromRow: Reader<WindowDay> = (row) => ({
  id: row['window_id'] as string,
  day: row['day'] as string,
  state: row['state'] as WindowDay['state'],
  clerkId: row['clerk_id'] as string | null,
  since: ms(row['since']),
  pauseReason: row['pause_reason'] as WindowDay['pauseReason'],
  ticketId: row['ticket_id'] as string | null,
  heldTicketIds: row['held_ticket_ids'] as string[],
  lastFinished:
    row['last_finished_id'] === null
      ? null
      : { ticketId: row['last_finished_id'] as string, at: ms(row['last_finished_at']) },
  awaySince: msOrNull(row['away_since']),
  finished: row['finished'] as number,
  handledMs: row['handled_ms'] as number,
});

export const appointmentToRow = (hallId: string, a: Appointment): Row => ({
  hall_id: hallId,
  id: a.id,
  day: a.day,
  slot_at: iso(a.slotAt),
  queue_id: a.queueId,
  matter_id: a.matterId,
  state: a.state,
  ticket_id: a.ticketId,
});

export const appointmentFromRow: Reader<Appointment> = (row) => ({
  id: row['id'] as string,
  day: row['day'] as string,
  slotAt: ms(row['slot_at']),
  queueId: row['queue_id'] as string,
  matterId: row['matter_id'] as string | null,
  state: row['state'] as Appointment['state'],
  ticketId: row['ticket_id'] as string | null,
});
