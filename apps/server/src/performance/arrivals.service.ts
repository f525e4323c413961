import { Injectable } from '@nestjs/common';
import type { ArrivalsView } from '@shouwen/contracts/views/arrivals.schema';
import {
  expectArrivals,
  learnArrivals,
  SLOT_MINUTES,
  SLOTS,
  type PastArrivals,
} from '@shouwen/domain/forecast/arrivals';
import { MINUTE, type ServiceDay } from '@shouwen/domain/time/instant';
import { openSpan } from '@shouwen/domain/time/opening-hours';
import { addDays, instantAt } from '@shouwen/domain/time/zoned';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { AppError } from '../platform/http/app-error.ts';
import { QueueReader } from '../queue/queue-reader.ts';

/** So many calendar days are learnt from. */
const LEARN_DAYS = 90;
/** And for how long a person takes. */
const HANDLING_DAYS = 30;
const DAYS_AHEAD = 5;
/** The next open days are looked for within so many: a long holiday lies between. */
const LOOK_DAYS = 21;

const CAME = `select to_char(day, 'YYYY-MM-DD') as day, queue_id,
    (extract(hour from issued_at at time zone $4) * 2 + floor(extract(minute from issued_at at time zone $4) / 30))::int as slot, count(*)::int as n
  from ticket where hall_id = $1 and day between $2 and $3 and ($5::text is null or queue_id = $5) group by 1, 2, 3`;
const HANDLING = `select queue_id, avg(greatest(0, extract(epoch from ended_at - started_at) * 1000 - held_ms))::float8 as ms
  from serving where hall_id = $1 and day between $2 and $3 and ended_at is not null group by 1`;

interface Came {
  day: ServiceDay;
  queue_id: string;
  slot: number;
  n: number;
}

/** How many people are expected, learnt from the hall's own days each time it is asked: a sum over ninety days. */
@Injectable()
export class ArrivalsService {
  constructor(
    private readonly catalogues: CatalogueService,
    private readonly queues: QueueReader,
  ) {}

  /** Errors: `unknown-queue`. */
  async view(hallId: string, queueId: string | undefined): Promise<ArrivalsView> {
    const catalogue = await this.catalogues.current(hallId);
    if (queueId !== undefined && !catalogue.rules.queues[queueId]) throw new AppError('unknown-queue');
    const { day: today, context } = this.queues.today(hallId, catalogue);
    const { timeZone } = catalogue.rules.hall;
    const rows = await this.rows<Came>(CAME, [hallId, addDays(today, -LEARN_DAYS), today, timeZone, queueId ?? null]);
    const handling = await this.rows<{ queue_id: string; ms: number }>(HANDLING, [
      hallId,
      addDays(today, -HANDLING_DAYS),
      today,
    ]);
    const lesson = learnArrivals(pastOf(rows.filter(({ day }) => day < today)));
    const minute = Math.floor((context.now - instantAt(today, '00:00', timeZone)) / MINUTE);
    const now = Math.min(SLOTS - 1, Math.max(0, Math.floor(minute / SLOT_MINUTES)));
    const came = slotsOf(rows.filter(({ day }) => day === today));
    const told = lesson && expectArrivals(lesson, today, came.slice(0, now));
    const takes = handlingOf(rows, handling);
    const windows = await this.queues.windows(hallId, today, catalogue);
    const of = catalogue.rules.windows;
    return {
      learnt: lesson?.days ?? null,
      today,
      minute,
      windowsOpen: Object.values(windows).filter(
        ({ id, state }) =>
          state === 'open' && (queueId === undefined || of[id]?.firstQueues.includes(queueId) === true),
      ).length,
      slots: openSlots(catalogue, today).map((at) => {
        const expected = told && at >= now ? told.slots[at]! : null;
        return {
          from: at * SLOT_MINUTES,
          came: at <= now ? (came[at] ?? 0) : null,
          expected,
          windows: expected && takes !== null ? (expected.mean * takes) / (SLOT_MINUTES * MINUTE) : null,
        };
      }),
      days: nextOpenDays(catalogue, today).map((day) => {
        if (day !== today) return { day, expected: lesson && expectArrivals(lesson, day).rest, came: null };
        const sum = came.reduce((all, count) => all + count, 0);
        const rest = told?.rest ?? null;
        const before = came.slice(0, now).reduce((all, count) => all + count, 0);
        return { day, expected: rest && moved(rest, before), came: sum };
      }),
    };
  }

  private async rows<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    return (await this.queues.database.query(sql, parameters)) as T[];
  }
}

const moved = ({ mean, low, high }: { mean: number; low: number; high: number }, by: number) => ({
  mean: mean + by,
  low: low + by,
  high: high + by,
});

function slotsOf(rows: readonly Came[]): number[] {
  const slots = Array.from({ length: SLOTS }, () => 0);
  for (const { slot, n } of rows) slots[slot]! += n;
  return slots;
}

function pastOf(rows: readonly Came[]): PastArrivals[] {
  const days = new Map<ServiceDay, Came[]>();
  for (const row of rows) days.set(row.day, [...(days.get(row.day) ?? []), row]);
  return [...days].map(([day, own]) => ({ day, slots: slotsOf(own) }));
}

/** How long a person takes, ms: each queue's own time by how many come to it; `null`: nobody was served yet. */
function handlingOf(rows: readonly Came[], handling: readonly { queue_id: string; ms: number }[]): number | null {
  const times = new Map(handling.map(({ queue_id: id, ms }) => [id, ms]));
  let [people, ms] = [0, 0];
  for (const { queue_id: id, n } of rows) {
    const own = times.get(id);
    if (own === undefined) continue;
    people += n;
    ms += n * own;
  }
  return people === 0 ? null : ms / people;
}

/** The half hours in which the hall takes citizens. */
function openSlots({ rules }: HallCatalogue, day: ServiceDay): number[] {
  const span = openSpan(rules, day);
  if (!span) return [];
  const midnight = instantAt(day, '00:00', rules.hall.timeZone);
  const first = Math.floor((span.from - midnight) / (SLOT_MINUTES * MINUTE));
  const last = Math.ceil((span.until - midnight) / (SLOT_MINUTES * MINUTE));
  return Array.from({ length: Math.min(SLOTS, last) - first }, (_, n) => first + n);
}

function nextOpenDays({ rules }: HallCatalogue, today: ServiceDay): ServiceDay[] {
  const days: ServiceDay[] = [];
  for (let n = 0; n < LOOK_DAYS && days.length <= DAYS_AHEAD; n++) {
    const day = addDays(today, n);
    if (openSpan(rules, day)) days.push(day);
  }
  return days;
}
