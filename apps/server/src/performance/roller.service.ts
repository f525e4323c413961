import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { noMeasures, toList } from '@shouwen/domain/indicators/measures';
import { WHOLE } from '@shouwen/domain/indicators/scopes';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { Log } from '../platform/logging/log.ts';
import { QueueReader } from '../queue/queue-reader.ts';
import { figuresOfDay } from './day-figures.ts';
import { figuresOfMonth, replaceCells } from './figure-cells.ts';
import { HALLS_WITH_MONTHS_LEFT, MONTHS_LEFT, TOUCHED } from './roll.sql.ts';

/** So many events of the log are followed in one go: a hall that moved in with ten years has millions. */
const STRETCH = 400_000;

/**
 * Keeps the rollups up with the log (DOMAIN §9): whatever day an event touches — today, or a past one that a late rating, an adjudication
 * or a reopened case corrects — is counted anew from the tables, whole, so a repeat changes nothing. A day that was over and comes out
 * different leaves a correction behind that says so.
 */
@Injectable()
export class FigureRoller {
  private readonly steps = new Map<string, Promise<void>>();

  constructor(
    private readonly database: DataSource,
    private readonly catalogues: CatalogueService,
    private readonly clocks: HallClocks,
    private readonly queues: QueueReader,
    private readonly log: Log,
  ) {}

  /**
   * Brings the rollups up to where the log is now; returns the event up to which they are right. What comes meanwhile is left to the next
   * call: a busy hall would be counted without end. Each day is counted in a transaction of its own, so that a hall that moves in with ten
   * years is caught up step by step and may be stopped at any of them.
   */
  async follow(hallId: string, progress?: (done: number, of: number) => void): Promise<number> {
    const { head: wanted, rolled: already } = await this.heads(hallId);
    let rolled = already;
    progress?.(rolled, wanted);
    while (rolled < wanted) {
      await this.step(hallId, rolled, Math.min(wanted, rolled + STRETCH));
      rolled = (await this.heads(hallId)).rolled;
      progress?.(rolled, wanted);
    }
    await this.sumUpMonths(hallId);
    return wanted;
  }

  /** Halls whose log went on since their figures were counted. */
  async behind(): Promise<string[]> {
    const rows = (await this.database.query(
      `select h.hall_id from hall_head h left join figure_head f on f.hall_id = h.hall_id
       where h.seq > coalesce(f.seq, 0) order by h.hall_id`,
    )) as { hall_id: string }[];
    return rows.map((row) => row.hall_id);
  }

  /** One stretch; whoever asks while one is on its way waits for that one first. */
  private step(hallId: string, from: number, until: number): Promise<void> {
    const known = this.steps.get(hallId);
    if (known) return known;
    const step = this.stretch(hallId, from, until).finally(() => this.steps.delete(hallId));
    this.steps.set(hallId, step);
    return step;
  }

  /** Halls with a month that is over and was never summed up: a region reads it although nothing happens in the hall. */
  async withMonthsLeft(): Promise<string[]> {
    const rows = (await this.database.query(HALLS_WITH_MONTHS_LEFT)) as { hall_id: string }[];
    return rows.map((row) => row.hall_id);
  }

  /** A month turns without an event: its last day was counted while it was still this month. */
  async sumUpMonths(hallId: string): Promise<void> {
    const { day } = this.queues.today(hallId, await this.catalogues.current(hallId));
    const left = (await this.database.query(MONTHS_LEFT, [hallId, `${day.slice(0, 7)}-01`])) as { month: string }[];
    for (const { month } of left)
      await this.alone(hallId, (runner) => rollMonth(runner, hallId, month.slice(0, 7), true));
  }

  private async stretch(hallId: string, from: number, until: number): Promise<void> {
    const catalogue = await this.catalogues.current(hallId);
    const { day: today } = this.queues.today(hallId, catalogue);
    const { timeZone } = catalogue.published.hall;
    const days = await this.alone(hallId, (runner) => touched(runner, hallId, from, until));
    for (const { day, seq, counted } of days)
      if (!counted)
        await this.alone(hallId, async (runner) => {
          if (!(await isCounted(runner, hallId, day, seq)))
            await this.rollDay(runner, { hallId, day, today, timeZone });
        });
    for (const month of new Set(days.map(({ day }) => day.slice(0, 7))))
      await this.alone(hallId, (runner) => rollMonth(runner, hallId, month, month < today.slice(0, 7)));
    await this.database.query(
      `insert into figure_head (hall_id, seq) values ($1, $2)
       on conflict (hall_id) do update set seq = greatest(figure_head.seq, excluded.seq)`,
      [hallId, until],
    );
  }

