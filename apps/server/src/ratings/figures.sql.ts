/** Servings that ended on days of a period with the rating of each, where there is one; those of one person left out (`$4`). */
export const SERVED = `select s.window_id, s.clerk_id, s.matter_id, s.ended_at, r.id, r.score, r.finding, r.channel, r.cast_at,
    r.department_id, (r.body->>'openMs')::int as open_ms
  from serving s left join rating r on r.hall_id = s.hall_id and r.day = s.day
    and r.id = to_char(s.day, 'YYYY-MM-DD') || '.' || s.number || '.' || s.n
  where s.hall_id = $1 and s.day between $2 and $3 and s.ended_at is not null and s.clerk_id <> $4`;

const LEFT_OUT = `b.finding in ('mistaken', 'malicious')`;

export const COUNTS = `count(*)::int as servings, count(b.id)::int as rated, count(*) filter (where b.score >= 3)::int as satisfied,
  count(*) filter (where ${LEFT_OUT})::int as "leftOut",
  count(*) filter (where ${LEFT_OUT} and b.score >= 3)::int as "leftOutSatisfied"`;

/** Counts by everything that a group can be made of without knowing the catalogue; `$5` is the hall's time zone. */
export const GROUPS = {
  window: `select b.window_id as key, ${COUNTS} from (${SERVED}) b where $5 <> '' group by 1`,
  person: `select b.clerk_id as key, ${COUNTS} from (${SERVED}) b where $5 <> '' group by 1`,
  matter: `select coalesce(b.matter_id, '') as key, ${COUNTS} from (${SERVED}) b where $5 <> '' group by 1`,
  hour: `select to_char(b.ended_at at time zone $5, 'HH24') as key, ${COUNTS} from (${SERVED}) b group by 1`,
  channel: `select coalesce(b.channel, '') as key, ${COUNTS} from (${SERVED}) b where $5 <> '' group by 1`,
  department: `select coalesce(b.department_id, '') as key, b.matter_id, b.clerk_id, b.id is not null as cast, ${COUNTS}
    from (${SERVED}) b where $5 <> '' group by 1, 2, 3, 4`,
} as const;

/** How each person's ratings came in: `$5` is the time that is too short, ms. */
export const PATTERNS = `select b.clerk_id as key, ${COUNTS}, count(b.open_ms)::int as timed,
    count(*) filter (where b.open_ms <= $5)::int as quick from (${SERVED}) b group by 1`;
export const LEVELS = `select b.clerk_id as key, b.score, count(*)::int as n from (${SERVED}) b where b.id is not null group by 1, 2`;
/** The longest run of equal ratings of each person, in the order of casting. */
export const RUNS = `select distinct on (key) key, score, count(*)::int as length from (
    select b.clerk_id as key, b.score,
      row_number() over (partition by b.clerk_id order by b.cast_at, b.id)
        - row_number() over (partition by b.clerk_id, b.score order by b.cast_at, b.id) as island
    from (${SERVED}) b where b.id is not null) runs
  group by key, score, island order by key, length desc, score desc`;

/** Of one person, a bad one only once it is verified: nobody learns of it before. */
export const OWN = `select ${COUNTS} from (${SERVED.replace('s.clerk_id <> $4', 's.clerk_id = $4')}) b
  where b.score is null or b.score > 2 or b.finding is not null`;

/** Ratings behind a figure; the hour is that in which the serving ended. */
export const BEHIND = `select r.body, to_char(s.ended_at at time zone $5, 'HH24') as hour from rating r
  join serving s on s.hall_id = r.hall_id and s.day = r.day and r.id = to_char(s.day, 'YYYY-MM-DD') || '.' || s.number || '.' || s.n
  where r.hall_id = $1 and r.day between $2 and $3 and r.clerk_id <> $4`;

export const KEY_OF = {
  window: 'r.window_id',
  person: 'r.clerk_id',
  matter: `coalesce(r.matter_id, '')`,
  department: `coalesce(r.department_id, '')`,
  hour: `to_char(s.ended_at at time zone $5, 'HH24')`,
  channel: 'r.channel',
} as const;

export const SET_OF = {
  rated: 'true',
  satisfied: 'r.score >= 3',
  bad: 'r.score <= 2',
  'left-out': `r.finding in ('mistaken', 'malicious')`,
  quick: `(r.body->>'openMs')::int <= 2000`,
} as const;
