import pg from 'pg';
import { addDays } from '@shouwen/domain/time/zoned';

/**
 * Fills a hall's tables with tickets by SQL, for measuring how cost grows: their events are not in the log, so a seeded database is
 * only for benches and never verified.
 */
export async function seedWaiting(databaseUrl: string, hallId: string, day: string, count: number): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `insert into ticket (hall_id, day, number, queue_id, matter_id, channel, issued_seq, issued_at, rank, waiting_since, state, calls, servings, returns)
       select $1, $2, 'A' || lpad(n::text, 6, '0'), 'a', 'matter-a', 'kiosk', n, t, t, t, 'waiting', 0, 0, 0
       from generate_series(1, $3::int) as n, lateral (select now() - make_interval(secs => ($3 - n)::double precision / 100) as t) as at_`,
      [hallId, day, count],
    );
    await client.query(
      `insert into queue_day (hall_id, day, queue_id, last_number, waiting, pace_count, pace_ms, pace_spread_ms)
       values ($1, $2, 'a', $3, $3, 0, 0, 0)
       on conflict (hall_id, day, queue_id) do update set last_number = excluded.last_number, waiting = excluded.waiting`,
      [hallId, day, count],
    );
    await client.query('analyze ticket');
  });
}

/** Past, finished tickets with a serving and five log rows each, a thousand a day. */
export async function seedHistory(databaseUrl: string, hallId: string, today: string, count: number): Promise<void> {
  const perDay = 1_000;
  await withClient(databaseUrl, async (client) => {
    await client.query(`set session_replication_role = replica`);
    for (let done = 0, ago = 1; done < count; done += perDay, ago++) {
      const day = addDays(today, -ago);
      await client.query(
        `with t as (insert into ticket (hall_id, day, number, queue_id, matter_id, channel, issued_seq, issued_at, rank, waiting_since,
             state, window_id, first_called_at, called_at, last_call_at, calls, servings, returns, ended_at)
           select $1, $2, 'A' || lpad(n::text, greatest(3, length(n::text)), '0'), 'a', 'matter-a', 'kiosk', n, at, at, at, 'finished', 'w1', at, at, at, 1, 1, 0, at
           from generate_series(1, ${perDay}) as n, lateral (select $2::date + make_interval(secs => n * 20) as at) as x),
         s as (insert into serving (hall_id, day, number, n, queue_id, matter_id, window_id, clerk_id, waited_ms, called_at, started_at, ended_at, held_ms, ending)
           select $1, $2, 'A' || lpad(n::text, greatest(3, length(n::text)), '0'), 1, 'a', 'matter-a', 'w1', 'clerk-1', 60000, $2, $2, $2, 0, 'done' from generate_series(1, ${perDay}) as n)
         insert into hall_event (hall_id, seq, day, at, actor, kind, subject, data, hash)
         select $1, -($3::bigint + n), $2, $2, 'seed', 'seeded', 'ticket:' || $2::text || '.A' || (n / 5), '{"windowId":"w1"}', 'seeded'
         from generate_series(1, ${perDay * 5}) as n`,
        [hallId, day, done * 5],
      );
    }
    await client.query('analyze ticket');
    await client.query('analyze hall_event');
  });
}

/** The code of a seeded serving's slip. */
export const seededCode = (hallId: string, n: number): string => `${hallId}.${String(n).padStart(22, 'S')}`;
export const seededNumber = (n: number): string => `A${String(n).padStart(6, '0')}`;

/** Servings of today that ended a minute ago over 200 windows, each with the code of its slip: to be rated. */
export async function seedRateable(databaseUrl: string, hallId: string, day: string, count: number): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `with s as (insert into serving (hall_id, day, number, n, queue_id, matter_id, window_id, clerk_id, waited_ms, called_at, started_at, ended_at, held_ms, ending)
         select $1, $2, 'A' || lpad(n::text, 6, '0'), 1, 'a', 'matter-a', 'w' || (n % 200 + 1), 'clerk-1', 60000, at, at, at, 0, 'done'
         from generate_series(1, $3::int) as n, lateral (select now() - interval '1 minute' as at) as x)
       insert into ticket_code (hall_id, code_hash, day, number)
       select $1, encode(sha256(convert_to($1 || '.' || lpad(n::text, 22, 'S'), 'UTF8')), 'hex'), $2, 'A' || lpad(n::text, 6, '0')
       from generate_series(1, $3::int) as n`,
      [hallId, day, count],
    );
  });
}

async function withClient(databaseUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
