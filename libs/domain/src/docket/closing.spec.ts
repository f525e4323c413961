import { TestDocket, WORDS } from '../../../../test/support/domain-docket.ts';

const given = () => new TestDocket().clock('2026-11-24', '10:00');
const COMPLETE = ['register', 'card', 'copy'];
const close = (caseId: string, byId = 'li') => ({ type: 'close-with-serving', caseId, byId }) as const;
const reopen = (caseId: string, byId = 'li') => ({ type: 'reopen-with-serving', caseId, byId }) as const;

/** What must be the same again after an undone finish. */
const stateOf = (hall: TestDocket, id: string) => JSON.stringify([hall.file(id), hall.contactOf(id)]);

describe('an immediate matter closes with its serving', () => {
  it('is accepted, granted and delivered in one, and its first contact is closed', () => {
    const hall = given();
    const id = hall.receive('copy', 'li', COMPLETE, 'immediate');
    const before = hall.events.length;
    hall.do(close(id));
    expect(hall.events.slice(before).map(({ kind }) => kind)).toEqual([
      'case-accepted',
      'case-decided',
      'contact-settled',
      'case-delivered',
      'citizen-told',
      'contact-closed',
    ]);
    expect(hall.file(id)).toMatchObject({
      state: 'delivered',
      decided: { result: 'granted' },
      closedFrom: { state: 'received' },
    });
    expect(hall.contactOf(id)).toMatchObject({ settled: { how: 'decided' } });
    expect(hall.tick()).toEqual([]);
  });

  it('also when it had been accepted before', () => {
    const hall = given();
    const id = hall.receive('copy', 'li', COMPLETE, 'immediate');
    hall.do({ type: 'accept-case', caseId: id, byId: 'li', missingBy: null }).do(close(id));
    expect(hall.file(id)).toMatchObject({ state: 'delivered', closedFrom: { state: 'deciding' } });
  });

  it('in time also after the close: who held a number then is still served', () => {
    const hall = given().clock('2026-11-24', '17:40');
    const id = hall.receive('copy', 'li', COMPLETE, 'immediate');
    hall.do({ type: 'accept-case', caseId: id, byId: 'li', missingBy: null });
    expect(hall.tick()).toEqual([]);
    hall.clock('2026-11-24', '17:45').do(close(id));
    expect(hall.file(id).broken).toEqual({ promised: false, legal: false });
  });

  it('but left lying after acceptance it is red at the close, and next day it is a broken promise', () => {
    const hall = given();
    const id = hall.receive('copy', 'li', COMPLETE, 'immediate');
    hall.do({ type: 'accept-case', caseId: id, byId: 'li', missingBy: null });
    expect(hall.clock('2026-11-24', '17:30').tick()).toEqual(['red']);
    hall.clock('2026-11-25', '09:00').do(close(id));
    expect(hall.file(id).broken.promised).toBe(true);
  });

  it('stays open with who answers for it when a material is missing, when it is being handed over, when it is not theirs', () => {
    const hall = given();
    const incomplete = hall.receive('copy', 'li', ['register', 'card'], 'immediate');
    expect(hall.refused(close(incomplete))).toBe('materials-incomplete');
    expect(hall.contactOf(incomplete)).toMatchObject({ answerableId: 'li', settled: null, closedAt: null });
    const handed = hall.receive('copy', 'li', COMPLETE, 'immediate');
    const { id: contactId } = hall.contactOf(handed);
    hall.do({ type: 'hand-over', contactId, byId: 'li', toId: 'hou', words: null });
    expect(hall.refused(close(handed))).toBe('hand-over-pending');
    const urged = hall.receive('copy', 'li', COMPLETE, 'immediate');
    hall.do({ type: 'urge', contactId: hall.contactOf(urged).id, byId: 'song', words: WORDS });
    expect(hall.refused(close(urged))).toBe('hand-over-pending');
    const theirs = hall.receive('copy', 'yang', COMPLETE, 'immediate');
    expect(hall.refused(close(theirs, 'liu'))).toBe('not-yours');
  });

  it('never closes a matter with a published limit', () => {
    const hall = given();
    const id = hall.receive('permit');
    expect(hall.refused(close(id))).toBe('wrong-case-state');
    expect(hall.refused(close('QS-2026-99999-9'))).toBe('unknown-case');
  });
});

describe('the finish undone', () => {
  it.each([false, true])(
    'brings case and first contact back exactly as they were (accepted before: %s)',
    (accepted) => {
      const hall = given();
      const id = hall.receive('copy', 'li', COMPLETE, 'immediate');
      if (accepted) hall.do({ type: 'accept-case', caseId: id, byId: 'li', missingBy: null });
      const before = stateOf(hall, id);
      hall.do(close(id)).do(reopen(id));
      expect(stateOf(hall, id)).toBe(before);
      expect(hall.refused(reopen(id))).toBe('wrong-case-state');
      hall.do(close(id));
      expect(hall.file(id).state).toBe('delivered');
    },
  );

  it('also where a first contact became the case', () => {
    const hall = given();
    hall.do({
      type: 'register-contact',
      byId: 'li',
      channel: 'desk',
      about: 'matter',
      matterId: 'copy',
      departmentId: null,
      materialsTaken: 0,
      answered: false,
      ticketId: null,
      servingN: null,
      words: WORDS,
    });
    const contactId = Object.keys(hall.docket.contacts)[0]!;
    hall.do({
      type: 'receive-case',
      byId: 'li',
      channel: 'window',
      contactId,
      matterId: 'copy',
      kind: 'immediate',
      materials: COMPLETE,
      ticketId: null,
      servingN: null,
      words: null,
    });
    const id = Object.keys(hall.docket.cases)[0]!;
    const before = stateOf(hall, id);
    hall.do(close(id)).do(reopen(id));
    expect(stateOf(hall, id)).toBe(before);
  });

  it('gives back the limits of the day of receipt, though the hall’s settings changed in between', () => {
    const hall = given();
    const id = hall.receive('copy', 'li', COMPLETE, 'immediate');
    const before = stateOf(hall, id);
    const { limits } = hall.catalogue.hall;
    hall.catalogue = { ...hall.catalogue, hall: { ...hall.catalogue.hall, limits: { ...limits, deliveryDays: 3 } } };
    hall.do(close(id)).do(reopen(id));
    expect(stateOf(hall, id)).toBe(before);
  });

  it('does not open what was delivered in the ordinary way, nor for somebody else', () => {
    const hall = given();
    const id = hall.receive('copy', 'li', COMPLETE, 'immediate');
    hall.do({ type: 'accept-case', caseId: id, byId: 'li', missingBy: null });
    hall.do({ type: 'decide-case', caseId: id, byId: 'li', result: 'granted', words: null });
    hall.do({ type: 'deliver-case', caseId: id, byId: 'li' });
    expect(hall.refused(reopen(id))).toBe('wrong-case-state');
    const other = hall.receive('copy', 'li', COMPLETE, 'immediate');
    hall.do(close(other));
    expect(hall.refused(reopen(other, 'liu'))).toBe('not-yours');
  });
});
