import { Agent } from 'node:http';
import { parseArgs } from 'node:util';
import type { PerformanceView } from '@shouwen/contracts/views/performance.schema';
import { addDays, serviceDayOf } from '@shouwen/domain/time/zoned';
import pg from 'pg';
import { percentile, round, say, timed } from '../support/measure.ts';
import { staffOf, type Person } from '../support/people.ts';
import { seedYear } from '../support/seed-year.ts';
import type { Stage } from '../support/stage.ts';

const TICKETS = 10_000_000;
const HALL = 'big';
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
const WINDOWS = 60;
const QUERIES = 200;
const SCANS = 3;

/** What the dashboard says of the whole hall, from the raw rows. */
const SCAN = `select (select count(*) from ticket where hall_id = $1 and day between $2 and $3)::int as issued, count(*)::int as answered,
    sum(waited_ms)::text as "waitedMs", count(*) filter (where waited_ms <= 900000)::int as "withinPromise", count(ended_at)::int as served,
    sum(greatest(0, extract(epoch from ended_at - started_at) * 1000 - held_ms))::bigint::text as "handledMs",
    count(*) filter (where ending = 'done')::int as "onTheSpot",
    percentile_disc(array[0.5, 0.9]) within group (order by waited_ms) as waits
  from serving where hall_id = $1 and day between $2 and $3`;
interface Scanned {
  issued: number;
  answered: number;
  waitedMs: string;
  served: number;
  handledMs: string;
  waits: number[];
}

/**
 * A year of one hall with ten million tickets: what the dashboard answers over HTTP from the rollups — which the server counted itself,
 * day by day, when it was first asked — over a scan of the raw rows for no more than the figures of the whole hall.
 */
export async function benchIndicators(stage: Stage): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ options: { tickets: { type: 'string' } }, strict: false });
  const tickets = Number(values.tickets ?? TICKETS);
  const server = await stage.startServer();
  const agent = new Agent({ keepAlive: true });
  await server.makeHall({ id: HALL, letters: LETTERS, windows: WINDOWS, clerks: WINDOWS, timeZone: 'Asia/Shanghai' });
  const year = Number(serviceDayOf(Date.now(), 'Asia/Shanghai').slice(0, 4)) - 1;
  const [from, until] = [`${year}-01-01`, `${year}-12-31`];
  const seeding = await timed(() =>
    seedYear(stage.databaseUrl, HALL, { from, until, tickets, letters: LETTERS, windows: WINDOWS }),
  );
  say(`${tickets} tickets written in ${round(seeding / 1000, 0)} s; the server counts its figures …`);
  const director = await staffOf(server.url, agent, HALL, 'director');
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1;
  const rolling = await timed(() => counted(director, from, until));
  say(`${days} days counted in ${round(rolling / 1000, 1)} s; ${QUERIES} questions …`);
  const times: number[] = [];
  for (let n = 0; n < QUERIES; n++)
    times.push(await timed(() => ask(director, `from=${addDays(from, n % 28)}&until=${until}&${scopeOf(n)}`)));
  const whole = await ask(director, `from=${from}&until=${until}&by=queue`);
  agent.destroy();
  say(`${SCANS} scans of the raw rows …`);
  const scans = await scanned(stage.databaseUrl, from, until, whole);
  const [p95Ms, scanMs] = [percentile(times, 0.95), Math.min(...scans)];
  return {
    tickets,
    p95Ms: round(p95Ms, 1),
    scanMs: round(scanMs, 0),
    speedup: round(scanMs / p95Ms, 0),
    medianMs: round(percentile(times, 0.5), 1),
    rollMsPerDay: round(rolling / days, 0),
  };
}

/** What people look at: the hall, a queue, a window, a person, a matter — beside the others. */
function scopeOf(n: number): string {
  const letter = LETTERS[n % LETTERS.length]!.toLowerCase();
  const window = 1 + (n % WINDOWS);
  return [
    'scope=hall&by=department',
    `scope=queue&key=${letter}&by=queue`,
    `scope=window&key=w${window}&by=window`,
    `scope=person&key=clerk-${window}&by=person`,
    `scope=matter&key=matter-${letter}&by=matter`,
    'scope=hall&by=person',
    'scope=department&key=office&by=window',
  ][n % 7]!;
}

async function ask(director: Person, query: string): Promise<PerformanceView> {
  const { status, body } = await director.get<PerformanceView>(`/api/halls/${HALL}/performance?${query}`);
  if (status !== 200) throw new Error(`performance answered ${status}`);
  return body;
}

async function counted(director: Person, from: string, until: string): Promise<void> {
  while ((await ask(director, `from=${from}&until=${until}&by=queue`)).behind);
}

/** How long each scan took, ms. It must come to the same figures, percentiles within their stated error. */
async function scanned(databaseUrl: string, from: string, until: string, told: PerformanceView): Promise<number[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const times: number[] = [];
  for (let n = 0; n < SCANS; n++) {
    let row: Scanned | undefined;
    times.push(await timed(async () => ([row] = (await client.query<Scanned>(SCAN, [HALL, from, until])).rows)));
    same(row!, told);
  }
  await client.end();
  return times;
}

function same({ issued, answered, waitedMs, served, handledMs, waits }: Scanned, { figures }: PerformanceView): void {
  const of = (id: string) => figures.find((one) => one.id === id)!;
  const exact = [issued, Number(waitedMs), answered, Number(handledMs), served];
  const told = [of('issued').k, of('wait-mean').k, of('wait-mean').n, of('handling-mean').k, of('handling-mean').n];
  if (exact.join() !== told.join()) throw new Error(`the figures are ${told.join()}, the rows come to ${exact.join()}`);
  for (const [n, id] of ['wait-median', 'wait-p90'].entries()) {
    const [real, said] = [Math.floor(waits[n]! / 1000) / 60, of(id).value!];
    if (Math.abs(said - real) > 0.0105 * real) throw new Error(`${id} is ${said}, the rows come to ${real}`);
  }
}
