import { Injectable } from '@nestjs/common';
import type { Desk } from '@shouwen/contracts/views/desk.schema';
import { availableActions } from '@shouwen/domain/hall/available-actions';
import { UNDO_FINISH_MS } from '@shouwen/domain/hall/decide-serve';
import type { HallState } from '@shouwen/domain/hall/state';
import { compareRank } from '@shouwen/domain/queue/rank';
import { SERVING_OUTCOMES, type Ticket } from '@shouwen/domain/ticket/ticket';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { LogReader } from '../hall-log/log-reader.ts';
import { AppError } from '../platform/http/app-error.ts';
import { DayCache } from './day-cache.ts';
import { DESK, type DeskRow } from './desk.sql.ts';
import { readPastAwaited } from './past-awaited.ts';
import { QueueReader, type Reader } from './queue-reader.ts';
import { ticketFromRow } from './rows.ts';
import { numbersAt, readDay, ticketAndServing, type DayState } from './slice.ts';
import { toStaffWindow, toWaiting } from './views.ts';

interface Place {
  hallId: string;
  windowId: string;
  clerkId: string;
}

const OUTCOMES: ReadonlySet<string> = new Set(SERVING_OUTCOMES);

/** A window's terminal: what stands there, what comes next and why, what can be done now. */
@Injectable()
export class DeskService {
  constructor(
    private readonly log: LogReader,
    private readonly catalogues: CatalogueService,
    private readonly queues: QueueReader,
    private readonly clocks: HallClocks,
    private readonly days: DayCache,
  ) {}

  /** The desk as its clerk sees it; `clerkId` decides which steps are possible. */
  read(hallId: string, windowId: string, clerkId: string): Promise<Desk> {
    return this.log.snapshot(async (reader) => {
      const { seq, catalogueSeq } = await this.log.head(hallId, reader);
      const catalogue = await this.catalogues.at(hallId, catalogueSeq, reader);
      const { day } = this.queues.today(hallId, catalogue);
      const dayState = await readDay(reader, hallId, day, catalogue);
      return this.compose(reader, { hallId, windowId, clerkId }, seq, dayState, catalogue);
    });
  }

  /** The answer to a command of this process: windows and queues are the ones that it has just committed. */
  afterCommand(hallId: string, windowId: string, clerkId: string): Promise<Desk> {
    const latest = this.days.latest(hallId);
    const catalogue = this.catalogues.known(hallId);
    if (!latest || !catalogue || latest.seq < catalogue.seq) return this.read(hallId, windowId, clerkId);
    return this.compose(this.queues.database, { hallId, windowId, clerkId }, latest.seq, latest.state, catalogue);
  }

  private async compose(
    reader: Reader,
    place: Place,
    seq: number,
    dayState: DayState,
    catalogue: HallCatalogue,
  ): Promise<Desk> {
    const { hallId, windowId, clerkId } = place;
    const rule = catalogue.rules.windows[windowId];
    const window = dayState.windows[windowId];
    if (!rule || !window) throw new AppError('unknown-window');
    const { day } = dayState;
    const { context } = this.queues.today(hallId, catalogue);
    const [row] = await reader.query<DeskRow>(DESK, [
      hallId,
      day,
      numbersAt(window),
      [...rule.firstQueues, ...rule.secondQueues],
      rule.firstQueues,
      window.ticketId === null ? '' : `ticket:${window.ticketId}`,
      windowId,
    ]);
    const found = row!.at_window.map(ticketAndServing);
    const first = row!.next.map(ticketFromRow);
    const calling = { hallId, windowId, dayState, rules: catalogue.rules, now: context.now };
    const waiting = [...first, ...(await readPastAwaited(reader, calling, first))];
    const state: HallState = {
      ...dayState,
      tickets: Object.fromEntries(
        [...waiting, ...found.map(({ ticket }) => ticket)].map((ticket) => [ticket.id, ticket]),
      ),
      servings: Object.fromEntries(found.flatMap(({ serving }) => (serving ? [[serving.id, serving]] : []))),
      appointments: {},
    };
    const last = window.lastFinished;
    return {
      seq,
      day,
      clock: this.clocks.of(hallId),
      window: toStaffWindow(window, state, catalogue),
      actions: availableActions(state, windowId, clerkId, context),
      next: inCallingOrder(waiting, rule.firstQueues)
        .slice(0, 5)
        .map((ticket) => toWaiting(ticket, dayState, catalogue, context)),
      waiting: rule.firstQueues.reduce((sum, id) => sum + (dayState.queues[id]?.waiting ?? 0), 0),
      longestWaitingSince: row!.longest_since?.getTime() ?? null,
      waitPromiseSeconds: Math.min(...rule.firstQueues.map((id) => catalogue.rules.queues[id]!.waitPromiseSeconds)),
      story: row!.story.map((event) => ({ ...event, at: new Date(event.at).getTime() })),
      undo: last ? { number: last.ticketId.slice(day.length + 1), until: last.at + UNDO_FINISH_MS } : null,
      finished: row!.finished.map(toFinished),
    };
  }
}

/** First-choice queues before second-choice ones, by rank within each. */
function inCallingOrder(waiting: readonly Ticket[], firstQueues: readonly string[]): Ticket[] {
  const first = (ticket: Ticket) => firstQueues.includes(ticket.queueId);
  return [...waiting.filter(first).sort(compareRank), ...waiting.filter((ticket) => !first(ticket)).sort(compareRank)];
}

const toFinished = (row: DeskRow['finished'][number]): Desk['finished'][number] => ({
  number: row.number,
  matterId: row.matter_id,
  endedAt: new Date(row.ended_at).getTime(),
  handledMs: row.handled_ms,
  outcome: OUTCOMES.has(row.ending) ? (row.ending as Desk['finished'][number]['outcome']) : null,
});
