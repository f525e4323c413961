import { DOCKET_CATALOGUE, NATIONAL, moment } from '../../../../../test/support/domain-docket.ts';
import { actsFor } from '../../first-contact/duty.ts';
import { nextDue } from '../../docket/state.ts';
import { levelOf } from '../../docket/level.ts';
import { addDays } from '../../time/zoned.ts';
import { Random, seedOf } from '../random.ts';
import { DocketPlay, type DocketDay } from './docket-play.ts';
import type { EndedServing } from './servings.ts';

const WORLD = {
  catalogue: DOCKET_CATALOGUE,
  calendar: NATIONAL,
  seed: 7,
  procedures: { school: { kinds: ['expert-review' as const], share: 0.5 } },
};
const OUTCOMES = ['accepted', 'accepted', 'accepted', 'told-once', 'answered', 'done'] as const;

/** Some fifty servings of a day, as the queue's simulator would give them. */
function servingsOn(day: string): EndedServing[] {
  const random = new Random(seedOf('servings', day));
  return Array.from({ length: 48 }, (_, n) => ({
    at: Math.round(moment(day, '08:40') + (n + random.next()) * 10 * 60_000),
    ticketId: `${day}.A${String(n + 1).padStart(3, '0')}`,
    servingN: 1,
    matterId: random.pick(['school', 'permit', 'short', 'copy']),
    clerkId: random.pick(['li', 'yang', 'liu']),
    outcome: random.pick(OUTCOMES),
  }));
}

function played(
  today: string,
  last: DocketDay = { until: moment(today, '09:30'), staged: true },
  { world = WORLD, days = 60 } = {},
) {
  const play = new DocketPlay(world);
  for (let ago = days; ago > 0; ago--) {
    const day = addDays(today, -ago);
    play.playDay(day, { servings: NATIONAL.isWorkingDay(day) ? servingsOn(day) : [] });
  }
  play.playDay(today, last);
  return play;
}

const openOf = (play: DocketPlay) => Object.values(play.docket.contacts).filter(({ closedAt }) => closedAt === null);

describe('sixty days of a docket, simulated', () => {
  const today = '2026-11-24';
  const play = played(today);

  it('comes out the same with the same seed, and otherwise with another', () => {
    const [one, again] = [played(today, undefined, { days: 14 }), played(today, undefined, { days: 14 })];
    expect(again.events).toEqual(one.events);
    expect([...again.words]).toEqual([...one.words]);
    const other = played(today, undefined, { days: 14, world: { ...WORLD, seed: 8 } });
    expect(other.events).not.toEqual(one.events);
  });

  it('is the beginning of a longer one: what has been written never changes', () => {
    const shorter = played(today, { until: moment(today, '09:00') }, { days: 14 });
    const longer = played(today, { until: moment(today, '15:00') }, { days: 14 });
    expect(longer.events.length).toBeGreaterThan(shorter.events.length);
    expect(longer.events.slice(0, shorter.events.length)).toEqual(shorter.events);
  });

  it('gives every card at the moment when it is due, and leaves none of them out', () => {
    const cards = Object.values(play.docket.cards);
    expect(cards.length).toBeGreaterThan(500);
    const late = cards.filter(({ dueAt, givenAt }) => givenAt !== dueAt);
    // Only where the clock of a case was set back: accepted as of an earlier day, or going on after it stood still.
    for (const { caseId, givenAt } of late) {
      const set = play.events.some(
        ({ kind, data, at }) =>
          ['case-accepted', 'case-resumed'].includes(kind) &&
          at === givenAt &&
          'caseId' in data &&
          data.caseId === caseId,
      );
      expect(set).toBe(true);
    }
    expect(late.length).toBeLessThan(cards.length / 50);
    const now = moment(today, '09:30');
    for (const contact of Object.values(play.docket.contacts)) {
      const due = [nextDue(contact.alarms), nextDue(play.caseOf(contact)?.alarms ?? {})];
      for (const at of due) expect(at === null || at > now).toBe(true);
    }
  });

  it('keeps mostly what it promises; what it breaks is explained in public', () => {
    const decided = Object.values(play.docket.cases).filter((file) => file.decided !== null);
    const broken = decided.filter((file) => file.broken.promised);
    expect(decided.length).toBeGreaterThan(600);
    expect(broken.length / decided.length).toBeGreaterThan(0.01);
    expect(broken.length / decided.length).toBeLessThan(0.08);
    expect(broken.filter(({ breachReason }) => breachReason !== null).length / broken.length).toBeGreaterThan(0.8);
  });

  it('never leaves anything without exactly one person on duty who answers for it', () => {
    for (const contact of openOf(play)) {
      expect(actsFor(contact.answerableId, today, DOCKET_CATALOGUE)).not.toBeNull();
      expect(contact.line.at(-1)).toBe(contact.answerableId);
      expect(contact.line[0]).toBe(contact.firstReceiverId);
    }
  });

  it('keeps what people said out of the events', () => {
    const log = JSON.stringify(play.events.slice(-3_000));
    expect(play.words.size).toBeGreaterThan(500);
    for (const words of [...play.words.values()].slice(-300))
      for (const said of Object.values(words)) expect(log).not.toContain(said);
  });
});

describe.each(['2026-11-24', '2026-01-05', '2026-02-25', '2026-10-12'])('whoever looks in on %s', (today) => {
  it('finds something in every state', () => {
    const play = played(today);
    const open = openOf(play);
    const states = new Set(open.map((contact) => play.caseOf(contact)?.state));
    expect([...states]).toEqual(
      expect.arrayContaining(['received', 'supplement-asked', 'deciding', 'suspended', 'decided']),
    );
    const levels = new Set(open.map((contact) => levelOf(play.caseOf(contact), contact)));
    expect([...levels]).toEqual(expect.arrayContaining(['prompt', 'yellow', 'red', 'legal-red']));
    expect(open.some(({ handOver }) => handOver !== null)).toBe(true);
    expect(open.some(({ awaitsAppointment }) => awaitsAppointment)).toBe(true);
    const files = open.flatMap((contact) => play.caseOf(contact) ?? []);
    expect(files.some(({ promisedLastDay }) => promisedLastDay === today)).toBe(true);
    expect(files.some(({ extension }) => extension !== null && extension.approvedBy === null)).toBe(true);
    expect(Object.values(play.docket.cases).some(({ extension }) => extension?.approvedBy)).toBe(true);
    expect(Object.values(play.docket.cards).some(({ kind }) => kind === 'urged')).toBe(true);
  });
});
