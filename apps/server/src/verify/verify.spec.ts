import pg from 'pg';
import { DataSource } from 'typeorm';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { peopleAt, type People } from '../../../../test/support/http.ts';
import { startTestServer, type TestServer } from '../../../../test/support/server.ts';
import { PersonalData } from '../hall-log/personal-data.ts';
import { hashOf, type LogEvent } from '../hall-log/log-event.ts';
import { eventOf, type EventRow } from '../hall-log/log-reader.ts';
import { FigureRoller } from '../performance/roller.service.ts';
import { summary, verifyAll } from './verify.ts';

let database: TestDatabase;
let server: TestServer;
let people: People;
/** A burglar with the owner's rights who also switches the triggers off. */
let burglar: pg.Client;
let checker: DataSource;
let halls = 0;

beforeAll(async () => {
  database = await cloneDatabase();
  server = await startTestServer(database.url);
  people = peopleAt(server.url);
  burglar = new pg.Client({ connectionString: database.url });
  await burglar.connect();
  await burglar.query('set session_replication_role = replica');
  checker = await new DataSource({ type: 'postgres', url: database.url }).initialize();
});

afterAll(async () => {
  people.leave();
  await burglar.end();
  await checker.destroy();
  await server.stop();
  await database.drop();
});

/** A hall that has lived: three tickets, one finished, one called, one waiting — and, when asked, closed and signed. */
async function livedHall(closed = false): Promise<string> {
  const id = `verify-${++halls}`;
  await server.makeHall({ id });
  const kiosk = await people.kiosk(id);
  const clerk = await people.staff(id, 'clerk-1');
  const press = async (verb: string, body: object = {}) => {
    const { status } = await clerk.post(`/api/halls/${id}/windows/w1/${verb}`, body);
    expect(status).toBe(200);
  };
  for (let n = 0; n < 3; n++) {
    await kiosk.post(`/api/halls/${id}/tickets`, { queueId: 'a', matterId: 'matter-a', headStart: null });
  }
  await press('open');
  await press('call-next');
  await press('start');
  await press('finish', { outcome: 'done' });
  await press('call-next');
  if (closed) {
    const supervisor = await people.staff(id, 'supervisor');
    await supervisor.post(`/api/halls/${id}/close-day`);
    await signed(id);
  }
  return id;
}

async function signed(hallId: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { rows } = await burglar.query('select 1 from hall_head_signature where hall_id = $1', [hallId]);
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the head was not signed');
}

const findingsOf = async (hallId: string): Promise<string> => {
  const report = await verifyAll(checker, server.dataDir);
  return report.findings.filter((finding) => finding.startsWith(`${hallId}:`)).join('\n');
};

const lastSeq = async (hallId: string): Promise<number> => {
  const { rows } = await burglar.query<{ seq: string }>('select seq from hall_head where hall_id = $1', [hallId]);
  return Number(rows[0]!.seq);
};

/** Puts a tail of the log anew, each hash correct over the one before, and the head with it: what an insider with the code can do. */
async function rewriteFrom(hallId: string, from: number, change: (event: LogEvent) => LogEvent): Promise<void> {
  const rows = await checker.query<EventRow[]>(
    'select seq, day, at, actor, kind, subject, data, hash from hall_event where hall_id = $1 and seq >= $2 order by seq',
    [hallId, from - 1],
  );
  const [before, ...tail] = rows.map((row) => eventOf(hallId, row));
  let hash = before!.hash;
  for (const event of tail) {
    const changed = change(event);
    hash = hashOf(hash, changed);
    await burglar.query('update hall_event set data = $3, hash = $4 where hall_id = $1 and seq = $2', [
      hallId,
      event.seq,
      JSON.stringify(changed.data),
      hash,
    ]);
  }
  await burglar.query('update hall_head set hash = $2 where hall_id = $1', [hallId, hash]);
}

