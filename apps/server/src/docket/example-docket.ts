import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DocketEvent } from '@shouwen/domain/docket/events';
import { emptyDocket, type Docket } from '@shouwen/domain/docket/state';
import { DocketPlay } from '@shouwen/domain/simulation/docket/docket-play';
import { EXAMPLE_PROCEDURES } from '@shouwen/domain/simulation/docket/habits';
import { endedServings } from '@shouwen/domain/simulation/docket/servings';
import { MINUTE } from '@shouwen/domain/time/instant';
import { addDays, serviceDayOf } from '@shouwen/domain/time/zoned';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { EXAMPLE_HALL_ID } from '../catalogue/example-hall.ts';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import type { HallTransaction } from '../hall-log/hall-log.ts';
import { Log } from '../platform/logging/log.ts';
import { ExampleHistory, HISTORY_DAYS, simulatedQueueDay } from '../queue/example-history.ts';
import { DocketClock } from './docket-clock.ts';
import { DocketService } from './docket.service.ts';
import { PastWriter } from './past-writer.ts';
import { readCounters, readOpenDocket, yearLists } from './slice.ts';
import { storiesOf } from './stories.ts';

const SEED = 20_260_101;
/** Under this key the first filling keeps the day it was made on: a restart makes the same history again. */
const KEY = 'example-docket';
/** What is written here is no secret of anybody. */
const FILL = { name: 'fill-docket', isPrivate: false };
/** Between two simulated days, ms: the hall's own commands go first. */
const BREATH_MS = 20;
const BETWEEN_DAYS_MS = 300;
/** A shorter absence leaves the docket as it was, ms. */
const ABSENCE_MS = 30 * MINUTE;

/**
 * The example hall's cases and first contacts: sixty days of them, simulated with a fixed seed through the rules. What is open or
 * of today is written first and in one piece, so that the screens are alive at once and nobody meets half a story; what is closed
 * fills in behind, a day in each transaction. After an absence people catch up on what would have happened meanwhile.
 */
