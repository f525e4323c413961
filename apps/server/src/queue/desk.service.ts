import { Injectable } from '@nestjs/common';
import type { Desk } from '@shouwen/contracts/views/desk.schema';
import { availableActions } from '@shouwen/domain/hall/available-actions';
import { UNDO_FINISH_MS } from '@shouwen/domain/hall/decide-serve';
import type { HallState } from '@shouwen/domain/hall/state';
import { compareRank } from '@shouwen/domain/queue/rank';
import { SERVING_OUTCOMES, type Ticket } from '@shouwen/domain/ticket/ticket';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { LogReader } from '../hall-log/log-reader.ts';
import { AppError } from '../platform/http/app-error.ts';
import { QueueReader, type Reader } from './queue-reader.ts';
import { numbersAt, readDay } from './slice.ts';
import { toStaffWindow, toWaiting } from './views.ts';

/** A window's terminal: what stands there, what comes next and why, what can be done now. */
@Injectable()
export class DeskService {
  constructor(
    private readonly log: LogReader,
    private readonly catalogues: CatalogueService,
    private readonly queues: QueueReader,
    private readonly clocks: HallClocks,
  ) {}

  /** The desk as its clerk sees it; `clerkId` decides which steps are possible. */
  read(hallId: string, windowId: string, clerkId: string): Promise<Desk> {
    return this.log.snapshot(async (reader) => {
      const { seq, catalogueSeq } = await this.log.head(hallId, reader);
      const catalogue = await this.catalogues.at(hallId, catalogueSeq, reader);
      const rule = catalogue.rules.windows[windowId];
      if (!rule) throw new AppError('unknown-window');
      const { day, context } = this.queues.today(hallId, catalogue);
      const dayState = await readDay(reader, hallId, day, catalogue);
      const window = dayState.windows[windowId]!;
      const atWindow = await this.queues.atWindows(reader, hallId, day, numbersAt(window));
      const waiting = await this.queues.next(reader, hallId, day, [...rule.firstQueues, ...rule.secondQueues], 5);
      const state: HallState = {
        ...dayState,
        tickets: { ...Object.fromEntries(waiting.map((ticket) => [ticket.id, ticket])), ...atWindow.tickets },
        servings: atWindow.servings,
        appointments: {},
      };
      const firstChoice = (ticket: Ticket) => rule.firstQueues.includes(ticket.queueId);
      const next = [
        ...waiting.filter(firstChoice).sort(compareRank),
        ...waiting.filter((ticket) => !firstChoice(ticket)).sort(compareRank),
      ].slice(0, 5);
      const promises = rule.firstQueues.map((id) => catalogue.rules.queues[id]!.waitPromiseSeconds);
      const last = window.lastFinished;
      return {
        seq,
        day,
        clock: this.clocks.of(hallId),
        window: toStaffWindow(window, state, catalogue),
        actions: availableActions(state, windowId, clerkId, context),
        next: next.map(toWaiting),
        waiting: rule.firstQueues.reduce((sum, id) => sum + (dayState.queues[id]?.waiting ?? 0), 0),
        longestWaitingSince: await longestSince(reader, hallId, day, rule.firstQueues),
        waitPromiseSeconds: Math.min(...promises),
        story: window.ticketId === null ? [] : await this.story(hallId, window.ticketId),
        undo: last ? { number: last.ticketId.slice(day.length + 1), until: last.at + UNDO_FINISH_MS } : null,
        finished: await finishedAt(reader, hallId, day, windowId),
      };
    });
  }

  private async story(hallId: string, ticketId: string): Promise<Desk['story']> {
    const events = await this.log.events(hallId, { after: 0, limit: 60, subject: `ticket:${ticketId}` });
    return events.map(({ seq, at, kind, data }) => ({ seq, at, kind, data }));
  }
}

async function longestSince(reader: Reader, hallId: string, day: string, queueIds: string[]): Promise<number | null> {
  const [row] = await reader.query<{ since: Date | null }>(
    `select min(waiting_since) as since from ticket where hall_id = $1 and day = $2 and queue_id = any($3) and state = 'waiting'`,
    [hallId, day, queueIds],
  );
  return row?.since?.getTime() ?? null;
}

async function finishedAt(reader: Reader, hallId: string, day: string, windowId: string): Promise<Desk['finished']> {
  const rows = await reader.query<{
    number: string;
    matter_id: string | null;
    ended_at: Date;
    handled_ms: number;
    ending: string;
  }>(
    `select number, matter_id, ended_at, ending, (extract(epoch from ended_at - started_at) * 1000 - held_ms)::bigint as handled_ms
     from serving where hall_id = $1 and day = $2 and window_id = $3 and ended_at is not null order by ended_at desc limit 10`,
    [hallId, day, windowId],
  );
  return rows.map((row) => ({
    number: row.number,
    matterId: row.matter_id,
    endedAt: row.ended_at.getTime(),
    handledMs: row.handled_ms,
    outcome: OUTCOMES.has(row.ending) ? (row.ending as Desk['finished'][number]['outcome']) : null,
  }));
}

const OUTCOMES: ReadonlySet<string> = new Set(SERVING_OUTCOMES);
