import { DOCKET_CATALOGUE, NATIONAL, TestDocket, WORDS, moment } from '../../../../test/support/domain-docket.ts';
import type { DocketCommand } from '../docket/commands.ts';
import { isTurnedDown, type DocketContext } from '../docket/context.ts';
import { decideDocket } from '../docket/decide.ts';
import type { DocketEvent } from '../docket/events.ts';
import { docketChanges } from '../docket/evolve.ts';
import { applyDocket, emptyDocket, nextDue, type MutableDocket } from '../docket/state.ts';
import type { Order } from '../order/order.ts';
import { Random } from '../simulation/random.ts';
import { HOUR } from '../time/instant.ts';
import { serviceDayOf } from '../time/zoned.ts';

const COMMANDS = 60_000;
const PER_HISTORY = 400;
const SEED = Number(process.env.SEED ?? Math.floor(Date.now() % 2 ** 31));
const STAFF = Object.keys(DOCKET_CATALOGUE.staff);
const POINTS = ['posts', 'notices'];
const facts = (sha256: string) => ({ fileId: sha256, sha256, size: 5, says: null, words: null });

class Fault extends Error {}
const must = (holds: boolean, what: () => string): void => {
  if (!holds) throw new Fault(what());
};

/** Random commands of anybody, with the clock running; looks at everything now and then. */
function play(random: Random) {
  const docket = emptyDocket() as MutableDocket;
  const count = { given: 0, done: 0, orders: 0, closed: 0, again: 0, cards: 0, finished: 0 };
  let now = moment('2026-03-02', '09:00');
  let seq = 0;
  const day = () => serviceDayOf(now, 'Asia/Shanghai');
  const context = (): DocketContext => ({ now, day: day(), catalogue: DOCKET_CATALOGUE, calendar: NATIONAL });

  const looked = (): void => {
    for (const order of Object.values(docket.petitions) as Order[]) {
      const contact = docket.contacts[order.id]!;
      const over = order.state === 'closed';
      must(DOCKET_CATALOGUE.staff[contact.answerableId] !== undefined, () => `${order.id}: nobody answers`);
      must(over === (order.dueBy === null), () => `${order.id}: ${order.state} without a next day`);
      must(over === (contact.closedAt !== null), () => `${order.id}: its card otherwise`);
      const set = nextDue(order.alarms) !== null || Object.keys(order.fired).length > 0;
      must(over || set, () => `${order.id}: nothing will ever go off`);
      must(!over || nextDue(order.alarms) === null, () => `${order.id}: closed, and something stays due`);
      if (order.checkedBy === null) continue;
      must(!contact.line.includes(order.checkedBy), () => `${order.id}: checked by who answered for it`);
      must(order.reported!.byId !== order.checkedBy, () => `${order.id}: checked by who reported it`);
    }
    for (const { state, points, seen } of Object.values(docket.inspections))
      must(state !== 'done' || points.every((point) => seen[point]), () => 'done with points left');
  };

  const run = (command: DocketCommand): boolean => {
    count.given += 1;
    const decision = decideDocket(docket, command, context());
    if (isTurnedDown(decision)) return false;
    count.done += 1;
    for (const event of decision.events) {
      const placed = { ...event, seq: ++seq, day: day(), at: now } as DocketEvent;
      if (placed.kind === 'order-given') {
        count.orders += 1;
        must(docket.contacts[placed.data.contactId]!.answerableId !== placed.data.byId, () => 'given to oneself');
      }
      if (placed.kind === 'order-done') count.closed += 1;
      if (placed.kind === 'order-sent-back') count.again += 1;
      if (placed.kind === 'card-given') count.cards += 1;
      if (placed.kind === 'inspection-finished') count.finished += 1;
      applyDocket(docket, docketChanges(docket, placed));
    }
    return true;
  };

  const command = (): DocketCommand => {
    const byId = random.pick(STAFF);
    const words = random.chance(0.9) ? WORDS : null;
    const wish = {
      byId,
      toId: random.pick([null, 'nobody', ...STAFF]),
      departmentId: random.pick([null, 'market', 'education', 'nowhere']),
      windowId: random.chance(0.05) ? 'w9' : null,
      days: Math.ceil(random.between(0.1, 8)),
      words,
    };
    const roll = random.next();
    if (roll < 0.05)
      return { type: 'plan-inspection', byId, round: 'monthly', day: day(), inspectors: [random.pick(STAFF)] };
    if (roll < 0.1) return { type: 'give-order', ...wish };
    const inspections = Object.values(docket.inspections).slice(-4);
    if (roll < 0.4 && inspections.length > 0) {
      const { id: inspectionId, inspectors } = random.pick(inspections);
      const on = { inspectionId, byId: random.chance(0.7) ? inspectors[0]! : byId };
      const point = random.pick([...POINTS, 'nonsense']);
      const step = random.next();
      if (step < 0.35) return { type: 'pass-point', ...on, point };
      if (step < 0.75) return { type: 'find-at-point', ...wish, ...on, point };
      return step < 0.95 ? { type: 'finish-inspection', ...on } : { type: 'call-off-inspection', ...on };
    }
    const orders = Object.values(docket.petitions).slice(-12) as Order[];
    if (orders.length === 0) return { type: 'give-order', ...wish };
    const order = random.pick(orders);
    const { answerableId, handOver } = docket.contacts[order.id]!;
    const on = { contactId: order.id, byId: random.chance(0.6) ? answerableId : byId, words };
    const step = random.next();
    if (step < 0.3) return { type: 'carry-out-order', ...on };
    if (step < 0.65)
      return {
        type: 'check-order',
        ...on,
        byId: random.chance(0.6) ? order.givenBy : byId,
        done: random.chance(0.5),
        days: random.pick([null, 2]),
      };
    if (step < 0.75) return { type: 'hand-over', ...on, toId: random.pick(STAFF) };
    if (step < 0.83) return { type: 'acknowledge', contactId: order.id, byId: handOver?.toId ?? byId };
    if (step < 0.9)
      return {
        type: 'photograph-order',
        ...on,
        ...facts(String(seq % 40)),
        found: random.pick(['jpg', 'pdf', null] as const),
      };
    if (step < 0.95) return { type: 'answer', ...on, told: true };
    return { type: 'urge', ...on };
  };

  while (count.given < PER_HISTORY) {
    run(command());
    if (random.chance(0.15)) {
      now = Math.round(now + random.between(1, 40) * HOUR);
      for (const contactId of Object.keys(docket.petitions)) {
        const due = nextDue(docket.petitions[contactId]!.alarms);
        if (due === null || due > now) continue;
        must(run({ type: 'fire-due', caseId: null, contactId }), () => `${contactId}: due, and nothing happened`);
      }
    }
    if (count.given % 50 === 0) looked();
  }
  looked();
  return count;
}

