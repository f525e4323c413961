import type { Changes } from '@shouwen/domain/hall/changes';
import type { HallTransaction } from '../hall-log/hall-log.ts';
import { appointmentToRow, queueToRow, servingToRow, ticketToRow, windowToRow } from './rows.ts';

/** How each state table is written: its key, and which columns may change after the first write. */
const TABLES = {
  ticket: {
    key: 'hall_id, day, number',
    mutable: [
      'queue_id',
      'matter_id',
      'rank',
      'waiting_since',
      'state',
      'window_id',
      'first_called_at',
      'called_at',
      'last_call_at',
      'calls',
      'servings',
      'returns',
      'ended_at',
    ],
  },
  serving: {
    key: 'hall_id, day, number, n',
    mutable: ['ended_at', 'held_since', 'held_ms', 'ending'],
  },
  queue_day: {
    key: 'hall_id, day, queue_id',
    mutable: ['last_number', 'waiting', 'pace_count', 'pace_ms', 'pace_spread_ms'],
  },
  window_day: {
    key: 'hall_id, day, window_id',
    mutable: [
      'state',
      'clerk_id',
      'since',
      'pause_reason',
      'ticket_id',
      'held_ticket_ids',
      'last_finished_id',
      'last_finished_at',
      'away_since',
      'finished',
      'handled_ms',
    ],
  },
  appointment: { key: 'hall_id, id', mutable: ['state', 'ticket_id'] },
} as const;
type Table = keyof typeof TABLES;

const upsert = (table: Table, parameter: number): string => {
  const { key, mutable } = TABLES[table];
  const set = mutable.map((column) => `${column} = excluded.${column}`).join(', ');
  return `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $${parameter}::jsonb)
    on conflict (${key}) do update set ${set}`;
};

/** The rows that changes of state come to, per table. */
export function rowsOf(hallId: string, changes: Changes): [Table, Record<string, unknown>[]][] {
  const rows: [Table, Record<string, unknown>[]][] = [
    ['ticket', (changes.tickets ?? []).map((ticket) => ticketToRow(hallId, ticket))],
    ['serving', (changes.servings ?? []).map((serving) => servingToRow(hallId, serving))],
    ['queue_day', (changes.queues ?? []).map((queue) => queueToRow(hallId, queue))],
    ['window_day', (changes.windows ?? []).map((window) => windowToRow(hallId, window))],
    ['appointment', (changes.appointments ?? []).map((appointment) => appointmentToRow(hallId, appointment))],
  ];
  return rows.filter(([, list]) => list.length > 0);
}

/** The statement that writes changes into the state tables; `null` when there is nothing to write. */
export function projection(
  hallId: string,
  day: string,
  changes: Changes,
): { sql: string; parameters: unknown[] } | null {
  const tables = rowsOf(hallId, changes);
  const parameters: unknown[] = tables.map(([, rows]) => JSON.stringify(rows));
  const parts = tables.map(([table], index) => `w${index} as (${upsert(table, index + 1)})`);
  if (changes.closed) {
    parts.push(`closed as (insert into hall_day (hall_id, day, closed) values ($${parameters.push(hallId)}, $${parameters.push(day)}, true)
      on conflict (hall_id, day) do update set closed = true)`);
  }
  return parts.length > 0 ? { sql: `with ${parts.join(', ')} select 1`, parameters } : null;
}

/** Writes what events changed into the state tables: one statement, in the command's transaction. */
export async function project(tx: HallTransaction, hallId: string, day: string, changes: Changes): Promise<void> {
  const statement = projection(hallId, day, changes);
  if (statement) await tx.query(statement.sql, statement.parameters);
}
