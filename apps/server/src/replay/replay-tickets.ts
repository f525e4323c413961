import { Injectable } from '@nestjs/common';
import type { PastTicket } from '@shouwen/domain/history/past-ticket';
import { ZoneClock } from '@shouwen/domain/time/zone-clock';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { TicketImport } from '../queue/ticket-import.ts';
import { FigureRoller } from '../performance/roller.service.ts';
import { Keys } from '../platform/keys/keys.ts';
import { officerId } from './cases/officer-id.ts';
import { FileFault } from './file/file-fault.ts';
import { Rejects, type Rejected } from './file/rejects.ts';
import { readRows } from './read-file.ts';
import { TicketGatherer } from './tickets/gather-tickets.ts';
import type { TicketMapping } from './tickets/ticket-mapping.ts';
import { TicketRows } from './tickets/ticket-rows.ts';

/** Days that are written before the figures are sent after them. */
const COUNT_EVERY = 60;

/** What a replay of tickets did. */
export interface TicketReplayResult {
  hallId: string;
  source: string;
  encoding: string;
  /** Rows of the hall meant, and of other halls in the same file. */
  rows: number;
  elsewhere: number;
  tickets: number;
  days: number;
  written: { tickets: number; events: number; known: number };
  rejected: { count: number; first: Rejected[]; path: string; fault: string | null };
  /** Words that the mapping leaves untranslated, with how often they came. */
  unmapped: [string, number][];
  /** How long writing and counting the figures took, s. */
  seconds: { writing: number; figures: number };
}

export interface TicketReplayWish {
  hallId: string;
  path: string;
  mapping: TicketMapping;
  only: string | undefined;
  dryRun: boolean;
  progress(phase: 'reading' | 'writing' | 'figures', done: number, of: number): void;
}

/** Replays another system's log of tickets into a hall, as the days that they were, and counts its figures. */
@Injectable()
export class ReplayTickets {
  constructor(
    private readonly catalogues: CatalogueService,
    private readonly clocks: HallClocks,
    private readonly keys: Keys,
    private readonly tickets: TicketImport,
    private readonly figures: FigureRoller,
  ) {}

  /** Throws `FileFault` when file or mapping cannot be used: nothing is written then. */
  async run(wish: TicketReplayWish): Promise<TicketReplayResult> {
    const { hallId, mapping, path, dryRun } = wish;
    const rows = this.rowsFor(wish, await this.catalogues.current(hallId));
    const rejects = new Rejects(`${path}.rejected.csv`, rows.columns);
    const gatherer = new TicketGatherer(rows, rejects);
    const encoding = await readRows(wish, rows.columns, gatherer);
    whichHall(mapping, wish.only, rows);
    const tickets = gatherer.size;
    const began = performance.now();
    const { days, written } = await this.write(wish, gatherer, rejects);
    rejects.close();
    const wrote = performance.now();
    if (!dryRun) await this.figures.follow(hallId, (done, of) => wish.progress('figures', done, of));
    const seconds = { writing: (wrote - began) / 1000, figures: (performance.now() - wrote) / 1000 };
    return {
      hallId,
      source: mapping.source,
      encoding,
      rows: gatherer.rows,
      elsewhere: rows.elsewhere,
      tickets,
      days,
      written,
      rejected: { count: rejects.count, first: rejects.first, path: rejects.path, fault: rejects.fault },
      unmapped: [...rows.unmapped].sort((a, b) => b[1] - a[1]),
      seconds,
    };
  }

  private rowsFor({ hallId, mapping, only }: TicketReplayWish, { rules, published }: HallCatalogue): TicketRows {
    checkIds(mapping, rules);
    const { timeZone, dayStartsAt } = rules.hall;
    const clock = new ZoneClock(timeZone);
    const dayOf = (at: number) => clock.dayOf(at, dayStartsAt);
    // An example hall's clock may be behind the server's: what has not come there has not come.
    const today = dayOf(Math.min(this.clocks.now(hallId), this.clocks.server()));
    return new TicketRows(mapping, {
      timeZone,
      today,
      dayOf,
      catalogue: rules,
      letters: Object.fromEntries(published.queues.map(({ id, letter }) => [id, letter])),
      officerId: (text) => officerId(text, (secret) => this.keys.mac(secret)),
      only,
    });
  }

  private async write({ hallId, dryRun, progress }: TicketReplayWish, gatherer: TicketGatherer, rejects: Rejects) {
    const sum = { tickets: 0, events: 0, known: 0 };
    const of = gatherer.size;
    let [days, done] = [0, 0];
    const take = (day: string, tickets: PastTicket[]) =>
      dryRun ? this.tickets.preview(hallId, day, tickets) : this.tickets.write(hallId, day, tickets);
    for (const { day, tickets, lines } of gatherer.days()) {
      const { written, events, known, refused } = await take(day, tickets);
      for (const [place, reason] of refused) rejects.add(lines[place]!, [], reason);
      sum.tickets += written;
      sum.events += events;
      sum.known += known;
      days += 1;
      progress('writing', (done += tickets.length), of);
      // Counted beside the writing, a quarter of a year at a time; what is left, or failed, is counted at the end.
      if (!dryRun && days % COUNT_EVERY === 0) void this.figures.follow(hallId).catch(() => undefined);
    }
    return { days, written: sum };
  }
}

/** A file of several halls is one of the hall meant only when somebody says which. */
function whichHall({ columns }: TicketMapping, only: string | undefined, { halls }: TicketRows): void {
  const there = `It has: ${[...halls].join(', ')}.`;
  if (columns.hall === undefined) {
    if (only !== undefined) throw new FileFault('--only names a hall, but the mapping no column “hall”.');
  } else if (only === undefined && halls.size > 1)
    throw new FileFault(`The file has several halls: which of them? --only NAME. ${there} Nothing was written.`);
  else if (only !== undefined && !halls.has(only)) throw new FileFault(`The file has no hall “${only}”. ${there}`);
}

/** Ids on our side of the mapping are in the hall's catalogue. */
function checkIds({ queues, windows, matters, staff }: TicketMapping, rules: HallCatalogue['rules']): void {
  const sides: [string, Readonly<Record<string, string>>, object][] = [
    ['queue', queues, rules.queues],
    ['window', windows, rules.windows],
    ['matter', matters, rules.matters],
    ['staff', staff, rules.staff],
  ];
  for (const [what, ids, known] of sides) {
    const wrong = Object.entries(ids).find(([, id]) => !Object.hasOwn(known, id));
    if (wrong)
      throw new FileFault(`The mapping makes “${wrong[0]}” the ${what} “${wrong[1]}”, which this hall has not.`);
  }
}
