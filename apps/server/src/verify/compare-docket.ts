import { isDeepStrictEqual } from 'node:util';
import type { Docket } from '@shouwen/domain/docket/state';
import {
  caseToRow,
  cardToRow,
  contactToRow,
  dueRow,
  inspectionToRow,
  petitionToRow,
  ratingToRow,
  sheetToRow,
} from '../docket/rows.ts';
import type { Reader } from '../queue/queue-reader.ts';

type Row = Record<string, unknown>;
type Find = (finding: string) => void;
const PAGE = 2_000;

/** Compares cases, first contacts, cards, counters and due items with what the events come to; returns how many rows were compared. */
export async function compareDocket(database: Reader, hallId: string, docket: Docket, find: Find): Promise<number> {
  const due = Object.values(docket.contacts)
    .map((contact) => dueRow(hallId, contact, docket))
    .filter((row) => row['at'] !== null);
  const tables: [string, string, Row[]][] = [
    ['case_file', 'id', Object.values(docket.cases).map((item) => caseToRow(hallId, item))],
    ['first_contact', 'id', Object.values(docket.contacts).map((item) => contactToRow(hallId, item))],
    ['card', 'id', Object.values(docket.cards).map((item) => cardToRow(hallId, item))],
    ['petition', 'contact_id', Object.values(docket.petitions).map((item) => petitionToRow(hallId, item))],
    ['rating', 'id', Object.values(docket.ratings).map((item) => ratingToRow(hallId, item))],
    ['questionnaire_sheet', 'id', Object.values(docket.sheets).map((item) => sheetToRow(hallId, item))],
    ['inspection', 'id', Object.values(docket.inspections).map((item) => inspectionToRow(hallId, item))],
    ['docket_counter', 'id', Object.entries(docket.counters).map(([id, n]) => ({ hall_id: hallId, id, n }))],
    ['due_item', 'contact_id', due],
  ];
  let rows = 0;
  for (const [table, key, expected] of tables) rows += await compareTable(database, hallId, table, key, expected, find);
  return rows;
}

/** Compares a table with the rows that the events come to, page by page; returns how many rows were compared. */
export async function compareTable(
  database: Reader,
  hallId: string,
  table: string,
  key: string,
  expected: Row[],
  find: Find,
): Promise<number> {
  const wanted = new Map(expected.map((row) => [String(row[key]), row]));
  let compared = 0;
  let after: unknown = null;
  for (;;) {
    const rows = (await database.query(
      `select * from ${table} where hall_id = $1 ${after === null ? '' : `and ${key} > $2`} order by ${key} limit ${PAGE}`,
      after === null ? [hallId] : [hallId, after],
    )) as Row[];
    for (const row of rows) {
      const id = String(row[key]);
      const should = wanted.get(id);
      compared += 1;
      if (!should) find(`${table} ${id}: in the table, but no event made it`);
      else for (const field of differences(row, should)) find(`${table} ${id}: ${field} differs from the events`);
      wanted.delete(id);
    }
    if (rows.length < PAGE) break;
    after = rows.at(-1)![key];
  }
  for (const id of wanted.keys()) find(`${table} ${id}: missing, though the events made it`);
  return compared;
}

const plain = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString() : JSON.parse(JSON.stringify(value ?? null));

const differences = (row: Row, should: Row): string[] =>
  Object.keys(should).filter((field) => !isDeepStrictEqual(plain(row[field]), plain(should[field])));
