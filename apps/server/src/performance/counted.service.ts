import { Injectable } from '@nestjs/common';
import type { InputOf } from '@shouwen/contracts/http/operation';
import type { listCounted } from '@shouwen/contracts/http/performance.operations';
import type { CountedRow } from '@shouwen/contracts/views/performance.schema';
import { DocketReader } from '../docket/docket-reader.ts';
import { periodOf } from '../ratings/period.ts';
import { PERFORMANCE_DAYS } from './performance.service.ts';
import { KEY_COLUMN, ROWS_OF } from './rows.sql.ts';

interface Row {
  subject: string;
  day: string;
  at: Date;
  number: string;
  queue_id: string | null;
  matter_id: string | null;
  window_id: string | null;
  clerk_id: string | null;
  took: string | null;
  total: number;
}

/** The rows that a figure counts. Ratings about whoever looks are not among them. */
@Injectable()
export class CountedService {
  constructor(private readonly reader: DocketReader) {}

  /** Errors: `period-too-long`. */
  async list(
    hallId: string,
    me: string,
    { scope, key, measure, weekday, hour, skip, limit, ...period }: InputOf<typeof listCounted>['query'],
  ): Promise<{ total: number; rows: CountedRow[] }> {
    const { catalogue, context } = await this.reader.present(hallId);
    const { from, until } = periodOf(period, context.day, PERFORMANCE_DAYS);
    const { matters, staff } = catalogue.rules;
    const ofMatters = Object.fromEntries(Object.values(matters).map((one) => [one.id, one.departmentId]));
    const ofStaff = Object.fromEntries(Object.values(staff).map((one) => [one.id, one.departmentId]));
    const parameters: unknown[] = [
      hallId,
      from,
      until,
      catalogue.published.hall.timeZone,
      JSON.stringify(ofMatters),
      JSON.stringify(ofStaff),
      me,
    ];
    const bind = (value: unknown) => `$${parameters.push(value)}`;
    const source = ROWS_OF[measure];
    const where = [source.where];
    if (scope !== 'hall') where.push(`${KEY_COLUMN[scope]} = ${bind(key)}`);
    if (weekday !== undefined) where.push(`extract(isodow from day)::int = ${bind(weekday + 1)}`);
    if (hour !== undefined) where.push(`hour = ${bind(hour)}`);
    const rows = (await this.reader.database.query(
      `select subject, to_char(day, 'YYYY-MM-DD') as day, ${source.at} as at, number, queue_id, matter_id, window_id, clerk_id,
         ${source.took} as took, (count(*) over ())::int as total
       from (${source.from}) counted where ${where.join(' and ')} order by day desc, 3 desc, subject offset ${bind(skip)} limit ${bind(limit)}`,
      parameters,
    )) as Row[];
    return {
      total: rows[0]?.total ?? 0,
      rows: rows.map((row) => ({
        subject: row.subject,
        day: row.day,
        at: row.at.getTime(),
        number: row.number,
        queueId: row.queue_id,
        matterId: row.matter_id,
        windowId: row.window_id,
        clerkId: row.clerk_id,
        tookMs: row.took === null ? null : Number(row.took),
      })),
    };
  }
}
