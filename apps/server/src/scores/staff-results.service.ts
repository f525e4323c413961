import { Injectable } from '@nestjs/common';
import { REWARDS, MEASURES_TAKEN, type Conduct, type MeasureTaken, type Reward } from '@shouwen/domain/conduct/conduct';
import type { ReportPeriod } from '@shouwen/domain/report/report';
import type { Grade } from '@shouwen/domain/score/card';
import { scoreDaysOf, type ScoreScope } from '@shouwen/domain/score/period';
import { SCORED_FROM } from '@shouwen/domain/score/sheet';
import { addDays, instantAt } from '@shouwen/domain/time/zoned';
import { DataSource } from 'typeorm';

/** A sealed sheet, as it stands in a report. */
export interface SealedRow {
  scope: ScoreScope;
  period: string;
  key: string;
  points: number;
  grade: Grade | null;
}

/** A month's sealed sheets of people, as a spread. */
export interface PeopleScored {
  period: string;
  n: number;
  high: number | null;
  median: number | null;
  low: number | null;
}

/** Results of the appraisal over days, for reports: what is sealed, and what was decided about people, by number. */
@Injectable()
export class StaffResults {
  constructor(private readonly database: DataSource) {}

  async of(hallId: string, { from, until }: ReportPeriod, timeZone: string) {
    const rows = (await this.database.query(
      `select scope, period, key, (body->>'points')::int as points, body->>'grade' as grade from score_sheet
       where hall_id = $1 and scope in ('person', 'department') and period >= $2 and period <= $3 order by period, key`,
      [hallId, from.slice(0, 4), `${until.slice(0, 4)}-Q9`],
    )) as SealedRow[];
    const within = rows.filter(({ scope, period }) => {
      const days = scoreDaysOf(scope, period);
      return days !== null && days.from >= from && days.until <= until;
    });
    const conduct = (
      (await this.database.query('select body from conduct where hall_id = $1', [hallId])) as { body: Conduct }[]
    ).map(({ body }) => body);
    const [first, end] = [instantAt(from, '00:00', timeZone), instantAt(addDays(until, 1), '00:00', timeZone)];
    const isIn = (at: number) => at >= first && at < end;
    const rewarded = conduct.filter(({ reward, foundAt }) => reward !== null && isIn(foundAt));
    const decided = conduct.filter(
      (one) => one.decided !== null && isIn(one.decided.at) && one.appealDecided?.upheld !== true,
    );
    const reward = (what: Reward) => ({ what, n: rewarded.filter((one) => one.reward === what).length });
    const measure = (what: MeasureTaken | null) => ({
      what,
      n: decided.filter((one) => one.decided!.measure === what).length,
    });
    return {
      departments: within.filter(({ scope }) => scope === 'department'),
      people: spreadOf(within.filter(({ scope }) => scope === 'person')),
      rewards: REWARDS.map(reward),
      measures: [...MEASURES_TAKEN, null].map(measure),
    };
  }
}

function spreadOf(rows: readonly SealedRow[]): PeopleScored[] {
  return [...new Set(rows.map(({ period }) => period))].map((period) => {
    const points = rows.flatMap((row) => (row.period === period ? row.points : [])).sort((a, b) => a - b);
    // A few people's spread would be their own points.
    if (points.length < SCORED_FROM) return { period, n: points.length, high: null, median: null, low: null };
    const middle = [points[Math.floor((points.length - 1) / 2)]!, points[Math.ceil((points.length - 1) / 2)]!];
    const median = Math.round((middle[0]! + middle[1]!) / 2);
    return { period, n: points.length, high: points.at(-1)!, median, low: points[0]! };
  });
}
