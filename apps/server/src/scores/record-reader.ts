import { Injectable } from '@nestjs/common';
import type { Conduct } from '@shouwen/domain/conduct/conduct';
import type { PeriodName, ScoreScope } from '@shouwen/domain/score/period';
import type { Objection, SealedSheet } from '@shouwen/domain/score/score';
import { DataSource } from 'typeorm';
import type { HallTransaction } from '../hall-log/hall-log.ts';
import { PersonalData } from '../hall-log/personal-data.ts';

type Reader = Pick<HallTransaction, 'query'>;

/** Reads what appraisal, rewards and accountability have kept. */
@Injectable()
export class RecordReader {
  constructor(
    private readonly database: DataSource,
    private readonly personal: PersonalData,
  ) {}

  sealed(
    hallId: string,
    scope: ScoreScope,
    period: PeriodName,
    reader: Reader = this.database,
  ): Promise<SealedSheet[]> {
    return bodies(
      reader,
      'select body from score_sheet where hall_id = $1 and scope = $2 and period = $3 order by key',
      [hallId, scope, period],
    );
  }

  objections(
    hallId: string,
    scope: ScoreScope,
    period: PeriodName,
    reader: Reader = this.database,
  ): Promise<Objection[]> {
    return bodies(
      reader,
      `select body from score_objection where hall_id = $1 and scope = $2 and period = $3
       order by split_part(id, '.', 2)::int`,
      [hallId, scope, period],
    );
  }

  async objection(hallId: string, id: string, reader: Reader = this.database): Promise<Objection | undefined> {
    const sql = 'select body from score_objection where hall_id = $1 and id = $2';
    return (await bodies<Objection>(reader, sql, [hallId, id]))[0];
  }

  /** One more objection to a period's sheets, of whatever scope. */
  async nextObjection(hallId: string, period: PeriodName, reader: Reader): Promise<string> {
    const [row] = await reader.query<{ n: number }>(
      'select count(*)::int as n from score_objection where hall_id = $1 and period = $2',
      [hallId, period],
    );
    return `${period}.${row!.n + 1}`;
  }

  /** The last 500, the newest first. */
  conduct(hallId: string, staffId: string | null): Promise<Conduct[]> {
    return bodies(
      this.database,
      `select body from conduct where hall_id = $1 and ($2::text is null or staff_id = $2) order by found_at desc, id desc limit 500`,
      [hallId, staffId],
    );
  }

  async oneConduct(hallId: string, id: string, reader: Reader = this.database): Promise<Conduct | undefined> {
    return (await bodies<Conduct>(reader, 'select body from conduct where hall_id = $1 and id = $2', [hallId, id]))[0];
  }

  async nextConduct(hallId: string, year: string, reader: Reader): Promise<string> {
    const [row] = await reader.query<{ n: number }>(
      'select count(*)::int as n from conduct where hall_id = $1 and starts_with(id, $2)',
      [hallId, `${year}.`],
    );
    return `${year}.${row!.n + 1}`;
  }

  /** Texts by their reference; one that was erased is empty. */
  async words(hallId: string, refs: readonly string[]): Promise<(ref: { ref: string }) => string> {
    const found = await this.personal.readRefs(hallId, refs);
    return ({ ref }) => found.get(ref)?.['text'] ?? '';
  }
}

const bodies = async <T>(reader: Reader, sql: string, parameters: unknown[]): Promise<T[]> =>
  (await reader.query<{ body: T }>(sql, parameters)).map(({ body }) => body);
