import { Injectable } from '@nestjs/common';
import { ZoneClock } from '@shouwen/domain/time/zone-clock';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { HistoryImport, NOTHING_WRITTEN, type Written } from '../history/history-import.ts';
import { Keys } from '../platform/keys/keys.ts';
import type { CaseMapping } from './cases/case-mapping.ts';
import { CaseRows } from './cases/case-rows.ts';
import { CaseGatherer } from './cases/gather.ts';
import { officerId } from './cases/officer-id.ts';
import { FileFault } from './file/file-fault.ts';
import { Rejects, type Rejected } from './file/rejects.ts';
import { readRows } from './read-file.ts';

/** One transaction: the hall's own commands wait this long at most, some hundredths of a second. */
const MOST_CASES = 500;
const MOST_STEPS = 4_000;

/** What a replay did. */
export interface ReplayResult {
  hallId: string;
  source: string;
  encoding: string;
  rows: number;
  cases: number;
  /** Cases written, by what was written of them; `known`: nothing new. */
  written: Written;
  rejected: { count: number; first: Rejected[]; path: string; fault: string | null };
  /** Words that the mapping leaves untranslated, with how often they came. */
  unmapped: [string, number][];
}

export interface ReplayWish {
  hallId: string;
  path: string;
  mapping: CaseMapping;
  correct: boolean;
  dryRun: boolean;
  /** Told how far it is: bytes of the file read, then cases written. */
  progress(phase: 'reading' | 'writing', done: number, of: number): void;
}

/** Replays another system's log of cases into a hall, as history. */
@Injectable()
export class ReplayCases {
  constructor(
    private readonly catalogues: CatalogueService,
    private readonly clocks: HallClocks,
    private readonly keys: Keys,
    private readonly history: HistoryImport,
  ) {}

  /** Throws `FileFault` when file or mapping cannot be used: nothing is written then. */
  async run(wish: ReplayWish): Promise<ReplayResult> {
    const { hallId, mapping, path } = wish;
    const catalogue = await this.catalogues.current(hallId);
    checkIds(mapping, catalogue);
    const { timeZone, dayStartsAt } = catalogue.rules.hall;
    const hidden = new Map<string, string>();
    const hide = (text: string) => {
      if (!hidden.has(text))
        hidden.set(
          text,
          officerId(text, (secret) => this.keys.mac(secret)),
        );
      return hidden.get(text)!;
    };
    const rows = new CaseRows(mapping, { timeZone, now: this.clocks.server(), officerId: hide });
    const rejects = new Rejects(`${path}.rejected.csv`, rows.columns);
    const gatherer = new CaseGatherer(mapping.source, rows, rejects);
    const encoding = await readRows(wish, rows.columns, gatherer);
    rejects.close();
    const clock = new ZoneClock(timeZone);
    const written = await this.write(wish, gatherer, (at) => clock.dayOf(at, dayStartsAt));
    return {
      hallId,
      source: mapping.source,
      encoding,
      rows: gatherer.rows,
      cases: gatherer.size,
      written,
      rejected: { count: rejects.count, first: rejects.first, path: rejects.path, fault: rejects.fault },
      unmapped: [...rows.unmapped].sort((a, b) => b[1] - a[1]),
    };
  }

  private async write(wish: ReplayWish, gatherer: CaseGatherer, dayOf: (at: number) => string): Promise<Written> {
    const { hallId, correct, dryRun, progress } = wish;
    const options = { correct, dayOf };
    const sum = { ...NOTHING_WRITTEN };
    let done = 0;
    for (const batch of gatherer.batches(MOST_CASES, MOST_STEPS)) {
      const counts = dryRun
        ? await this.history.preview(hallId, batch, options)
        : await this.history.write(hallId, batch, options);
      for (const kind of Object.keys(sum) as (keyof Written)[]) sum[kind] += counts[kind];
      progress('writing', (done += batch.length), gatherer.size);
    }
    return sum;
  }
}

/** Ids on our side of the mapping are in the hall's catalogue. */
function checkIds({ departments, matters, staff }: CaseMapping, { rules }: HallCatalogue): void {
  const sides: [string, Readonly<Record<string, string>>, object][] = [
    ['department', departments, rules.departments],
    ['matter', matters, rules.matters],
    ['staff', staff, rules.staff],
  ];
  for (const [what, ids, known] of sides) {
    const wrong = Object.entries(ids).find(([, id]) => !Object.hasOwn(known, id));
    if (wrong)
      throw new FileFault(`The mapping makes “${wrong[0]}” the ${what} “${wrong[1]}”, which this hall has not.`);
  }
}
