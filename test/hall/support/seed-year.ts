import { addDays } from '@shouwen/domain/time/zoned';
import pg from 'pg';

interface Year {
  from: string;
  until: string;
  tickets: number;
  letters: readonly string[];
  windows: number;
}

/** One day: $1 hall, $2 day, $3 letters, $4 windows, $5 tickets. Waits and handling times are spread exponentially, the same every time. */
const DAY = `with visit as (
    select $3::text[] as letters, n, 1 + n % cardinality($3::text[]) as q, 1 + (n * 7) % $4::int as w,
      $2::date + interval '1 hour' + n * (interval '8 hours' / $5::int) as came,
      floor(-ln((1 + (n * 7919 + extract(doy from $2::date)::int * 104729) % 99991) / 99992.0) * 480000)::bigint as waited,
      interval '20 seconds' - ln((1 + (n * 6271) % 99991) / 99992.0) * interval '300 seconds' as handled, n % 25 = 0 as gone
    from generate_series(0, $5::int - 1) n),
  v as (select *, letters[q] || lpad(place::text, greatest(3, length(place::text)), '0') as number, lower(letters[q]) as queue,
      came + waited * interval '1 millisecond' as called from (select *, n / cardinality(letters) + 1 as place from visit) x),
  t as (insert into ticket (hall_id, day, number, queue_id, matter_id, channel, issued_seq, issued_at, rank, waiting_since, state, window_id,
      first_called_at, called_at, last_call_at, calls, servings, returns, ended_at)
    select $1, $2, number, queue, 'matter-' || queue, 'kiosk', n, came, came, came,
      case when gone then 'no-show' else 'finished' end, 'w' || w, called, called, called, 1, case when gone then 0 else 1 end, 0, called + handled from v)
  insert into serving (hall_id, day, number, n, queue_id, matter_id, window_id, clerk_id, waited_ms, called_at, started_at, ended_at, held_ms, ending)
  select $1, $2, number, 1, queue, 'matter-' || queue, 'w' || w, 'clerk-' || w, waited,
    called, called, called + date_trunc('milliseconds', handled), 0, case when n % 3 = 0 then 'accepted' else 'done' end from v where not gone`;

/**
 * Fills a year of a hall by SQL, for measuring figures: of the log only the end of each day is written, by which the figures find it. The
 * chain does not hold such rows: a seeded database is only for benches and never verified.
 */
export async function seedYear(databaseUrl: string, hallId: string, year: Year): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query('set synchronous_commit = off');
  const days: string[] = [];
  for (let day = year.from; day <= year.until; day = addDays(day, 1)) days.push(day);
  for (const [n, day] of days.entries()) {
    const count = Math.floor((year.tickets * (n + 1)) / days.length) - Math.floor((year.tickets * n) / days.length);
    await client.query(DAY, [hallId, day, year.letters, year.windows, count]);
  }
  await client.query(
    `insert into hall_event (hall_id, seq, day, at, actor, kind, subject, data, hash)
     select $1, h.seq + n, $2::date + n::int - 1, $2::date + n::int, 'seed', 'day-closed', 'day', '{"expired":0}', 'seeded'
     from hall_head h, generate_series(1, $3::int) n where h.hall_id = $1`,
    [hallId, year.from, days.length],
  );
  await client.query('update hall_head set seq = seq + $2 where hall_id = $1', [hallId, days.length]);
  await client.query('analyze ticket, serving, hall_event');
  await client.end();
}
