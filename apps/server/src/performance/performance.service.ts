import { Injectable } from '@nestjs/common';
import type { InputOf } from '@shouwen/contracts/http/operation';
import type { viewPerformance } from '@shouwen/contracts/http/performance.operations';
import type { PerformanceView } from '@shouwen/contracts/views/performance.schema';
import { figuresOf, type Overdue } from '@shouwen/domain/indicators/indicators';
import { addMeasures, noMeasures, type Measures } from '@shouwen/domain/indicators/measures';
import { type Cell } from '@shouwen/domain/indicators/roll';
import { type Scope, WHOLE } from '@shouwen/domain/indicators/scopes';
import { COLUMN_MINUTES, Waits } from '@shouwen/domain/indicators/waits';
import { addDays } from '@shouwen/domain/time/zoned';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import { DocketReader } from '../docket/docket-reader.ts';
import { LINES, type StoredCell, summed } from './figure-cells.ts';
import { FigureRoller } from './roller.service.ts';
import { spansOf } from './spans.ts';
import { overdueSql } from './roll.sql.ts';
import { OWN_RATED, overdueKeyOf } from './rows.sql.ts';
import { periodOf } from '../ratings/period.ts';

/** Longest period that can be asked for, days: two years and its leap day. */
export const PERFORMANCE_DAYS = 732;
const MINUTE = 60_000;
/** How long an answer waits for figures that are not counted yet, ms. */
const PATIENCE_MS = 4_000;

interface Asked {
  hallId: string;
  me: string;
  catalogue: HallCatalogue;
  today: string;
}

/** Figures of a period, read from the rollups: brought up to the log first, so nobody sees yesterday's. */
@Injectable()
export class PerformanceService {
  constructor(
    private readonly reader: DocketReader,
    private readonly roller: FigureRoller,
  ) {}