  /**
   * As `follow`, but whoever looks at a screen waits no longer than a moment: the rest of a hall's past is counted behind, and the answer
   * says how far it is.
   */
  async followFor(hallId: string, ms: number): Promise<{ seq: number; behind: boolean }> {
    const following = this.follow(hallId);
    following.catch((error: unknown) => this.log.warn({ error, hallId }, 'the figures could not follow the log'));
    const late = new Promise<null>((resolve) => setTimeout(resolve, ms, null).unref());
    const seq = await Promise.race([following, late]);
    return seq === null ? { seq: (await this.heads(hallId)).rolled, behind: true } : { seq, behind: false };
  }

  private async heads(hallId: string): Promise<{ head: number; rolled: number }> {
    const [row] = (await this.database.query(
      `select h.seq as head, coalesce(f.seq, 0) as rolled from hall_head h left join figure_head f on f.hall_id = h.hall_id
       where h.hall_id = $1`,
      [hallId],
    )) as { head: number; rolled: number }[];
    return row ?? { head: 0, rolled: 0 };
  }

  /** One transaction at a time for each hall, on whichever server: the second finds the work done. */
  private async alone<T>(hallId: string, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.database.createQueryRunner();
    try {
      await runner.startTransaction();
      // A hall's whole past may be read at once.
      await runner.query("set local statement_timeout = '10min'");
      await runner.query("select pg_advisory_xact_lock(hashtextextended('figures:' || $1, 0))", [hallId]);
      const result = await work(runner);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async rollDay(
    runner: QueryRunner,
    { hallId, day, today, timeZone }: { hallId: string; day: string; today: string; timeZone: string },
  ): Promise<void> {
    const query = <R>(sql: string, parameters?: unknown[]) => runner.query(sql, parameters) as Promise<R[]>;
    const whole = `select measures from figure_cell where hall_id = $1 and scope = 'hall' and grain = 'day' and start = $2 and cell = ${WHOLE}`;
    const [before] = await query<{ measures: string[] }>(whole, [hallId, day]);
    // The head first: what comes while it is counted is counted again.
    const [head] = await query<{ seq: number }>('select seq from hall_head where hall_id = $1', [hallId]);
    const seq = head!.seq;
    const cells = await figuresOfDay({ query }, hallId, day, timeZone);
    await replaceCells(runner, hallId, 'day', day, cells);
    const after = toList(cells.find(({ scope, cell }) => scope === 'hall' && cell === WHOLE)?.measures ?? noMeasures());
    const was = before?.measures.map(Number);
    const corrected = day < today && was !== undefined && was.some((value, at) => value !== after[at]);
    if (corrected)
      await runner.query(
        `insert into figure_correction (hall_id, day, seq, at, before, after) values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing`,
        [hallId, day, seq, new Date(this.clocks.now(hallId)).toISOString(), was, after],
      );
    await runner.query(
      `insert into figure_day (hall_id, day, seq, corrections) values ($1, $2, $3, 0)
       on conflict (hall_id, day) do update set seq = excluded.seq, corrections = figure_day.corrections + $4`,
      [hallId, day, seq, corrected ? 1 : 0],
    );
  }
}

const touched = async (runner: QueryRunner, hallId: string, from: number, until: number) =>
  (await runner.query(TOUCHED, [hallId, from, until])) as { day: string; seq: number; counted: boolean }[];

/** Another server may have counted the day while this one waited for its turn. */
const isCounted = async (runner: QueryRunner, hallId: string, day: string, seq: number): Promise<boolean> => {
  const rows = (await runner.query('select 1 from figure_day where hall_id = $1 and day = $2 and seq >= $3', [
    hallId,
    day,
    seq,
  ])) as unknown[];
  return rows.length > 0;
};

/** Sums a month up that is over. One that is not has no lines: an example's clock may have been set back into it. */
async function rollMonth(runner: QueryRunner, hallId: string, month: string, over: boolean): Promise<void> {
  const query = <R>(sql: string, parameters?: unknown[]) => runner.query(sql, parameters) as Promise<R[]>;
  const cells = over ? await figuresOfMonth({ query }, hallId, month) : [];
  await replaceCells(runner, hallId, 'month', `${month}-01`, cells);
}
