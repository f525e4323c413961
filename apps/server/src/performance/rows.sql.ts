import type { Measure } from '@shouwen/domain/indicators/measures';
import type { Scope } from '@shouwen/domain/indicators/scopes';
import { DEFAULT_STANDARD_SECONDS } from '@shouwen/domain/queue/standard';

const RATED_COUNTS = `count(*)::int as rated, (count(*) filter (where score >= 3))::int as satisfied,
  (count(*) filter (where finding in ('mistaken', 'malicious')))::int as "leftOut",
  (count(*) filter (where finding in ('mistaken', 'malicious') and score >= 3))::int as "leftOutSatisfied"`;
const ownRated = (key: string) =>
  `select ${key} as key, ${RATED_COUNTS} from rating where hall_id = $1 and day between $2 and $3 and clerk_id = $4 group by 1`;

/** Ratings about one person ($4) in a period, by what figures are asked for. */
export const OWN_RATED: Readonly<Record<Scope, string>> = {
  hall: ownRated(`''`),
  department: ownRated('department_id'),
  queue: ownRated('queue_id'),
  matter: ownRated('matter_id'),
  window: ownRated('window_id'),
  person: ownRated('clerk_id'),
};

/** By what of a case its being overdue counts; a window and a queue have no cases. */
export function overdueKeyOf(scope: Scope): string | null {
  switch (scope) {
    case 'hall':
      return `''`;
    case 'department':
      return 'c.department_id';
    case 'matter':
      return 'c.matter_id';
    case 'person':
      return 'f.answerable_id';
    default:
      return null;
  }
}

/**
 * What is counted, as rows. Parameters: hall, from, until, time zone, departments by matter and by person (JSON), whoever looks. Each
 * row: subject in the log, day, moment, number, what it may be asked for by, how long it took.
 */
const HOUR = (at: string) => `extract(hour from ${at} at time zone $4)::int`;
const BEGAN = `(s.called_at - s.waited_ms * interval '1 millisecond')`;
const department = (matter: string, clerk: string) => `coalesce($5::jsonb ->> ${matter}, $6::jsonb ->> ${clerk})`;

const ticketRows = `select 'ticket:' || t.day || '.' || t.number as subject, t.day, t.issued_at as at, t.number, t.queue_id, t.matter_id,
    null as window_id, null as clerk_id, $5::jsonb ->> t.matter_id as department_id, null::bigint as took, ${HOUR('t.issued_at')} as hour,
    t.state, null as ending, false as late, false as kept_promise, 0 as score, null as finding
  from ticket t where t.hall_id = $1 and t.day between $2 and $3 and $6 <> '' and $7 <> ''`;
const servingRows = `select 'ticket:' || s.day || '.' || s.number as subject, s.day, s.started_at as at, s.number, s.queue_id, s.matter_id,
    s.window_id, s.clerk_id, ${department('s.matter_id', 's.clerk_id')} as department_id, s.waited_ms, s.ended_at, s.ending,
    greatest(0, extract(epoch from s.ended_at - s.started_at) * 1000 - s.held_ms)::bigint as handled, ${HOUR(BEGAN)} as hour,
    s.waited_ms <= (select (e.data->'item'->>'waitPromiseSeconds')::bigint * 1000 from hall_event e where e.hall_id = $1
      and e.kind = 'catalogue-changed' and e.data->>'kind' = 'queue' and e.data->>'id' = s.queue_id
      order by e.day <= s.day desc, case when e.day <= s.day then -e.seq else e.seq end limit 1) as kept_promise,
    greatest(0, extract(epoch from s.ended_at - s.started_at) * 1000 - s.held_ms) > coalesce((select (e.data->'item'->>'handlingStandardSeconds')::bigint
      from hall_event e where e.hall_id = $1 and e.kind = 'catalogue-changed' and e.data->>'kind' = 'matter' and e.data->>'id' = s.matter_id
      order by e.day <= s.day desc, case when e.day <= s.day then -e.seq else e.seq end limit 1), ${DEFAULT_STANDARD_SECONDS}) * 1000 as late
  from serving s where s.hall_id = $1 and s.day between $2 and $3 and $7 <> ''`;
