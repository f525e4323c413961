import { DOCKET_CATALOGUE, moment, TestDocket, WORDS } from '../../../../test/support/domain-docket.ts';
import type { DocketCommandOf } from '../docket/commands.ts';
import { levelOf } from '../docket/level.ts';
import { maySee } from '../petition/may-see.ts';
import { closingRates } from './closing-rate.ts';
import type { Opinion, OpinionSubject } from './opinion.ts';

const NOBODY: OpinionSubject = { staffId: null, windowId: null, departmentId: null, everybody: false };

const said = (change: Partial<DocketCommandOf<'register-opinion'>> = {}): DocketCommandOf<'register-opinion'> => ({
  type: 'register-opinion',
  byId: 'citizen',
  opinion: 'complaint',
  source: 'online',
  subject: NOBODY,
  matterId: null,
  ticketId: null,
  clerkIds: [],
  named: true,
  words: WORDS,
  ...change,
});
const about = (subject: Partial<OpinionSubject>) => said({ subject: { ...NOBODY, ...subject } });
const opinionOf = (hall: TestDocket): Opinion => Object.values(hall.docket.petitions).at(-1) as Opinion;
const contactOf = (hall: TestDocket) => hall.docket.contacts[opinionOf(hall).id]!;
const step = (hall: TestDocket, byId = contactOf(hall).answerableId) => ({
  contactId: opinionOf(hall).id,
  byId,
  words: WORDS,
});

describe('a complaint, day by day', () => {
  it('is given to somebody at once, answered within five working days, told, closed', () => {
    const hall = new TestDocket().do(about({ staffId: 'li' }));
    expect(opinionOf(hall)).toMatchObject({ state: 'to-answer', dueBy: '2026-12-01', concerned: ['li'] });
    expect(contactOf(hall)).toMatchObject({ answerableId: 'pan', about: 'opinion', channel: 'online' });
    hall.clock('2026-11-30').do({ type: 'answer-opinion', ...step(hall) });
    expect(opinionOf(hall)).toMatchObject({ state: 'to-tell', dueBy: '2026-12-02', outcome: 'answered' });
    expect(contactOf(hall).closedAt).toBeNull();
    hall.do({ type: 'tell-petition', ...step(hall) });
    expect(opinionOf(hall)).toMatchObject({ state: 'closed', dueBy: null, alarms: {}, answered: { late: false } });
    expect(contactOf(hall)).toMatchObject({ settled: { how: 'answered' }, toldAt: expect.any(Number) as number });
  });

  it('an anonymous one is told by the page that number and code open', () => {
    const hall = new TestDocket().do(said({ named: false }));
    hall.do({ type: 'answer-opinion', ...step(hall) });
    expect(opinionOf(hall).state).toBe('closed');
    expect(contactOf(hall).toldAt).not.toBeNull();
  });

  it('gives a yellow card on the morning of the fourth day and a red one when the fifth is over', () => {
    const hall = new TestDocket().do(said());
    expect(hall.clock('2026-11-30', '08:31').tick()).toEqual(['answer-soon']);
    expect(levelOf(null, contactOf(hall), opinionOf(hall))).toBe('yellow');
    expect(hall.clock('2026-12-01', '17:31').tick()).toEqual(['answer-late']);
    expect(levelOf(null, contactOf(hall), opinionOf(hall))).toBe('red');
    hall.do({ type: 'answer-opinion', ...step(hall) });
    expect(opinionOf(hall).answered?.late).toBe(true);
  });

  it('five more days when somebody else approves before the last is over, once', () => {
    const hall = new TestDocket().do(said());
    hall.do({ type: 'ask-time', ...step(hall) });
    expect(hall.refused({ type: 'ask-time', ...step(hall) })).toBe('extension-used');
    expect(hall.refused({ type: 'approve-time', ...step(hall) })).toBe('extension-own-approval');
    expect(hall.refused({ type: 'approve-time', ...step(hall, 'xu') })).toBe('not-the-head');
    hall.clock('2026-12-01').do({ type: 'approve-time', ...step(hall, 'song') });
    expect(opinionOf(hall)).toMatchObject({ dueBy: '2026-12-08', moreTime: { days: 5, approvedBy: 'song' } });
    expect(hall.clock('2026-12-02').tick()).toEqual([]);
  });
  it('not after the last day; declined, it may be asked again', () => {
    const late = new TestDocket().do(said());
    late.do({ type: 'ask-time', ...step(late) }).do({ type: 'decline-time', ...step(late, 'song') });
    expect(opinionOf(late).moreTime).toBeNull();
    late.do({ type: 'ask-time', ...step(late) }).clock('2026-12-01', '17:30');
    expect(late.refused({ type: 'approve-time', ...step(late, 'song') })).toBe('extension-after-expiry');
  });
});

