import type { DocketEvent } from '@shouwen/domain/docket/events';
import { docketChanges, isDocketKind } from '@shouwen/domain/docket/evolve';
import { applyDocket, emptyDocket, type MutableDocket } from '@shouwen/domain/docket/state';
import type { NewHistoryEvent } from '@shouwen/domain/history/events';
import { evolveImported, isHistoryKind } from '@shouwen/domain/history/evolve';
import { importedId, type ImportedCase } from '@shouwen/domain/history/imported-case';
import { evolveAlarm } from '@shouwen/domain/alarm/evolve-alarm';
import { isAlarmKind, type Alarm, type AlarmEvent } from '@shouwen/domain/alarm/alarm';
import { scoreOf } from '@shouwen/domain/score/sheet';
import { windowOn } from '@shouwen/domain/window/moved';
import { alarmToRow } from '../alarms/rows.ts';
import {
  applyRecord,
  fingerprintOf,
  isRecordKind,
  noRecords,
  recordRows,
  RECORD_TABLES,
  type StaffRecords,
} from '../scores/rows.ts';
import { compareDocket, compareTable } from './compare-docket.ts';
import { importedToRow } from '../history/rows.ts';
import { morningOf, changesOf } from '@shouwen/domain/hall/evolve';
import { applyChanges, type MutableHallState } from '@shouwen/domain/hall/changes';
import type { QueueEvent } from '@shouwen/domain/event/hall-event';
import { compareRank } from '@shouwen/domain/queue/rank';
import { awaitedAt } from '@shouwen/domain/queue/waits-for';
import type { Ticket } from '@shouwen/domain/ticket/ticket';
import { closedWindow } from '@shouwen/domain/window/window';
import { emptyQueue } from '@shouwen/domain/queue/queue-day';
import type { Window } from '@shouwen/contracts/catalogue/catalogue.schema';
import type { Reader } from '../queue/queue-reader.ts';
import type { EventRow } from '../hall-log/log-reader.ts';
import { eventOf } from '../hall-log/log-reader.ts';
import { genesisHash, hashOf, type LogEvent } from '../hall-log/log-event.ts';
import { compareFigures } from './compare-figures.ts';
import { compareDay, compareCatalogue } from './compare-tables.ts';
import { checkHeads, type PublishedHead } from './check-heads.ts';

/** What `verify` found wrong, in words that say where to look. */
export type Finding = string;

export interface HallReport {
  hallId: string;
  events: number;
  days: number;
  rows: number;
  calls: number;
  /** Calls of the smallest rank over all calls. */
  kept: number;
  heads: number;
  findings: Finding[];
}

/** Most findings told per hall; the rest is counted. */
const MOST_FINDINGS = 50;
const PAGE = 5_000;

/**
 * Walks a hall's chain from the first event, rebuilds every day's state from events alone, compares it with the tables row by row,
 * counts the figures again, checks that each call kept the order, and checks every published head against the chain.
 */
export async function verifyHall(
  database: Reader,
  hallId: string,
  publicKeyPem: string,
  published: readonly PublishedHead[],
): Promise<HallReport> {
  const report: HallReport = { hallId, events: 0, days: 0, rows: 0, calls: 0, kept: 0, heads: 0, findings: [] };
  const find = (finding: Finding) => {
    if (report.findings.length < MOST_FINDINGS) report.findings.push(finding);
  };
  const days = new Map<string, MutableHallState>();
  const catalogue = new Map<string, unknown>();
  const docket = emptyDocket() as MutableDocket;
  const imported = new Map<string, ImportedCase>();
  const alarms = new Map<string, Alarm>();
  const records = noRecords();
  const hashes = new Map<number, string>();
  const wanted = new Set(published.map((head) => head.seq));
  let hash = genesisHash(hallId);
  let seq = 0;
  for await (const event of eventsOf(database, hallId)) {
    report.events += 1;
    if (event.seq !== seq + 1) find(`event ${seq + 1} is missing (the next is ${event.seq})`);
    const expected = hashOf(hash, event);
    if (expected !== event.hash)
      find(`event ${event.seq} (${event.kind}): its hash does not fit its content and the event before`);
    seq = event.seq;
    hash = event.hash;
    if (wanted.has(seq)) hashes.set(seq, hash);
    try {
      if (event.kind === 'catalogue-changed') rememberCatalogue(catalogue, event);
      else if (isDocketKind(event.kind)) applyDocket(docket, docketChanges(docket, event as unknown as DocketEvent));
      else if (isHistoryKind(event.kind)) rememberImported(imported, event);
      else if (isAlarmKind(event.kind)) rememberAlarm(alarms, event as unknown as AlarmEvent);
      else if (isRecordKind(event.kind)) rememberRecord(records, event, find);
      else replay(days, event, catalogue, report, find);
    } catch (error) {
      find(`event ${event.seq} (${event.kind}) cannot be replayed: ${(error as Error).message}`);
    }
  }
  const [head] = (await database.query('select seq, hash from hall_head where hall_id = $1', [hallId])) as {
    seq: number;
    hash: string;
  }[];
  if (!head) find('the hall has no head');
  else if (head.seq !== seq || head.hash !== hash)
    find(`the head says event ${head.seq}, the log ends at ${seq} or with another hash`);
  report.heads = published.length;
  for (const finding of checkHeads(hallId, published, hashes, publicKeyPem)) find(finding);
  report.days = days.size;
  report.rows = await compareDay(database, hallId, days, find);
  report.rows += await compareDocket(database, hallId, docket, find);
  const importedRows = [...imported.values()].map((item) => importedToRow(hallId, item));
  report.rows += await compareTable(database, hallId, 'imported_case', 'id', importedRows, find);
  const alarmRows = [...alarms.values()].map((alarm) => alarmToRow(hallId, alarm));
  report.rows += await compareTable(database, hallId, 'alarm', 'id', alarmRows, find);
  const staffRows = recordRows(hallId, records);
  for (const table of RECORD_TABLES)
    report.rows += await compareTable(database, hallId, table, 'id', staffRows[table], find);
  report.rows += await compareCatalogue(database, hallId, catalogue, find);
  report.rows += await compareFigures(database, hallId, find);
  return report;
}