const callRows = `select e.subject, e.day, e.at, t.number, t.queue_id, t.matter_id, e.data->>'windowId' as window_id, e.data->>'clerkId' as clerk_id,
    ${department('t.matter_id', `(e.data->>'clerkId')`)} as department_id, null::bigint as took, ${HOUR('e.at')} as hour, (e.data->>'kept')::boolean as kept
  from hall_event e join ticket t on t.hall_id = e.hall_id and t.day = e.day and t.number = substr(e.subject, 19)
  where e.hall_id = $1 and e.day between $2 and $3 and e.kind = 'ticket-called' and $7 <> ''`;
const ratingRows = `select 'rating:' || r.id as subject, r.day, r.cast_at as at, s.number, r.queue_id, r.matter_id, r.window_id, r.clerk_id,
    coalesce(r.department_id, ${department('r.matter_id', 'r.clerk_id')}) as department_id, null::bigint as took, ${HOUR(BEGAN)} as hour,
    r.score, r.finding in ('mistaken', 'malicious') as left_out
  from rating r join serving s on s.hall_id = r.hall_id and s.day = r.day
    and r.id = to_char(s.day, 'YYYY-MM-DD') || '.' || s.number || '.' || s.n
  where r.hall_id = $1 and r.day between $2 and $3 and r.clerk_id <> $7`;
const caseRows = `select 'case:' || c.id as subject, c.decided_day as day, (c.body->'decided'->>'at')::bigint as at_ms, c.id as number,
    null as queue_id, c.matter_id, null as window_id, coalesce(d.clerk_id, f.answerable_id) as clerk_id, c.department_id, null::bigint as took, null::int as hour,
    c.body, c.promised_last_day
  from case_file c join first_contact f on f.hall_id = c.hall_id and f.id = c.contact_id left join lateral (select substr(e.actor, 7) as clerk_id from hall_event e
    where e.hall_id = c.hall_id and e.subject = 'case:' || c.id and e.kind = 'case-decided' and starts_with(e.actor, 'staff:')
    order by e.seq desc limit 1) d on true
  where c.hall_id = $1 and c.decided_day between $2 and $3 and $4 <> '' and $5 <> '' and $6 <> '' and $7 <> ''`;

/** Where rows of a measure come from. */
export interface Source {
  from: string;
  /** Its moment and how long it took, as columns. */
  at: string;
  took: string;
  where: string;
}
const ticket = (where: string): Source => ({ from: ticketRows, at: 'at', took: 'took', where });
const waited = (where: string): Source => ({ from: servingRows, at: 'at', took: 'waited_ms', where });
const handled = (where: string): Source => ({ from: servingRows, at: 'at', took: 'handled', where });
const call = (where: string): Source => ({ from: callRows, at: 'at', took: 'took', where });
const rated = (where: string): Source => ({ from: ratingRows, at: 'at', took: 'took', where });
const decided = (where: string): Source => ({
  from: caseRows,
  at: 'to_timestamp(at_ms / 1000.0)',
  took: 'took',
  where,
});

/** The rows behind each measure; of a sum, the rows that it is a sum of. */
export const ROWS_OF: Readonly<Record<Measure, Source>> = {
  issued: ticket('true'),
  noShows: ticket(`state = 'no-show'`),
  cancelled: ticket(`state = 'cancelled'`),
  answered: waited('true'),
  waitedMs: waited('true'),
  withinPromise: waited('kept_promise'),
  promised: waited('kept_promise is not null'),
  served: handled('ended_at is not null'),
  handledMs: handled('ended_at is not null'),
  overStandard: handled('ended_at is not null and late'),
  onTheSpot: handled(`ending = 'done'`),
  calls: call('true'),
  inOrder: call('kept'),
  openMs: handled('ended_at is not null'),
  rated: rated('true'),
  satisfied: rated('score >= 3'),
  leftOut: rated('left_out'),
  leftOutSatisfied: rated('left_out and score >= 3'),
  decided: decided('true'),
  onTime: decided(`not (body->'broken'->>'promised')::boolean`),
  legalOnTime: decided(`not (body->'broken'->>'legal')::boolean`),
  early: decided('day < promised_last_day'),
  legalDays: decided('true'),
  promisedDays: decided('true'),
  twoVisits: decided(`(body->>'visits')::int <= 2`),
  supplemented: decided(`(body->>'notices')::int > 0`),
};

export const KEY_COLUMN: Readonly<Record<Exclude<Scope, 'hall'>, string>> = {
  department: `coalesce(department_id, '')`,
  queue: 'queue_id',
  matter: `coalesce(matter_id, '')`,
  window: 'window_id',
  person: 'clerk_id',
};
