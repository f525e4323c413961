import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { InputOf } from '@shouwen/contracts/http/operation';
import type { viewRegion } from '@shouwen/contracts/http/region.operations';
import type { RegionView } from '@shouwen/contracts/views/region.schema';
import { figuresOf, type Figure } from '@shouwen/domain/indicators/indicators';
import { REGION_INDICATORS } from '@shouwen/domain/region/published';
import { below, covers, levelsOf } from '@shouwen/domain/region/region';
import { addMeasures } from '@shouwen/domain/indicators/measures';
import { addDays } from '@shouwen/domain/time/zoned';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { QueueReader } from '../queue/queue-reader.ts';
import { periodOf } from '../ratings/period.ts';
import { PERFORMANCE_DAYS } from '../performance/performance.service.ts';
import { AppError } from '../platform/http/app-error.ts';
import { isWithin, Oversight, type StaffCaller } from './oversight.service.ts';
import { HEARD, OPEN } from './region.sql.ts';
import { namesOf, RegionHalls, type RegionHall } from './region-halls.ts';
import { inOrder, type Row } from './region-rows.ts';
import { noSum, RegionSums, type Sum } from './region-sums.ts';

type Asked = InputOf<typeof viewRegion>['query'];

/** A region as whoever oversees it sees it: from the figures that its halls publish, and from nothing else. */
@Injectable()
export class RegionViews {
  constructor(
    private readonly database: DataSource,
    private readonly catalogues: CatalogueService,
    private readonly queues: QueueReader,
    private readonly oversight: Oversight,
    private readonly regionHalls: RegionHalls,
    private readonly sums: RegionSums,
  ) {}

  /** Errors: `region-not-overseen` also for a region that there is not, `period-too-long`. */
  async view(caller: StaffCaller, asked: Asked): Promise<RegionView> {
    const { regions } = await this.oversight.of(caller);
    const region = asked.region ?? regions[0];
    if (region === undefined || !isWithin(regions, region)) throw new AppError('region-not-overseen');
    const { day } = this.queues.today(caller.hallId, await this.catalogues.current(caller.hallId));
    const { from, until } = periodOf(asked, day, PERFORMANCE_DAYS);
    const days = (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1;
    const before = { from: addDays(from, -days), until: addDays(from, -1) };

    const all = await this.regionHalls.within(region);
    const halls = asked.halls ? all.filter(({ id }) => asked.halls!.includes(id)) : all;
    // A hall outside is refused, not left out without a word.
    if (asked.halls && halls.length < asked.halls.length) throw new AppError('region-not-overseen');
    const byHall = asked.halls !== undefined || asked.by === 'hall';
    const groupOf = (hall: RegionHall) => (byHall ? hall.id : (below(region, hall.code) ?? hall.id));
    const [now, past, open, names] = await Promise.all([
      this.sums.of(caller, halls, groupOf, { from, until }),
      this.sums.of(caller, halls, groupOf, before),
      this.open(halls),
      this.regionHalls.names(regions),
    ]);
    const nameOf = namesOf(all);
    const rows = new Map<string, Row>();
    for (const hall of halls) {
      const key = groupOf(hall);
      let row = rows.get(key);
      if (!row) {
        const isHall = key === hall.id;
        row = {
          kind: isHall ? 'hall' : 'region',
          key,
          name: isHall ? hall.name : (nameOf(key) ?? { zh: key, en: key }),
          code: isHall ? hall.code : key,
          halls: 0,
          open: 0,
          figures: publishedOf(now.get(key)!),
          figuresBefore: publishedOf(past.get(key)!),
        };
        rows.set(key, row);
      }
      row.halls += 1;
      if (open.has(hall.id)) row.open += 1;
    }
    const { total, page } = inOrder([...rows.values()], asked);
    const heard = await this.heard(page.filter(({ kind }) => kind === 'hall').map(({ key }) => key));
    return {
      from,
      until,
      before,
      overseen: regions.map((code) => ({ code, name: names(code) })),
      path: levelsOf(region)
        .filter((code) => regions.some((one) => covers(one, code)))
        .map((code) => ({ code, name: nameOf(code) ?? names(code) })),
      whole: {
        halls: halls.length,
        open: open.size,
        figures: publishedOf(totalOf(now)),
        figuresBefore: publishedOf(totalOf(past)),
      },
      total,
      rows: page.map((row) => ({ ...row, heardAt: heard.get(row.key) ?? null })),
    };
  }

  private async open(halls: readonly RegionHall[]): Promise<Set<string>> {
    const rows = (await this.database.query(OPEN, [halls.map(({ id }) => id), halls.map(({ today }) => today)])) as {
      id: string;
    }[];
    return new Set(rows.map(({ id }) => id));
  }

  private async heard(ids: readonly string[]): Promise<Map<string, number>> {
    const rows = (await this.database.query(HEARD, [ids])) as { id: string; at: Date }[];
    return new Map(rows.map(({ id, at }) => [id, at.getTime()]));
  }
}

const isPublished = ({ id }: Figure) => (REGION_INDICATORS as readonly string[]).includes(id);
const publishedOf = ({ measures, waits }: Sum): Figure[] => figuresOf(measures, waits).filter(isPublished);

function totalOf(sums: ReadonlyMap<string, Sum>): Sum {
  const total = noSum();
  for (const { measures, waits } of sums.values()) {
    addMeasures(total.measures, measures);
    total.waits.addAll(waits);
  }
  return total;
}
