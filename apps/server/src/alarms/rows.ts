import type { Alarm } from '@shouwen/domain/alarm/alarm';

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Row of an alarm: the whole of it as `body`, and the columns that are asked for. */
export const alarmToRow = (hallId: string, alarm: Alarm) => ({
  hall_id: hallId,
  id: alarm.id,
  day: alarm.day,
  measure: alarm.measure,
  about: alarm.about,
  state: alarm.state,
  opened_at: iso(alarm.openedAt),
  over_at: iso(alarm.overAt),
  closed_at: iso(alarm.closedAt),
  body: alarm,
});

export const alarmFromRow = ({ body }: { body: unknown }): Alarm => body as Alarm;

/** Writes alarms, new or changed: one statement, in the command's transaction. */
export const WRITE_ALARMS = `insert into alarm select * from jsonb_populate_recordset(null::alarm, $1::jsonb)
  on conflict (hall_id, id) do update set state = excluded.state, over_at = excluded.over_at, closed_at = excluded.closed_at, body = excluded.body`;
