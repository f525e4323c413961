import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Text } from '@shouwen/contracts/catalogue/primitives';
import { covers, levelsOf } from '@shouwen/domain/region/region';
import { serviceDayOf } from '@shouwen/domain/time/zoned';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { HALLS } from './region.sql.ts';

interface Stored {
  id: string;
  name: Text;
  code: string;
  names: Text[];
  timeZone: string;
  dayStartsAt: string;
}

/** A hall as those above it see it, and what day it is there. */
export interface RegionHall {
  id: string;
  name: Text;
  code: string;
  names: Text[];
  today: string;
}

type Names = (code: string) => Text | null;

/** Halls by where they stand. */
@Injectable()
export class RegionHalls {
  constructor(
    private readonly database: DataSource,
    private readonly clocks: HallClocks,
  ) {}

  /** The halls in a region. */
  async within(region: string): Promise<RegionHall[]> {
    const rows = (await this.database.query(HALLS, [region])) as Stored[];
    const days = new Map<string, string>();
    return rows
      .filter(({ code }) => covers(region, code))
      .map(({ timeZone, dayStartsAt, ...hall }) => {
        const now = this.clocks.now(hall.id);
        // Halls that go by the server's clock share their day: five thousand calendars a question are too many.
        const key = `${timeZone} ${dayStartsAt} ${Math.floor(now / 1000)}`;
        let today = days.get(key);
        if (today === undefined) days.set(key, (today = serviceDayOf(now, timeZone, dayStartsAt)));
        return { ...hall, today };
      });
  }

  /** What regions are called, where a hall in them says so. */
  async names(regions: readonly string[]): Promise<Names> {
    return namesOf((await Promise.all(regions.map((one) => this.within(one)))).flat());
  }
}

/** What most halls in a region call it: one that is misspelt in a hall's settings does not rename a province. */
export function namesOf(halls: readonly RegionHall[]): Names {
  const said = new Map<string, Map<string, { name: Text; times: number }>>();
  for (const { code, names } of halls) {
    for (const [at, region] of levelsOf(code).entries()) {
      const name = names[at];
      if (!name) continue;
      const of = said.get(region) ?? new Map<string, { name: Text; times: number }>();
      said.set(region, of);
      const key = `${name.zh}\u0000${name.en}`;
      const known = of.get(key) ?? { name, times: 0 };
      known.times += 1;
      of.set(key, known);
    }
  }
  return (code) => {
    const of = said.get(code);
    return of ? [...of.values()].reduce((a, b) => (b.times > a.times ? b : a)).name : null;
  };
}
