import { MEASURES, type Measures } from '@shouwen/domain/indicators/measures';
import { openSpans, type WindowEvent } from '@shouwen/domain/indicators/open-spans';
import { type Cell, type Counted, rollDay } from '@shouwen/domain/indicators/roll';
import { columnOf } from '@shouwen/domain/indicators/waits';
import type { HallTransaction } from '../hall-log/hall-log.ts';
import { CALLS, CASES, DEPARTMENTS, LAST_OF_DAY, RATINGS, SERVINGS, TICKETS, WINDOW_EVENTS } from './roll.sql.ts';

/** A row of the counting statements. */
type Row = Partial<Record<(typeof MEASURES)[number], number | string>> & {
  queue_id?: string | null;
  matter_id?: string | null;
  window_id?: string | null;
  clerk_id?: string | null;
  department_id?: string | null;
  hour?: number;
  waits?: (number | string)[];
};

/** Departments of matters and of clerks, by `matter:ID` and `staff:ID`. */
type Departments = ReadonlyMap<string, string>;

/**
 * Of a day of which the planner has no statistics yet — every today — it believes that it has one ticket, and would compare each call with
 * each ticket. Until the transaction ends.
 */
const JOIN_BY_HASH = `select set_config('enable_nestloop', 'off', true)`;

/** A day's figures, counted anew from the tables and the log alone: whoever counts again, years later, counts the same. In a transaction. */
export async function figuresOfDay(
  tx: Pick<HallTransaction, 'query'>,
  hallId: string,
  day: string,
  timeZone: string,
): Promise<Cell[]> {
  const asked = [hallId, day, timeZone];
  await tx.query(JOIN_BY_HASH);
  const published = await tx.query<{ id: string; department: string }>(DEPARTMENTS, [hallId, day]);
  const departments: Departments = new Map(published.map(({ id, department }) => [id, department]));
  const counted: Counted[] = [];
  for (const sql of [TICKETS, SERVINGS, CALLS, RATINGS, CASES])
    for (const row of await tx.query<Row>(sql, asked)) counted.push(countedOf(row, departments));
  const events = await tx.query<Omit<WindowEvent, 'at'> & { at: Date }>(WINDOW_EVENTS, asked);
  if (events.length > 0) {
    const [last] = await tx.query<{ at: Date | null }>(LAST_OF_DAY, asked);
    const until = Math.max(last?.at?.getTime() ?? 0, events.at(-1)!.at.getTime());
    const at = events.map((event) => ({ ...event, at: event.at.getTime() }));
    for (const { windowId, clerkId, from, until: end } of openSpans(at, until)) {
      const departmentId = departments.get(`staff:${clerkId}`) ?? null;
      counted.push({
        keys: { department: departmentId, queue: null, matter: null, window: windowId, person: clerkId },
        hour: null,
        measures: { openMs: end - from },
      });
    }
  }
  return rollDay(day, counted, columnOf);
}

/** Where a row counts. Its department is that of the matter; without one, that of the clerk; what has none counts under the empty key. */
function countedOf(row: Row, departments: Departments): Counted {
  const { queue_id = null, matter_id = null, window_id = null, clerk_id = null, hour = null, waits = [] } = row;
  const ofMatter = matter_id === null ? null : (departments.get(`matter:${matter_id}`) ?? null);
  const ofClerk = clerk_id === null ? null : (departments.get(`staff:${clerk_id}`) ?? null);
  const measures: Partial<Measures> = {};
  for (const name of MEASURES) if (row[name] !== undefined) measures[name] = Number(row[name]);
  return {
    keys: {
      department: row.department_id ?? ofMatter ?? ofClerk ?? '',
      queue: queue_id,
      matter: matter_id ?? '',
      window: window_id,
      person: clerk_id,
    },
    hour,
    measures,
    waits: waits.map((seconds) => [Number(seconds) * 1000, 1] as const),
  };
}