describe('a report', () => {
  it('is said to be taken up or not within five working days; then the answer counts', () => {
    const hall = new TestDocket().do(said({ opinion: 'report' }));
    expect(opinionOf(hall)).toMatchObject({ state: 'to-take-up', dueBy: '2026-12-01' });
    expect(hall.refused({ type: 'answer-opinion', ...step(hall) })).toBe('wrong-petition-state');
    hall.clock('2026-11-26').do({ type: 'take-up-opinion', taken: true, ...step(hall) });
    expect(opinionOf(hall)).toMatchObject({ state: 'to-answer', dueBy: '2026-12-03', countsFrom: '2026-11-26' });
  });
  it('not taken up, with the grounds, it is closed and told', () => {
    const hall = new TestDocket().do(said({ opinion: 'report' }));
    hall.do({ type: 'take-up-opinion', taken: false, ...step(hall) });
    expect(opinionOf(hall)).toMatchObject({ state: 'closed', outcome: 'not-taken-up' });
    expect(contactOf(hall).toldAt).not.toBeNull();
  });
  it('nobody says anything for five days: a red card', () => {
    const hall = new TestDocket().do(said({ opinion: 'report' }));
    expect(hall.clock('2026-12-01', '17:31').tick()).toEqual(['take-up-late']);
  });
});

describe('not ours', () => {
  it('goes back within 24 hours with the reason, and whoever left a contact is told', () => {
    const hall = new TestDocket().do(said());
    expect(hall.refused({ type: 'send-back-opinion', ...step(hall), words: null })).toBe('grounds-missing');
    hall.clock('2026-11-25', '09:59').do({ type: 'send-back-opinion', ...step(hall) });
    expect(opinionOf(hall)).toMatchObject({ state: 'to-tell', outcome: 'sent-back' });
    hall.do({ type: 'tell-petition', ...step(hall) });
    expect(contactOf(hall).settled?.how).toBe('referred-out');
  });
  it('after that it is ours; a Friday’s is Monday’s', () => {
    const hall = new TestDocket().do(said()).clock('2026-11-25', '10:00');
    expect(hall.refused({ type: 'send-back-opinion', ...step(hall) })).toBe('send-back-too-late');
    const friday = new TestDocket().clock('2026-11-27', '16:00').do(said());
    expect(opinionOf(friday).sendBackUntil).toBe(moment('2026-11-30', '17:30'));
  });
});

describe('whom it is about keeps out of it', () => {
  it('finds them from the data: the person, who sat there, the department with its head', () => {
    expect(opinionOf(new TestDocket().do(about({ staffId: 'song' }))).concerned).toEqual(['song']);
    expect(opinionOf(new TestDocket().do(said({ clerkIds: ['li', 'gone'] }))).concerned).toEqual(['li']);
    expect(opinionOf(new TestDocket().do(about({ departmentId: 'market' }))).concerned).toEqual(['hou', 'li', 'yang']);
  });

  it('a complaint about the only supervisor goes to the director, and the supervisor neither sees nor touches it', () => {
    const { song: _song, ...staff } = DOCKET_CATALOGUE.staff;
    const hall = new TestDocket();
    hall.catalogue = { ...DOCKET_CATALOGUE, staff };
    hall.do(about({ staffId: 'pan' }));
    const contact = contactOf(hall);
    expect(contact.answerableId).toBe('shen');
    expect(maySee(opinionOf(hall), contact, 'pan', hall.context)).toBe(false);
    for (const type of ['answer-opinion', 'send-back-opinion', 'ask-time', 'urge'] as const)
      expect(hall.refused({ type, ...step(hall, 'pan') })).toBe('concerned');
    expect(hall.refused({ type: 'hand-over', toId: 'pan', ...step(hall) })).toBe('concerned');
    expect(hall.refused({ type: 'appoint', toId: 'pan', ...step(hall, 'shen') })).toBe('concerned');
    hall.do({ type: 'answer-opinion', ...step(hall) });
  });

  it('about everybody: somebody takes it all the same, and it says so', () => {
    const hall = new TestDocket().do(about({ everybody: true }));
    expect(opinionOf(hall)).toMatchObject({ unavoidable: true });
    expect(contactOf(hall).answerableId).toBe('pan');
    hall.do({ type: 'answer-opinion', ...step(hall) });
    expect(hall.refused({ type: 'tell-petition', ...step(hall, 'song') })).toBe('concerned');
  });

  it('refuses what the hall does not have', () => {
    for (const subject of [{ staffId: 'x' }, { windowId: 'x' }, { departmentId: 'x' }])
      expect(new TestDocket().refused(about(subject))).toBe('unknown-subject');
    expect(new TestDocket().refused(said({ words: null }))).toBe('grounds-missing');
  });
});

describe('the closing rate', () => {
  it('counts by where it came from', () => {
    const hall = new TestDocket().do(said({ source: 'box', named: false }));
    hall.do({ type: 'answer-opinion', ...step(hall) });
    hall.do(said({ source: 'box' })).do(said({ source: 'telephone' }));
    const rates = closingRates(Object.values(hall.docket.petitions) as Opinion[]);
    expect(rates.find(({ source }) => source === 'box')).toMatchObject({ received: 2, closed: 1, late: 0, rate: 0.5 });
    expect(rates.find(({ source }) => source === 'telephone')).toMatchObject({ received: 1, closed: 0, rate: 0 });
    expect(rates.find(({ source }) => source === 'visit')).toMatchObject({ received: 0, rate: null });
  });
});
