import { DOCKET_CATALOGUE, NATIONAL, WORDS, moment } from '../../../../test/support/domain-docket.ts';
import type { Catalogue, Leave } from '../catalogue/catalogue.ts';
import { APPLICANT_KINDS, DISCLOSURE_OUTCOMES } from '../disclosure/disclosure.ts';
import { statutoryTable } from '../disclosure/statutory-table.ts';
import type { DocketCommand } from '../docket/commands.ts';
import { isTurnedDown, type DocketContext } from '../docket/context.ts';
import { decideDocket } from '../docket/decide.ts';
import type { DocketEvent } from '../docket/events.ts';
import { docketChanges } from '../docket/evolve.ts';
import { applyDocket, emptyDocket, nextDue, type MutableDocket } from '../docket/state.ts';
import { closingRates } from '../opinion/closing-rate.ts';
import { OPINION_KINDS, OPINION_SOURCES } from '../opinion/opinion.ts';
import { Random } from '../simulation/random.ts';
import { DAY, HOUR, MINUTE } from '../time/instant.ts';
import { addDays, serviceDayOf } from '../time/zoned.ts';
import type { Petition, PetitionOf } from './petition.ts';

/** At least so many random commands in a run; the seed is new each time, or `SEED` from the environment. */
const COMMANDS = 500_000;
const PER_HISTORY = 500;
const SEED = Number(process.env.SEED ?? Math.floor(Date.now() % 2 ** 31));

class Fault extends Error {}
const must = (holds: boolean, what: () => string): void => {
  if (!holds) throw new Fault(what());
};
const STAFF = Object.keys(DOCKET_CATALOGUE.staff);
/** Steps that handle what was said; registering is not one: who enters a letter may be whom it is about. */
const HANDLING = /^(opinion-(taken|sent|answered)|disclosure-(correction|corrected|answered)|petition-)/;

function randomLeaves(random: Random, day: string): Catalogue['leaves'] {
  const leave = (id: string): Leave => {
    const from = addDays(day, Math.floor(random.between(-1, 5)));
    return { id, staffId: random.pick(STAFF), from, until: addDays(from, Math.floor(random.between(0, 6))) };
  };
  return { a: leave('a'), b: leave('b') };
}

