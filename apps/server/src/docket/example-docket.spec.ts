import { DataSource } from 'typeorm';
import { addDays, instantAt } from '@shouwen/domain/time/zoned';
import type { DocketFile } from '@shouwen/contracts/views/docket.schema';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { StaffAccess } from '../access/staff-access.service.ts';
import { EXAMPLE_HALL_ID, ExampleHall } from '../catalogue/example-hall.ts';
import { HallClocks } from '../catalogue/hall-clocks.ts';
import { ExampleHistory } from '../queue/example-history.ts';
import { verifyAll } from '../verify/verify.ts';
import { ExampleDocket } from './example-docket.ts';

let database: TestDatabase;
let server: TestServer;
let people: People;
let checker: DataSource;
const at = (path: string) => `/api/halls/${EXAMPLE_HALL_ID}${path}`;
/** A Wednesday morning. */
const TODAY = '2026-05-13';
const NINE_THIRTY = instantAt(TODAY, '09:30', 'Asia/Shanghai');

/** As at a start of the server, at a moment of the hall. */
async function begin(now: number): Promise<void> {
  await server.app.get(HallClocks).set(EXAMPLE_HALL_ID, now, 0.001);
  const docket = server.app.get(ExampleDocket);
  docket.hold();
  await docket.start();
}

const countOf = async (sql: string): Promise<number> => {
  const [row] = (await checker.query(sql, [EXAMPLE_HALL_ID])) as { n: number }[];
  return row!.n;
};

const findings = async (): Promise<string[]> => (await verifyAll(checker, server.dataDir)).findings;

beforeAll(async () => {
  database = await cloneDatabase();
  checker = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  server = await startTestServer(database.url);
  people = peopleAt(server.url);
  await server.app.get(ExampleHall).install();
  await server.app.get(StaffAccess).makeExampleAccounts(EXAMPLE_HALL_ID);
  await begin(NINE_THIRTY);
}, 240_000);

afterAll(async () => {
  people.leave();
  await server.stop();
  await checker.destroy();
  await database.drop();
});

interface Board {
  counts: Record<string, number>;
  items: { state: string; level: string | null; leftDays: number | null; contactId: string }[];
}

describe('the example hall’s docket', () => {
  it('stands there at once, with something in every state', async () => {
    const supervisor = await people.staff(EXAMPLE_HALL_ID, 'songyan');
    const { body: board } = await supervisor.get<Board>(at('/docket?filter=all&limit=2000'));
    const states = new Set(board.items.map(({ state }) => state));
    expect([...states].sort()).toEqual(
      expect.arrayContaining([
        'awaits-appointment',
        'decided',
        'deciding',
        'offered',
        'received',
        'supplement-asked',
        'suspended',
      ]),
    );
    const levels = new Set(board.items.map(({ level }) => level));
    expect([...levels]).toEqual(expect.arrayContaining(['prompt', 'yellow', 'red', 'legal-red']));
    expect(board.items.some(({ leftDays }) => leftDays === 0)).toBe(true);
    for (const counted of ['yellow', 'red', 'legal-red', 'unseen', 'offered', 'awaits-appointment', 'extension'])
      expect(board.counts[counted]).toBeGreaterThan(0);
    const clerk = await people.staff(EXAMPLE_HALL_ID, 'liuyang');
    const { body: mine } = await clerk.get<Board>(at('/mine'));
    expect(mine.items.length).toBeGreaterThan(3);
  });

  it('masks the citizens who do not exist like real ones', async () => {
    const supervisor = await people.staff(EXAMPLE_HALL_ID, 'songyan');
    const { body: board } = await supervisor.get<Board>(at('/docket?filter=all&limit=2000'));
    const { contactId } = board.items.find(({ state }) => state === 'deciding')!;
    const { body: file } = await supervisor.get<DocketFile>(at(`/contacts/${contactId}`));
    expect(file.applicant!.name).toMatch(/^.\*/);
    expect(file.applicant!.telephone).toMatch(/^100\*{4}\d{4}$/);
  });

  it('fills in its past behind; every number once, the whole log verifies', async () => {
    await server.app.get(ExampleDocket).complete();
    const numbered = await countOf(
      `select sum(n)::int as n from docket_counter where hall_id = $1 and starts_with(id, 'contact-')`,
    );
    expect(await countOf('select count(*)::int as n from first_contact where hall_id = $1')).toBe(numbered);
    expect(numbered).toBeGreaterThan(2_000);
    expect(await findings()).toEqual([]);
    // How long a matter really took is known: what was promised in three days took about two.
    const { body: record } = await people.anybody.get<Record<string, number>>(
      at('/matters/real-estate-transfer/record'),
    );
    expect(record['decided']).toBeGreaterThan(50);
    expect(record['medianDays']).toBeLessThanOrEqual(3);
    expect(record['onTime']! / record['decided']!).toBeGreaterThan(0.85);
  }, 240_000);

  it('hangs on the tickets of its past', async () => {
    const past = addDays(TODAY, -1);
    const tickets = server.app.get(ExampleHistory);
    expect(await tickets.isKnown(past)).toBe(false);
    expect(
      await countOf(
        `select count(*)::int as n from first_contact where hall_id = $1 and starts_with(ticket_id, '${past}.')`,
      ),
    ).toBeGreaterThan(30);
  });

  it('goes on where it was after two days’ absence, and is not written twice', async () => {
    const before = await countOf('select count(*)::int as n from hall_event where hall_id = $1');
    await begin(NINE_THIRTY + 2 * 86_400_000);
    await server.app.get(ExampleDocket).complete();
    const after = await countOf('select count(*)::int as n from hall_event where hall_id = $1');
    expect(after - before).toBeGreaterThan(500);
    expect(after - before).toBeLessThan(6_000);
    expect(await findings()).toEqual([]);
    // What fell due meanwhile was given at its moment, not at the start; only a deemed acceptance sets a clock back.
    const late = await countOf(
      `select count(*)::int as n from card k join case_file c on c.hall_id = k.hall_id and c.id = k.case_id
       where k.hall_id = $1 and k.kind = 'red' and c.body->'accepted'->>'how' <> 'deemed'
         and extract(epoch from k.given_at) * 1000 - (k.body->>'dueAt')::numeric > 60000`,
    );
    expect(late).toBe(0);
  }, 240_000);
});
