import { Injectable } from '@nestjs/common';
import { decideImport, tellsFrom } from '@shouwen/domain/history/decide';
import type { HistoryEventKind, NewHistoryEvent } from '@shouwen/domain/history/events';
import { evolveImported } from '@shouwen/domain/history/evolve';
import { importedId, type ImportedCase } from '@shouwen/domain/history/imported-case';
import type { Instant, ServiceDay } from '@shouwen/domain/time/instant';
import { DataSource } from 'typeorm';
import { HallLog, type HallTransaction } from '../hall-log/hall-log.ts';
import type { NewLogEvent } from '../hall-log/log-event.ts';
import { importedToRow } from './rows.ts';

type Reader = Pick<HallTransaction, 'query'>;

/** How many cases came out how. */
export type Written = Record<HistoryEventKind | 'known', number>;
export const NOTHING_WRITTEN: Written = {
  'case-imported': 0,
  'case-history-added': 0,
  'case-history-corrected': 0,
  known: 0,
};

export interface ImportOptions {
  /** The file's word replaces what is known of a case. */
  correct: boolean;
  /** The hall's service day of a moment. */
  dayOf: (at: Instant) => ServiceDay;
}

interface Decided {
  event: NewHistoryEvent;
  before: ImportedCase | undefined;
}

const WRITE = `insert into imported_case (hall_id, id, source, number, matter_id, began_at, ended_at, body)
  select $1, e.id, e.source, e.number, e.matter_id, e.began_at, e.ended_at, e.body
  from rows from (unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[]),
    jsonb_array_elements($8::jsonb)) as e(id, source, number, matter_id, began_at, ended_at, body)
  on conflict (hall_id, id) do update set matter_id = excluded.matter_id, began_at = excluded.began_at,
    ended_at = excluded.ended_at, body = excluded.body`;
const COLUMNS = ['id', 'source', 'number', 'matter_id', 'began_at', 'ended_at'] as const;

/**
 * Writes another system's cases into a hall's log, under the hall's lock like every command: what is known is read behind the lock, so
 * a second import, or one that was killed, doubles nothing. No card, no alarm, no due item comes of it.
 */
@Injectable()
export class HistoryImport {
  constructor(
    private readonly hallLog: HallLog,
    private readonly database: DataSource,
  ) {}

  /** Writes a batch of different cases in one transaction: all of it, or nothing. */
  async write(hallId: string, told: readonly ImportedCase[], options: ImportOptions): Promise<Written> {
    return this.hallLog.transaction<Written>({ hallId, actor: 'installer', name: 'import-history' }, async (tx) => {
      const { decided, counts } = await decideAll(tx, hallId, told, options);
      return {
        events: decided.map(({ event, before }) => toLog(event, before, options)),
        result: counts,
        project: async () => {
          const rows = decided.map(({ event, before }) => importedToRow(hallId, evolveImported(before, event)));
          const columns = COLUMNS.map((column) => rows.map((row) => row[column]));
          await tx.query(WRITE, [hallId, ...columns, JSON.stringify(rows.map(({ body }) => body))]);
        },
      };
    });
  }

  /** What `write` would do now; nothing is written. */
  async preview(hallId: string, told: readonly ImportedCase[], options: ImportOptions): Promise<Written> {
    return (await decideAll(this.database, hallId, told, options)).counts;
  }
}

async function decideAll(reader: Reader, hallId: string, told: readonly ImportedCase[], { correct }: ImportOptions) {
  const ids = told.map(importedId);
  const rows = (await reader.query('select id, body from imported_case where hall_id = $1 and id = any($2)', [
    hallId,
    ids,
  ])) as { id: string; body: ImportedCase }[];
  const known = new Map(rows.map(({ id, body }) => [id, body]));
  const counts = { ...NOTHING_WRITTEN };
  const decided: Decided[] = [];
  for (const [n, item] of told.entries()) {
    const before = known.get(ids[n]!);
    const event = decideImport(before, item, correct);
    counts[event?.kind ?? 'known'] += 1;
    if (event) decided.push({ event, before });
  }
  return { decided, counts };
}

function toLog(event: NewHistoryEvent, before: ImportedCase | undefined, { dayOf }: ImportOptions): NewLogEvent {
  const at = tellsFrom(event, before);
  return {
    kind: event.kind,
    subject: `imported:${importedId(event.data)}`,
    data: event.data as unknown as Record<string, unknown>,
    day: dayOf(at),
    at,
  };
}
