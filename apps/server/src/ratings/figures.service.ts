import { Injectable } from '@nestjs/common';
import type { InputOf } from '@shouwen/contracts/http/operation';
import type { listRatings } from '@shouwen/contracts/http/figures.operations';
import type { FigureGroup, FiguresView, RatingRow } from '@shouwen/contracts/views/figures.schema';
import {
  addCounts,
  figuresOf,
  inducementMarks,
  inOrder,
  noRatings,
  QUICK_MS,
  type RatingCounts,
  type RatingPattern,
} from '@shouwen/domain/rating/figures';
import { RATING_LEVELS } from '@shouwen/domain/rating/rating';
import { DocketReader } from '../docket/docket-reader.ts';
import { officer, type Present } from '../docket/present.ts';
import { ratingFromRow } from '../docket/rows.ts';
import { BEHIND, GROUPS, KEY_OF, LEVELS, PATTERNS, RUNS, SET_OF } from './figures.sql.ts';
import { FIGURES_DAYS, periodOf } from './period.ts';

type CountRow = RatingCounts & {
  key: string;
  matter_id?: string | null;
  clerk_id?: string;
  cast?: boolean;
};
interface Asked {
  from?: string | undefined;
  until?: string | undefined;
}

const levelAt = (score: number) => RATING_LEVELS[5 - score]!;
const countsIn = ({ servings, rated, satisfied, leftOut, leftOutSatisfied }: RatingCounts): RatingCounts => ({
  servings,
  rated,
  satisfied,
  leftOut,
  leftOutSatisfied,
});

/**
 * Figures of ratings, counted by the database over any number of rows, each with the ratings behind it. Whoever looks never finds
 * ratings about themselves in it (DOMAIN §10).
 */
@Injectable()
export class RatingFigures {
  constructor(private readonly reader: DocketReader) {}

  async view(hallId: string, me: string, { by, ...asked }: Asked & { by: FigureGroup }): Promise<FiguresView> {
    const present = await this.reader.present(hallId);
    const period = periodOf(asked, present.context.day, FIGURES_DAYS);
    const { timeZone } = present.catalogue.published.hall;
    const within = [hallId, period.from, period.until, me];
    const rows = await this.rows<CountRow>(GROUPS[by], [...within, timeZone]);
    const total = rows.reduce<RatingCounts>(addCounts, noRatings);
    const groups = [...folded(rows, by, total, present)].map(([key, counts]) => ({ key, figures: figuresOf(counts) }));
    const marks = await this.marks(within);
    return {
      ...period,
      by,
      total: figuresOf(total),
      groups: by === 'hour' ? groups.sort((a, b) => (a.key < b.key ? -1 : 1)) : inOrder(groups),
      marks: marks.map(({ key, marks: found }) => ({ person: officer(key, present.catalogue), marks: found })),
    };
  }

  /** Marks of inducement of each person against all others. */
  private async marks(within: unknown[]) {
    const [patterns, levels, runs] = await Promise.all([
      this.rows<RatingCounts & { key: string; timed: number; quick: number }>(PATTERNS, [...within, QUICK_MS]),
      this.rows<{ key: string; score: number; n: number }>(LEVELS, within),
      this.rows<{ key: string; score: number; length: number }>(RUNS, within),
    ]);
    const all = patterns.map(({ key, timed, quick, ...counts }): RatingPattern & { key: string } => {
      const run = runs.find((one) => one.key === key);
      const own = levels.filter((one) => one.key === key).map(({ score, n }) => [levelAt(score), n]);
      return {
        key,
        ...countsIn(counts),
        timed,
        quick,
        levels: Object.fromEntries(own) as RatingPattern['levels'],
        run: run ? { level: levelAt(run.score), length: run.length } : null,
      };
    });
    return all.flatMap((own) => {
      const marks = inducementMarks(own, together(all.filter(({ key }) => key !== own.key)));
      return marks.length > 0 ? [{ key: own.key, marks }] : [];
    });
  }

  /** The ratings behind a figure, the last cast first. */
  async behind(hallId: string, me: string, asked: InputOf<typeof listRatings>['query']): Promise<RatingRow[]> {
    const { catalogue, context } = await this.reader.present(hallId);
    const { from, until } = periodOf(asked, context.day, FIGURES_DAYS);
    const parameters: unknown[] = [hallId, from, until, me, catalogue.published.hall.timeZone];
    const bind = (value: unknown) => `$${parameters.push(value)}`;
    const where: string[] = [SET_OF[asked.set]];
    if (asked.by !== undefined) where.push(`${KEY_OF[asked.by]} = ${bind(asked.key)}`);
    if (asked.after !== undefined) {
      const id = bind(asked.after);
      where.push(`(r.cast_at, r.id) < (select cast_at, id from rating where hall_id = $1 and id = ${id})`);
    }
    const rows = await this.rows<Record<string, unknown>>(
      `${BEHIND} and ${where.join(' and ')} order by r.cast_at desc, r.id desc limit ${bind(asked.limit)}`,
      parameters,
    );
    return rows.map(ratingFromRow).map((rating) => ({
      ratingId: rating.id,
      castAt: rating.castAt,
      level: rating.level,
      channel: rating.channel,
      windowId: rating.windowId,
      person: officer(rating.clerkId, catalogue),
      matterId: rating.matterId,
      departmentId: rating.departmentId,
      openMs: rating.openMs,
      finding: rating.finding,
      contactId: rating.contactId,
    }));
  }

  private async rows<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    return (await this.reader.database.query(sql, parameters)) as T[];
  }
}

/** Counts by the key that the screen shows. */
function folded(
  rows: readonly CountRow[],
  by: FigureGroup,
  total: RatingCounts,
  { context: { catalogue } }: Present,
): Map<string, RatingCounts> {
  const groups = new Map<string, RatingCounts>();
  for (const row of rows) {
    // A channel is chosen by casting: its rate is a share of all servings, and what was not rated has none.
    if (by === 'channel' && row.key === '') continue;
    const own = by === 'channel' ? { ...row, servings: total.servings } : row;
    const ofMatter = row.matter_id ? catalogue.matters[row.matter_id]?.departmentId : undefined;
    // A rating keeps its department of the day; a serving without one has today's.
    const key =
      by === 'department' && row.cast === false
        ? (ofMatter ?? catalogue.staff[row.clerk_id ?? '']?.departmentId ?? '')
        : row.key;
    groups.set(key, addCounts(groups.get(key) ?? noRatings, countsIn(own)));
  }
  return groups;
}

/** Colleagues as one. */
function together(patterns: readonly RatingPattern[]): RatingPattern {
  const levels: Partial<Record<(typeof RATING_LEVELS)[number], number>> = {};
  for (const pattern of patterns)
    for (const level of RATING_LEVELS) levels[level] = (levels[level] ?? 0) + (pattern.levels[level] ?? 0);
  return {
    ...patterns.reduce<RatingCounts>(addCounts, noRatings),
    timed: patterns.reduce((sum, { timed }) => sum + timed, 0),
    quick: patterns.reduce((sum, { quick }) => sum + quick, 0),
    levels,
    run: null,
  };
}
