import { Injectable } from '@nestjs/common';
import type { AtPad, PadView } from '@shouwen/contracts/views/rating.schema';
import { PAD_MS } from '@shouwen/domain/rating/decide-rating';
import { ratingIdOf } from '@shouwen/domain/rating/rating';
import { queueStandardSeconds } from '@shouwen/domain/queue/standard';
import { ticketId as toTicketId } from '@shouwen/domain/ticket/ticket';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { StaffPhotos } from '../catalogue/staff-photos.service.ts';
import { DocketReader } from '../docket/docket-reader.ts';
import { officer } from '../docket/present.ts';
import { readRatings } from '../docket/slice.ts';
import { AppError } from '../platform/http/app-error.ts';
import type { Caller } from '../platform/http/caller.ts';
import { readDay } from '../queue/slice.ts';
import { QueueReader } from '../queue/queue-reader.ts';

interface LastServing {
  number: string;
  n: number;
  matter_id: string | null;
  clerk_id: string;
  started_at: Date;
  ended_at: Date;
  held_ms: string;
}

const LAST = `select number, n, matter_id, clerk_id, started_at, ended_at, held_ms from serving
  where hall_id = $1 and day = $2 and window_id = $3 and ended_at is not null order by ended_at desc limit 1`;

/** The pad at a window: what stands on it now. It learns from the hall's events that something changed, and asks again. */
@Injectable()
export class PadService {
  constructor(
    private readonly reader: DocketReader,
    private readonly queues: QueueReader,
    private readonly clocks: HallClocks,
    private readonly photos: StaffPhotos,
  ) {}

  /** The window at which this pad stands. Errors: `pad-without-window` for one that stands at none. */
  windowOf(caller: Caller): string {
    if (caller.who !== 'device') throw new AppError('forbidden');
    if (caller.windowId === null) throw new AppError('pad-without-window');
    return caller.windowId;
  }

  async view(hallId: string, caller: Caller): Promise<PadView> {
    const windowId = this.windowOf(caller);
    const { seq, catalogue, context } = await this.reader.present(hallId);
    const { database } = this.reader;
    const { windows } = await readDay(database, hallId, context.day, catalogue);
    const window = windows[windowId];
    const number = window?.ticketId?.slice(window.ticketId.indexOf('.') + 1);
    const at = await this.queues.atWindows(database, hallId, context.day, number ? [number] : []);
    const ticket = window?.ticketId ? at.tickets[window.ticketId] : undefined;
    const serving = ticket?.state === 'serving' ? at.servings[`${ticket.id}.${ticket.servings}`] : undefined;
    const last = await this.last(hallId, context.day, windowId);
    const until = last ? last.ended_at.getTime() + PAD_MS : 0;
    const open = last && !last.rated && context.now < until;
    return {
      hallId,
      seq,
      clock: this.clocks.of(hallId),
      windowId,
      clerk: window?.clerkId ? clerkOf(window.clerkId, catalogue) : null,
      state: stateOf(window?.state, ticket?.state),
      serving: serving
        ? {
            number: ticket!.number,
            matterId: ticket!.matterId,
            startedAt: serving.startedAt,
            heldMs: serving.heldMs,
            standardSeconds:
              (ticket!.matterId ? catalogue.rules.matters[ticket!.matterId]?.handlingStandardSeconds : undefined) ??
              queueStandardSeconds(ticket!.queueId, catalogue.rules.matters),
          }
        : null,
      rate: open
        ? {
            ratingId: ratingIdOf(toTicketId(context.day, last.number), last.n),
            matterId: last.matter_id,
            clerk: clerkOf(last.clerk_id, catalogue),
            endedAt: last.ended_at.getTime(),
            handledMs: last.ended_at.getTime() - last.started_at.getTime() - Number(last.held_ms),
            promisedLastDay: await this.promised(hallId, toTicketId(context.day, last.number)),
            until,
          }
        : null,
    };
  }

  /** A face that stands on this pad now; of nobody else. Errors: `unknown-photo`. */
  async photo(hallId: string, photoId: string, caller: Caller): Promise<Buffer> {
    const { clerk, rate } = await this.view(hallId, caller);
    const shown = [clerk, rate?.clerk].find((one) => one?.photoId === photoId);
    if (!shown) throw new AppError('unknown-photo');
    return this.photos.open({ hallId, staffId: shown.id }, photoId);
  }

  /** Rated or not, never how: all that the clerk's terminal may show. */
  async rated(hallId: string, windowId: string): Promise<{ number: string | null; rated: boolean }> {
    const { context } = await this.reader.present(hallId);
    const last = await this.last(hallId, context.day, windowId);
    return { number: last?.number ?? null, rated: last?.rated ?? false };
  }

  /** The last promised day of the case that was accepted at this visit. */
  private async promised(hallId: string, ticketId: string): Promise<string | null> {
    for (const contactId of await this.reader.ofTicket(hallId, ticketId)) {
      const { file } = await this.reader.one(hallId, { contactId });
      if (file?.accepted) return file.promisedLastDay;
    }
    return null;
  }

  private async last(
    hallId: string,
    day: string,
    windowId: string,
  ): Promise<(LastServing & { rated: boolean }) | undefined> {
    const [row] = (await this.reader.database.query(LAST, [hallId, day, windowId])) as LastServing[];
    if (!row) return undefined;
    const ratingId = ratingIdOf(toTicketId(day, row.number), row.n);
    const ratings = await readRatings(this.reader.database, hallId, [ratingId]);
    return { ...row, rated: ratings.length > 0 };
  }
}

function clerkOf(id: string, catalogue: HallCatalogue): AtPad {
  const person = catalogue.staff.find((one) => one.id === id);
  return { ...officer(id, catalogue), postNumber: person?.postNumber ?? '', photoId: person?.photoId ?? null };
}

function stateOf(window: string | undefined, ticket: string | undefined): PadView['state'] {
  if (ticket === 'serving') return 'serving';
  if (ticket === 'called') return 'called';
  if (window === 'paused') return 'paused';
  return window === 'open' ? 'idle' : 'closed';
}
