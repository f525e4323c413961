import { DEFAULT_STANDARD_SECONDS } from '@shouwen/domain/queue/standard';

/** What a queue promised, or a matter's standard was, on a day: as published last until then; of a day before the hall's catalogue, its first. */
const published = (kind: string, field: string) => `select distinct on (data->>'id') data->>'id' as id,
    (data->'item'->>'${field}')::bigint * 1000 as ms
  from hall_event where hall_id = $1 and kind = 'catalogue-changed' and data->>'kind' = '${kind}' and data->'item'->>'${field}' is not null
  order by data->>'id', day <= $2 desc, case when day <= $2 then -seq else seq end`;

/** Which department a matter, or a member of staff, belonged to on a day ($2), in the same way: a reorganisation leaves the past where it was. */
export const DEPARTMENTS = `select distinct on (1) (data->>'kind') || ':' || (data->>'id') as id, data->'item'->>'departmentId' as department
  from hall_event where hall_id = $1 and kind = 'catalogue-changed' and data->>'kind' in ('matter', 'staff')
    and data->'item'->>'departmentId' is not null
  order by 1, day <= $2 desc, case when day <= $2 then -seq else seq end`;

const hourOf = (at: string) => `extract(hour from ${at} at time zone $3)::int`;
/** The hour in which the wait began: what a citizen chooses when coming. */
const WAIT_BEGAN = hourOf(`(s.called_at - s.waited_ms * interval '1 millisecond')`);

/** Parameters of all: hall, day, time zone. Each row is something counted with everything by which it may be asked for. */
export const TICKETS = `select t.queue_id, t.matter_id, ${hourOf('t.issued_at')} as hour, count(*)::int as issued,
    (count(*) filter (where t.state = 'no-show'))::int as "noShows", (count(*) filter (where t.state = 'cancelled'))::int as cancelled
  from ticket t where t.hall_id = $1 and t.day = $2 and $3 <> '' group by 1, 2, 3`;

export const SERVINGS = `with promise as (${published('queue', 'waitPromiseSeconds')}),
  standard as (${published('matter', 'handlingStandardSeconds')}),
  s as (select s.*, extract(epoch from s.ended_at - s.started_at) * 1000 - s.held_ms as handled_ms from serving s
    where s.hall_id = $1 and s.day = $2)
  select s.queue_id, s.matter_id, s.window_id, s.clerk_id, ${WAIT_BEGAN} as hour,
    count(*)::int as answered, sum(s.waited_ms)::bigint as "waitedMs",
    (count(*) filter (where s.waited_ms <= p.ms))::int as "withinPromise", count(p.ms)::int as promised,
    count(s.ended_at)::int as served, coalesce(sum(greatest(0, s.handled_ms)), 0)::bigint as "handledMs",
    (count(*) filter (where s.handled_ms > coalesce(m.ms, ${DEFAULT_STANDARD_SECONDS * 1000})))::int as "overStandard",
    (count(*) filter (where s.ending = 'done'))::int as "onTheSpot", array_agg(s.waited_ms / 1000) as waits
  from s left join promise p on p.id = s.queue_id left join standard m on m.id = s.matter_id group by 1, 2, 3, 4, 5`;

export const CALLS = `select t.queue_id, t.matter_id, e.data->>'windowId' as window_id, e.data->>'clerkId' as clerk_id, ${hourOf('e.at')} as hour,
    count(*)::int as calls, (count(*) filter (where (e.data->>'kept')::boolean))::int as "inOrder"
  from hall_event e join ticket t on t.hall_id = e.hall_id and t.day = e.day and t.number = substr(e.subject, 19)
  where e.hall_id = $1 and e.day = $2 and e.kind = 'ticket-called' group by 1, 2, 3, 4, 5`;

export const WINDOW_EVENTS = `select kind, at, data->>'windowId' as "windowId", data->>'clerkId' as "clerkId" from hall_event
  where hall_id = $1 and day = $2 and $3 <> '' and kind in ('window-opened', 'window-closed', 'window-paused', 'window-resumed')
  order by seq`;
/** Until when an open window of the day counts: the last that is known to have happened at it. */
export const LAST_OF_DAY = `select greatest(max(ended_at), max(started_at), max(called_at)) as at from serving
  where hall_id = $1 and day = $2 and $3 <> ''`;

export const RATINGS = `select r.queue_id, r.matter_id, r.window_id, r.clerk_id, r.department_id, ${WAIT_BEGAN} as hour,
    count(*)::int as rated, (count(*) filter (where r.score >= 3))::int as satisfied,
    (count(*) filter (where r.finding in ('mistaken', 'malicious')))::int as "leftOut",
    (count(*) filter (where r.finding in ('mistaken', 'malicious') and r.score >= 3))::int as "leftOutSatisfied"
  from rating r join serving s on s.hall_id = r.hall_id and s.day = r.day
    and r.id = to_char(s.day, 'YYYY-MM-DD') || '.' || s.number || '.' || s.n
  where r.hall_id = $1 and r.day = $2 group by 1, 2, 3, 4, 5, 6`;

