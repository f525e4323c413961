import { isDeepStrictEqual } from 'node:util';
import { DOCKET_CATALOGUE, NATIONAL, WORDS, moment } from '../../../../test/support/domain-docket.ts';
import { CASE_ALARMS, OPENED_KINDS, REFUSAL_GROUNDS, SUSPENSION_KINDS, type CaseFile } from '../case/case.ts';
import type { Catalogue, Leave } from '../catalogue/catalogue.ts';
import { actsFor, onDuty } from '../first-contact/duty.ts';
import { uncovered } from '../first-contact/roster.ts';
import { CONTACT_ALARMS, CONTACT_CHANNELS, type FirstContact } from '../first-contact/first-contact.ts';
import { Random } from '../simulation/random.ts';
import { DAY, HOUR, MINUTE } from '../time/instant.ts';
import { addDays, serviceDayOf } from '../time/zoned.ts';
import { LEVEL_OF } from './card.ts';
import type { DocketCommand } from './commands.ts';
import { closesOn, isTurnedDown, type DocketContext } from './context.ts';
import { decideDocket } from './decide.ts';
import type { DocketEvent } from './events.ts';
import { docketChanges } from './evolve.ts';
import { mayActFor } from './own.ts';
import { applyDocket, emptyDocket, nextDue, type MutableDocket } from './state.ts';

/** At least so many random commands in a run; the seed is new each time, or `SEED` from the environment. */
const COMMANDS = 1_000_000;
const PER_HISTORY = 1_000;
const SEED = Number(process.env.SEED ?? Math.floor(Date.now() % 2 ** 31));

class Fault extends Error {}
const must = (holds: boolean, what: () => string): void => {
  if (!holds) throw new Fault(what());
};

const STAFF = Object.keys(DOCKET_CATALOGUE.staff);
const CLERKS = STAFF.filter((id) => DOCKET_CATALOGUE.staff[id]!.role === 'clerk');
const MATTERS = Object.keys(DOCKET_CATALOGUE.matters);
const MATERIALS = ['register', 'card', 'copy'];
const FOUND = ['pdf', 'jpg', 'docx', null] as const;

/** The onlooker's way to the last day: one day after another, each looked at by itself. */
function countByHand(file: CaseFile, days: number): string {
  let day = file.accepted!.day;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    const stands = file.suspensions.some(({ from, until }) => from <= day && until !== null && day <= until);
    if (NATIONAL.isWorkingDay(day) && !stands) left -= 1;
  }
  return day;
}

/**
 * Any of the staff away — clerk and stand-in together, heads, supervisors, all but one —, now and then one out of office for good: whatever
 * saving a roster lets through. `null`: a roster that is refused.
 */
function randomRoster(random: Random, day: string): Catalogue | null {
  const leaves: Record<string, Leave> = {};
  const most = random.chance(0.4) ? 3 : 2 * STAFF.length;
  for (let n = Math.floor(random.between(0, most)); n > 0; n--) {
    const from = addDays(day, Math.floor(random.between(-2, 8)));
    const until = addDays(from, Math.floor(random.between(0, 8)));
    leaves[`l${n}`] = { id: `l${n}`, staffId: random.pick(STAFF), from, until };
  }
  const gone = random.chance(0.1) ? random.pick(CLERKS) : null;
  const staff = Object.fromEntries(Object.entries(DOCKET_CATALOGUE.staff).filter(([id]) => id !== gone));
  const roster = { ...DOCKET_CATALOGUE, staff, leaves };
  // From yesterday on: the clock of this history may jump back over midnight.
  return uncovered(addDays(day, -1), roster).length === 0 ? roster : null;
}

