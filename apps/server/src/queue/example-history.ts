import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { QueueEvent } from '@shouwen/domain/event/hall-event';
import { morningOf } from '@shouwen/domain/hall/evolve';
import { arrivalsOf } from '@shouwen/domain/simulation/arrivals';
import type { Post } from '@shouwen/domain/simulation/habits';
import { simulateDay } from '@shouwen/domain/simulation/simulate-day';
import { instantAt } from '@shouwen/domain/time/zoned';
import { addDays } from '@shouwen/domain/time/zoned';
import { openSpan } from '@shouwen/domain/time/opening-hours';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { EXAMPLE_HALL_ID, ExampleHall } from '../catalogue/example-hall.ts';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { HallLog } from '../hall-log/hall-log.ts';
import { AppError } from '../platform/http/app-error.ts';
import { Log } from '../platform/logging/log.ts';
import { project } from './projection.ts';
import { fold } from './queue.service.ts';
import { QueueReader } from './queue-reader.ts';
import { subjectOf } from './subjects.ts';
import { TicketService } from './ticket.service.ts';

/** The example hall's past goes back this many days. */
export const HISTORY_DAYS = 60;
/** Between two days of history, ms: the hall's own commands go first. */
const BREATH_MS = 300;

/** Staff at their home windows: who works on a simulated day. */
export function postsOf({ staff, rules }: HallCatalogue): Post[] {
  const posts = new Map<string, string>();
  for (const { id, homeWindowId } of staff) {
    if (homeWindowId !== null && rules.windows[homeWindowId] && !posts.has(homeWindowId)) posts.set(homeWindowId, id);
  }
  return [...posts].map(([windowId, clerkId]) => ({ windowId, clerkId }));
}

/** A day of the example hall's queue, made by the simulator with the day as its seed; `null`: it was closed. */
export function simulatedQueueDay(catalogue: HallCatalogue, day: string): QueueEvent[] | null {
  const span = openSpan(catalogue.rules, day);
  if (!span) return null;
  const seed = Number(day.replaceAll('-', ''));
  const arrivals = arrivalsOf(catalogue.rules, span, seed);
  return simulateDay({ catalogue: catalogue.rules, span, arrivals, posts: postsOf(catalogue), seed }, day);
}

/** Sixty days of an example hall's past, made by the simulator with a fixed seed, and today's example appointments. */
@Injectable()
export class ExampleHistory implements OnModuleDestroy {
  private stopped = false;
  private filling: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly hallLog: HallLog,
    private readonly catalogues: CatalogueService,
    private readonly queues: QueueReader,
    private readonly example: ExampleHall,
    private readonly tickets: TicketService,
    private readonly log: Log,
  ) {}

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.filling;
  }

  /**
   * Fills in behind, oldest day first, while the hall already works. A day is written whole or not at all; a restart goes on.
   * @param first what goes before: the docket as it stands, which staff look at first.
   */
  start(first: Promise<void> = Promise.resolve()): void {
    this.filling = this.fill(first).catch((error: unknown) =>
      this.log.warn({ error }, 'the example history is not complete'),
    );
  }

  /** Resolves when everything is written. */
  complete(): Promise<void> {
    return this.filling;
  }

  private async fill(first: Promise<void>): Promise<void> {
    const catalogue = await this.catalogues.current(EXAMPLE_HALL_ID);
    const { day: today } = this.queues.today(EXAMPLE_HALL_ID, catalogue);
    await this.bookToday(catalogue, today);
    await first;
    for (let ago = HISTORY_DAYS; ago >= 1 && !this.stopped; ago--) {
      if (await this.fillDay(catalogue, addDays(today, -ago))) await sleep(BREATH_MS);
    }
  }

  private async bookToday(catalogue: HallCatalogue, today: string): Promise<void> {
    for (const [index, { slot, queueId, matterId }] of (await this.example.appointments()).entries()) {
      const slotAt = instantAt(today, slot, catalogue.rules.hall.timeZone);
      const asked = { hallId: EXAMPLE_HALL_ID, actor: 'installer', key: `example:${today}:${index}` };
      await this.tickets.book(asked, { queueId, matterId, slotAt }).catch((error: unknown) => {
        // A slot already past at the first start is simply not offered.
        if (!(error instanceof AppError)) throw error;
      });
    }
  }

  private async fillDay(catalogue: HallCatalogue, day: string): Promise<boolean> {
    if (await this.isKnown(day)) return false;
    const events = simulatedQueueDay(catalogue, day);
    if (events) await this.append(catalogue, day, events);
    return events !== null;
  }

  /** Whether tickets of that day are in the log already. */
  async isKnown(day: string): Promise<boolean> {
    const rows = (await this.database.query('select 1 from queue_day where hall_id = $1 and day = $2 limit 1', [
      EXAMPLE_HALL_ID,
      day,
    ])) as unknown[];
    return rows.length > 0;
  }

  private append(catalogue: HallCatalogue, day: string, events: QueueEvent[]): Promise<unknown> {
    return this.hallLog.transaction({ hallId: EXAMPLE_HALL_ID, actor: 'simulator', name: 'fill-history' }, (tx) =>
      Promise.resolve({
        events: events.map((event) => ({
          kind: event.kind,
          subject: subjectOf(event),
          data: event.data as unknown as Record<string, unknown>,
          day,
          at: event.at,
        })),
        result: {},
        project: (placed) => project(tx, EXAMPLE_HALL_ID, day, fold(morningOf(catalogue.rules, day), placed).changes),
      }),
    );
  }
}
