import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { evolveConduct, isConductKind, type Conduct, type ConductEvent } from '@shouwen/domain/conduct/conduct';
import {
  evolveObjection,
  isScoreKind,
  sealedBy,
  sheetName,
  type Objection,
  type ScoreEvent,
  type SealedSheet,
} from '@shouwen/domain/score/score';
import { sealedForm, type SealedContent } from '@shouwen/domain/score/sheet';
import type { HallTransaction } from '../hall-log/hall-log.ts';
import type { LogEvent } from '../hall-log/log-event.ts';

type Row = Record<string, unknown>;

/** Everything that appraisal, rewards and accountability keep, by id. */
export interface StaffRecords {
  score_sheet: Map<string, SealedSheet>;
  score_objection: Map<string, Objection>;
  conduct: Map<string, Conduct>;
}
export const noRecords = (): StaffRecords => ({
  score_sheet: new Map(),
  score_objection: new Map(),
  conduct: new Map(),
});

export const isRecordKind = (kind: string): boolean => isScoreKind(kind) || isConductKind(kind);

/** Puts an event into the records; throws on one that does not fit. @returns the id of what changed. */
export function applyRecord(records: StaffRecords, placed: LogEvent): string {
  if (isConductKind(placed.kind)) {
    const event = placed as unknown as ConductEvent;
    const { conductId: id } = event.data;
    records.conduct.set(id, evolveConduct(records.conduct.get(id), event));
    return id;
  }
  const event = placed as unknown as ScoreEvent;
  if (event.kind === 'score-sealed') {
    const id = sheetName(event.data);
    records.score_sheet.set(id, sealedBy(records.score_sheet.get(id), event));
    return id;
  }
  const { objectionId: id } = event.data;
  records.score_objection.set(id, evolveObjection(records.score_objection.get(id), event));
  return id;
}

const ofSheet = ({ scope, period, key }: Pick<SealedSheet, 'scope' | 'period' | 'key'>): Row => ({
  scope,
  period,
  key,
});

/** Rows of the three tables. */
export const recordRows = (hallId: string, { score_sheet, score_objection, conduct }: StaffRecords) => ({
  score_sheet: [...score_sheet].map(([id, body]): Row => ({ hall_id: hallId, id, ...ofSheet(body), body })),
  score_objection: [...score_objection].map(([id, body]): Row => ({ hall_id: hallId, id, ...ofSheet(body), body })),
  conduct: [...conduct].map(([id, body]): Row => {
    const found = new Date(body.foundAt).toISOString();
    return { hall_id: hallId, id, staff_id: body.staffId, found_at: found, body };
  }),
});
export const RECORD_TABLES = ['score_sheet', 'score_objection', 'conduct'] as const;
export type RecordTable = (typeof RECORD_TABLES)[number];

/** Writes rows, new or changed, in the command's transaction. */
export async function writeRecords(tx: HallTransaction, hallId: string, records: StaffRecords): Promise<void> {
  const rows = recordRows(hallId, records);
  for (const table of RECORD_TABLES)
    if (rows[table].length > 0)
      await tx.query(
        `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)
         on conflict (hall_id, id) do update set body = excluded.body`,
        [JSON.stringify(rows[table])],
      );
}

/** The fingerprint of a sealed sheet: SHA-256 over its inputs and what they come to, in canonical JSON (RFC 8785). */
export const fingerprintOf = (content: SealedContent): string =>
  createHash('sha256')
    .update(canonicalize(sealedForm(content)) ?? '')
    .digest('hex');
