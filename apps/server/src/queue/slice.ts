import type { HallCommand } from '@shouwen/domain/hall/commands';
import { morningOf } from '@shouwen/domain/hall/evolve';
import type { HallState } from '@shouwen/domain/hall/state';
import type { Appointment } from '@shouwen/domain/appointment/appointment';
import { parseTicketId, type Serving, type Ticket } from '@shouwen/domain/ticket/ticket';
import type { WindowDay } from '@shouwen/domain/window/window';
import type { HallCatalogue } from '../catalogue/hall-catalogue.ts';
import type { HallTransaction } from '../hall-log/hall-log.ts';
import { readPastAwaited, type Calling } from './past-awaited.ts';
import { appointmentFromRow, queueFromRow, servingFromRow, ticketFromRow, windowFromRow } from './rows.ts';

type Reader = Pick<HallTransaction, 'query'>;
type Row = Record<string, unknown>;

/** Windows and queues of a day: small, needed by every command, and kept in memory between commands. */
export type DayState = Pick<HallState, 'day' | 'closed' | 'windows' | 'queues'>;

export async function readDay(
  reader: Reader,
  hallId: string,
  day: string,
  catalogue: HallCatalogue,
): Promise<DayState> {
  const key = [hallId, day];
  const windows = await reader.query<Row>('select * from window_day where hall_id = $1 and day = $2', key);
  const queues = await reader.query<Row>('select * from queue_day where hall_id = $1 and day = $2', key);
  const [closed] = await reader.query<{ closed: boolean }>(
    'select closed from hall_day where hall_id = $1 and day = $2',
    key,
  );
  const morning = morningOf(catalogue.rules, day);
  return {
    day,
    closed: closed?.closed ?? false,
    windows: { ...morning.windows, ...byId(windows.map(windowFromRow)) },
    queues: { ...morning.queues, ...byId(queues.map(queueFromRow)) },
  };
}

const byId = <T extends { id: string }>(items: T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

const HEADS = `select t.* from unnest($3::text[]) as q(id) cross join lateral (
  select * from ticket where hall_id = $1 and day = $2 and queue_id = q.id and state = 'waiting'
  order by rank, issued_seq limit 1) t`;

const WITH_SERVING = `select to_jsonb(s) is not null as served, t.*, s.n, s.waited_ms, s.window_id as s_window_id, s.clerk_id,
    s.queue_id as s_queue_id, s.matter_id as s_matter_id, s.called_at as s_called_at, s.started_at, s.ended_at as s_ended_at,
    s.held_since, s.held_ms, s.ending
  from ticket t left join serving s
    on s.hall_id = t.hall_id and s.day = t.day and s.number = t.number and s.n = t.servings
  where t.hall_id = $1 and t.day = $2`;

/** A ticket with the serving that it is or was in last, from one joined row. */
export function ticketAndServing(row: Row): { ticket: Ticket; serving: Serving | null } {
  const ticket = ticketFromRow(row);
  if (!row['served']) return { ticket, serving: null };
  const serving = servingFromRow({
    ...row,
    window_id: row['s_window_id'],
    queue_id: row['s_queue_id'],
    matter_id: row['s_matter_id'],
    called_at: row['s_called_at'],
    ended_at: row['s_ended_at'],
  });
  return { ticket, serving };
}

export async function readTickets(reader: Reader, hallId: string, day: string, numbers: string[]): Promise<Row[]> {
  return reader.query<Row>(`${WITH_SERVING} and t.number = any($3)`, [hallId, day, numbers]);
}

export async function readOpenTickets(reader: Reader, hallId: string, day: string): Promise<Row[]> {
  const open = `and t.state in ('waiting', 'called', 'serving', 'held')`;
  return reader.query<Row>(`${WITH_SERVING} ${open}`, [hallId, day]);
}

async function readHeads(reader: Reader, hallId: string, day: string, queueIds: string[]): Promise<Ticket[]> {
  return (await reader.query<Row>(HEADS, [hallId, day, queueIds])).map(ticketFromRow);
}

/** Numbers of the tickets at a window: the current one, those on hold, the one that can still be undone. */
export function numbersAt(window: WindowDay | undefined): string[] {
  if (!window) return [];
  return [window.ticketId, ...window.heldTicketIds, window.lastFinished?.ticketId]
    .filter((id): id is string => typeof id === 'string')
    .map((id) => parseTicketId(id)!.number);
}

/**
 * The slice of the hall's day that a command's rules look at: windows and queues of the day, the tickets at its window, the
 * ticket that it names, and the heads of the queues that it may call from.
 */
export async function readSlice(
  reader: Reader,
  hallId: string,
  dayState: DayState,
  command: HallCommand,
  catalogue: HallCatalogue,
  now: number,
): Promise<HallState> {
  const { day } = dayState;
  const named = 'ticketId' in command ? parseTicketId(command.ticketId) : null;
  const numbers = 'windowId' in command ? numbersAt(dayState.windows[command.windowId]) : [];
  if (named?.day === day) numbers.push(named.number);
  const rows =
    command.type === 'close-day'
      ? await readOpenTickets(reader, hallId, day)
      : numbers.length > 0
        ? await readTickets(reader, hallId, day, numbers)
        : [];
  const found = rows.map(ticketAndServing);
  const heads =
    command.type === 'call-next' || command.type === 'call-chosen'
      ? await headsFor(reader, { hallId, windowId: command.windowId, dayState, rules: catalogue.rules, now })
      : [];
  const tickets = [...heads, ...found.map(({ ticket }) => ticket)];
  const servings = found.flatMap(({ serving }) => (serving ? [serving] : []));
  const appointments = 'appointmentId' in command ? await readAppointment(reader, hallId, command.appointmentId) : [];
  return { ...dayState, tickets: byId(tickets), servings: byId(servings), appointments: byId(appointments) };
}

async function headsFor(reader: Reader, calling: Calling): Promise<Ticket[]> {
  const rule = calling.rules.windows[calling.windowId];
  if (!rule) return [];
  const queueIds = [...rule.firstQueues, ...rule.secondQueues];
  const heads = await readHeads(reader, calling.hallId, calling.dayState.day, queueIds);
  return [...heads, ...(await readPastAwaited(reader, calling, heads))];
}

async function readAppointment(reader: Reader, hallId: string, id: string): Promise<Appointment[]> {
  return (await reader.query<Row>('select * from appointment where hall_id = $1 and id = $2', [hallId, id])).map(
    appointmentFromRow,
  );
}
