import { TestDocket, WORDS, moment } from '../../../../test/support/domain-docket.ts';
import { checkDigit, kindOfNumber, tidyNumber } from '../case/number.ts';
import { daysUsed } from '../case/dates.ts';
import { levelOf } from './level.ts';

const given = () => new TestDocket();

describe('the life of a case', () => {
  it('reads like the story: received, accepted, suspended, resumed, decided on the last day, delivered', () => {
    const hall = given().clock('2026-10-28', '10:05');
    const id = hall.receive('school', 'liu');
    hall.do({ type: 'accept-case', caseId: id, byId: 'liu', missingBy: null });
    expect(hall.file(id)).toMatchObject({
      promisedDays: 15,
      promisedLastDay: '2026-11-18',
      legalLastDay: '2026-11-25',
    });
    hall.clock('2026-11-04', '16:20');
    hall.do({
      type: 'suspend-case',
      caseId: id,
      byId: 'liu',
      kind: 'expert-review',
      expectedEnd: '2026-11-11',
      words: null,
    });
    expect(hall.file(id)).toMatchObject({ state: 'suspended', promisedLastDay: null });
    hall.clock('2026-11-11', '09:10').do({ type: 'resume-case', caseId: id, byId: 'liu' });
    // The dates of the drawing: six working days not counted, promise 26 November, law 3 December, yellow on the 24th.
    expect(hall.file(id)).toMatchObject({ promisedLastDay: '2026-11-26', legalLastDay: '2026-12-03' });
    expect(hall.file(id).alarms.yellow).toBe(moment('2026-11-24', '08:30'));
    expect(daysUsed('2026-10-28', '2026-11-24', hall.file(id).suspensions, hall.calendar)).toBe(13);
    hall.clock('2026-11-26', '17:29');
    hall.do({ type: 'decide-case', caseId: id, byId: 'liu', result: 'granted', words: null });
    expect(hall.file(id)).toMatchObject({ state: 'decided', broken: { promised: false, legal: false } });
    expect(hall.contactOf(id)).toMatchObject({ settled: { how: 'decided' }, closedAt: null });
    hall.clock('2026-11-27').do({ type: 'deliver-case', caseId: id, byId: 'li' });
    expect(hall.file(id).state).toBe('delivered');
    expect(hall.contactOf(id).closedAt).not.toBeNull();
  });

  it('gives yellow, red and the graver red, each once, at their hours', () => {
    const hall = given().clock('2026-11-24');
    const id = hall.receive('permit');
    hall.do({ type: 'accept-case', caseId: id, byId: 'li', missingBy: null });
    expect(hall.file(id).promisedLastDay).toBe('2026-12-01');
    const cards: [string, string[]][] = [];
    for (const day of ['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01', '2026-12-22']) {
      for (const wall of ['08:29', '08:30', '17:29', '17:30']) {
        const fired = hall.clock(day, wall).tick();
        if (fired.length > 0) cards.push([`${day} ${wall}`, fired]);
        expect(hall.tick()).toEqual([]);
      }
    }
    expect(cards).toEqual([
      ['2026-11-27 08:30', ['prompt']],
      ['2026-11-30 08:30', ['yellow']],
      ['2026-12-01 17:30', ['red']],
      ['2026-12-22 17:30', ['legal-red']],
    ]);
    const [card] = Object.values(hall.docket.cards).filter((one) => one.kind === 'red');
    expect(card!.to).toEqual(['li', 'pan']);
    hall.do({ type: 'decide-case', caseId: id, byId: 'li', result: 'granted', words: null });
    expect(hall.file(id).broken).toEqual({ promised: true, legal: true });
    hall.do({ type: 'explain-breach', caseId: id, byId: 'li', reason: 'other-office', words: WORDS });
    expect(hall.file(id).breachReason).toBe('other-office');
  });

  it('accepts by itself what nobody answered within five working days, as of the day it was received', () => {
    const hall = given().clock('2026-11-24');
    const id = hall.receive('permit');
    expect(hall.clock('2026-12-01', '17:29').tick()).toEqual([]);
    expect(hall.clock('2026-12-01', '17:30').tick()[0]).toBe('deemed');
    expect(hall.file(id).accepted).toMatchObject({ how: 'deemed', day: '2026-11-24' });
    expect(hall.file(id).promisedLastDay).toBe('2026-12-01');
  });

  it('asks once for everything; a second notice shows as a breach with a third visit', () => {
    const hall = given();
    const id = hall.receive('permit', 'li', ['register']);
    const ask = { type: 'ask-supplement', caseId: id, byId: 'li', bringBy: null, words: null } as const;
    hall.do({ ...ask, missing: ['card'] });
    expect(hall.file(id)).toMatchObject({ state: 'supplement-asked', missing: ['card', 'copy'], notices: 1 });
    hall.clock('2026-11-26').do({ type: 'visit-again', caseId: id, ticketId: '2026-11-26.A001' });
    hall.do({ type: 'bring-materials', caseId: id, byId: 'yang', materials: ['card'] });
    expect(hall.file(id)).toMatchObject({ state: 'received', receivedDay: '2026-11-26', missing: ['copy'] });
    hall.do({ ...ask, missing: [] });
    hall.clock('2026-11-30').do({ type: 'visit-again', caseId: id, ticketId: '2026-11-30.A001' });
    expect(hall.file(id)).toMatchObject({ notices: 2, visits: 3 });
    expect(hall.file(id).thirdVisit).toEqual({ cause: 'second-notice', responsibleId: 'li' });
  });

  it('counts one visit a day, whatever the numbers taken, and none for a case that has ended', () => {
    const hall = given();
    const id = hall.receive('permit');
    const again = { type: 'visit-again', caseId: id, ticketId: '2026-11-24.A002' } as const;
    expect(hall.refused(again)).toBe('nothing-due');
    hall.do({ type: 'accept-case', caseId: id, byId: 'li', missingBy: null }).clock('2026-11-25').do(again);
    expect(hall.refused(again)).toBe('nothing-due');
    // The promise has run out, and the special procedure that began too late does not hide it.
    hall.clock('2026-12-02').do({
      type: 'suspend-case',
      caseId: id,
      byId: 'li',
      kind: 'testing',
      expectedEnd: '2026-12-09',
      words: null,
    });
    hall.clock('2026-12-03').do(again);
    expect(hall.file(id)).toMatchObject({ visits: 3, thirdVisit: { cause: 'missing-result' } });
    hall.do({ type: 'withdraw-case', caseId: id, byId: 'li' }).clock('2026-12-04');
    expect(hall.refused(again)).toBe('case-ended');
  });

  it('withdraws what was asked for and did not come by its day; what came in time has no such day any more', () => {
    const hall = given().clock('2026-11-24');
    const [late, inTime] = [hall.receive('permit', 'li', ['register']), hall.receive('permit', 'li', ['register'])];
    const ask = { type: 'ask-supplement', byId: 'li', missing: [], words: null } as const;
    expect(hall.refused({ ...ask, caseId: late, bringBy: '2026-11-24' })).toBe('missing-day-past');
    for (const caseId of [late, inTime]) hall.do({ ...ask, caseId, bringBy: null });
    expect(hall.file(late).missingBy).toBe('2026-12-15');
    hall.clock('2026-12-15', '17:29').do({
      type: 'bring-materials',
      caseId: inTime,
      byId: 'li',
      materials: ['card', 'copy'],
    });
    expect(hall.file(inTime)).toMatchObject({ state: 'received', missing: [], missingBy: null });
    expect(hall.tick()).toEqual([]);
    expect(hall.clock('2026-12-15', '17:30').tick()).toEqual(['missing-late']);
    expect([hall.file(late).state, hall.file(inTime).state]).toEqual(['withdrawn', 'received']);
    expect(hall.contactOf(late).closedAt).not.toBeNull();
  });

  it('accepts with something minor missing, and treats it as withdrawn when it does not come', () => {
    const hall = given();
    const id = hall.receive('permit', 'li', ['register', 'card']);
    hall.do({ type: 'accept-case', caseId: id, byId: 'li', missingBy: '2026-11-27' });
    expect(hall.file(id)).toMatchObject({ kind: 'supplement', missingBy: '2026-11-27' });
    expect(hall.refused({ type: 'decide-case', caseId: id, byId: 'li', result: 'granted', words: null })).toBe(
      'materials-incomplete',
    );
    expect(hall.clock('2026-11-27', '17:30').tick()).toContain('missing-late');
    expect(hall.file(id).state).toBe('withdrawn');
    expect(hall.contactOf(id).closedAt).not.toBeNull();
    expect(hall.refused({ type: 'accept-case', caseId: id, byId: 'li', missingBy: null })).toBe('case-ended');
  });

  it('extends once, before expiry, by somebody else, and moves promise and law together', () => {
    const hall = given();
    const id = hall.receive('permit');
    const ask = { type: 'ask-extension', caseId: id, byId: 'li', days: 10, words: WORDS } as const;
    expect(hall.refused(ask)).toBe('wrong-case-state');
    hall.do({ type: 'accept-case', caseId: id, byId: 'li', missingBy: null });
    expect(hall.refused({ ...ask, days: 11 })).toBe('extension-too-long');
    expect(hall.refused({ ...ask, words: null })).toBe('grounds-missing');
    hall.do(ask);
    expect(hall.refused({ type: 'approve-extension', caseId: id, byId: 'li' })).toBe('extension-own-approval');
    expect(hall.refused({ type: 'approve-extension', caseId: id, byId: 'liu' })).toBe('not-the-head');
    // Nobody stands in for the head of the department: while she is away the supervisors decide.
    hall.onLeave({ staffId: 'hou', from: '2026-11-24', until: '2026-11-24' });
    expect(hall.refused({ type: 'approve-extension', caseId: id, byId: 'hou' })).toBe('not-the-head');
    hall.onLeave();
    hall.clock('2026-12-01', '17:30');
    expect(hall.refused({ type: 'approve-extension', caseId: id, byId: 'hou' })).toBe('extension-after-expiry');
    hall.clock('2026-12-01', '17:29').do({ type: 'approve-extension', caseId: id, byId: 'hou' });
    expect(hall.file(id)).toMatchObject({ promisedDays: 15, promisedLastDay: '2026-12-15', legalDays: 30 });
    expect(hall.refused(ask)).toBe('extension-used');
  });

  it('refuses what has no grounds, no state for it, or no right to it', () => {
    const hall = given();
    const id = hall.receive('permit', 'li', ['register']);
    expect(hall.refused({ type: 'decide-case', caseId: id, byId: 'li', result: 'granted', words: null })).toBe(
      'wrong-case-state',
    );
    expect(hall.refused({ type: 'accept-case', caseId: id, byId: 'li', missingBy: null })).toBe('materials-incomplete');
    const refuse = {
      type: 'refuse-case',
      caseId: id,
      byId: 'li',
      explained: true,
      officeNamed: false,
      words: WORDS,
    } as const;
    expect(hall.refused({ ...refuse, ground: 'not-eligible', words: null })).toBe('grounds-missing');
    expect(hall.refused({ ...refuse, ground: 'not-eligible', byId: 'liu' })).toBe('not-yours');
    expect(hall.refused({ ...refuse, ground: 'not-competent' })).toBe('office-missing');
    expect(hall.refused({ ...refuse, ground: 'not-required', explained: false, officeNamed: true })).toBe(
      'grounds-missing',
    );
    expect(hall.refused({ type: 'explain-breach', caseId: id, byId: 'li', reason: 'staff', words: null })).toBe(
      'promise-kept',
    );
    hall.do({ ...refuse, ground: 'not-competent', explained: false, officeNamed: true });
    expect(hall.file(id)).toMatchObject({ state: 'refused', kind: 'returned' });
  });

  it('lets the stand-in act when the handler is away', () => {
    const hall = given();
    const id = hall.receive('permit', 'li');
    expect(hall.refused({ type: 'accept-case', caseId: id, byId: 'yang', missingBy: null })).toBe('not-yours');
    hall.onLeave({ staffId: 'li', from: '2026-11-24', until: '2026-11-30' });
    hall.do({ type: 'accept-case', caseId: id, byId: 'yang', missingBy: null });
    expect(hall.clock('2026-11-30', '08:30').tick()).toEqual(['prompt', 'yellow']);
    expect(Object.values(hall.docket.cards)[0]!.to[0]).toBe('yang');
  });

  it('moves the dates when the calendar does, with an event and its reason, and only then', () => {
    const hall = given();
    const id = hall.receive('permit');
    hall.do({ type: 'accept-case', caseId: id, byId: 'li', missingBy: null });
    const recount = { type: 'recount-case', caseId: id, cause: 'calendar' } as const;
    expect(hall.refused(recount)).toBe('nothing-due');
    hall.calendar = new (hall.calendar.constructor as typeof import('../calendar/work-calendar.ts').WorkCalendar)({
      nationalCalendar: true,
      overrides: { '2026-11-26': { day: '2026-11-26', kind: 'closed' } },
      tables: [],
    });
    hall.do(recount);
    expect(hall.file(id).promisedLastDay).toBe('2026-12-02');
    expect(hall.events.at(-1)).toMatchObject({ kind: 'dates-moved', data: { cause: 'calendar' } });
  });

  it('gives no second card, and takes none back, when the last day itself is closed after the card', () => {
    const hall = given();
    const id = hall.receive('permit');
    hall.do({ type: 'accept-case', caseId: id, byId: 'li', missingBy: null });
    expect(hall.clock('2026-12-01', '18:00').tick()).toEqual(['prompt', 'yellow', 'red']);
    hall.calendar = new (hall.calendar.constructor as typeof import('../calendar/work-calendar.ts').WorkCalendar)({
      nationalCalendar: true,
      overrides: { '2026-12-01': { day: '2026-12-01', kind: 'closed' } },
      tables: [],
    });
    hall.do({ type: 'recount-case', caseId: id, cause: 'calendar' });
    expect(hall.file(id)).toMatchObject({
      promisedLastDay: '2026-12-02',
      fired: { red: moment('2026-12-01', '17:30') },
    });
    expect(hall.tick()).toEqual([]);
    expect(levelOf(hall.file(id), hall.contactOf(id))).toBe('yellow');
    hall
      .clock('2026-12-02', '17:00')
      .do({ type: 'decide-case', caseId: id, byId: 'li', result: 'granted', words: null });
    expect(hall.file(id).broken.promised).toBe(false);
    expect(hall.refused({ type: 'explain-breach', caseId: id, byId: 'li', reason: 'staff', words: null })).toBe(
      'promise-kept',
    );
  });

  it('leaves a case that stands still where it is when the calendar changes, and one beyond the year provisional', () => {
    const hall = given().clock('2026-12-29');
    const id = hall.receive('permit');
    hall.do({ type: 'accept-case', caseId: id, byId: 'li', missingBy: null });
    hall.do({ type: 'suspend-case', caseId: id, byId: 'li', kind: 'testing', expectedEnd: '2027-01-04', words: null });
    expect(hall.refused({ type: 'recount-case', caseId: id, cause: 'calendar' })).toBe('nothing-due');
  });

  it('marks a last day in a year without a published calendar as provisional', () => {
    const hall = given().clock('2026-12-29');
    const id = hall.receive('permit');
    hall.do({ type: 'accept-case', caseId: id, byId: 'li', missingBy: null });
    expect(hall.file(id).provisional).toBe(true);
  });
});

describe('case numbers', () => {
  it('finds every single wrong digit before any look-up', () => {
    const number = given().receive();
    expect(kindOfNumber(number)).toBe('case');
    for (let place = 0; place < number.length; place++) {
      if (!/\d/.test(number[place]!)) continue;
      for (const digit of '0123456789') {
        if (digit === number[place]) continue;
        expect(kindOfNumber(number.slice(0, place) + digit + number.slice(place + 1))).toBeNull();
      }
    }
  });

  it('forgives how people type', () => {
    const number = given().receive();
    expect(tidyNumber(number.toLowerCase().replaceAll('-', ' '))).toBe(number);
    expect(checkDigit('0794')).toBe('5');
  });
});
