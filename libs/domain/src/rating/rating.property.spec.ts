import { DOCKET_CATALOGUE, NATIONAL, WORDS, moment } from '../../../../test/support/domain-docket.ts';
import type { Catalogue, Leave } from '../catalogue/catalogue.ts';
import type { DocketCommand } from '../docket/commands.ts';
import { isTurnedDown, type DocketContext } from '../docket/context.ts';
import { decideDocket } from '../docket/decide.ts';
import type { DocketEvent } from '../docket/events.ts';
import { docketChanges } from '../docket/evolve.ts';
import { applyDocket, emptyDocket, nextDue, type MutableDocket } from '../docket/state.ts';
import { Random } from '../simulation/random.ts';
import { DAY, HOUR, MINUTE } from '../time/instant.ts';
import { addDays, serviceDayOf } from '../time/zoned.ts';
import { REMEDIES, REVISITS, type RatingLoop } from './loop.ts';
import { FINDINGS, isBad, RATING_LEVELS, ratingIdOf, type Rating } from './rating.ts';

/** At least so many random commands in a run; the seed is new each time, or `SEED` from the environment. */
const COMMANDS = 500_000;
const PER_HISTORY = 500;
const SEED = Number(process.env.SEED ?? Math.floor(Date.now() % 2 ** 31));

class Fault extends Error {}
const must = (holds: boolean, what: () => string): void => {
  if (!holds) throw new Fault(what());
};
const STAFF = Object.keys(DOCKET_CATALOGUE.staff);

/** What the onlooker wrote down when a rating was cast: it may never read otherwise. */
const rawOf = ({ addedAt: _added, finding: _finding, ...raw }: Rating): string => JSON.stringify(raw);

function randomLeaves(random: Random, day: string): Catalogue['leaves'] {
  const leave = (id: string): Leave => {
    const from = addDays(day, Math.floor(random.between(-1, 5)));
    return { id, staffId: random.pick(STAFF), from, until: addDays(from, Math.floor(random.between(0, 6))) };
  };
  return { a: leave('a'), b: leave('b') };
}

