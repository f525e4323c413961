import { Injectable } from '@nestjs/common';
import type { DocketEvent } from '@shouwen/domain/docket/events';
import { emptyDocket, type Docket } from '@shouwen/domain/docket/state';
import type { SaidWords } from '@shouwen/domain/simulation/docket/docket-play';
import { PetitionsPlay } from '@shouwen/domain/simulation/petitions-play';
import { addDays } from '@shouwen/domain/time/zoned';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { EXAMPLE_HALL_ID } from '../catalogue/example-hall.ts';
import { HallLog, type HallTransaction } from '../hall-log/hall-log.ts';
import type { LogEvent } from '../hall-log/log-event.ts';
import { PersonalData } from '../hall-log/personal-data.ts';
import { HISTORY_DAYS } from '../queue/example-history.ts';
import { DocketService } from './docket.service.ts';
import { projectDocket } from './projection.ts';
import { readCounters, yearLists } from './slice.ts';
import { forLog } from './stories.ts';

interface Fill {
  /** Name of the transaction. */
  name: string;
  /** What it writes is not told to all of the staff. */
  isPrivate: boolean;
  key?: string;
  result?: Record<string, unknown>;
}

interface Past {
  events: DocketEvent[];
  words: ReadonlyMap<string, SaidWords>;
  before: Docket;
}

/** Writes what was played of the example hall's past into its log: events, tables and sealed words in one transaction. */
@Injectable()
export class PastWriter {
  constructor(
    private readonly hallLog: HallLog,
    private readonly catalogues: CatalogueService,
    private readonly personal: PersonalData,
    private readonly docket: DocketService,
  ) {}

  async append(
    { name, isPrivate, key, result = {} }: Fill,
    make: (tx: HallTransaction) => Promise<Past>,
  ): Promise<void> {
    const hallId = EXAMPLE_HALL_ID;
    const told: { prev: number; last?: LogEvent } = { prev: 0 };
    await this.hallLog.transaction({ hallId, actor: 'simulator', name, key }, async (tx) => {
      told.prev = tx.head.seq;
      const { events, words, before } = await make(tx);
      const { events: written, sealed } = forLog(events, words, told.prev, this.personal);
      return {
        events: written,
        result,
        project: async (placed) => {
          await projectDocket(tx, hallId, before, placed);
          await this.personal.storeAll(tx, hallId, sealed);
          const last = placed.at(-1);
          if (last) told.last = last;
        },
      };
    });
    // Screens only need to hear that the log went on; a day's events would be a lot to tell.
    if (told.last) this.docket.commits.next({ hallId, prev: told.prev, events: [told.last], isPrivate });
  }

  /** What citizens said, and what came of it, up to a day: played on the numbers of the years that the history lies in. */
  async play(name: string, seed: number, day: string, run: (play: PetitionsPlay) => void): Promise<void> {
    const { rules, workCalendar: calendar } = await this.catalogues.current(EXAMPLE_HALL_ID);
    await this.append({ name, isPrivate: true }, async (tx) => {
      const lists = [...new Set([...yearLists(day), ...yearLists(addDays(day, -HISTORY_DAYS))])];
      const counters = await readCounters(tx, EXAMPLE_HALL_ID, lists);
      const play = new PetitionsPlay({ catalogue: rules, calendar, seed }, counters, tx.head.seq);
      run(play);
      return { events: play.events, words: play.words, before: { ...emptyDocket(), counters } };
    });
  }
}