describe('npm run verify', () => {
  it('is green over a hall that nobody touched, and says what it looked at', async () => {
    const id = await livedHall(true);
    expect(await findingsOf(id)).toBe('');
    const report = await verifyAll(checker, server.dataDir);
    expect(summary(report)).toMatch(/^verify: green — \d+ halls, \d+ events/);
  });

  it.each([
    ['ticket', `update ticket set rank = rank - interval '1 hour' where hall_id = $1 and number = 'A003'`, 'rank'],
    ['ticket', `update ticket set head_start = 'senior' where hall_id = $1 and number = 'A003'`, 'headStart'],
    ['serving', `update serving set waited_ms = 1 where hall_id = $1 and number = 'A001'`, 'waitedMs'],
    ['queue_day', `update queue_day set waiting = waiting + 1 where hall_id = $1`, 'waiting'],
    ['window_day', `update window_day set finished = finished + 1 where hall_id = $1`, 'finished'],
  ])('finds a changed row of %s: %s', async (table, sql, part) => {
    const id = await livedHall();
    await burglar.query(sql, [id]);
    const findings = await findingsOf(id);
    expect(findings).toContain(table);
    expect(findings).toContain(`differs from the log in ${part}`);
  });

  it('finds a row too many and a row too few', async () => {
    const id = await livedHall();
    await burglar.query(`delete from ticket where hall_id = $1 and number = 'A003'`, [id]);
    expect(await findingsOf(id)).toContain('A003 is missing');
    const other = await livedHall();
    await burglar.query(`update ticket set number = 'A009' where hall_id = $1 and number = 'A003'`, [other]);
    expect(await findingsOf(other)).toMatch(/A009 stands in the table, but not in the log/);
  });

  describe('over figures', () => {
    const counted = async (): Promise<string> => {
      const id = await livedHall();
      await server.app.get(FigureRoller).follow(id);
      expect(await findingsOf(id)).toBe('');
      return id;
    };

    it.each([
      ['issued', 'measures[1] = measures[1] + 1', `scope = 'hall' and cell = -1`],
      ['waits', 'waits = set_byte(waits, 0, get_byte(waits, 0) + 1)', `scope = 'queue'`],
      ['columns', 'columns[1] = columns[1] + 1', `scope = 'person'`],
    ])('finds a line that a recount does not come to: %s', async (part, change, where) => {
      const id = await counted();
      await burglar.query(`update figure_cell set ${change} where hall_id = $1 and ${where}`, [id]);
      expect(await findingsOf(id)).toMatch(
        new RegExp(`figures of \\d{4}-\\d\\d-\\d\\d: .* differs from a recount in .*${part}`),
      );
    });

    it('finds lines and days too many and too few', async () => {
      const id = await counted();
      await burglar.query(`delete from figure_cell where hall_id = $1 and scope = 'window'`, [id]);
      await burglar.query(`update figure_cell set key = 'z' where hall_id = $1 and scope = 'queue'`, [id]);
      const findings = await findingsOf(id);
      expect(findings).toMatch(/window w1 is missing/);
      expect(findings).toMatch(/queue z stands there, but a recount has none/);
      await burglar.query('delete from figure_day where hall_id = $1', [id]);
      expect(await findingsOf(id)).toMatch(/the day was not counted/);
      await burglar.query('delete from figure_cell where hall_id = $1', [id]);
      expect(await findingsOf(id)).toMatch(/figures of \S+ are missing/);
    });

    it('finds a month that is not the sum of its days', async () => {
      const id = await counted();
      await burglar.query(
        `insert into figure_cell select hall_id, scope, key, 'month', date_trunc('month', start)::date, cell, measures, waits, columns
         from figure_cell where hall_id = $1`,
        [id],
      );
      expect(await findingsOf(id)).toBe('');
      await burglar.query(
        `update figure_cell set measures[4] = 0 where hall_id = $1 and grain = 'month' and scope = 'hall'`,
        [id],
      );
      expect(await findingsOf(id)).toMatch(/figures of \d{4}-\d\d: hall — .*answered/);
    });

    it('says nothing of a day that goes on after it was counted', async () => {
      const id = await counted();
      const kiosk = await people.kiosk(id);
      await kiosk.post(`/api/halls/${id}/tickets`, { queueId: 'a', matterId: 'matter-a', headStart: null });
      expect(await findingsOf(id)).toBe('');
    });
  });

  it('finds a changed item of the catalogue', async () => {
    const id = await livedHall();
    await burglar.query(
      `update catalogue_item set item = jsonb_set(item, '{waitPromiseSeconds}', '99999') where hall_id = $1 and kind = 'queue'`,
      [id],
    );
    expect(await findingsOf(id)).toContain('catalogue_item queue:a differs from the log');
  });

  it('finds a changed event', async () => {
    const id = await livedHall();
    await burglar.query(
      `update hall_event set data = jsonb_set(data, '{outcome}', '"answered"') where hall_id = $1 and kind = 'serving-finished'`,
      [id],
    );
    expect(await findingsOf(id)).toMatch(/event \d+ \(serving-finished\): its hash does not fit/);
  });

  it('finds a missing event', async () => {
    const id = await livedHall();
    await burglar.query(`delete from hall_event where hall_id = $1 and kind = 'serving-started'`, [id]);
    expect(await findingsOf(id)).toMatch(/event \d+ is missing/);
  });

  it('finds a tail rewritten with a correct chain, by the signed heads', async () => {
    const id = await livedHall(true);
    const { rows } = await burglar.query<{ seq: string }>(
      `select seq from hall_event where hall_id = $1 and kind = 'serving-finished'`,
      [id],
    );
    await rewriteFrom(id, Number(rows[0]!.seq), (event) =>
      event.kind === 'serving-finished' ? { ...event, data: { ...event.data, outcome: 'not-ours' } } : event,
    );
    const findings = await findingsOf(id);
    expect(findings).not.toContain('its hash does not fit');
    expect(findings).toContain('was signed over another history');
  });

  it('finds it also when the signature in the database was thrown away: the file beside it remembers', async () => {
    const id = await livedHall(true);
    await rewriteFrom(id, (await lastSeq(id)) - 1, (event) => ({ ...event, data: { ...event.data, expired: 0 } }));
    await burglar.query('delete from hall_head_signature where hall_id = $1', [id]);
    expect(await findingsOf(id)).toMatch(/\(file\) was signed over another history/);
  });

  it('finds a tail cut off', async () => {
    const id = await livedHall(true);
    const last = await lastSeq(id);
    await burglar.query('delete from hall_event where hall_id = $1 and seq = $2', [id, last]);
    await burglar.query(
      `update hall_head set seq = $2, hash = (select hash from hall_event where hall_id = $1 and seq = $2) where hall_id = $1`,
      [id, last - 1],
    );
    expect(await findingsOf(id)).toContain('was signed over another history');
  });

  it('finds a call out of order, whatever the event says of itself', async () => {
    const id = await livedHall();
    const { rows } = await burglar.query<{ seq: string }>(
      `select seq from hall_event where hall_id = $1 and kind = 'ticket-issued' order by seq limit 1 offset 2`,
      [id],
    );
    // A003 now came an hour before all others; the windows called A001 and A002 all the same.
    await rewriteFrom(id, Number(rows[0]!.seq), (event) =>
      event.kind === 'ticket-issued'
        ? { ...event, data: { ...event.data, rank: (event.data.rank as number) - 3_600_000 } }
        : event,
    );
    expect(await findingsOf(id)).toMatch(/A001 was called before A003/);
  });

  it('stays green when somebody’s words are forgotten, and finds words that were exchanged', async () => {
    const id = await livedHall();
    const personal = server.app.get(PersonalData);
    expect(await personal.erase(id, 'staff:clerk-1', Date.now())).toBe(true);
    expect(await findingsOf(id)).toBe('');
    await burglar.query(
      `update personal_data set sealed = (select sealed from personal_data where hall_id = $1 and ref = 'staff:guide') where hall_id = $1 and ref = 'staff:auditor'`,
      [id],
    );
    expect(await findingsOf(id)).toContain('personal data staff:auditor was changed');
  });
});

describe('the log only grows', () => {
  it.each(['update hall_event set actor = actor', 'delete from hall_event', 'truncate hall_event'])(
    'the server’s role may not: %s',
    async (sql) => {
      const client = new pg.Client({ connectionString: database.url, options: '-c role=shouwen_app' });
      await client.connect();
      await expect(client.query(sql)).rejects.toThrow(/permission denied/);
      await client.end();
    },
  );

  it.each(['update hall_event set actor = actor', 'delete from hall_event', 'truncate hall_event'])(
    'not even the owner may, by trigger: %s',
    async (sql) => {
      await livedHall();
      const owner = new pg.Client({ connectionString: database.url });
      await owner.connect();
      await expect(owner.query(sql)).rejects.toThrow(/append|only grows|not allowed|never/i);
      await owner.end();
    },
  );
});