/** One random history. Throws a Fault with what was broken. Answers how many commands were given and accepted. */
function playHistory(random: Random): { given: number; done: number; cards: number; rosters: number; unsound: number } {
  const docket = emptyDocket() as MutableDocket;
  const cardsGiven = new Set<string>();
  const numbers = new Map<string, number>();
  /** Numbers run without a gap within each year. */
  const runsOn = (list: string, n: number): boolean => {
    const expected = (numbers.get(list) ?? 0) + 1;
    numbers.set(list, n);
    return n === expected;
  };
  let catalogue = DOCKET_CATALOGUE;
  let now = moment('2025-12-15', '08:30') + Math.floor(random.between(0, 300)) * DAY;
  let day = serviceDayOf(now, 'Asia/Shanghai');
  let seq = 0;
  let given = 0;
  let done = 0;
  let rosters = 0;
  let unsound = 0;
  /** A new roster as the administrator would save it; a refused one leaves the old. */
  const roster = (): Catalogue | null => {
    const wished = randomRoster(random, day);
    rosters += 1;
    if (wished === null) unsound += 1;
    return wished;
  };

  const ids = { cases: [] as string[], contacts: [] as string[], cards: [] as string[] };
  const recent = (list: string[]): string =>
    list.length === 0 ? 'none' : list[Math.max(0, list.length - 1 - Math.floor(random.between(0, 12)))]!;

  const context = (): DocketContext => ({ now, day, catalogue, calendar: NATIONAL });

  const check = (event: DocketEvent, before: { file?: CaseFile; contact?: FirstContact }): void => {
    if (event.kind === 'case-received')
      must(runsOn(`case ${event.data.year}`, event.data.n), () => 'a gap in the case numbers');
    if (event.kind === 'contact-registered')
      must(runsOn(`contact ${event.data.year}`, event.data.n), () => 'a gap in the card numbers');
    if (
      event.kind === 'card-given' &&
      event.data.kind in LEVEL_OF &&
      event.data.byId === null &&
      event.data.kind !== 'refused-twice'
    ) {
      // Each hand-over has a ladder of its own; two that were offered at night climb it at the same moments.
      const offered = CONTACT_ALARMS.includes(event.data.kind as never) ? (before.contact?.handOver?.at ?? '') : '';
      const key = `${event.data.contactId} ${event.data.kind} ${event.data.dueAt} ${offered}`;
      must(!cardsGiven.has(key), () => `card given twice: ${key}`);
      must(event.data.dueAt <= now, () => `card given before it was due: ${key}`);
      cardsGiven.add(key);
    }
    if (event.kind === 'case-decided') {
      must(before.file?.state === 'deciding', () => 'decided without acceptance');
      const { promisedLastDay: last, promisedDays } = before.file!;
      const late = last !== null && (promisedDays === 0 ? day > last : now >= closesOn(last, catalogue));
      must(event.data.broken.promised === late, () => 'promise kept or broken wrongly told');
    }
    if (event.kind === 'case-delivered') must(before.file?.state === 'decided', () => 'delivered without decision');
  };

  const holds = (): void => {
    for (const file of Object.values(docket.cases)) {
      if (file.promisedLastDay !== null && file.legalLastDay !== null && file.state === 'deciding') {
        must(file.promisedLastDay <= file.legalLastDay, () => `${file.id}: promised after legal`);
        must(
          file.promisedLastDay === countByHand(file, file.promisedDays),
          () => `${file.id}: promise counted wrongly`,
        );
        must(file.legalLastDay === countByHand(file, file.legalDays), () => `${file.id}: law counted wrongly`);
      }
      const kept = file.files.filter(({ removedAt }) => removedAt === null);
      must(kept.length <= 60, () => `${file.id} carries too many files`);
      must(new Set(kept.map(({ sha256 }) => sha256)).size === kept.length, () => `${file.id} carries a file twice`);
      const contact = docket.contacts[file.contactId];
      must(contact !== undefined, () => `${file.id} has no card`);
      if (file.endedAt !== null)
        must(
          contact!.closedAt !== null && nextDue(file.alarms) === null,
          () => `${file.id} ended, but something stays open`,
        );
    }
  };

  /** Responsibility is never in the air. */
  const answered = (contact: FirstContact): void => {
    if (contact.closedAt !== null) return;
    must(typeof contact.answerableId === 'string', () => `${contact.id}: nobody answers`);
    const acting = actsFor(contact.answerableId, day, catalogue);
    must(acting !== null && onDuty(acting, day, catalogue), () => `${contact.id}: away without a stand-in`);
    must(mayActFor(contact.answerableId, acting!, context()), () => `${contact.id}: ${acting} may not act`);
    must(contact.line.at(-1) === contact.answerableId, () => `${contact.id}: the line does not end with who answers`);
    must(contact.line[0] === contact.firstReceiverId, () => `${contact.id}: the first receiver changed`);
  };

  const run = (command: DocketCommand): boolean => {
    given += 1;
    const decision = decideDocket(docket, command, context());
    if (isTurnedDown(decision)) return false;
    done += 1;
    must(decision.events.length > 0, () => `${command.type}: nothing happened and nothing was refused`);
    for (const event of decision.events) {
      seq += 1;
      const placed = { ...event, seq, day, at: now } as DocketEvent;
      const data = placed.data as { caseId?: string; contactId?: string };
      const file = data.caseId ? docket.cases[data.caseId] : undefined;
      const contact = data.contactId ? docket.contacts[data.contactId] : undefined;
      check(placed, { ...(file && { file }), ...(contact && { contact }) });
      if (placed.kind === 'contact-offered') {
        const { toId, byId } = placed.data;
        must(onDuty(toId, day, catalogue), () => `${data.contactId}: handed to ${toId}, who is away`);
        must(toId !== byId && !contact!.line.includes(toId), () => `${data.contactId}: handed back to ${toId}`);
      }
      const changes = docketChanges(docket, placed);
      for (const next of changes.contacts ?? []) {
        const old = docket.contacts[next.id];
        if (!old) ids.contacts.push(next.id);
        else if (old.answerableId !== next.answerableId)
          must(
            ['contact-acknowledged', 'contact-appointed'].includes(placed.kind),
            () => `${next.id}: ${placed.kind} moved the responsibility`,
          );
      }
      for (const next of changes.cases ?? []) if (!docket.cases[next.id]) ids.cases.push(next.id);
      for (const next of changes.cards ?? []) if (!docket.cards[next.id]) ids.cards.push(next.id);
      applyDocket(docket, changes);
      for (const next of changes.contacts ?? []) answered(next);
    }
    return true;
  };

  const tick = (): void => {
    for (const contactId of ids.contacts) {
      const contact = docket.contacts[contactId]!;
      const file = contact.caseId === null ? undefined : docket.cases[contact.caseId];
      const due = [nextDue(contact.alarms), file ? nextDue(file.alarms) : null].some((at) => at !== null && at <= now);
      if (!due) continue;
      must(run({ type: 'fire-due', caseId: contact.caseId, contactId }), () => `${contactId}: due, but nothing given`);
      must(!run({ type: 'fire-due', caseId: contact.caseId, contactId }), () => `${contactId}: given twice in a row`);
    }
  };

  const onPapers = (caseId: string, byId: string): DocketCommand => {
    const { files = [], contactId = 'none' } = docket.cases[caseId] ?? {};
    const fileId = files.length > 0 && random.chance(0.9) ? random.pick([...files]).id : `f${given}`;
    const roll = random.next();
    if (roll < 0.3) return { type: 'close-with-serving', caseId, byId };
    if (roll < 0.4) return { type: 'reopen-with-serving', caseId, byId };
    if (roll < 0.5) return { type: 'remove-file', caseId, byId, fileId };
    if (roll < 0.6)
      return { type: 'look', contactId, byId, fileId: random.chance(0.5) ? fileId : null, reason: 'audit' };
    const found = random.pick([...FOUND]);
    return {
      type: 'attach-file',
      caseId,
      byId,
      fileId: `f${given}`,
      material: random.pick(MATERIALS),
      sha256: String(Math.floor(random.between(0, 40))),
      size: Math.floor(random.between(0, 25 * 1_048_576)),
      found,
      says: random.chance(0.8) ? found : 'other',
      words: WORDS,
    };
  };

  /** A finish undone at once leaves everything as if it had not been. */
  const closeAndReopen = (caseId: string): void => {
    // What a command of this moment made due comes before the closing, and is not undone with it.
    tick();
    const file = docket.cases[caseId]!;
    const contact = docket.contacts[file.contactId]!;
    const byId = actsFor(contact.answerableId, day, catalogue)!;
    if (!run({ type: 'close-with-serving', caseId, byId })) return;
    must(docket.cases[caseId]!.state === 'delivered', () => `${caseId}: closed, but not delivered`);
    must(run({ type: 'reopen-with-serving', caseId, byId }), () => `${caseId}: could not be reopened`);
    const again = [docket.cases[caseId], docket.contacts[contact.id]];
    must(isDeepStrictEqual(again, [file, contact]), () => `${caseId}: reopened otherwise than it was`);
  };

  const command = (): DocketCommand => {
    const roll = random.next();
    const caseId = recent(ids.cases);
    const contactId = recent(ids.contacts);
    const answerable = docket.contacts[docket.cases[caseId]?.contactId ?? contactId]?.answerableId;
    const byId =
      random.chance(0.75) && answerable ? (actsFor(answerable, day, catalogue) ?? answerable) : random.pick(STAFF);
    const words = random.chance(0.9) ? WORDS : null;
    const some = () => MATERIALS.filter(() => random.chance(0.7));
    const soon = () => (random.chance(0.3) ? addDays(day, Math.floor(random.between(-1, 9))) : null);
    const officeNamed = random.chance(0.8);
    const matterId = random.pick(MATTERS);
    if (random.chance(0.06)) return onPapers(caseId, byId);
    if (roll < 0.07) {
      return {
        type: 'receive-case',
        byId: random.pick(STAFF),
        channel: 'window',
        contactId: random.chance(0.2) ? contactId : null,
        matterId,
        kind: random.pick([...OPENED_KINDS]),
        materials: random.chance(0.6) ? MATERIALS : some(),
        ticketId: null,
        servingN: null,
        words,
      };
    }
    if (roll < 0.13) {
      return {
        type: 'register-contact',
        byId: random.pick(STAFF),
        channel: random.pick([...CONTACT_CHANNELS]),
        about: random.chance(0.5) ? 'question' : 'matter',
        matterId: random.chance(0.5) ? matterId : null,
        departmentId: null,
        materialsTaken: 0,
        answered: random.chance(0.3),
        ticketId: null,
        servingN: null,
        words,
      };
    }
    if (roll < 0.25)
      return {
        type: 'accept-case',
        caseId,
        byId,
        missingBy: soon(),
      };
    if (roll < 0.29) return { type: 'ask-supplement', caseId, byId, missing: some(), bringBy: soon(), words };
    if (roll < 0.34) return { type: 'bring-materials', caseId, byId, materials: some() };
    if (roll < 0.35)
      return {
        type: 'refuse-case',
        caseId,
        byId,
        ground: random.pick([...REFUSAL_GROUNDS]),
        officeNamed,
        explained: true,
        words,
      };
    if (roll < 0.41)
      return {
        type: 'suspend-case',
        caseId,
        byId,
        kind: random.pick([...SUSPENSION_KINDS]),
        expectedEnd: addDays(day, Math.floor(random.between(-1, 12))),
        words,
      };
    if (roll < 0.47) return { type: 'resume-case', caseId, byId };
    if (roll < 0.5) return { type: 'ask-extension', caseId, byId, days: Math.floor(random.between(0, 18)), words };
    if (roll < 0.53)
      return {
        type: random.chance(0.7) ? 'approve-extension' : 'decline-extension',
        caseId,
        byId: random.pick(STAFF),
        words,
      } as DocketCommand;
    if (roll < 0.6)
      return { type: 'decide-case', caseId, byId, result: random.chance(0.8) ? 'granted' : 'denied', words };
    if (roll < 0.65) return { type: 'deliver-case', caseId, byId };
    if (roll < 0.66) return { type: 'withdraw-case', caseId, byId };
    if (roll < 0.665) return { type: 'terminate-case', caseId, byId, words };
    if (roll < 0.68) return { type: 'explain-breach', caseId, byId, reason: 'workload', words };
    if (roll < 0.7) return { type: 'visit-again', caseId, ticketId: `${day}.A001` };
    if (roll < 0.78)
      return { type: 'hand-over', contactId, byId, toId: random.chance(0.97) ? random.pick(STAFF) : 'nobody', words };
    if (roll < 0.85)
      return { type: 'acknowledge', contactId, byId: docket.contacts[contactId]?.handOver?.toId ?? byId };
    if (roll < 0.88)
      return {
        type: 'refuse-hand-over',
        contactId,
        byId: docket.contacts[contactId]?.handOver?.toId ?? byId,
        reason: 'not-my-duty',
        words,
      };
    if (roll < 0.89) return { type: 'report-unclear', contactId, byId, words };
    if (roll < 0.91) return { type: 'appoint', contactId, byId: random.pick(STAFF), toId: random.pick(STAFF) };
    if (roll < 0.935) return { type: 'answer', contactId, byId, told: random.chance(0.5), words };
    if (roll < 0.945) return { type: 'refer-out', contactId, byId, officeNamed, explained: true, words };
    if (roll < 0.965) return { type: 'tell-citizen', contactId, byId, words };
    if (roll < 0.97) return { type: 'void-contact', contactId, byId };
    if (roll < 0.98) return { type: 'urge', contactId, byId: random.pick(STAFF), words };
    if (roll < 0.99) return { type: 'acknowledge-card', cardId: recent(ids.cards), byId };
    return { type: 'reply-card', cardId: recent(ids.cards), byId, words };
  };

  while (given < PER_HISTORY) {
    run(command());
    if (ids.cases.length > 0 && random.chance(0.05)) closeAndReopen(recent(ids.cases));
    if (random.chance(0.3)) {
      // Mostly minutes; sometimes a night, a weekend, or a server that was down for days. The clock may also jump back an hour.
      const jump = random.next();
      now +=
        jump < 0.7
          ? random.between(1, 40) * MINUTE
          : jump < 0.96
            ? random.between(4, 20) * HOUR
            : jump < 0.98
              ? random.between(2, 9) * DAY
              : -HOUR;
      now = Math.round(now);
      day = serviceDayOf(now, 'Asia/Shanghai');
      if (random.chance(0.05)) catalogue = roster() ?? catalogue;
      for (const contact of Object.values(docket.contacts)) if (contact.closedAt === null) answered(contact);
      tick();
    }
    if (given % 100 === 0) holds();
  }
  tick();
  holds();
  for (const contact of Object.values(docket.contacts)) answered(contact);
  for (const file of Object.values(docket.cases)) {
    for (const kind of CASE_ALARMS)
      must((file.alarms[kind] ?? Infinity) > now - HOUR, () => `${file.id}: ${kind} was due and no card came`);
  }
  return { given, done, cards: cardsGiven.size, rosters, unsound };
}

describe('a million random commands on cases and first contacts', () => {
  it(`never leave responsibility in the air, a date miscounted, or a card given twice (seed ${SEED})`, () => {
    let total = { given: 0, done: 0, cards: 0, rosters: 0, unsound: 0 };
    for (let history = 0; total.given < COMMANDS; history++) {
      try {
        const played = playHistory(new Random(SEED + history));
        total = {
          given: total.given + played.given,
          done: total.done + played.done,
          cards: total.cards + played.cards,
          rosters: total.rosters + played.rosters,
          unsound: total.unsound + played.unsound,
        };
      } catch (error) {
        throw new Error(`SEED=${SEED + history}: ${(error as Error).message}`, { cause: error });
      }
    }
    expect(total.given).toBeGreaterThanOrEqual(COMMANDS);
    // Random commands are worth something only when a good part of them is accepted and cards are given.
    expect(total.done / total.given).toBeGreaterThan(0.2);
    expect(total.cards).toBeGreaterThan(10_000);
    // Rosters of every kind: most can be saved, some cannot.
    expect(total.unsound).toBeGreaterThan(100);
    expect(total.unsound / total.rosters).toBeLessThan(0.5);
  }, 300_000);
});
