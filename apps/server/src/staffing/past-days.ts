import { openSpans, type WindowEvent } from '@shouwen/domain/indicators/open-spans';
import { lessonOf, type DayLesson, type PastDay } from '@shouwen/domain/staffing/lesson';
import type { ServiceDay } from '@shouwen/domain/time/instant';
import { instantAt } from '@shouwen/domain/time/zoned';
import type { DataSource } from 'typeorm';

/** Days of a weekday are looked for so far back. */
const BACK = "interval '370 days'";

/** Days of the same weekday before $2 on which numbers were given, the newest first; by the key of queue_day. */
const DAYS = `select to_char(day, 'YYYY-MM-DD') as day from queue_day
  where hall_id = $1 and day < $2::date and day >= $2::date - ${BACK} and extract(isodow from day) = extract(isodow from $3::date)
  group by queue_day.day having sum(last_number) > 0 order by queue_day.day desc limit $4`;
const TICKETS = `select to_char(day, 'YYYY-MM-DD') as day, number, queue_id as "queueId", matter_id as "matterId", head_start as "headStart",
    issued_at as "issuedAt", state, returns, ended_at as "endedAt"
  from ticket where hall_id = $1 and day = any($2::date[]) order by issued_seq`;
const SERVINGS = `select to_char(day, 'YYYY-MM-DD') as day, number, queue_id as "queueId", matter_id as "matterId", window_id as "windowId",
    called_at as "calledAt", started_at as "startedAt", ended_at as "endedAt", held_ms as "heldMs", waited_ms as "waitedMs"
  from serving where hall_id = $1 and day = any($2::date[]) order by number, n`;
const WINDOW_EVENTS = `select to_char(day, 'YYYY-MM-DD') as day, kind, at, data->>'windowId' as "windowId", data->>'clerkId' as "clerkId"
  from hall_event where hall_id = $1 and day = any($2::date[])
    and kind in ('window-opened', 'window-closed', 'window-paused', 'window-resumed') order by seq`;

type Dated<T> = T & { day: ServiceDay };
type TicketRow = Dated<
  Omit<PastDay['tickets'][number], 'issuedAt' | 'endedAt'> & { issuedAt: Date; endedAt: Date | null }
>;
type ServingRow = Dated<
  Omit<PastDay['servings'][number], 'calledAt' | 'startedAt' | 'endedAt' | 'heldMs' | 'waitedMs'> &
    Record<'calledAt' | 'startedAt', Date> &
    Record<'heldMs' | 'waitedMs', string | number> & { endedAt: Date | null }
>;
type WindowRow = Dated<Omit<WindowEvent, 'at'> & { at: Date }>;

/** A group of rows by their day. */
function byDay<T extends { day: ServiceDay }>(rows: readonly T[]): Map<ServiceDay, T[]> {
  const days = new Map<ServiceDay, T[]>();
  for (const row of rows) {
    const of = days.get(row.day);
    if (of) of.push(row);
    else days.set(row.day, [row]);
  }
  return days;
}

/** What the last days of the weekday of `day` before `before` teach. */
export async function readLessons(
  database: DataSource,
  hallId: string,
  asked: { day: ServiceDay; before: ServiceDay; most: number },
  { timeZone, isQueue }: { timeZone: string; isQueue: (id: string) => boolean },
): Promise<DayLesson[]> {
  const query = async <T>(sql: string, ...parameters: unknown[]) =>
    (await database.query(sql, [hallId, ...parameters])) as T[];
  const days = (await query<{ day: ServiceDay }>(DAYS, asked.before, asked.day, asked.most)).map(({ day }) => day);
  if (days.length === 0) return [];
  const tickets = byDay(await query<TicketRow>(TICKETS, days));
  const servings = byDay(await query<ServingRow>(SERVINGS, days));
  const events = byDay(await query<WindowRow>(WINDOW_EVENTS, days));
  return days.map((day) => {
    const served = (servings.get(day) ?? []).map(
      ({ calledAt, startedAt, endedAt, heldMs, waitedMs, ...serving }): PastDay['servings'][number] => ({
        ...serving,
        calledAt: calledAt.getTime(),
        startedAt: startedAt.getTime(),
        endedAt: endedAt?.getTime() ?? null,
        heldMs: Number(heldMs),
        waitedMs: Number(waitedMs),
      }),
    );
    const at = (events.get(day) ?? []).map((event): WindowEvent => ({ ...event, at: event.at.getTime() }));
    const last = served.reduce((late, { startedAt, endedAt }) => Math.max(late, endedAt ?? startedAt), 0);
    return lessonOf(
      {
        day,
        midnight: instantAt(day, '00:00', timeZone),
        tickets: (tickets.get(day) ?? []).map(({ issuedAt, endedAt, ...ticket }) => ({
          ...ticket,
          issuedAt: issuedAt.getTime(),
          endedAt: endedAt?.getTime() ?? null,
        })),
        servings: served,
        open: openSpans(at, Math.max(last, at.at(-1)?.at ?? 0)),
      },
      isQueue,
    );
  });
}