describe('random commands on inspections and orders', () => {
  it(`leave no finding without a person and a next day, and nobody checks their own (seed ${SEED})`, () => {
    const total = { given: 0, done: 0, orders: 0, closed: 0, again: 0, cards: 0, finished: 0 };
    for (let history = 0; total.given < COMMANDS; history++) {
      try {
        const played = play(new Random(SEED + history));
        for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += played[key];
      } catch (error) {
        throw new Error(`SEED=${SEED + history}: ${(error as Error).message}`, { cause: error });
      }
    }
    expect(total.given).toBeGreaterThanOrEqual(COMMANDS);
    expect(Math.min(total.orders, total.cards)).toBeGreaterThan(1_000);
    expect(Math.min(total.closed, total.again, total.finished)).toBeGreaterThan(100);
  }, 120_000);
});

describe('an inspection', () => {
  const given = { toId: 'li', departmentId: null, windowId: null, days: 3, words: WORDS };

  it('goes from plan by finding, report and a check that refuses once to its end, with a card when it is late', () => {
    const hall = new TestDocket().clock('2026-11-24');
    const plan = { type: 'plan-inspection', byId: 'song', round: 'monthly', inspectors: ['pan'] } as const;
    expect(hall.refused({ ...plan, day: '2026-11-23' })).toBe('inspection-day-past');
    expect(hall.refused({ ...plan, byId: 'li', day: '2026-11-25' })).toBe('not-the-head');
    hall.do({ ...plan, day: '2026-11-25' });
    const at = { inspectionId: '2026.1', byId: 'pan' };
    expect(hall.refused({ type: 'pass-point', ...at, point: 'posts' })).toBe('inspection-not-yet');
    hall.clock('2026-11-25').do({ type: 'pass-point', ...at, point: 'posts' });
    expect(hall.refused({ type: 'pass-point', ...at, point: 'posts' })).toBe('point-seen');
    expect(hall.refused({ type: 'finish-inspection', ...at })).toBe('inspection-incomplete');
    expect(hall.refused({ type: 'find-at-point', ...at, point: 'notices', ...given, toId: 'pan' })).toBe(
      'order-to-oneself',
    );
    hall.do({ type: 'find-at-point', ...at, point: 'notices', ...given }).do({ type: 'finish-inspection', ...at });
    expect(hall.refused({ type: 'find-at-point', ...at, point: 'notices', ...given })).toBe('inspection-over');

    const contactId = Object.keys(hall.docket.petitions)[0]!;
    const order = () => hall.docket.petitions[contactId] as Order;
    expect([order().state, order().dueBy]).toEqual(['to-carry-out', '2026-11-30']);
    expect(hall.clock('2026-11-30', '17:31').tick()).toEqual(['carry-out-late']);
    expect(hall.refused({ type: 'carry-out-order', contactId, byId: 'song', words: WORDS })).toBe('not-yours');
    hall.do({ type: 'carry-out-order', contactId, byId: 'li', words: WORDS });
    expect(order().reported!.late).toBe(true);
    const check = { type: 'check-order', contactId, days: null, words: WORDS } as const;
    expect(hall.refused({ ...check, byId: 'li', done: true })).toBe('own-check');
    expect(hall.refused({ ...check, byId: 'pan', done: false, words: null })).toBe('grounds-missing');
    hall.clock('2026-12-01').do({ ...check, byId: 'pan', done: false });
    expect([order().again, order().dueBy]).toEqual([1, '2026-12-04']);
    hall.do({ type: 'carry-out-order', contactId, byId: 'li', words: WORDS }).do({ ...check, byId: 'pan', done: true });
    expect([order().state, hall.docket.contacts[contactId]!.closedAt !== null]).toEqual(['closed', true]);
  });

  it('gives a department’s order to its head, and takes photographs and nothing else', () => {
    const hall = new TestDocket().clock('2026-11-25');
    hall.do({ type: 'give-order', byId: 'song', ...given, toId: null, departmentId: 'market' });
    const contactId = Object.keys(hall.docket.petitions)[0]!;
    expect(hall.docket.contacts[contactId]!.answerableId).toBe('hou');
    const photo = (found: 'jpg' | 'pdf', byId: string): DocketCommand => ({
      type: 'photograph-order',
      contactId,
      byId,
      ...facts('x'),
      found,
    });
    expect(hall.refused(photo('pdf', 'song'))).toBe('not-a-photograph');
    expect(hall.refused(photo('jpg', 'liu'))).toBe('not-yours');
    hall.do(photo('jpg', 'hou'));
    expect(hall.refused(photo('jpg', 'song'))).toBe('file-twice');
    expect(hall.refused({ type: 'answer', contactId, byId: 'hou', told: true, words: WORDS })).toBe('its-own-steps');
  });
});
