import { createHash, randomBytes, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { OrderView, Slip, TicketView } from '@shouwen/contracts/views/ticket.schema';
import type { HallCommand } from '@shouwen/domain/hall/commands';
import { canMove } from '@shouwen/domain/ticket/ticket.workflow';
import {
  parseTicketId,
  SERVING_OUTCOMES,
  ticketId as toTicketId,
  type Serving,
  type ServingOutcome,
  type Ticket,
} from '@shouwen/domain/ticket/ticket';
import { whyBefore } from '@shouwen/domain/queue/explain';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { WaitForecasts } from '../forecast/wait-forecasts.ts';
import { LogReader } from '../hall-log/log-reader.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { AppError } from '../platform/http/app-error.ts';
import { QueueReader } from './queue-reader.ts';
import { QueueService } from './queue.service.ts';
import { ticketFromRow } from './rows.ts';
import { readDay, readTickets, ticketAndServing } from './slice.ts';
import { awaitedOf, rangeFor } from './views.ts';

/** Finds the ticket of a slip's code. */
export const FIND_CODE = 'select day, number from ticket_code where hall_id = $1 and code_hash = $2';
/** Keeps the hash of a slip's code. */
export const KEEP_CODE = 'insert into ticket_code (hall_id, code_hash, day, number) values ($1, $2, $3, $4)';

const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');

interface Asked {
  hallId: string;
  actor: string;
  key?: string | undefined;
}

/** A citizen's ticket: taking it, seeing it by the code on the slip, giving it up, coming back. */
@Injectable()
export class TicketService {
  constructor(
    private readonly queue: QueueService,
    private readonly queues: QueueReader,
    private readonly log: LogReader,
    private readonly catalogues: CatalogueService,
    private readonly clocks: HallClocks,
    private readonly forecasts: WaitForecasts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes a number, or checks in; the slip's code (128 random bits) is stored only as a hash. */
  async issue(asked: Asked, command: Extract<HallCommand, { type: 'issue-ticket' | 'check-in' }>): Promise<Slip> {
    const code = `${asked.hallId}.${randomBytes(16).toString('base64url')}`;
    const result = await this.queue.run({
      ...asked,
      command,
      secret: { code },
      alongside: async ([issued], tx) => {
        const { ticketId } = issued!.data as { ticketId: string };
        const { day, number } = parseTicketId(ticketId)!;
        await tx.query(KEEP_CODE, [asked.hallId, hashOf(code), day, number]);
      },
    });
    const { ticketId } = result.data as { ticketId: string };
    const view = await this.view(asked.hallId, parseTicketId(ticketId)!);
    const { publicUrl } = this.config;
    const given = result.secret['code']!;
    return {
      ...view,
      id: ticketId,
      code: given,
      page: publicUrl ? `${publicUrl.replace(/\/$/, '')}/t/${given}` : null,
    };
  }

  /** Books a slot; the six digits are the citizen's for checking in. */
  async book(asked: Asked, wish: { queueId: string; matterId: string | null; slotAt: number }) {
    const appointmentId = String(randomInt(100_000, 1_000_000));
    const { data } = await this.queue.run({ ...asked, command: { type: 'book-appointment', appointmentId, ...wish } });
    return data as { appointmentId: string; slotAt: number; queueId: string };
  }

  async byCode(code: string): Promise<TicketView> {
    const { hallId, place } = await this.locate(code);
    return this.view(hallId, place);
  }

  /** A move by the holder of the code. */
  async byHolder(code: string, type: 'cancel-ticket' | 'return-ticket', key: string | undefined): Promise<TicketView> {
    const { hallId, place } = await this.locate(code);
    await this.queue.run({
      hallId,
      actor: 'citizen',
      key,
      command: { type, ticketId: `${place.day}.${place.number}` },
    });
    return this.view(hallId, place);
  }

  /** Coming back at the kiosk or the desk, by the number on the slip. */
  async returned(asked: Asked, ticketId: string): Promise<TicketView> {
    await this.queue.run({ ...asked, command: { type: 'return-ticket', ticketId } });
    return this.view(asked.hallId, parseTicketId(ticketId)!);
  }

  /** Who is before me and why; at most fifty, the nearest last. */
  async order(code: string): Promise<OrderView> {
    const { hallId, place } = await this.locate(code);
    const { ticket } = await this.read(hallId, place);
    if (ticket.state !== 'waiting') return { number: ticket.number, ahead: 0, before: [] };
    const rows = (await this.queues.database.query(
      `select * from ticket where hall_id = $1 and day = $2 and queue_id = $3 and state = 'waiting'
         and (rank, issued_seq) < ($4, $5) order by rank desc, issued_seq desc limit 50`,
      [hallId, ticket.day, ticket.queueId, new Date(ticket.rank).toISOString(), ticket.issuedSeq],
    )) as Record<string, unknown>[];
    const before = rows
      .reverse()
      .map(ticketFromRow)
      .map((other) => ({ number: other.number, why: whyBefore(other, ticket)! }));
    return { number: ticket.number, ahead: await this.queues.ahead(this.queues.database, hallId, ticket), before };
  }

  /** The ticket behind a code. Errors: `unknown-ticket`. */
  async ofCode(code: string): Promise<{ hallId: string; ticketId: string }> {
    const { hallId, place } = await this.locate(code);
    return { hallId, ticketId: toTicketId(place.day, place.number) };
  }

  /** The ticket behind a code, when it is one of this hall's. Errors: `unknown-ticket`. */
  async ticketOf(hallId: string, code: string): Promise<string> {
    const found = await this.ofCode(code);
    if (found.hallId !== hallId) throw new AppError('unknown-ticket');
    return found.ticketId;
  }

  /** Hall and place of a code. A wrong code says only “not found”, like a hall that does not exist. */
  private async locate(code: string): Promise<{ hallId: string; place: { day: string; number: string } }> {
    const hallId = code.slice(0, code.indexOf('.'));
    const [row] = (await this.queues.database.query(FIND_CODE, [hallId, hashOf(code)])) as {
      day: string;
      number: string;
    }[];
    if (!row) throw new AppError('unknown-ticket');
    return { hallId, place: row };
  }

  private async read(
    hallId: string,
    { day, number }: { day: string; number: string },
  ): Promise<{ ticket: Ticket; serving: Serving | null }> {
    const [row] = await readTickets(this.queues.database, hallId, day, [number]);
    if (!row) throw new AppError('unknown-ticket');
    return ticketAndServing(row);
  }

  private async view(hallId: string, place: { day: string; number: string }): Promise<TicketView> {
    const { seq, catalogueSeq } = await this.log.head(hallId);
    const catalogue = await this.catalogues.at(hallId, catalogueSeq);
    const { ticket, serving } = await this.read(hallId, place);
    const { day: today, context } = this.queues.today(hallId, catalogue);
    const waiting = ticket.state === 'waiting';
    const ahead = waiting ? await this.queues.ahead(this.queues.database, hallId, ticket) : 0;
    const state = await readDay(this.queues.database, hallId, place.day, catalogue);
    const awaited = waiting && place.day === today ? awaitedOf(ticket, state, catalogue, context) : null;
    const range = waiting
      ? rangeFor(
          { queueId: ticket.queueId, ahead, ticketId: ticket.id, awaitedWindowId: awaited?.windowId },
          state,
          catalogue,
          await this.forecasts.teller(this.queues.database, { hallId, day: place.day, catalogue, now: context.now }),
        )
      : null;
    const window = ticket.windowId === null ? undefined : state.windows[ticket.windowId];
    const clerkId = ticket.state === 'called' ? window?.clerkId : serving?.clerkId;
    const named = (id: string | null | undefined) => catalogue.staff.find((person) => person.id === id);
    const clerk = named(clerkId);
    const awaiting = named(awaited && ticket.waitsFor!.clerkId);
    const { number, queueId, matterId, headStart, issuedAt, waitingSince, calls, lastCallAt, endedAt } = ticket;
    return {
      hallId,
      seq,
      clock: this.clocks.of(hallId),
      day: place.day,
      number,
      queueId,
      zoneId: catalogue.published.queues.find((queue) => queue.id === queueId)?.zoneId ?? '',
      matterId,
      headStart,
      state: ticket.state,
      issuedAt,
      waitingSince,
      ahead,
      range,
      awaited: awaited && awaiting ? { ...awaited, name: awaiting.name, latinName: awaiting.latinName } : null,
      windowId: ticket.windowId,
      calls,
      lastCallAt,
      endedAt,
      canReturn: canMove(ticket.state, 'return') && ticket.returns === 0 && place.day === today && !state.closed,
      canCancel: canMove(ticket.state, 'cancel') && place.day === today,
      receiver: clerk ? { name: clerk.name, latinName: clerk.latinName, post: clerk.post } : null,
      outcome: ticket.state === 'finished' ? outcomeOf(serving) : null,
    };
  }
}

const outcomeOf = (serving: Serving | null): ServingOutcome | null =>
  (SERVING_OUTCOMES as readonly string[]).includes(serving?.end ?? '') ? (serving!.end as ServingOutcome) : null;
