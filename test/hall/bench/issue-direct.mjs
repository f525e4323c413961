/**
 * The reference of `bench issue`: the very statements that taking a number sends (imported from the built server), executed
 * directly by 8 clients, as pgbench would: no HTTP, no framework, no validation.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { emptyQueue } from '../../../libs/domain/dist/queue/queue-day.js';
import { rankAtIssue } from '../../../libs/domain/dist/queue/head-start.js';
import { ticketNumber } from '../../../libs/domain/dist/ticket/ticket.js';
import { APPEND, appendParameters, KEEP_KEY, LOCK_HEAD } from '../../../apps/server/dist/hall-log/hall-log.js';
import { place } from '../../../apps/server/dist/hall-log/log-event.js';
import { projection } from '../../../apps/server/dist/queue/projection.js';
import { fold } from '../../../apps/server/dist/queue/queue.service.js';
import { queueFromRow } from '../../../apps/server/dist/queue/rows.js';
import { KEEP_CODE } from '../../../apps/server/dist/queue/ticket.service.js';
import '../../../apps/server/dist/platform/database/data-source.js';

const { halls, clients, warmMs, measureMs } = await new Promise((resolve) => process.once('message', resolve));
const open = () =>
  new pg.Client({ connectionString: process.env.DATABASE_URL, options: '-c role=shouwen_app -c jit=off' });

const first = open();
await first.connect();
const day = (await first.query('select max(day) as day from queue_day')).rows[0].day;
const queues = new Map();
for (const hallId of halls) {
  const { rows } = await first.query('select * from queue_day where hall_id = $1 and day = $2', [hallId, day]);
  for (const id of ['a', 'b']) queues.set(`${hallId}/${id}`, emptyQueue(id, day));
  for (const row of rows) queues.set(`${hallId}/${row.queue_id}`, queueFromRow(row));
}
await first.end();

async function issue(client, hallId, queueId) {
  await client.query('START TRANSACTION');
  const { rows } = await client.query(LOCK_HEAD, [hallId]);
  const key = `${hallId}/${queueId}`;
  const queue = queues.get(key);
  const at = Date.now();
  const n = queue.lastNumber + 1;
  const number = ticketNumber(queueId.toUpperCase(), n);
  const ticketId = `${day}.${number}`;
  const data = {
    ticketId,
    number,
    n,
    queueId,
    matterId: `matter-${queueId}`,
    headStart: null,
    rank: rankAtIssue(at, null, null),
    channel: 'kiosk',
    appointmentId: null,
  };
  const [event] = place(hallId, rows[0], 'device:direct', [
    { kind: 'ticket-issued', subject: `ticket:${ticketId}`, data, day, at },
  ]);
  const before = {
    day,
    closed: false,
    tickets: {},
    servings: {},
    queues: { [queueId]: queue },
    windows: {},
    appointments: {},
  };
  const { state, changes } = fold(before, [event]);
  const iso = new Date(at).toISOString();
  const result = JSON.stringify({ seq: event.seq, day, data, secret: { code: randomBytes(16).toString('base64url') } });
  const parameters = appendParameters(hallId, [event], rows[0].catalogue_seq);
  parameters.push(randomUUID(), createHash('sha256').update(number).digest('hex'), result, iso);
  await client.query(`${APPEND} ${KEEP_KEY}`, parameters);
  const { sql, parameters: values } = projection(hallId, day, changes);
  await client.query(sql, values);
  await client.query(KEEP_CODE, [hallId, createHash('sha256').update(randomUUID()).digest('hex'), day, number]);
  await client.query('COMMIT');
  queues.set(key, state.queues[queueId]);
}

let done = 0;
let counting = false;
setTimeout(() => (counting = true), warmMs);
const until = Date.now() + warmMs + measureMs;
await Promise.all(
  Array.from({ length: clients }, async (_, index) => {
    const client = open();
    await client.connect();
    // Each client keeps to halls of its own: the reference never waits for a lock.
    const own = halls.filter((_hall, place_) => place_ % clients === index);
    for (let n = 0; Date.now() < until; n++) {
      await issue(client, own[n % own.length], n % 2 === 0 ? 'a' : 'b');
      if (counting) done += 1;
    }
    await client.end();
  }),
);
process.send({ perSecond: (done * 1000) / measureMs }, () => process.exit(0));
