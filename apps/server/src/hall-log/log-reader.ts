import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppError } from '../platform/http/app-error.ts';
import type { HallTransaction } from './hall-log.ts';
import type { LogEvent } from './log-event.ts';

/** Which part of a log to read. */
export interface LogQuery {
  after: number;
  limit: number;
  subject?: string | undefined;
  kind?: string | undefined;
  day?: string | undefined;
  newestFirst?: boolean;
}

export interface EventRow {
  seq: number;
  day: string;
  at: Date;
  actor: string;
  kind: string;
  subject: string;
  data: Record<string, unknown>;
  hash: string;
}

export const eventOf = (hallId: string, row: EventRow): LogEvent => ({ ...row, hallId, at: row.at.getTime() });

const FIELDS = 'seq, day, at, actor, kind, subject, data, hash';

/** Reads a hall's log. */
@Injectable()
export class LogReader {
  constructor(private readonly database: DataSource) {}

  /** Reads several things as of one moment of the log. */
  async snapshot<T>(work: (reader: Pick<HallTransaction, 'query'>) => Promise<T>): Promise<T> {
    const runner = this.database.createQueryRunner();
    try {
      await runner.startTransaction('REPEATABLE READ');
      const result = await work({ query: (sql, parameters) => runner.query(sql, parameters) });
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  async head(
    hallId: string,
    reader: Pick<HallTransaction, 'query'> = this.database,
  ): Promise<{ seq: number; hash: string; catalogueSeq: number }> {
    const [row] = (await reader.query('select seq, hash, catalogue_seq from hall_head where hall_id = $1', [
      hallId,
    ])) as {
      seq: number;
      hash: string;
      catalogue_seq: number;
    }[];
    if (!row) throw new AppError('unknown-hall');
    return { seq: row.seq, hash: row.hash, catalogueSeq: row.catalogue_seq };
  }

  async hallIds(): Promise<string[]> {
    const rows = (await this.database.query('select hall_id from hall_head order by hall_id')) as { hall_id: string }[];
    return rows.map((row) => row.hall_id);
  }

  /** Events after a sequence, oldest first — or before it, newest first. `subject` also finds events that happened at that window. */
  async events(hallId: string, query: LogQuery): Promise<LogEvent[]> {
    const parameters: unknown[] = [hallId];
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const where = ['hall_id = $1'];
    if (query.newestFirst) {
      if (query.after > 0) where.push(`seq < ${bind(query.after)}`);
    } else where.push(`seq > ${bind(query.after)}`);
    if (query.subject) {
      const windowId = /^window:(.+)$/.exec(query.subject)?.[1];
      const subject = `subject = ${bind(query.subject)}`;
      where.push(windowId ? `(${subject} or data->>'windowId' = ${bind(windowId)})` : subject);
    }
    if (query.kind) where.push(`kind = ${bind(query.kind)}`);
    if (query.day) where.push(`day = ${bind(query.day)}`);
    const order = query.newestFirst ? 'desc' : 'asc';
    const rows = (await this.database.query(
      `select ${FIELDS} from hall_event where ${where.join(' and ')} order by seq ${order} limit ${bind(query.limit)}`,
      parameters,
    )) as EventRow[];
    return rows.map((row) => eventOf(hallId, row));
  }

  async heads(hallId: string): Promise<{ seq: number; hash: string; signedAt: number; signature: string }[]> {
    const rows = (await this.database.query(
      'select seq, hash, signed_at, signature from hall_head_signature where hall_id = $1 order by seq',
      [hallId],
    )) as { seq: number; hash: string; signed_at: Date; signature: string }[];
    return rows.map(({ signed_at, ...row }) => ({ ...row, signedAt: signed_at.getTime() }));
  }
}
