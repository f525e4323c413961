import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { clockAt, openStage, type Stage } from '../support/stage.ts';
import { at, DocketHall } from './docket-hall.ts';
import type { DrillResult } from './drill.ts';
import { Load, until } from './load.ts';
import { findingsOn } from './verified.ts';

const HALL = 'new-year';
const BUSY = 'busy';
/** A turn of the year for which no package of calendars has a table yet: the hall loads them by hand, one year after the other. */
const OLD = 2039;
const EVE = `${OLD}-12-30`;
const FIRST = `${OLD + 1}-01-01`;
/** The table of the new year as it might be published: New Year's Day is a Sunday, Monday to Wednesday are off, Saturday 7 is worked. */
const TABLE = {
  id: String(OLD + 1),
  year: OLD + 1,
  holidays: [`${OLD + 1}-01-02`, `${OLD + 1}-01-03`, `${OLD + 1}-01-04`],
  worked: [`${OLD + 1}-01-07`],
};

/** The service day turns over at the hall's midnight under load, numbers begin again with day and year, provisional dates are confirmed. */
export async function newYear(): Promise<DrillResult> {
  const real = await run('Asia/Shanghai');
  // A hall that reckons its days by UTC: its day turns over at eight in the morning.
  const control = await run('UTC');
  const whole = (one: typeof real) =>
    one.wrongDay === 0 && one.firstNumbers === 'A001 B001' && one.cases === `${OLD}:2 ${OLD + 1}:1` && one.daysClosed;
  return {
    name: 'midnight and New Year',
    held:
      whole(real) &&
      real.gaps === 0 &&
      real.unclean === 0 &&
      real.provisional === `${OLD + 1}-01-06 provisional` &&
      real.confirmed === `${OLD + 1}-01-10 confirmed` &&
      real.cause === 'year-published' &&
      real.findings === 0,
    controlFailed: !whole(control),
    tickets: real.tickets,
    wrongDay: real.wrongDay,
    gaps: real.gaps,
    cases: real.cases,
    provisional: real.provisional,
    confirmed: real.confirmed,
    unclean: real.unclean,
    findings: real.findings,
    controlWrongDay: control.wrongDay,
    controlCases: control.cases,
  };
}

async function run(timeZone: string) {
  const stage = await openStage();
  try {
    const server = await stage.startServer(clockAt(at(EVE, '10:00')));
    const around = { timeZone, nationalCalendar: true, open: '00:00', close: '24:00' };
    const hall = await DocketHall.make(server, { id: HALL, ...around });
    const save = (by: DocketHall, item: object) =>
      by.post('catalogue/changes', { changes: [{ kind: 'year-table', ...item }] }, 'administrator');
    await save(hall, { id: String(OLD), item: { id: String(OLD), year: OLD, holidays: [], worked: [] } });
    const eve = await hall.accepted();
    const look = (by: DocketHall) => by.get<DocketFile>(`contacts/${eve.contactId}`);
    const provisional = await look(hall);
    hall.leave();
    await server.setClock(at(`${OLD}-12-31`, '23:57'));
    const late = await DocketHall.on(server, HALL);
    await late.accepted();
    const load = await Load.begin(server, BUSY, { timeZone });
    await server.setClock(at(`${OLD}-12-31`, '23:59') + 55_000);
    // Five seconds before midnight to five after it, in real time.
    await sleep(10_000);
    const { unclean } = await load.stop();
    await late.accepted();
    await save(late, { id: TABLE.id, item: TABLE });
    await until('the dates are counted again', 60_000, async () => !(await look(late)).provisional);
    // The old day is closed by the clock some seconds into the new one.
    await until('the old day is closed', 60_000, async () => (await facts(stage)).daysClosed).catch(() => undefined);
    const confirmed = await look(late);
    late.leave();
    const moved = confirmed.story.findLast(({ kind }) => kind === 'dates-moved');
    return {
      ...(await facts(stage)),
      provisional: `${provisional.promisedLastDay} ${provisional.provisional ? 'provisional' : 'certain'}`,
      confirmed: `${confirmed.promisedLastDay} ${confirmed.provisional ? 'provisional' : 'confirmed'}`,
      cause: moved?.data['cause'] as string | undefined,
      unclean: unclean.length,
      findings: (await findingsOn(stage)).length,
    };
  } finally {
    await stage.stop();
  }
}

/** What the tables say of days, numbers and years. */
async function facts({ databaseUrl }: Stage) {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: randomUUID() });
  await client.connect();
  try {
    const { rows: days } = await client.query<{ tickets: number; wrong: number; gaps: number; first: string }>(
      `select count(*)::int as tickets,
         (count(*) filter (where day <> (issued_at at time zone 'Asia/Shanghai')::date))::int as wrong,
         (select count(*)::int from (select day, queue_id, count(*) as n, max(substr(number, 2)::int) as last from ticket
            where hall_id = $1 group by 1, 2) q where n <> last) as gaps,
         coalesce((select string_agg(number, ' ' order by number) from (select distinct on (queue_id) number from ticket
            where hall_id = $1 and issued_at >= $2 order by queue_id, issued_seq) f), '') as first
       from ticket where hall_id = $1`,
      [BUSY, new Date(at(FIRST, '00:00')).toISOString()],
    );
    const { rows: years } = await client.query<{ year: string; n: number }>(
      `select substr(id, 6) as year, n from docket_counter where hall_id = $1 and id like 'case-%' order by id`,
      [HALL],
    );
    const { rows: closed } = await client.query('select 1 from hall_day where hall_id = $1 and day = $2 and closed', [
      BUSY,
      `${OLD}-12-31`,
    ]);
    const { tickets, wrong, gaps, first } = days[0]!;
    return {
      tickets,
      wrongDay: wrong,
      gaps,
      firstNumbers: first,
      cases: years.map(({ year, n }) => `${year}:${n}`).join(' '),
      daysClosed: closed.length > 0,
    };
  } finally {
    await client.end();
  }
}