@Injectable()
export class ExampleDocket implements OnModuleDestroy {
  private stopped = false;
  /** The play of the first filling, kept until the rest of it is written. */
  private first: DocketPlay | null = null;
  private filling: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly catalogues: CatalogueService,
    private readonly written: PastWriter,
    private readonly docket: DocketService,
    private readonly clock: DocketClock,
    private readonly history: ExampleHistory,
    private readonly log: Log,
  ) {}

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.filling;
  }

  /** Before the hall opens: until the docket is up to date the clock must not give the cards of its past. */
  hold(): void {
    this.clock.held.add(EXAMPLE_HALL_ID);
  }

  /** Fills in while the hall already works. @returns when the docket as it stands today is there. */
  start(): Promise<void> {
    const told = (error: unknown) => this.log.warn({ error }, 'the example docket is not complete');
    const present = this.present()
      .catch(told)
      .finally(() => this.clock.held.delete(EXAMPLE_HALL_ID));
    this.filling = present.then(() => this.past()).catch(told);
    return present;
  }

  /** Resolves when everything is written; for tests and the tools. */
  complete(): Promise<void> {
    return this.filling;
  }

  private async present(): Promise<void> {
    const catalogue = await this.catalogues.current(EXAMPLE_HALL_ID);
    const { now, day } = this.docket.context(EXAMPLE_HALL_ID, catalogue);
    const last = await this.lastMoment();
    if (last === null) return this.begin(catalogue, day, now);
    if (now - last > ABSENCE_MS) await this.catchUp(catalogue, last, now);
  }

  /** The first time: everything open or of today, with its whole story. */
  private async begin(catalogue: HallCatalogue, today: string, now: number): Promise<void> {
    const play = await this.playUntil(catalogue, today);
    if (play === null) return;
    this.first = play;
    play.playDay(today, { until: now, staged: true });
    const first = [...storiesOf(play.events)].filter(
      ([id, story]) => play.contact(id).closedAt === null || story.at(-1)!.day === today,
    );
    const wanted = new Set(first.flatMap(([, story]) => story));
    const events = play.events.filter((event) => wanted.has(event));
    await this.written.append({ ...FILL, key: KEY, result: { day: today } }, () =>
      Promise.resolve({ events, words: play.words, before: emptyDocket() }),
    );
  }

  /** Stories closed before the day of the first filling that are not in the log yet. */
  private async past(): Promise<void> {
    const today = await this.firstDay();
    if (today === null || this.stopped) return;
    const catalogue = await this.catalogues.current(EXAMPLE_HALL_ID);
    if (await this.isComplete(today)) return;
    const play = this.first ?? (await this.playUntil(catalogue, today));
    this.first = null;
    if (play === null) return;
    const known = await this.knownContacts();
    const byDay = new Map<string, DocketEvent[]>();
    for (const [id, story] of storiesOf(play.events)) {
      const { closedAt, day } = play.contact(id);
      if (closedAt !== null && !known.has(id)) byDay.set(day, [...(byDay.get(day) ?? []), ...story]);
    }
    for (const unordered of byDay.values()) {
      if (this.stopped) return;
      const events = unordered.sort((a, b) => a.seq - b.seq);
      await this.written.append(FILL, async (tx) => ({
        events,
        words: play.words,
        before: { ...emptyDocket(), counters: await this.countersOf(tx, today) },
      }));
      await sleep(BETWEEN_DAYS_MS);
    }
  }

  /** After an absence: each day since, as it would have been. */
  private async catchUp(catalogue: HallCatalogue, last: number, now: number): Promise<void> {
    const { timeZone, dayStartsAt } = catalogue.rules.hall;
    const today = serviceDayOf(now, timeZone, dayStartsAt);
    const since = serviceDayOf(last, timeZone, dayStartsAt);
    const earliest = addDays(today, -HISTORY_DAYS);
    for (let day = since > earliest ? since : earliest; day <= today && !this.stopped; day = addDays(day, 1)) {
      const whole = day > since && day < today && !(await this.history.isKnown(day));
      const servings = whole ? endedServings(simulatedQueueDay(catalogue, day) ?? []) : [];
      await this.written.append(FILL, async (tx) => {
        const before = await readOpenDocket(tx, EXAMPLE_HALL_ID, day);
        const play = this.play(catalogue, before, tx.head.seq);
        const from = day === since ? { from: last + 1 } : {};
        play.playDay(day, { servings, ...from, ...(day === today ? { until: now, staged: true } : {}) });
        return { events: play.events, words: play.words, before };
      });
    }
  }

  private play(catalogue: HallCatalogue, before?: Docket, seq?: number): DocketPlay {
    const { rules, workCalendar: calendar } = catalogue;
    return new DocketPlay({ catalogue: rules, calendar, seed: SEED, procedures: EXAMPLE_PROCEDURES }, before, seq);
  }

  /** Sixty days up to the evening before `today`, in memory; other work goes on between the days. `null`: stopped meanwhile. */
  private async playUntil(catalogue: HallCatalogue, today: string): Promise<DocketPlay | null> {
    const play = this.play(catalogue);
    for (let ago = HISTORY_DAYS; ago >= 1; ago--) {
      const day = addDays(today, -ago);
      play.playDay(day, { servings: endedServings(simulatedQueueDay(catalogue, day) ?? []) });
      if (this.stopped) return null;
      await sleep(BREATH_MS);
    }
    return play;
  }

  private async lastMoment(): Promise<number | null> {
    const [row] = (await this.database.query(
      `select max(at) as at from hall_event where hall_id = $1
         and (starts_with(subject, 'contact:') or starts_with(subject, 'case:') or starts_with(subject, 'card:'))`,
      [EXAMPLE_HALL_ID],
    )) as { at: Date | null }[];
    return row?.at?.getTime() ?? null;
  }

  /** The day on which the docket was begun; `null`: not at all, or so long ago that it is whole or stays as it is. */
  private async firstDay(): Promise<string | null> {
    const [row] = (await this.database.query('select result from idempotency where hall_id = $1 and key = $2', [
      EXAMPLE_HALL_ID,
      KEY,
    ])) as { result: { day: string } }[];
    return row?.result.day ?? null;
  }

  /** Numbers run without a gap: as many cards as were counted means that none is missing. */
  private async isComplete(today: string): Promise<boolean> {
    const counters = await this.countersOf(this.database, today);
    const counted = Object.entries(counters).reduce((sum, [id, n]) => sum + (id.startsWith('contact-') ? n : 0), 0);
    return (await this.knownContacts()).size >= counted;
  }

  private async knownContacts(): Promise<Set<string>> {
    const rows = (await this.database.query('select id from first_contact where hall_id = $1', [EXAMPLE_HALL_ID])) as {
      id: string;
    }[];
    return new Set(rows.map(({ id }) => id));
  }

  /** Running numbers of the years that the history lies in. */
  private async countersOf(reader: Pick<HallTransaction, 'query'>, today: string): Promise<Record<string, number>> {
    const years = [...new Set([today, addDays(today, -HISTORY_DAYS)].map((day) => day.slice(0, 4)))];
    const counters = await Promise.all(years.map((year) => readCounters(reader, EXAMPLE_HALL_ID, yearLists(year))));
    return Object.assign({}, ...counters) as Record<string, number>;
  }
}