function playHistory(random: Random) {
  const docket = emptyDocket() as MutableDocket;
  const cards = new Set<string>();
  let catalogue = DOCKET_CATALOGUE;
  let now = moment('2026-01-05', '08:30') + Math.floor(random.between(0, 300)) * DAY;
  let day = serviceDayOf(now, 'Asia/Shanghai');
  let [given, done, seq, closed, sent] = [0, 0, 0, 0, 0];
  const context = (): DocketContext => ({ now, day, catalogue, calendar: NATIONAL });

  /** Every petition has one owner and a next due date with an alarm behind it, until it is closed and told. */
  const looked = (): void => {
    for (const petition of Object.values(docket.petitions) as Exclude<Petition, { kind: 'rating' | 'order' }>[]) {
      const { id, state, dueBy, concerned } = petition;
      const contact = docket.contacts[id]!;
      const unavoidable = petition.kind === 'opinion' && petition.unavoidable;
      must(catalogue.staff[contact.answerableId] !== undefined, () => `${id}: nobody answers`);
      must(unavoidable || !concerned.includes(contact.answerableId), () => `${id}: the subject answers for it`);
      must(!unavoidable || concerned.length === STAFF.length, () => `${id}: unavoidable, and somebody is free`);
      const over = state === 'closed';
      must(over === (dueBy === null), () => `${id}: ${state} without a next day`);
      must(over === (petition.endedAt !== null), () => `${id}: ${state}, its end otherwise`);
      must(over === (contact.closedAt !== null), () => `${id}: ${state}, its card otherwise`);
      must(!over || contact.toldAt !== null, () => `${id}: closed and nobody told`);
      must(!over || petition.outcome !== null, () => `${id}: closed without an outcome`);
      must(!over || nextDue(petition.alarms) === null, () => `${id}: closed, and something stays due`);
      const fired = Object.keys(petition.fired).length > 0;
      must(over || nextDue(petition.alarms) !== null || fired, () => `${id}: ${state}, nothing will ever go off`);
      must((petition.answered === null) === (petition.outcome === null), () => `${id}: an outcome without an answer`);
    }
  };

  /** What the reports count adds up. */
  const counted = (): void => {
    const all = Object.values(docket.petitions);
    const opinions = all.filter((one): one is PetitionOf<'opinion'> => one.kind === 'opinion');
    const rates = closingRates(opinions);
    must(rates.reduce((sum, { received }) => sum + received, 0) === opinions.length, () => 'rates lose an opinion');
    const disclosures = all.filter((one): one is PetitionOf<'disclosure'> => one.kind === 'disclosure');
    const rows = new Map(statutoryTable(disclosures, Number(day.slice(0, 4))).map((row) => [row.id, row]));
    for (const kind of APPLICANT_KINDS) {
      const of = (id: 'received' | 'carried-over' | 'total' | 'carried-on') => rows.get(id)!.counts[kind];
      must(
        of('received') + of('carried-over') === of('total') + of('carried-on'),
        () => `table: ${kind} does not add up`,
      );
    }
  };

  const run = (command: DocketCommand): boolean => {
    given += 1;
    const decision = decideDocket(docket, command, context());
    if (isTurnedDown(decision)) return false;
    done += 1;
    for (const event of decision.events) {
      seq += 1;
      const placed = { ...event, seq, day, at: now } as DocketEvent;
      const data = placed.data as { byId?: string; contactId?: string };
      const petition = docket.petitions[data.contactId ?? ''];
      if (placed.kind === 'card-given' && placed.data.byId === null) {
        // Each hand-over has a ladder of its own; two that were offered at night climb it at the same moments.
        const offered = docket.contacts[placed.data.contactId]!.handOver?.at ?? '';
        const key = `${placed.data.contactId} ${placed.data.kind} ${placed.data.dueAt} ${offered}`;
        must(!cards.has(key), () => `card given twice: ${key}`);
        must(placed.data.dueAt <= now, () => `card before its time: ${key}`);
        const [, ...others] = placed.data.to;
        must(!others.some((id) => petition!.concerned.includes(id)), () => `card to the subject: ${key}`);
        cards.add(key);
      }
      if (data.byId && petition?.kind === 'opinion' && HANDLING.test(placed.kind))
        must(
          petition.unavoidable || !petition.concerned.includes(data.byId),
          () => `${placed.kind} by somebody whom it is about`,
        );
      if (placed.kind === 'petition-time-approved')
        must(
          petition !== undefined && 'moreTime' in petition && petition.moreTime!.askedBy !== data.byId,
          () => `${data.contactId}: approved by who asked`,
        );
      if (placed.kind === 'opinion-sent-back') {
        sent += 1;
        must(petition?.kind === 'opinion' && now < petition.sendBackUntil, () => `${data.contactId}: sent back late`);
      }
      if (placed.kind === 'contact-closed') closed += 1;
      applyDocket(docket, docketChanges(docket, placed));
    }
    return true;
  };

  const tick = (): void => {
    for (const contactId of Object.keys(docket.petitions)) {
      const due = nextDue(docket.petitions[contactId]!.alarms);
      if (due === null || due > now) continue;
      must(run({ type: 'fire-due', caseId: null, contactId }), () => `${contactId}: due, and nothing happened`);
      must(!run({ type: 'fire-due', caseId: null, contactId }), () => `${contactId}: twice in a row`);
    }
  };

  const registered = (words: typeof WORDS | null): DocketCommand => {
    if (random.chance(0.35))
      return {
        type: 'register-disclosure',
        byId: random.pick(STAFF),
        channel: random.pick(['desk', 'letter', 'online'] as const),
        applicant: random.pick([...APPLICANT_KINDS]),
        departmentId: random.pick([null, 'market', 'nowhere']),
        words,
      };
    return {
      type: 'register-opinion',
      byId: random.pick(['citizen', ...STAFF]),
      opinion: random.pick([...OPINION_KINDS]),
      source: random.pick([...OPINION_SOURCES]),
      subject: {
        staffId: random.chance(0.5) ? random.pick(STAFF) : null,
        windowId: random.chance(0.02) ? 'w9' : null,
        departmentId: random.chance(0.2) ? random.pick(['market', 'education']) : null,
        everybody: random.chance(0.03),
      },
      matterId: random.pick([null, 'permit']),
      ticketId: null,
      clerkIds: random.chance(0.3) ? [random.pick(STAFF)] : [],
      named: random.chance(0.5),
      words,
    };
  };

  const command = (): DocketCommand => {
    const words = random.chance(0.95) ? WORDS : null;
    const contacts = Object.keys(docket.petitions);
    if (contacts.length === 0 || random.chance(0.12)) return registered(words);
    const contactId = contacts[Math.max(0, contacts.length - 1 - Math.floor(random.between(0, 10)))]!;
    const { answerableId, handOver } = docket.contacts[contactId]!;
    const byId = random.chance(0.7) ? answerableId : random.pick(STAFF);
    const toId = random.pick(STAFF);
    const on = { contactId, byId, words };
    const roll = random.next();
    if (roll < 0.1) return { type: 'take-up-opinion', taken: random.chance(0.7), ...on };
    if (roll < 0.16) return { type: 'send-back-opinion', ...on };
    if (roll < 0.28) return { type: 'answer-opinion', ...on };
    if (roll < 0.38) return { type: 'answer-disclosure', outcome: random.pick([...DISCLOSURE_OUTCOMES]), ...on };
    if (roll < 0.44) return { type: 'ask-correction', ...on };
    if (roll < 0.5) return { type: 'bring-correction', ...on };
    if (roll < 0.62) return { type: 'tell-petition', ...on };
    if (roll < 0.68) return { type: 'ask-time', ...on };
    if (roll < 0.74) return { type: 'approve-time', contactId, byId: random.pick(STAFF) };
    if (roll < 0.77) return { type: 'decline-time', contactId, byId: random.pick(STAFF), words };
    if (roll < 0.83) return { type: 'hand-over', toId, ...on };
    if (roll < 0.88) return { type: 'acknowledge', contactId, byId: handOver?.toId ?? byId };
    if (roll < 0.91) return { type: 'appoint', contactId, byId, toId };
    if (roll < 0.94) return { type: 'answer', contactId, byId, told: true, words };
    if (roll < 0.96) return { type: 'void-contact', contactId, byId };
    if (roll < 0.98) return { type: 'verify-rating', finding: 'mistaken', remedy: null, ...on };
    return { type: 'urge', contactId, byId, words };
  };

  while (given < PER_HISTORY) {
    run(command());
    if (random.chance(0.2)) {
      const jump = random.next();
      now = Math.round(
        now + (jump < 0.6 ? random.between(1, 90) * MINUTE : jump < 0.97 ? random.between(6, 60) * HOUR : -HOUR),
      );
      day = serviceDayOf(now, 'Asia/Shanghai');
      if (random.chance(0.05)) catalogue = { ...DOCKET_CATALOGUE, leaves: randomLeaves(random, day) };
      tick();
    }
    if (given % 100 === 0) looked();
  }
  looked();
  counted();
  return { given, done, petitions: Object.keys(docket.petitions).length, closed, sent, cards: cards.size };
}

describe('half a million random commands on opinions and requests for disclosure', () => {
  it(`leave none without an owner and a next day, none in its subject's hands, each closed one told (seed ${SEED})`, () => {
    const total = { given: 0, done: 0, petitions: 0, closed: 0, sent: 0, cards: 0 };
    for (let history = 0; total.given < COMMANDS; history++) {
      try {
        const played = playHistory(new Random(SEED + history));
        for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += played[key];
      } catch (error) {
        throw new Error(`SEED=${SEED + history}: ${(error as Error).message}`, { cause: error });
      }
    }
    expect(total.given).toBeGreaterThanOrEqual(COMMANDS);
    expect(total.done / total.given).toBeGreaterThan(0.15);
    expect(total.petitions).toBeGreaterThan(20_000);
    expect(total.closed).toBeGreaterThan(10_000);
    expect(total.sent).toBeGreaterThan(500);
    expect(total.cards).toBeGreaterThan(5_000);
  }, 300_000);
});
