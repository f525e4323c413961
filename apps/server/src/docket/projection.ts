import { docketChanges } from '@shouwen/domain/docket/evolve';
import type { DocketEvent } from '@shouwen/domain/docket/events';
import { applyDocket, copyOf, type Docket } from '@shouwen/domain/docket/state';
import type { HallTransaction } from '../hall-log/hall-log.ts';
import type { LogEvent } from '../hall-log/log-event.ts';
import {
  caseToRow,
  cardToRow,
  contactToRow,
  dueRow,
  inspectionToRow,
  ratingToRow,
  petitionToRow,
  sheetToRow,
} from './rows.ts';

/** Tables of the docket with the columns that an event can change after the row was made. */
const TABLES = {
  case_file: {
    key: 'hall_id, id',
    mutable: [
      'department_id',
      'state',
      'received_day',
      'accepted_day',
      'promised_last_day',
      'decided_day',
      'ended_at',
      'body',
    ],
  },
  first_contact: {
    key: 'hall_id, id',
    mutable: ['case_id', 'department_id', 'answerable_id', 'offered_to_id', 'closed_at', 'body'],
  },
  card: { key: 'hall_id, id', mutable: ['acknowledged', 'body'] },
  petition: { key: 'hall_id, contact_id', mutable: ['state', 'due_by', 'ended_at', 'body'] },
  rating: { key: 'hall_id, day, id', mutable: ['finding', 'body'] },
  questionnaire_sheet: { key: 'hall_id, id', mutable: ['body'] },
  inspection: { key: 'hall_id, id', mutable: ['state', 'body'] },
  docket_counter: { key: 'hall_id, id', mutable: ['n'] },
} as const;
type Table = keyof typeof TABLES;

const upsert = (table: Table, parameter: number): string => {
  const { key, mutable } = TABLES[table];
  const set = mutable.map((column) => `${column} = excluded.${column}`).join(', ');
  return `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $${parameter}::jsonb)
    on conflict (${key}) do update set ${set}`;
};

/** The docket after placed events, and what they changed, each thing once. */
export function foldDocket(before: Docket, events: readonly LogEvent[]) {
  const docket = copyOf(before);
  const touched = {
    cases: new Set<string>(),
    contacts: new Set<string>(),
    cards: new Set<string>(),
    petitions: new Set<string>(),
    ratings: new Set<string>(),
    sheets: new Set<string>(),
    inspections: new Set<string>(),
    counters: new Set<string>(),
  };
  for (const event of events) {
    const changes = docketChanges(docket, event as unknown as DocketEvent);
    applyDocket(docket, changes);
    for (const part of Object.keys(touched) as (keyof typeof touched)[]) {
      for (const { id } of changes[part] ?? []) touched[part].add(id);
    }
  }
  return { docket, touched };
}

/** Writes what docket events changed into its tables: one statement, in the command's transaction. */
export async function projectDocket(
  tx: HallTransaction,
  hallId: string,
  before: Docket,
  events: readonly LogEvent[],
): Promise<Docket> {
  const { docket, touched } = foldDocket(before, events);
  const rows: [Table, unknown[]][] = [
    ['case_file', [...touched.cases].map((id) => caseToRow(hallId, docket.cases[id]!))],
    ['first_contact', [...touched.contacts].map((id) => contactToRow(hallId, docket.contacts[id]!))],
    ['card', [...touched.cards].map((id) => cardToRow(hallId, docket.cards[id]!))],
    ['petition', [...touched.petitions].map((id) => petitionToRow(hallId, docket.petitions[id]!))],
    ['rating', [...touched.ratings].map((id) => ratingToRow(hallId, docket.ratings[id]!))],
    ['questionnaire_sheet', [...touched.sheets].map((id) => sheetToRow(hallId, docket.sheets[id]!))],
    ['inspection', [...touched.inspections].map((id) => inspectionToRow(hallId, docket.inspections[id]!))],
    ['docket_counter', [...touched.counters].map((id) => ({ hall_id: hallId, id, n: docket.counters[id] }))],
  ];
  const filled = rows.filter(([, list]) => list.length > 0);
  const parameters: unknown[] = filled.map(([, list]) => JSON.stringify(list));
  const parts = filled.map(([table], index) => `w${index} as (${upsert(table, index + 1)})`);
  const contactIds = new Set([
    ...touched.contacts,
    ...touched.petitions,
    ...[...touched.cases].map((id) => docket.cases[id]!.contactId),
  ]);
  const due = [...contactIds].map((id) => dueRow(hallId, docket.contacts[id]!, docket));
  const pending = due.filter((row) => row['at'] !== null);
  const over = due.filter((row) => row['at'] === null).map((row) => row['contact_id']);
  if (pending.length > 0) {
    parts.push(`due as (insert into due_item select * from jsonb_populate_recordset(null::due_item, $${parameters.push(JSON.stringify(pending))}::jsonb)
      on conflict (hall_id, contact_id) do update set at = excluded.at, case_id = excluded.case_id)`);
  }
  if (over.length > 0) {
    parts.push(
      `over as (delete from due_item where hall_id = $${parameters.push(hallId)} and contact_id = any($${parameters.push(over)}))`,
    );
  }
  if (parts.length > 0) await tx.query(`with ${parts.join(', ')} select 1`, parameters);
  return docket;
}
