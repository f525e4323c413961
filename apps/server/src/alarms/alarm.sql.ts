import { DEFAULT_STANDARD_SECONDS } from '@shouwen/domain/queue/standard';

/** What the rules ask for: not over, in somebody's hands, or over since $2 at the earliest; $3 names one more. */
export const ALARM_SLICE = `select body from alarm where hall_id = $1
  and (over_at is null or state in ('open', 'taken') or over_at > $2 or id = $3)`;
export const OPENED_TODAY = 'select count(*)::int as n from alarm where hall_id = $1 and day = $2';
/** What ended since $2, the last first. */
export const ENDED = `select body from alarm where hall_id = $1 and state in ('closed', 'eased') and coalesce(closed_at, over_at) > $2
  order by coalesce(closed_at, over_at) desc limit 100`;
/** Whether somebody was called back to a window since it has been as it is. */
export const CALLED_BACK = `select max((c->>'at')::bigint) as at from alarm a, jsonb_array_elements(a.body->'calledBack') c
  where a.hall_id = $1 and (a.day >= $2::date - 1 or a.state = 'taken') and jsonb_array_length(a.body->'calledBack') > 0
    and c->>'windowId' = $3 and c->>'clerkId' = $4 and (c->>'at')::bigint >= $5`;

/** The figures behind the readings in one statement. Parameters: hall, day, now, promises and standards in seconds. */
export const PICTURE = `select
  (select coalesce(jsonb_agg(q), '[]') from (select t.queue_id as id, count(*)::int as waiting,
      floor(extract(epoch from $3::timestamptz - min(t.waiting_since)) * 1000)::bigint as "longestMs",
      (count(*) filter (where $3::timestamptz - t.waiting_since > ($4::jsonb ->> t.queue_id)::int * interval '1 second'))::int as "beyondPromise"
    from ticket t where t.hall_id = $1 and t.day = $2 and t.state = 'waiting' group by 1) q) as queues,
  (select coalesce(jsonb_agg(s), '[]') from (select t.window_id as "windowId",
      floor(extract(epoch from $3::timestamptz - s.started_at) * 1000)::bigint - s.held_ms as "handledMs",
      coalesce(($5::jsonb ->> s.matter_id)::int, ${DEFAULT_STANDARD_SECONDS}) * 1000 as "standardMs"
    from window_day w join ticket t on t.hall_id = w.hall_id and t.day = w.day and t.window_id = w.window_id and t.state = 'serving'
      join serving s on s.hall_id = t.hall_id and s.day = t.day and s.number = t.number and s.n = t.servings
    where w.hall_id = $1 and w.day = $2 and w.ticket_id is not null) s) as servings,
  (select count(*)::int from ticket t where t.hall_id = $1 and t.day = $2 and t.state in ('waiting', 'called', 'serving', 'held')) as "inHall",
  (select count(*)::int from ticket t where t.hall_id = $1 and t.day = $2 and t.state = 'no-show') as "noShows",
  (select count(distinct s.number)::int from serving s where s.hall_id = $1 and s.day = $2) as answered,
  (select jsonb_build_object('open', count(*), 'late', count(*) filter (where promised_last_day < $2)) from case_file
    where hall_id = $1 and ended_at is null and decided_day is null) as cases,
  (select count(*)::int from petition where hall_id = $1 and kind = 'rating' and ended_at is null and state = 'to-verify') as "badRatings"`;

/** What opened and closed windows on a day, for the hours without a break. */
export const TURNS_AT_WINDOWS = `select kind, at, data->>'windowId' as "windowId", data->>'clerkId' as "clerkId" from hall_event
  where hall_id = $1 and day = $2 and kind in ('window-opened', 'window-closed', 'window-paused', 'window-resumed') order by seq`;