function playHistory(random: Random) {
  const docket = emptyDocket() as MutableDocket;
  const notebook = new Map<string, string>();
  const cards = new Set<string>();
  let catalogue = DOCKET_CATALOGUE;
  let now = moment('2026-01-05', '08:30') + Math.floor(random.between(0, 300)) * DAY;
  let day = serviceDayOf(now, 'Asia/Shanghai');
  let [given, done, seq, served, published] = [0, 0, 0, 0, 0];
  const context = (): DocketContext => ({ now, day, catalogue, calendar: NATIONAL });

  const serve = (): void => {
    served += 1;
    const ticketId = `${day}.A${String(served).padStart(3, '0')}`;
    const id = ratingIdOf(ticketId, 1);
    docket.servings[id] = {
      ticketId,
      servingN: 1,
      day,
      windowId: random.pick(['w1', 'w2']),
      clerkId: random.pick(STAFF),
      queueId: 'q',
      matterId: random.pick(['permit', 'school', null]),
      startedAt: now - 5 * MINUTE,
      endedAt: random.chance(0.05) ? null : now,
      lastAtWindow: random.chance(0.8),
    };
  };

  /** Every bad rating has an owner who is not concerned and a next day, until it is published. */
  const looked = (): void => {
    for (const rating of Object.values(docket.ratings)) {
      must(rawOf(rating) === notebook.get(rating.id), () => `${rating.id}: what was cast reads otherwise`);
      must(
        (rating.contactId !== null) === isBad(rating.level),
        () => `${rating.id}: a loop where none belongs, or none`,
      );
      if (rating.contactId === null) {
        must(rating.finding === null, () => `${rating.id}: a finding without a loop`);
        continue;
      }
      const loop = docket.petitions[rating.contactId] as RatingLoop;
      const contact = docket.contacts[rating.contactId]!;
      must(loop.ratingId === rating.id, () => `${rating.id}: its loop is another's`);
      must(loop.concerned.includes(rating.clerkId), () => `${rating.id}: the rated is not concerned`);
      must(!loop.concerned.includes(contact.answerableId), () => `${rating.id}: the rated answers for it`);
      must(catalogue.staff[contact.answerableId] !== undefined, () => `${rating.id}: nobody answers`);
      const over = loop.state === 'published';
      must(over === (loop.dueBy === null), () => `${rating.id}: ${loop.state} without a next day`);
      must(over === (contact.closedAt !== null), () => `${rating.id}: ${loop.state}, its card otherwise`);
      must(!over || nextDue(loop.alarms) === null, () => `${rating.id}: published, and something stays due`);
      must((rating.finding === null) === (loop.verified === null), () => `${rating.id}: found without verification`);
      must(loop.reopened <= 1, () => `${rating.id}: sent back twice`);
      if (loop.state === 'to-publish' && loop.appeal?.decided === null)
        must(loop.alarms.publish === undefined, () => `${rating.id}: published over an appeal`);
      if (over && loop.named) must(loop.revisit !== null, () => `${rating.id}: a contact was left and nobody called`);
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
      if (placed.kind === 'card-given' && placed.data.byId === null) {
        const key = `${placed.data.contactId} ${placed.data.kind} ${placed.data.dueAt}`;
        must(!cards.has(key), () => `card given twice: ${key}`);
        must(placed.data.dueAt <= now, () => `card before its time: ${key}`);
        const concerned = docket.petitions[placed.data.contactId]?.concerned ?? [];
        must(!placed.data.to.some((id) => concerned.includes(id)), () => `card to the rated: ${key}`);
        cards.add(key);
      }
      if (placed.kind === 'loop-published') published += 1;
      const byId = (placed.data as { byId?: string }).byId;
      const contactId = (placed.data as { contactId?: string }).contactId;
      if (byId && contactId && placed.kind !== 'rating-appealed')
        must(
          !(docket.petitions[contactId]?.concerned ?? []).includes(byId),
          () => `${placed.kind} by somebody whom it is about`,
        );
      if (placed.kind === 'rating-cast') {
        must(docket.ratings[placed.data.ratingId] === undefined, () => `${placed.data.ratingId}: rated twice`);
      }
      applyDocket(docket, docketChanges(docket, placed));
      if (placed.kind === 'rating-cast')
        notebook.set(placed.data.ratingId, rawOf(docket.ratings[placed.data.ratingId]!));
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

  const command = (): DocketCommand => {
    const ids = Object.keys(docket.servings);
    const contacts = Object.keys(docket.petitions);
    const ratingId = random.chance(0.02)
      ? '2026-01-01.Z999.1'
      : ids[Math.max(0, ids.length - 1 - Math.floor(random.between(0, 8)))]!;
    const contactId = contacts[Math.max(0, contacts.length - 1 - Math.floor(random.between(0, 10)))] ?? 'none';
    const loop = docket.petitions[contactId];
    const answerable = docket.contacts[contactId]?.answerableId;
    const byId = random.chance(0.7) && answerable ? answerable : random.pick(STAFF);
    const words = random.chance(0.95) ? WORDS : null;
    const roll = random.next();
    if (roll < 0.3) {
      const channel = random.chance(0.6) ? 'pad' : 'phone';
      return {
        type: 'cast-rating',
        ratingId,
        channel,
        windowId:
          channel === 'phone' ? null : random.chance(0.9) ? (docket.servings[ratingId]?.windowId ?? 'w1') : 'w2',
        level: random.pick([...RATING_LEVELS]),
        form: random.chance(0.97) ? 1 : 2,
        dimensions: random.chance(0.3) ? { attitude: random.pick([...RATING_LEVELS]) } : {},
        labels: random.chance(0.3) ? ['sent-away'] : [],
        openMs: 3_000,
        named: random.chance(0.5),
        words,
      };
    }
    if (roll < 0.35) return { type: 'add-to-rating', ratingId, words };
    if (roll < 0.5) {
      const finding = random.pick([...FINDINGS]);
      const fits = finding === 'genuine' ? random.pick([...REMEDIES]) : null;
      return {
        type: 'verify-rating',
        contactId,
        byId,
        finding,
        remedy: random.chance(0.95) ? fits : random.pick([null, ...REMEDIES]),
        words,
      };
    }
    if (roll < 0.6) return { type: 'rectify-rating', contactId, byId, words };
    if (roll < 0.7) return { type: 'revisit-rating', contactId, byId, outcome: random.pick([...REVISITS]), words };
    if (roll < 0.78)
      return {
        type: 'appeal-rating',
        contactId,
        byId: random.chance(0.8) ? (loop?.concerned[0] ?? byId) : byId,
        words,
      };
    if (roll < 0.86) {
      const upheld = random.chance(0.5);
      return {
        type: 'decide-appeal',
        contactId,
        byId: random.pick(['song', 'pan', 'shen', ...STAFF]),
        upheld,
        finding: upheld ? random.pick(['mistaken', 'malicious'] as const) : null,
        words,
      };
    }
    const toId = random.pick(STAFF);
    if (roll < 0.9) return { type: 'hand-over', contactId, byId, toId, words };
    if (roll < 0.93)
      return { type: 'acknowledge', contactId, byId: docket.contacts[contactId]?.handOver?.toId ?? byId };
    if (roll < 0.95) return { type: 'appoint', contactId, byId, toId };
    if (roll < 0.97) return { type: 'answer', contactId, byId, told: true, words };
    if (roll < 0.98) return { type: 'void-contact', contactId, byId };
    return { type: 'urge', contactId, byId, words };
  };

  while (given < PER_HISTORY) {
    if (served === 0 || random.chance(0.12)) serve();
    run(command());
    if (random.chance(0.2)) {
      const jump = random.next();
      now = Math.round(
        now + (jump < 0.7 ? random.between(1, 30) * MINUTE : jump < 0.97 ? random.between(4, 40) * HOUR : -HOUR),
      );
      day = serviceDayOf(now, 'Asia/Shanghai');
      if (random.chance(0.05)) catalogue = { ...DOCKET_CATALOGUE, leaves: randomLeaves(random, day) };
      tick();
    }
    if (given % 50 === 0) looked();
  }
  looked();
  return { given, done, bad: Object.keys(docket.petitions).length, published, cards: cards.size };
}

describe('half a million random commands on ratings and their loops', () => {
  it(`leave no bad rating without an owner and a next day, nothing cast changed, one per serving (seed ${SEED})`, () => {
    const total = { given: 0, done: 0, bad: 0, published: 0, cards: 0 };
    for (let history = 0; total.given < COMMANDS; history++) {
      try {
        const played = playHistory(new Random(SEED + history));
        for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += played[key];
      } catch (error) {
        throw new Error(`SEED=${SEED + history}: ${(error as Error).message}`, { cause: error });
      }
    }
    expect(total.given).toBeGreaterThanOrEqual(COMMANDS);
    expect(total.done / total.given).toBeGreaterThan(0.12);
    expect(total.bad).toBeGreaterThan(5_000);
    expect(total.published).toBeGreaterThan(1_000);
    expect(total.cards).toBeGreaterThan(1_000);
  }, 300_000);
});
