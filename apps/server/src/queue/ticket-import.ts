import { Injectable } from '@nestjs/common';
import { eventsOfPastDay, type PastTicket } from '@shouwen/domain/history/past-ticket';
import { morningOf } from '@shouwen/domain/hall/evolve';
import type { HallState } from '@shouwen/domain/hall/state';
import { emptyQueue } from '@shouwen/domain/queue/queue-day';
import type { ServiceDay } from '@shouwen/domain/time/instant';
import { closedWindow } from '@shouwen/domain/window/window';
import { DataSource } from 'typeorm';
import { HallLog, type HallTransaction } from '../hall-log/hall-log.ts';
import { project } from './projection.ts';
import { fold } from './queue.service.ts';
import { queueFromRow, windowFromRow } from './rows.ts';
import { subjectOf } from './subjects.ts';

type Reader = Pick<HallTransaction, 'query'>;

/** A day of a large hall is a hundred thousand events in one transaction. */
const PATIENCE = `select set_config(name, '10min', true) from unnest(array['statement_timeout', 'idle_in_transaction_session_timeout']) as name`;

/** What came of a day's tickets. `refused` by their place in the list. */
export interface WrittenDay {
  written: number;
  known: number;
  events: number;
  refused: [place: number, reason: string][];
}

/**
 * Writes another system's tickets into a hall's log as the days that they were, under the hall's lock like every command. A day is
 * written whole or not at all; what is known is read behind the lock, so a repeat, or one after a kill, doubles nothing. A day on which
 * the hall itself gave out numbers is its own: nothing is mixed into it.
 */
@Injectable()
export class TicketImport {
  constructor(
    private readonly hallLog: HallLog,
    private readonly database: DataSource,
  ) {}

  write(hallId: string, day: ServiceDay, told: readonly PastTicket[]): Promise<WrittenDay> {
    return this.hallLog.transaction<WrittenDay>({ hallId, actor: 'installer', name: 'import-tickets' }, async (tx) => {
      await tx.query(PATIENCE);
      const { fresh, result } = await compare(tx, hallId, day, told);
      if (fresh.length === 0) return { events: [], result, project: () => Promise.resolve() };
      const before = await dayBefore(tx, hallId, day, fresh);
      const issued = Object.fromEntries(Object.values(before.queues).map(({ id, lastNumber }) => [id, lastNumber]));
      const events = eventsOfPastDay(day, fresh, issued);
      return {
        events: events.map((event) => ({
          kind: event.kind,
          subject: subjectOf(event),
          data: event.data as unknown as Record<string, unknown>,
          day,
          at: event.at,
        })),
        result: { ...result, events: events.length },
        project: (placed) => project(tx, hallId, day, fold(before, placed).changes),
      };
    });
  }

  /** What `write` would do now; nothing is written. */
  async preview(hallId: string, day: ServiceDay, told: readonly PastTicket[]): Promise<WrittenDay> {
    return (await compare(this.database, hallId, day, told)).result;
  }
}

async function compare(reader: Reader, hallId: string, day: ServiceDay, told: readonly PastTicket[]) {
  const rows = await reader.query<{ number: string; queue_id: string; issued_at: Date; channel: string }>(
    'select number, queue_id, issued_at, channel from ticket where hall_id = $1 and day = $2',
    [hallId, day],
  );
  const known = new Map(rows.map((row) => [row.number, row]));
  const own = rows.some(({ channel }) => channel !== 'import');
  const fresh = new Map<string, PastTicket>();
  const result: WrittenDay = { written: 0, known: 0, events: 0, refused: [] };
  for (const [place, ticket] of told.entries()) {
    const { number, queueId, issuedAt } = ticket;
    const before = known.get(number);
    if (own) result.refused.push([place, `on ${day} the hall itself gave out numbers`]);
    else if (before?.queue_id === queueId && before.issued_at.getTime() === issuedAt) result.known += 1;
    else if (before || fresh.has(number))
      result.refused.push([place, `on ${day} there is another ticket ${number} already`]);
    else fresh.set(number, ticket);
  }
  result.written = fresh.size;
  return { fresh: [...fresh.values()], result };
}

/** The day as it stands: every queue and window that the tickets speak of, those of an earlier import as it left them. */
async function dayBefore(tx: Reader, hallId: string, day: ServiceDay, told: readonly PastTicket[]): Promise<HallState> {
  const queues = Object.fromEntries(told.map(({ queueId: id }) => [id, emptyQueue(id, day)]));
  const windows = Object.fromEntries(told.map(({ windowId: id }) => [id, closedWindow(id, day)]));
  const stored = (table: string) =>
    tx.query<Record<string, unknown>>(`select * from ${table} where hall_id = $1 and day = $2`, [hallId, day]);
  for (const row of await stored('queue_day')) queues[row['queue_id'] as string] = queueFromRow(row);
  for (const row of await stored('window_day')) windows[row['window_id'] as string] = windowFromRow(row);
  return { ...morningOf({ queues: {}, windows: {} }, day), queues, windows };
}
