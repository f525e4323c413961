/**
 * The reference of `bench rate`: the very statements that a rating by the slip's code sends (imported from the built server), executed
 * directly by 8 clients, as pgbench would: no HTTP, no framework, no validation.
 */
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { emptyDocket } from '../../../libs/domain/dist/docket/state.js';
import { APPEND, appendParameters, KEEP_KEY, LOCK_HEAD } from '../../../apps/server/dist/hall-log/hall-log.js';
import { place } from '../../../apps/server/dist/hall-log/log-event.js';
import { projectDocket } from '../../../apps/server/dist/docket/projection.js';
import { RATEABLE } from '../../../apps/server/dist/docket/slice.js';
import { FIND_CODE } from '../../../apps/server/dist/queue/ticket.service.js';
import '../../../apps/server/dist/platform/database/data-source.js';

const { halls, day, last, used, clients, warmMs, measureMs } = await new Promise((resolve) =>
  process.once('message', resolve),
);
const open = () =>
  new pg.Client({ connectionString: process.env.DATABASE_URL, options: '-c role=shouwen_app -c jit=off' });

async function rate(client, hallId, n) {
  const code = `${hallId}.${String(n).padStart(22, 'S')}`;
  await client.query(FIND_CODE, [hallId, createHash('sha256').update(code).digest('hex')]);
  const number = `A${String(n).padStart(6, '0')}`;
  const ticketId = `${day}.${number}`;
  const ratingId = `${ticketId}.1`;
  await client.query('START TRANSACTION');
  const { rows } = await client.query(LOCK_HEAD, [hallId]);
  const { rows: found } = await client.query(RATEABLE, [hallId, day, number, 1, ratingId]);
  const at = Date.now();
  const data = {
    ratingId,
    ticketId,
    servingN: 1,
    servingDay: day,
    windowId: found[0].window_id,
    clerkId: found[0].clerk_id,
    queueId: found[0].queue_id,
    matterId: found[0].matter_id,
    departmentId: null,
    channel: 'phone',
    level: 'satisfied',
    form: 1,
    dimensions: {},
    labels: [],
    openMs: 4_000,
    named: false,
    words: null,
    contactId: null,
  };
  const [event] = place(hallId, rows[0], 'citizen', [
    { kind: 'rating-cast', subject: `rating:${ratingId}`, data, day, at },
  ]);
  const iso = new Date(at).toISOString();
  await client.query(`${APPEND} ${KEEP_KEY}`, [
    ...appendParameters(hallId, [event], rows[0].catalogue_seq),
    randomUUID(),
    createHash('sha256').update(number).digest('hex'),
    JSON.stringify({ seq: event.seq, contactId: '' }),
    iso,
  ]);
  const tx = { query: async (sql, parameters) => (await client.query(sql, parameters)).rows };
  await projectDocket(tx, hallId, emptyDocket(), [event]);
  await client.query('COMMIT');
}

let done = 0;
let counting = false;
setTimeout(() => (counting = true), warmMs);
const until = Date.now() + warmMs + measureMs;
// Each client keeps to halls of its own: the reference never waits for a lock.
const next = halls.map(() => last - Math.ceil(used / halls.length));
let total = used;
await Promise.all(
  Array.from({ length: clients }, async (_, index) => {
    const client = open();
    await client.connect();
    const own = halls.map((_hall, place_) => place_).filter((place_) => place_ % clients === index);
    for (let turn = 0; Date.now() < until; turn++) {
      const hall = own[turn % own.length];
      await rate(client, halls[hall], next[hall]--);
      total = Math.max(total, (last - Math.min(...next)) * halls.length);
      if (counting) done += 1;
    }
    await client.end();
  }),
);
process.send({ perSecond: (done * 1000) / measureMs, used: total }, () => process.exit(0));