export const CASES = `select c.matter_id, c.department_id, coalesce(d.clerk_id, f.answerable_id) as clerk_id, count(*)::int as decided,
    (count(*) filter (where not (c.body->'broken'->>'promised')::boolean))::int as "onTime",
    (count(*) filter (where not (c.body->'broken'->>'legal')::boolean))::int as "legalOnTime",
    (count(*) filter (where c.decided_day < c.promised_last_day))::int as early,
    sum((c.body->>'legalDays')::int)::int as "legalDays", sum((c.body->>'promisedDays')::int)::int as "promisedDays",
    (count(*) filter (where (c.body->>'visits')::int <= 2))::int as "twoVisits",
    (count(*) filter (where (c.body->>'notices')::int > 0))::int as supplemented
  from case_file c join first_contact f on f.hall_id = c.hall_id and f.id = c.contact_id left join lateral (select substr(e.actor, 7) as clerk_id from hall_event e
    where e.hall_id = c.hall_id and e.subject = 'case:' || c.id and e.kind = 'case-decided' and starts_with(e.actor, 'staff:')
    order by e.seq desc limit 1) d on true
  where c.hall_id = $1 and c.decided_day = $2 and $3 <> '' group by 1, 2, 3`;

/**
 * Service days whose figures the events after $2 up to $3 may have changed: their own (a promise published in the evening holds for all of the day), that of the serving which a rating is of, and the day
 * on which a case had been decided before it was reopened. `counted` says that the day was counted since: only its month may be behind then.
 */
export const TOUCHED = `with new as (select seq, day, kind, subject from hall_event where hall_id = $1 and seq > $2 and seq <= $3)
  select to_char(day, 'YYYY-MM-DD') as day, max(seq) as seq,
    exists (select from figure_day f where f.hall_id = $1 and f.day = touched.day and f.seq >= max(touched.seq)) as counted from (
    select day, seq from new where kind like 'ticket-%' or kind like 'serving-%' or kind like 'window-%'
      or kind in ('finish-undone', 'day-closed', 'case-decided', 'catalogue-changed')
    union all select left(substr(subject, 8), 10)::date, seq from new where subject like 'rating:%'
    union all select r.day, new.seq from new join rating r on r.hall_id = $1 and r.contact_id = substr(new.subject, 9)
      where new.subject like 'contact:%'
    union all select e.day, new.seq from new join hall_event e on e.hall_id = $1 and e.subject = new.subject and e.kind = 'case-decided'
      where new.kind in ('case-reopened', 'case-decided')) touched
  group by touched.day order by 1`;

/** First days of months that are over ($2: the first of this one), have counted days and were never summed up. */
export const MONTHS_LEFT = `select to_char(month, 'YYYY-MM-DD') as month from (
    select distinct date_trunc('month', start)::date as month from figure_cell
    where hall_id = $1 and scope = 'hall' and cell = -1 and grain = 'day' and start < $2) over
  where not exists (select from figure_cell m where m.hall_id = $1 and m.scope = 'hall' and m.cell = -1 and m.grain = 'month' and m.start = month)
  order by 1`;

/** Halls that have such months by the clock of the database; which are really over, each hall's own clock says. */
export const HALLS_WITH_MONTHS_LEFT = `select distinct d.hall_id from figure_cell d
  where d.scope = 'hall' and d.key = '' and d.cell = -1 and d.grain = 'day' and d.start < date_trunc('month', now() + interval '1 day')
    and not exists (select from figure_cell m where m.hall_id = d.hall_id and m.scope = 'hall' and m.key = '' and m.cell = -1
      and m.grain = 'month' and m.start = date_trunc('month', d.start)::date) order by 1`;

/** Cases past the promised last day and not decided at the end of $2; parameters: hall, day, time zone. */
export const OVERDUE = `from case_file c join first_contact f on f.hall_id = c.hall_id and f.id = c.contact_id
  where c.hall_id = $1 and c.promised_last_day <= $2 and (c.decided_day is null or c.decided_day > $2)
    and (c.ended_at is null or c.ended_at > ($2::date + 1)::timestamp at time zone $3)`;
/** How many, and of them past the legal one too; by the group that `scopeKey` says. */
export const overdueSql = (scopeKey: string) => `select ${scopeKey} as key,
    (count(*) filter (where c.promised_last_day <= $2))::int as promised,
    (count(*) filter (where (c.body->>'legalLastDay')::date <= $2))::int as legal ${OVERDUE} group by 1`;
