import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addMeasures, noMeasures, type Measures } from '@shouwen/domain/indicators/measures';
import { Waits } from '@shouwen/domain/indicators/waits';
import { REGION_MEASURES } from '@shouwen/domain/region/published';
import { OWN_RATED } from '../performance/rows.sql.ts';
import { spansOf } from '../performance/spans.ts';
import type { Period } from '../ratings/period.ts';
import type { StaffCaller } from './oversight.service.ts';
import type { RegionHall } from './region-halls.ts';
import { SUMS } from './region.sql.ts';

/** What halls come to over a period. */
export interface Sum {
  measures: Measures;
  waits: Waits;
}

export const noSum = (): Sum => ({ measures: noMeasures(), waits: new Waits() });

/** Sums of the published lines of halls, by groups of them. */
@Injectable()
export class RegionSums {
  constructor(private readonly database: DataSource) {}

  /** By group, in which each hall falls. Percentiles come of the waits of all, never of percentiles. */
  async of(
    caller: StaffCaller,
    halls: readonly RegionHall[],
    groupOf: (hall: RegionHall) => string,
    period: Period,
  ): Promise<Map<string, Sum>> {
    const groups = [...new Set(halls.map(groupOf))];
    const places = new Map(groups.map((group, at) => [group, at]));
    // A month counts as over when it is over in every hall, and since two days: the lines of months follow within the hour.
    const today = halls.reduce((least, hall) => (hall.today < least ? hall.today : least), '9999-12-31');
    const spans = spansOf(period.from, period.until, monthsUntil(today));
    const rows = (await this.database.query(SUMS, [
      halls.map(({ id }) => id),
      halls.map((hall) => places.get(groupOf(hall))!),
      spans.map(({ grain }) => grain),
      spans.map(({ from }) => from),
      spans.map(({ until }) => until),
    ])) as (Partial<Measures> & { key: number; waits: Buffer })[];
    const sums = new Map(groups.map((group) => [group, noSum()]));
    for (const { key, waits, ...measures } of rows) {
      const sum = sums.get(groups[key]!)!;
      addMeasures(sum.measures, measures);
      for (let at = 0; at < waits.length;) {
        const length = waits.readInt32BE(at);
        sum.waits.addBytes(waits.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    }
    await this.withoutOwn(caller, halls, groupOf, period, sums);
    return sums;
  }

  /** Ratings about whoever looks, which they find in no figure (DOMAIN §10): otherwise the region's would give away what the hall's hides. */
  private async withoutOwn(
    { hallId, staffId }: StaffCaller,
    halls: readonly RegionHall[],
    groupOf: (hall: RegionHall) => string,
    { from, until }: Period,
    sums: Map<string, Sum>,
  ): Promise<void> {
    const own = halls.find(({ id }) => id === hallId);
    if (!own) return;
    const [rated] = (await this.database.query(OWN_RATED.hall, [hallId, from, until, staffId])) as Partial<Measures>[];
    if (!rated) return;
    const less = REGION_MEASURES.map((name) => [name, -Number(rated[name] ?? 0)] as const);
    addMeasures(sums.get(groupOf(own))!.measures, Object.fromEntries(less));
  }
}

const DAY_MS = 86_400_000;
const monthsUntil = (today: string) => new Date(Date.parse(today) - 2 * DAY_MS).toISOString().slice(0, 10);
