import { Agent } from 'node:http';
import { Waits } from '@shouwen/domain/indicators/waits';
import { noMeasures, toList } from '@shouwen/domain/indicators/measures';
import type { RegionView } from '@shouwen/contracts/views/region.schema';
import { addDays, serviceDayOf } from '@shouwen/domain/time/zoned';
import pg from 'pg';
import { percentile, round, say, timed } from '../support/measure.ts';
import { staffOf, type Person } from '../support/people.ts';
import type { Stage } from '../support/stage.ts';

const HALLS = 5_000;
const DAYS = 90;
const QUERIES = 40;
/** Cities of the province, counties of each. */
const CITIES = 20;
const COUNTIES = 10;
/** So many kinds of hall there are. */
const KINDS = 40;
const OFFICE = 'office';

/** The least that anybody could do who keeps figures by day: add one number up over the same halls and days. */
const SCAN = `select left(i.item->'region'->>'code', 4) as city, sum(measures[1])::float8 as issued
  from catalogue_item i join figure_cell c on c.hall_id = i.hall_id and c.scope = 'hall' and c.key = '' and c.cell = -1 and c.grain = 'day'
  where i.kind = 'hall' and i.item->'region'->>'code' like '36%' and c.start between $1 and $2 group by 1`;

/**
 * A province of 5,000 halls over 90 days: what the region view answers over HTTP — percentiles of all waits, the period before, ranking —
 * over a plain sum of one measure from the lines of the same days.
 */
export async function benchRegion(stage: Stage): Promise<Record<string, unknown>> {
  const server = await stage.startServer();
  const agent = new Agent({ keepAlive: true });
  await server.makeHall({ id: OFFICE, timeZone: 'Asia/Shanghai' });
  const today = serviceDayOf(Date.now(), 'Asia/Shanghai');
  const [from, until] = [addDays(today, 1 - DAYS), today];
  const client = new pg.Client({ connectionString: stage.databaseUrl });
  await client.connect();
  // What went wrong is said by whoever asked, not by a line that breaks when the database stops.
  client.on('error', () => undefined);
  const seeding = await timed(() => seed(client, addDays(from, -DAYS), until));
  say(`${HALLS} halls of ${2 * DAYS} days written in ${round(seeding / 1000, 0)} s; ${QUERIES} questions …`);
  const director = await staffOf(server.url, agent, OFFICE, 'director');
  const questions = {
    province: 'region=36',
    ranking: 'region=36&by=hall&sort=satisfaction&limit=50',
    city: 'region=3605&by=hall&limit=50',
  };
  const p95: Record<string, number> = {};
  let whole: RegionView | undefined;
  for (const [name, query] of Object.entries(questions)) {
    const times: number[] = [];
    for (let n = 0; n < QUERIES; n++)
      times.push(await timed(async () => (whole = await ask(director, `from=${from}&until=${until}&${query}`))));
    p95[`${name}P95Ms`] = round(percentile(times, 0.95), 0);
  }
  whole = await ask(director, `from=${from}&until=${until}&region=36`);
  const scans: number[] = [];
  let issued = 0;
  for (let n = 0; n < 10; n++)
    scans.push(
      await timed(async () => {
        const { rows } = await client.query<{ issued: number }>(SCAN, [from, until]);
        issued = rows.reduce((sum, row) => sum + row.issued, 0);
      }),
    );
  agent.destroy();
  await client.end();
  const told = whole.whole.figures.find(({ id }) => id === 'issued')!.k;
  if (told !== issued) throw new Error(`the view says ${told} tickets, the lines come to ${issued}`);
  const scanMs = percentile(scans, 0.5);
  return {
    halls: HALLS,
    days: DAYS,
    ...p95,
    scanMs: round(scanMs, 0),
    ratio: round(p95['provinceP95Ms']! / scanMs, 2),
  };
}

async function ask(director: Person, query: string): Promise<RegionView> {
  const { status, body } = await director.get<RegionView>(`/api/halls/${OFFICE}/region?${query}`);
  if (status !== 200) throw new Error(`region answered ${status}`);
  return body;
}

/** Halls with their settings and lines of every day and of every month that is over: nothing else of a hall is read. */
async function seed(client: pg.Client, from: string, until: string): Promise<void> {
  const ids = Array.from({ length: HALLS }, (_, n) => `hall-${n + 1}`);
  const codes = ids.map((_, n) => `36${two(1 + (n % CITIES))}${two(1 + (Math.floor(n / CITIES) % COUNTIES))}`);
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into catalogue_item (hall_id, kind, id, item, seq)
     select new.id, 'hall', new.id, c.item || jsonb_build_object('id', new.id, 'region', jsonb_build_object('code', new.code, 'names',
       jsonb_build_array(p, p, p))), 1
     from catalogue_item c, unnest($2::text[], $3::text[]) as new(id, code), jsonb_build_object('zh', '地区', 'en', 'Region') p
     where c.hall_id = $1 and c.kind = 'hall'`,
    [OFFICE, ids, codes],
  );
  await client.query(
    `insert into catalogue_item (hall_id, kind, id, item, seq) values ($1, 'oversight', 'director', $2, 1)`,
    [OFFICE, JSON.stringify({ id: 'director', regions: ['36'], mayGrant: true })],
  );
  // The catalogue in the server's memory is the one of the hall's last catalogue event.
  await client.query('update hall_head set catalogue_seq = seq - 1 where hall_id = $1', [OFFICE]);
  const months = new Map<string, number>();
  for (let day = from; day <= until; day = addDays(day, 1)) {
    await lines(client, ids, 'day', day, 1);
    months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + 1);
  }
  for (const [month, days] of months)
    if (month < until.slice(0, 7)) await lines(client, ids, 'month', `${month}-01`, days);
  await client.query('vacuum analyze figure_cell');
  await client.query('analyze catalogue_item');
}

/** A line of every hall. One day of a hall is like the other, so that a month is known without adding it up. */
async function lines(
  client: pg.Client,
  ids: string[],
  grain: 'day' | 'month',
  start: string,
  days: number,
): Promise<void> {
  await client.query(
    `insert into figure_cell (hall_id, scope, key, grain, start, cell, measures, waits, columns)
     select h.id, 'hall', '', $2, $3, -1, k.measures, decode(k.waits, 'hex'), '{}'
     from unnest($1::text[]) with ordinality as h(id, n) join jsonb_to_recordset($4::jsonb) as k(n int, measures bigint[], waits text)
       on k.n = h.n % ${KINDS}`,
    [ids, grain, start, JSON.stringify(Array.from({ length: KINDS }, (_, n) => lineOf(n, days)))],
  );
}

const two = (n: number): string => String(n).padStart(2, '0');

/** A day of a hall, or `days` of it: 60 to 180 people a day who waited up to three quarters of an hour. */
function lineOf(n: number, days: number) {
  const waits = new Waits();
  const served = 60 + n * 3;
  for (let at = 0; at < served; at++) waits.add(((at * 7919 + n * 101) % (900 + n * 45)) * 1000, days);
  const part = (share: number) => Math.round(served * share) * days;
  const measures = toList({
    ...noMeasures(),
    issued: (served + 5) * days,
    answered: served * days,
    promised: served * days,
    withinPromise: part(0.95 - n / 200),
    served: served * days,
    handledMs: served * days * 400_000,
    noShows: 5 * days,
    rated: part(0.4),
    satisfied: part(0.38 - n / 1000),
  });
  return { n, measures, waits: Buffer.from(waits.toBytes()).toString('hex') };
}
