import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { makeReport } from '@shouwen/contracts/http/report.operations';
import type { InputOf } from '@shouwen/contracts/http/operation';
import type { ReportFormat, ReportState, ReportView } from '@shouwen/contracts/views/report.schema';
import { isReportPeriod, type ReportKind } from '@shouwen/domain/report/report';
import { randomUUID } from 'node:crypto';
import { DocketReader } from '../docket/docket-reader.ts';
import { AppError } from '../platform/http/app-error.ts';
import { Log } from '../platform/logging/log.ts';
import { ReportMaker } from './report-maker.ts';

/** Most reports that are kept for a person; the oldest make room. */
const KEPT = 30;
/** A job whose server has not said for so long that it works at it is abandoned. */
const ABANDONED = "beat_at < now() - interval '2 minutes'";
const BEAT_MS = 20_000;

/** By the hall's clock, which may stand still in an example: then by who was worked at last. */
const NEWEST = 'order by asked_at desc, beat_at desc';
const COLUMNS = `id, kind, "from", until, state, progress, asked_at, seq`;

interface Row {
  id: string;
  kind: ReportKind;
  from: string;
  until: string;
  state: ReportState;
  progress: number;
  asked_at: Date;
  seq: number | null;
}

interface Job extends Pick<Row, 'id' | 'kind' | 'from' | 'until'> {
  hallId: string;
  me: string;
}

const toView = ({ asked_at: askedAt, ...row }: Row): ReportView => ({ ...row, askedAt: askedAt.getTime() });

/**
 * Reports that people asked for: made one after another behind the answer, with their progress in the database. A server that goes down
 * leaves its jobs behind as failed, and they are asked for again. Everybody has their own: ratings about whoever asks are left out.
 */
@Injectable()
export class ReportsService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly pending = new Map<string, Job>();
  private running: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    private readonly reader: DocketReader,
    private readonly maker: ReportMaker,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.timer = setInterval(() => void this.beat(), BEAT_MS);
    this.timer.unref();
    await this.failAbandoned().catch((error: unknown) => this.log.warn({ error }, 'abandoned reports were not found'));
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stopping = true;
    await this.running;
  }

  /** Errors: `report-period`. */
  async ask(
    hallId: string,
    me: string,
    { kind, from, until }: InputOf<typeof makeReport>['body'],
  ): Promise<ReportView> {
    const { context } = await this.reader.present(hallId);
    if (!isReportPeriod(kind, { from, until }, context.day)) throw new AppError('report-period');
    // What is not over yet goes until today: nothing of tomorrow is late.
    const last = until < context.day ? until : context.day;
    await this.failAbandoned();
    const rows = await this.query<Row>(
      `insert into report (hall_id, id, kind, "from", until, asked_by, asked_at, state)
       values ($1, $2, $3, $4, $5, $6, $7, 'asked') on conflict do nothing returning ${COLUMNS}`,
      [hallId, randomUUID(), kind, from, last, me, new Date(context.now).toISOString()],
    );
    const [begun] = rows;
    if (!begun) return this.onItsWay(hallId, me, kind, from, last);
    await this.query(
      `delete from report where hall_id = $1 and asked_by = $2 and state in ('made', 'failed') and id not in
         (select id from report where hall_id = $1 and asked_by = $2 ${NEWEST} limit ${KEPT})`,
      [hallId, me],
    );
    this.enqueue({ hallId, me, id: begun.id, kind, from, until: last });
    return toView(begun);
  }

  private async onItsWay(hallId: string, me: string, kind: ReportKind, from: string, until: string) {
    const [row] = await this.query<Row>(
      `select ${COLUMNS} from report where hall_id = $1 and asked_by = $2 and kind = $3 and "from" = $4 and until = $5
       ${NEWEST} limit 1`,
      [hallId, me, kind, from, until],
    );
    return toView(row!);
  }

  async list(hallId: string, me: string): Promise<ReportView[]> {
    await this.failAbandoned();
    const rows = await this.query<Row>(
      `select ${COLUMNS} from report where hall_id = $1 and asked_by = $2 ${NEWEST} limit ${KEPT}`,
      [hallId, me],
    );
    return rows.map(toView);
  }

  /** Errors: `unknown-report` for one that is not this person's, `report-not-made`. */
  async file(
    hallId: string,
    me: string,
    id: string,
    format: ReportFormat,
  ): Promise<{ report: ReportView; content: Buffer }> {
    const [row] = await this.query<Row & { content: Buffer | null }>(
      `select ${COLUMNS}, ${format} as content from report where hall_id = $1 and asked_by = $2 and id = $3`,
      [hallId, me, id],
    );
    if (!row) throw new AppError('unknown-report');
    const { content, ...report } = row;
    if (content === null) throw new AppError('report-not-made');
    return { report: toView(report), content };
  }

  private enqueue(job: Job): void {
    this.pending.set(job.id, job);
    this.running = this.running.then(() => this.work(job));
  }

  private async work(job: Job): Promise<void> {
    const { hallId, id } = job;
    try {
      const made = await this.maker.make(job, async (share) => {
        if (this.stopping) throw new Error('the server stops');
        await this.query(
          `update report set state = 'making', progress = $3, beat_at = now() where hall_id = $1 and id = $2`,
          [hallId, id, Math.round(share * 100)],
        );
      });
      await this.query(
        `update report set state = 'made', progress = 100, seq = $3, docx = $4, xlsx = $5 where hall_id = $1 and id = $2`,
        [hallId, id, made.seq, made.docx, made.xlsx],
      );
    } catch (error) {
      this.log.warn({ error, hallId, report: id }, 'a report was not made');
      await this.query(`update report set state = 'failed' where hall_id = $1 and id = $2`, [hallId, id]).catch(
        () => [],
      );
    } finally {
      this.pending.delete(id);
    }
  }

  private async beat(): Promise<void> {
    if (this.pending.size === 0) return;
    await this.query(`update report set beat_at = now() where id = any($1) and state in ('asked', 'making')`, [
      [...this.pending.keys()],
    ]).catch((error: unknown) => this.log.warn({ error }, 'the reports in the making could not be marked'));
  }

  private failAbandoned() {
    return this.query(`update report set state = 'failed' where state in ('asked', 'making') and ${ABANDONED}`, []);
  }

  private async query<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    return (await this.reader.database.query(sql, parameters)) as T[];
  }
}