async function* eventsOf(database: Reader, hallId: string): AsyncGenerator<LogEvent> {
  let after = 0;
  for (;;) {
    const rows = (await database.query(
      `select seq, day, at, actor, kind, subject, data, hash from hall_event where hall_id = $1 and seq > $2 order by seq limit ${PAGE}`,
      [hallId, after],
    )) as EventRow[];
    for (const row of rows) yield eventOf(hallId, row);
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.seq;
  }
}

function rememberCatalogue(catalogue: Map<string, unknown>, event: LogEvent): void {
  const { kind, id, item } = event.data as { kind: string; id: string; item: unknown };
  if (item === null) catalogue.delete(`${kind}:${id}`);
  else catalogue.set(`${kind}:${id}`, { item, seq: event.seq });
}

function rememberImported(imported: Map<string, ImportedCase>, event: LogEvent): void {
  const told = event as unknown as NewHistoryEvent;
  const id = importedId(told.data);
  imported.set(id, evolveImported(imported.get(id), told));
}

function rememberAlarm(alarms: Map<string, Alarm>, event: AlarmEvent): void {
  const { alarmId } = event.data;
  alarms.set(alarmId, evolveAlarm(alarms.get(alarmId), event));
}

/** A sealed sheet is worked out again from what was sealed: the same points, the same fingerprint, in every year. */
function rememberRecord(records: StaffRecords, event: LogEvent, find: (finding: Finding) => void): void {
  const id = applyRecord(records, event);
  const sheet = event.kind === 'score-sealed' ? records.score_sheet.get(id) : undefined;
  if (!sheet) return;
  const { content, points, grade, hash } = sheet;
  const again = scoreOf(content.card, content.inputs, content.leftOut);
  if (again.points !== points || again.grade !== grade)
    find(`score sheet ${id}: sealed with ${points}, worked out again it has ${again.points}`);
  if (fingerprintOf(content) !== hash) find(`score sheet ${id}: its fingerprint does not fit what was sealed`);
}

function replay(
  days: Map<string, MutableHallState>,
  event: LogEvent,
  catalogue: ReadonlyMap<string, unknown>,
  report: HallReport,
  find: (finding: Finding) => void,
): void {
  let state = days.get(event.day);
  if (!state) {
    state = morningOf({ queues: {}, windows: {} }, event.day) as MutableHallState;
    days.set(event.day, state);
  }
  const { queueId, toQueueId, windowId } = event.data as { queueId?: string; toQueueId?: string; windowId?: string };
  for (const id of [queueId, toQueueId]) if (id) state.queues[id] ??= emptyQueue(id, event.day);
  if (windowId) state.windows[windowId] ??= closedWindow(windowId, event.day);
  if (event.kind === 'ticket-called') checkOrder(state, event, catalogue, report, find);
  applyChanges(state, changesOf(state, event as unknown as QueueEvent));
}

/**
 * Was anybody with a smaller rank waiting in the same queue, whom this window might have called? Then the call did not keep the order,
 * whatever it says.
 */
function checkOrder(
  state: MutableHallState,
  event: LogEvent,
  catalogue: ReadonlyMap<string, unknown>,
  report: HallReport,
  find: (finding: Finding) => void,
): void {
  const { ticketId, kept, order } = event.data as { ticketId: string; kept: boolean; order: string };
  const ticket = state.tickets[ticketId]!;
  report.calls += 1;
  if (kept) report.kept += 1;
  if (order === 'chosen') return;
  const before = waitingBefore(state, ticket, event, catalogue);
  if (before)
    find(`event ${event.seq}: ${ticket.number} was called before ${before.number}, who was first in the queue`);
}

function waitingBefore(
  state: MutableHallState,
  ticket: Ticket,
  { at, data }: LogEvent,
  catalogue: ReadonlyMap<string, unknown>,
): Ticket | null {
  for (const id in state.tickets) {
    const other = state.tickets[id]!;
    if (other.state !== 'waiting' || other.queueId !== ticket.queueId || compareRank(other, ticket) >= 0) continue;
    const awaited = other.waitsFor === null ? null : awaitedAt(other, state.windows, windowRules(state, catalogue), at);
    if (awaited === null || awaited === data['windowId']) return other;
  }
  return null;
}

/** Which queues each window called from as the catalogue stood then. */
function windowRules({ windows, day }: MutableHallState, catalogue: ReadonlyMap<string, unknown>) {
  const rules: Record<string, { firstQueues: string[] }> = {};
  for (const id of Object.keys(windows)) {
    const known = catalogue.get(`window:${id}`) as { item: Window } | undefined;
    const isQueue = (queueId: string) => catalogue.has(`queue:${queueId}`);
    if (known) rules[id] = windowOn({ ...known.item, moved: known.item.moved ?? null }, day, isQueue);
  }
  return rules;
}
