/**
 * The docket's clock without its protections, for the drills' controls only. Each is what somebody might have written: a card fires from a
 * timer in memory, what was given is remembered in memory, or by the span of time that was looked at last.
 */
import { DocketClock } from '../../../apps/server/dist/docket/docket-clock.js';
import { DocketService } from '../../../apps/server/dist/docket/docket.service.js';
import { AppError } from '../../../apps/server/dist/platform/http/app-error.js';

const due = DocketClock.prototype.due;
const run = DocketService.prototype.run;

/** Only what falls due while this process is up. */
function timersInMemory() {
  let since;
  DocketClock.prototype.due = async function () {
    since ??= this.clocks.server();
    return itemsAfter(this, since);
  };
}

async function itemsAfter(clock, since) {
  const rows = await due.call(clock);
  const known = await clock.database.query('select hall_id, contact_id from due_item where at > $1', [
    new Date(since).toISOString(),
  ]);
  const after = new Set(known.map((row) => `${row.hall_id} ${row.contact_id}`));
  return rows.filter((row) => after.has(`${row.hall_id} ${row.contact_id}`));
}

/** What a card of a first contact looks like before its alarm goes off, put back afterwards: the tables forget that it was given. */
async function forgotten(service, request, fire) {
  const { database } = service.personal;
  const { hallId, command } = request;
  const key = [hallId, command.contactId];
  const read = (table, id) => database.query(`select * from ${table} where hall_id = $1 and ${id} = $2`, key);
  const before = {
    first_contact: (await read('first_contact', 'id'))[0],
    case_file: (await read('case_file', 'contact_id'))[0],
  };
  const [item] = await read('due_item', 'contact_id');
  const result = await fire();
  for (const [table, row] of Object.entries(before)) {
    if (row)
      await database.query(`update ${table} set body = $3 where hall_id = $1 and id = $2`, [
        hallId,
        row.id,
        JSON.stringify(row.body),
      ]);
  }
  await database.query(
    `insert into due_item (hall_id, contact_id, case_id, at) values ($1, $2, $3, $4)
     on conflict (hall_id, contact_id) do update set at = excluded.at`,
    [hallId, item.contact_id, item.case_id, item.at],
  );
  return result;
}

/** What was given is remembered in memory. */
function givenInMemory() {
  const given = new Set();
  DocketService.prototype.run = function (request) {
    if (request.command.type !== 'fire-due') return run.call(this, request);
    const key = `${request.hallId} ${request.command.contactId}`;
    if (given.has(key)) throw new AppError('nothing-due');
    given.add(key);
    return forgotten(this, request, () => run.call(this, request));
  };
}

/** Cases with an alarm between two looks: what is asked who goes by the span of time, not by what is left to give. */
const IN_SPAN = `select hall_id, contact_id, id as case_id from case_file where exists (
  select from jsonb_each_text(body->'alarms') alarm where alarm.value::bigint > $1 and alarm.value::bigint <= $2)`;

/** What fell due since the last look is given, whatever was given before. */
function bySpanOfTime() {
  let last = 0;
  DocketClock.prototype.due = async function () {
    const since = last;
    last = this.clocks.server();
    return this.database.query(IN_SPAN, [since, last]);
  };
  DocketService.prototype.run = function (request) {
    if (request.command.type !== 'fire-due') return run.call(this, request);
    return forgotten(this, request, () => run.call(this, request));
  };
}

export const BROKEN = {
  'timers-in-memory': timersInMemory,
  'given-in-memory': givenInMemory,
  'by-span-of-time': bySpanOfTime,
};
