import { Injectable } from '@nestjs/common';
import type { DayFigures, PublicBoard, PublicCall, StaffBoard } from '@shouwen/contracts/views/board.schema';
import type { HallState } from '@shouwen/domain/hall/state';
import { nextOpening } from '@shouwen/domain/time/opening-hours';
import { addDays } from '@shouwen/domain/time/zoned';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { WaitForecasts, type WaitTeller } from '../forecast/wait-forecasts.ts';
import { LogReader } from '../hall-log/log-reader.ts';
import { DAY_FIGURES, dayParameters } from './figures.sql.ts';
import { QueueReader, type Reader } from './queue-reader.ts';
import { numbersAt, readDay, type DayState } from './slice.ts';
import { toPublicQueue, toPublicWindow, toStaffQueue, toStaffWindow } from './views.ts';
import type { Context } from '@shouwen/domain/hall/context';

interface CallRow {
  seq: number;
  at: Date;
  kind: string;
  data: { ticketId: string; windowId: string; call?: number };
}

interface DayReading {
  reader: Reader;
  seq: number;
  catalogue: HallCatalogue;
  day: string;
  context: Context;
  state: DayState;
  tickets: Pick<HallState, 'tickets' | 'servings'>;
  tell: WaitTeller;
}

const CALLS = `select seq, at, kind, data from hall_event
  where hall_id = $1 and day = $2 and kind in ('ticket-called', 'ticket-recalled') order by seq desc limit 20`;

/** A board is read afresh at most this often while nothing happens, ms: ranges move with the clock. */
const FRESH_MS = 1_000;

/** Snapshots of the hall for its screens, each as of one sequence of the log. */
@Injectable()
export class BoardService {
  private readonly publicBoards = new Map<string, { seq: number; readAt: number; board: Promise<PublicBoard> }>();

  constructor(
    private readonly log: LogReader,
    private readonly catalogues: CatalogueService,
    private readonly queues: QueueReader,
    private readonly clocks: HallClocks,
    private readonly forecasts: WaitForecasts,
  ) {}

  /** What every public screen shows. A thousand displays that reconnect at once share one reading. */
  async public(hallId: string): Promise<PublicBoard> {
    const { seq } = await this.log.head(hallId);
    const known = this.publicBoards.get(hallId);
    const now = performance.now();
    if (!known || known.seq !== seq || now - known.readAt > FRESH_MS) {
      const board = this.readPublic(hallId);
      this.publicBoards.set(hallId, { seq, readAt: now, board });
      board.catch(() => this.publicBoards.delete(hallId));
    }
    return { ...(await this.publicBoards.get(hallId)!.board), clock: this.clocks.of(hallId) };
  }

  private readPublic(hallId: string): Promise<PublicBoard> {
    return this.reading(hallId, async ({ reader, seq, catalogue, day, context, state, tickets, tell }) => {
      const calls = await reader.query<CallRow>(CALLS, [hallId, day]);
      const facts = await this.queues.facts(
        reader,
        hallId,
        day,
        catalogue.published.queues.map((queue) => queue.id),
        false,
      );
      const later = context.open && context.now < context.open.from ? day : addDays(day, 1);
      const next = nextOpening(catalogue.rules, later);
      return {
        hallId,
        seq,
        catalogueSeq: catalogue.seq,
        day,
        clock: this.clocks.of(hallId),
        open: context.open,
        nextOpening: next ? { day: next.day, from: next.span.from } : null,
        dayClosed: state.closed,
        windows: catalogue.published.windows.map(({ id }) => toPublicWindow(state.windows[id]!, tickets)),
        queues: facts.map((fact) => toPublicQueue(fact, state, catalogue, context, tell)),
        calls: calls.map(toCall),
      };
    });
  }

  /** Supervision's picture. */
  staff(hallId: string): Promise<StaffBoard> {
    return this.reading(hallId, async ({ reader, seq, catalogue, day, context, state, tickets, tell }) => {
      const facts = await this.queues.facts(
        reader,
        hallId,
        day,
        catalogue.published.queues.map((queue) => queue.id),
        true,
      );
      return {
        hallId,
        seq,
        catalogueSeq: catalogue.seq,
        day,
        clock: this.clocks.of(hallId),
        open: context.open,
        dayClosed: state.closed,
        windows: catalogue.published.windows.map(({ id }) => toStaffWindow(state.windows[id]!, tickets, catalogue)),
        queues: facts.map((fact) => toStaffQueue(fact, state, catalogue, context, tell)),
        figures: await this.figures(reader, hallId, day, catalogue, context.now),
        staff: catalogue.staff.map(({ id, name, latinName, post }) => ({ id, name, latinName, post })),
      };
    });
  }

  private async figures(
    reader: Reader,
    hallId: string,
    day: string,
    catalogue: HallCatalogue,
    now: number,
  ): Promise<DayFigures> {
    const [row] = await reader.query<DayFigures>(DAY_FIGURES, dayParameters(hallId, day, now, catalogue));
    return row!;
  }

  private reading<T>(hallId: string, work: (reading: DayReading) => Promise<T>): Promise<T> {
    return this.log.snapshot(async (reader) => {
      const { seq, catalogueSeq } = await this.log.head(hallId, reader);
      const catalogue = await this.catalogues.at(hallId, catalogueSeq, reader);
      const { day, context } = this.queues.today(hallId, catalogue);
      const state = await readDay(reader, hallId, day, catalogue);
      const numbers = Object.values(state.windows).flatMap(numbersAt);
      const tickets = await this.queues.atWindows(reader, hallId, day, numbers);
      const tell = await this.forecasts.teller(reader, { hallId, day, catalogue, now: context.now });
      return work({ reader, seq, catalogue, day, context, state, tickets, tell });
    });
  }
}

const toCall = ({ seq, at, kind, data }: CallRow): PublicCall => ({
  seq,
  number: data.ticketId.slice(data.ticketId.indexOf('.') + 1),
  windowId: data.windowId,
  at: at.getTime(),
  call: kind === 'ticket-recalled' ? (data.call ?? 2) : 1,
});
