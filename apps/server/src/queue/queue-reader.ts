import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Context } from '@shouwen/domain/hall/context';
import { openSpan } from '@shouwen/domain/time/opening-hours';
import { serviceDayOf } from '@shouwen/domain/time/zoned';
import type { Ticket } from '@shouwen/domain/ticket/ticket';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import type { HallTransaction } from '../hall-log/hall-log.ts';
import { ticketFromRow } from './rows.ts';
import { readDay, readTickets, ticketAndServing } from './slice.ts';
import type { QueueFacts } from './views.ts';
import type { HallState } from '@shouwen/domain/hall/state';

export type Reader = Pick<HallTransaction, 'query'>;
type Row = Record<string, unknown>;

const NEXT = `select t.* from unnest($3::text[]) as q(id) cross join lateral (
  select * from ticket where hall_id = $1 and day = $2 and queue_id = q.id and state = 'waiting'
  order by rank, issued_seq limit $4) t`;
const LONGEST = `select t.* from unnest($3::text[]) as q(id) cross join lateral (
  select * from ticket where hall_id = $1 and day = $2 and queue_id = q.id and state = 'waiting'
  order by waiting_since limit 1) t`;
const HEAD_STARTED = `select queue_id, count(head_start)::int as n from ticket
  where hall_id = $1 and day = $2 and queue_id = any($3) and state = 'waiting' group by queue_id`;
const AHEAD = `select count(*)::int as n from ticket
  where hall_id = $1 and day = $2 and queue_id = $3 and state = 'waiting' and (rank, issued_seq) < ($4, $5)`;

/** Questions to the state tables that several screens ask. */
@Injectable()
export class QueueReader {
  constructor(
    readonly database: DataSource,
    private readonly clocks: HallClocks,
  ) {}

  /** The service day and what decisions would know now. */
  today(hallId: string, catalogue: HallCatalogue): { day: string; context: Context } {
    const { hall } = catalogue.rules;
    const now = this.clocks.now(hallId);
    const day = serviceDayOf(now, hall.timeZone, hall.dayStartsAt);
    return { day, context: { now, catalogue: catalogue.rules, open: openSpan(catalogue.rules, day) } };
  }

  /** The next tickets of each queue, `limit` of each, in the order of the call. */
  async next(reader: Reader, hallId: string, day: string, queueIds: string[], limit: number): Promise<Ticket[]> {
    return (await reader.query<Row>(NEXT, [hallId, day, queueIds, limit])).map(ticketFromRow);
  }

  /** What the views of these queues need; `deep` also what only staff see. */
  async facts(reader: Reader, hallId: string, day: string, queueIds: string[], deep: boolean): Promise<QueueFacts[]> {
    const next = await this.next(reader, hallId, day, queueIds, 8);
    const key = [hallId, day, queueIds];
    const longest = deep ? (await reader.query<Row>(LONGEST, key)).map(ticketFromRow) : [];
    const headStarted = deep ? await reader.query<{ queue_id: string; n: number }>(HEAD_STARTED, key) : [];
    return queueIds.map((queueId) => ({
      queueId,
      next: next.filter((ticket) => ticket.queueId === queueId),
      longest: longest.find((ticket) => ticket.queueId === queueId) ?? null,
      headStarted: headStarted.find((row) => row.queue_id === queueId)?.n ?? 0,
    }));
  }

  /** Tickets now at windows or on hold, with their servings. */
  async atWindows(
    reader: Reader,
    hallId: string,
    day: string,
    numbers: string[],
  ): Promise<Pick<HallState, 'tickets' | 'servings'>> {
    const rows = numbers.length > 0 ? await readTickets(reader, hallId, day, numbers) : [];
    const found = rows.map(ticketAndServing);
    return {
      tickets: Object.fromEntries(found.map(({ ticket }) => [ticket.id, ticket])),
      servings: Object.fromEntries(found.flatMap(({ serving }) => (serving ? [[serving.id, serving]] : []))),
    };
  }

  /** The windows of a day as they stand now. */
  async windows(hallId: string, day: string, catalogue: HallCatalogue): Promise<HallState['windows']> {
    return (await readDay(this.database, hallId, day, catalogue)).windows;
  }

  /** People who will be called before this ticket in its queue. */
  async ahead(reader: Reader, hallId: string, ticket: Ticket): Promise<number> {
    const rank = new Date(ticket.rank).toISOString();
    const [row] = await reader.query<{ n: number }>(AHEAD, [
      hallId,
      ticket.day,
      ticket.queueId,
      rank,
      ticket.issuedSeq,
    ]);
    return row!.n;
  }
}
