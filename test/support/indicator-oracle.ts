import type { DataSource } from 'typeorm';
import type { Measure } from '@shouwen/domain/indicators/measures';

/**
 * What is counted, worked out a second time from nothing but the log: no state table, no rollup, none of the server's statements. A round is
 * one stretch of a ticket's life from waiting to what came of it.
 */
const ROUNDS = `with stretches as (
    select subject, seq, at, day, kind, data,
      count(*) filter (where kind in ('ticket-issued', 'ticket-returned', 'ticket-transferred', 'ticket-put-back')) over of_ticket as round,
      count(*) filter (where kind in ('ticket-issued', 'ticket-transferred')) over of_ticket as about
    from hall_event where hall_id = $1 and day between $2 and $3 and starts_with(subject, 'ticket:')
    window of_ticket as (partition by subject order by seq)),
  e as materialized (select *, first_value(data->>'matterId') over (partition by subject, about order by seq) as matter from stretches),
  holds as (
    select subject, round, sum(extract(epoch from until - at) * 1000) as ms from (
      select subject, round, at, kind, lead(at) over (partition by subject, round order by seq) as until from e
      where kind in ('serving-held', 'serving-resumed')) h where kind = 'serving-held' group by 1, 2),
  rounds as (
    select subject, round, min(at) filter (where kind in ('ticket-issued', 'ticket-returned', 'ticket-transferred', 'ticket-put-back')) as since,
      min(at) filter (where kind = 'ticket-called') as called, min(at) filter (where kind = 'serving-started') as started,
      max(at) filter (where kind = 'serving-finished') as finished,
      count(*) filter (where kind = 'serving-finished') - count(*) filter (where kind = 'finish-undone') as ends,
      (array_agg(data->>'outcome' order by seq desc) filter (where kind = 'serving-finished'))[1] as outcome,
      (array_agg(data->>'queueId' order by seq) filter (where kind = 'serving-started'))[1] as queue,
      (array_agg(matter order by seq) filter (where kind = 'serving-started'))[1] as matter
    from e group by 1, 2),
  served as (
    select r.*, lead(since) over (partition by r.subject order by round) as moved,
      extract(epoch from called - since) * 1000 as waited, coalesce(h.ms, 0) as held
    from rounds r left join holds h using (subject, round)),
  ended as (select *, case when ends > 0 then finished else moved end as until from served where started is not null)
  select (select count(*) from e where kind = 'ticket-issued') as issued,
    (select count(*) from (select (array_agg(kind order by seq desc) filter (where kind in ('ticket-no-show', 'ticket-returned')))[1] as last from e group by subject) t
       where last = 'ticket-no-show') as "noShows",
    (select count(*) from e where kind = 'ticket-cancelled') as cancelled,
    (select count(*) from served where started is not null) as answered,
    (select sum(floor(waited + 0.5)) from served where started is not null) as "waitedMs",
    (select count(*) from served where started is not null and floor(waited + 0.5) <= ($4::jsonb->>queue)::bigint * 1000) as "withinPromise",
    (select count(*) from served where started is not null and $4::jsonb->>queue is not null) as promised,
    (select count(*) from e where kind = 'ticket-called') as calls,
    (select count(*) from e where kind = 'ticket-called' and (data->>'kept')::boolean) as "inOrder",
    (select count(*) from ended where until is not null) as served,
    (select sum(floor(extract(epoch from until - started) * 1000 - held + 0.5)) from ended where until is not null) as "handledMs",
    (select count(*) from ended where until is not null
       and extract(epoch from until - started) * 1000 - held > coalesce(($5::jsonb->>matter)::bigint, 600) * 1000) as "overStandard",
    (select count(*) from ended where ends > 0 and outcome = 'done') as "onTheSpot"`;

/** Ratings by the day of the serving, with what was found out about them in the end. */
const RATINGS = `with cast_ as (
    select c.data->>'ratingId' as id, c.data->>'level' as level, o.data->>'contactId' as contact
    from hall_event c left join hall_event o on o.hall_id = c.hall_id and o.kind = 'loop-opened' and o.data->>'ratingId' = c.data->>'ratingId'
    where c.hall_id = $1 and c.kind = 'rating-cast' and c.data->>'servingDay' between $2 and $3),
  found as (
    select distinct on (data->>'contactId') data->>'contactId' as contact, data->>'finding' as finding from hall_event
    where hall_id = $1 and (kind = 'rating-verified' or kind = 'appeal-decided' and data->>'finding' is not null)
    order by 1, seq desc),
  r as (select level not in ('dissatisfied', 'very-dissatisfied') as good, coalesce(finding in ('mistaken', 'malicious'), false) as out
    from cast_ left join found using (contact))
  select count(*) as rated, count(*) filter (where good) as satisfied, count(*) filter (where out) as "leftOut",
    count(*) filter (where out and good) as "leftOutSatisfied" from r`;

/** Cases that are decided in the end, by the day of the decision, each with its last promised day. */
const CASES = `with last as (
    select distinct on (subject) subject, kind, data from hall_event
    where hall_id = $1 and kind in ('case-decided', 'case-reopened') order by subject, seq desc),
  d as (select subject, data from last where kind = 'case-decided' and data->>'day' between $2 and $3),
  dated as (
    select distinct on (e.subject) e.subject, e.data->>'promisedLastDay' as "promisedLastDay" from hall_event e join d using (subject)
    where e.hall_id = $1 and jsonb_exists(e.data, 'promisedLastDay') order by e.subject, e.seq desc)
  select count(*) as decided, count(*) filter (where not (d.data->'broken'->>'promised')::boolean) as "onTime",
    count(*) filter (where not (d.data->'broken'->>'legal')::boolean) as "legalOnTime",
    count(*) filter (where d.data->>'day' < dated."promisedLastDay") as early,
    count(*) filter (where exists (select from hall_event s where s.hall_id = $1 and s.subject = d.subject and s.kind = 'supplement-asked')) as supplemented
  from d left join dated using (subject)`;

/** @param of what queues promised and matters' standards were all the time, seconds. */
export async function measuresFromLog(
  checker: DataSource,
  hallId: string,
  from: string,
  until: string,
  { promises, standards }: { promises: Record<string, number>; standards: Record<string, number> },
): Promise<Partial<Record<Measure, number>>> {
  const period = [hallId, from, until];
  const rows = await Promise.all([
    checker.query(ROUNDS, [...period, JSON.stringify(promises), JSON.stringify(standards)]),
    checker.query(RATINGS, period),
    checker.query(CASES, period),
  ]);
  const [found] = [Object.assign({}, ...rows.map((one) => (one as object[])[0])) as Record<string, string>];
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, Number(value)]));
}