  /** Errors: `period-too-long` for more than two years, or a period that ends before it begins. */
  async view(
    hallId: string,
    me: string,
    { scope, key, by, ...period }: InputOf<typeof viewPerformance>['query'],
  ): Promise<PerformanceView> {
    const { catalogue, context } = await this.reader.present(hallId);
    const { from, until } = periodOf(period, context.day, PERFORMANCE_DAYS);
    const length = (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1;
    const before = { from: addDays(from, -length), until: addDays(from, -1) };
    const { seq, behind } = await this.roller.followFor(hallId, PATIENCE_MS);
    const asked = { hallId, me, catalogue, today: context.day };
    const [now, past, hours, groups, corrections] = await Promise.all([
      this.figures(asked, { from, until }, scope, key),
      this.figures(asked, before, scope, key),
      this.cells(asked, { from, until }, scope, { key, hours: true }),
      this.groups(asked, { from, until }, by),
      this.corrections(hallId, from, until),
    ]);
    return {
      from,
      until,
      before,
      seq,
      behind,
      scope,
      key,
      figures: now.figures,
      figuresBefore: past.figures,
      hours: hours.map(({ cell, measures, waits }) => {
        const p90 = waits.quantileMs(0.9);
        return {
          weekday: Math.floor(cell / 24),
          hour: cell % 24,
          issued: measures.issued,
          answered: measures.answered,
          p90: p90 === null ? null : p90 / MINUTE,
        };
      }),
      columns: now.cell?.columns ?? [],
      columnMinutes: COLUMN_MINUTES,
      promiseMinutes: promiseOf(catalogue, scope, key),
      by,
      groups,
      corrections,
    };
  }

  /** Figures by group over days, with nobody's left out: for sums that people answer for, not for anybody to look at one by one. */
  async byGroup(hallId: string, period: { from: string; until: string }, by: Exclude<Scope, 'hall'>, patient: boolean) {
    const { catalogue, context } = await this.reader.present(hallId);
    const { seq, behind } = patient
      ? { seq: await this.roller.follow(hallId), behind: false }
      : await this.roller.followFor(hallId, PATIENCE_MS);
    const groups = await this.groups({ hallId, me: '', catalogue, today: context.day }, period, by);
    return { seq, behind, groups };
  }

  private async figures(asked: Asked, period: { from: string; until: string }, scope: Scope, key: string) {
    const [cell] = await this.cells(asked, period, scope, { key });
    const own = (await this.ownRated(asked, period, scope)).get(key) ?? {};
    const late = (await this.overdue(asked, period.until, scope)).get(key);
    const measures = without(cell?.measures ?? noMeasures(), own);
    return { cell, figures: figuresOf(measures, cell?.waits ?? new Waits(), late) };
  }

  private async groups(asked: Asked, period: { from: string; until: string }, by: Exclude<Scope, 'hall'>) {
    const [cells, own, late] = await Promise.all([
      this.cells(asked, period, by, {}),
      this.ownRated(asked, period, by),
      this.overdue(asked, period.until, by),
    ]);
    return cells
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ key, measures, waits }) => ({
        key,
        figures: figuresOf(without(measures, own.get(key) ?? {}), waits, late.get(key)),
      }));
  }

  /** Lines of a period summed up: whole months that are over from their own lines, the rest by days. */
  private async cells(
    { hallId, today }: Asked,
    { from, until }: { from: string; until: string },
    scope: Scope,
    { key, hours = false }: { key?: string; hours?: boolean },
  ): Promise<Cell[]> {
    const spans = spansOf(from, until, today);
    const rows = await this.rows<StoredCell>(
      `${LINES} join unnest($3::text[], $4::date[], $5::date[]) as span (of, first, last) on grain = of and start between first and last
       where hall_id = $1 and scope = $2 and ($6::text is null or key = $6) and ${hours ? `cell <> ${WHOLE}` : `cell = ${WHOLE}`}`,
      [
        hallId,
        scope,
        spans.map(({ grain }) => grain),
        spans.map((span) => span.from),
        spans.map((span) => span.until),
        key ?? null,
      ],
    );
    return summed(rows);
  }

  /** Ratings about whoever looks, which they never find in any figure (DOMAIN §10). */
  private async ownRated(
    { hallId, me }: Asked,
    { from, until }: { from: string; until: string },
    scope: Scope,
  ): Promise<Map<string, Partial<Measures>>> {
    const rows = await this.rows<Partial<Measures> & { key: string | null }>(OWN_RATED[scope], [
      hallId,
      from,
      until,
      me,
    ]);
    return new Map(rows.map(({ key, ...measures }) => [key ?? '', measures]));
  }

  /** Past their day and open at the end of the period. A window or a queue has no cases. */
  private async overdue({ hallId, catalogue }: Asked, until: string, scope: Scope): Promise<Map<string, Overdue>> {
    const key = overdueKeyOf(scope);
    if (key === null) return new Map();
    const { timeZone } = catalogue.published.hall;
    const rows = await this.rows<Overdue & { key: string }>(overdueSql(key), [hallId, until, timeZone]);
    return new Map(rows.map(({ key: of, promised, legal }) => [of, { promised, legal }]));
  }

  private corrections(hallId: string, from: string, until: string) {
    return this.rows<{ day: string; times: number }>(
      `select to_char(day, 'YYYY-MM-DD') as day, corrections as times from figure_day
       where hall_id = $1 and day between $2 and $3 and corrections > 0 order by day desc limit 100`,
      [hallId, from, until],
    );
  }

  private async rows<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    return (await this.reader.database.query(sql, parameters)) as T[];
  }
}

const without = (measures: Measures, own: Partial<Measures>): Measures =>
  addMeasures(
    { ...measures },
    Object.fromEntries(Object.entries(own).map(([name, value]) => [name, -Number(value)])) as Partial<Measures>,
  );

/** The promise that the distribution is held against: the queue's, or everybody's where all queues promise the same. */
function promiseOf({ published }: HallCatalogue, scope: Scope, key: string): number | null {
  const queues = scope === 'queue' ? published.queues.filter(({ id }) => id === key) : published.queues;
  const promises = new Set(queues.map(({ waitPromiseSeconds }) => waitPromiseSeconds));
  return promises.size === 1 ? [...promises][0]! / 60 : null;
}
