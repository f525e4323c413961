import pg from 'pg';
import { DUE } from '../../../apps/server/src/docket/docket-clock.ts';
import { migrate } from '../../../apps/server/src/platform/database/data-source.ts';
import { median, round, say, timed } from '../support/measure.ts';
import type { Stage } from '../support/stage.ts';

const SIZES = { 'at-1k': 1_000, 'at-1m': 1_000_000 } as const;
/** So many things are due in each; everything else falls due later. */
const DUE_NOW = 50;
const ROUNDS = 200;

/**
 * What the docket's clock asks at every look — what is due now in all halls — with 1,000,000 open cases over 1,000: two databases of
 * the same cluster, in turns. Both hold the cases and their due items; both must find exactly the fifty.
 */
export async function benchDue(stage: Stage): Promise<Record<string, unknown>> {
  const clients: Record<string, pg.Client> = {};
  for (const [name, open] of Object.entries(SIZES)) {
    say(`${open} open cases …`);
    clients[name] = await seeded(stage.databaseUrl, name.replace('-', '_'), open);
  }
  const now = new Date().toISOString();
  const times: Record<string, number[]> = { 'at-1k': [], 'at-1m': [] };
  for (let n = 0; n < ROUNDS; n++) {
    for (const name of Object.keys(SIZES)) {
      times[name]!.push(
        await timed(async () => {
          const { rows } = await clients[name]!.query(DUE, [now, []]);
          if (rows.length !== DUE_NOW) throw new Error(`${rows.length} found, ${DUE_NOW} are due`);
        }),
      );
    }
  }
  for (const client of Object.values(clients)) await client.end();
  const [at1k, at1m] = [median(times['at-1k']!), median(times['at-1m']!)];
  return { at1k: round(at1k, 3), at1m: round(at1m, 3), growth: round(at1m / at1k, 3) };
}

async function seeded(adminUrl: string, name: string, open: number): Promise<pg.Client> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await migrate(url.href);
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(
    `insert into case_file (hall_id, id, contact_id, matter_id, department_id, state, received_day, body)
     select 'hall-' || n % 100, 'QS-2026-' || n, 'QS-F-2026-' || n, 'permit', 'office', 'deciding', '2026-11-24', '{}'
     from generate_series(1, $1::int) n`,
    [open],
  );
  await client.query(
    `insert into due_item (hall_id, contact_id, case_id, at)
     select 'hall-' || n % 100, 'QS-F-2026-' || n, 'QS-2026-' || n,
       case when n <= $2 then now() - make_interval(mins => n) else now() + make_interval(mins => n) end
     from generate_series(1, $1::int) n`,
    [open, DUE_NOW],
  );
  await client.query('analyze');
  return client;
}
