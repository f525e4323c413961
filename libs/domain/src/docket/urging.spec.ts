import { TestDocket, WORDS, moment } from '../../../../test/support/domain-docket.ts';
import { levelOf, nextLimitOf } from './level.ts';

/** A case on which the supervisor urges; the answer is due at the close of the next working day. */
function urged(hall = new TestDocket()) {
  const id = hall.receive('school', 'liu');
  const { id: contactId } = hall.contactOf(id);
  const urge = (byId = 'song') => hall.do({ type: 'urge', contactId, byId, words: WORDS });
  urge();
  const cards = () => Object.values(hall.docket.cards);
  return { hall, id, contactId, urge, cards };
}
const reply = (cardId: string, byId: string) => ({ type: 'reply-card', cardId, byId, words: WORDS }) as const;

describe('an urging order (督办)', () => {
  it('has a reply due, and is escalated to the director when none comes', () => {
    const { hall, id, cards } = urged();
    expect(cards()[0]).toMatchObject({ kind: 'urged', replyBy: moment('2026-11-25', '17:30') });
    expect(hall.clock('2026-11-25', '17:29').tick()).toEqual([]);
    expect(hall.clock('2026-11-25', '17:30').tick()).toEqual(['reply-late']);
    expect(cards().at(-1)).toMatchObject({ level: 'red', to: ['liu', 'song', 'pan', 'shen'] });
    expect(levelOf(hall.file(id), hall.contactOf(id))).toBe('red');
    expect(nextLimitOf(hall.file(id), hall.contactOf(id))).toEqual({
      what: 'reply',
      at: moment('2026-11-25', '17:30'),
    });
    expect(hall.tick()).toEqual([]);
    hall.do(reply(cards()[0]!.id, 'liu'));
    expect(levelOf(hall.file(id), hall.contactOf(id))).toBeNull();
  });

  it('is not escalated once it was answered — by the handler, not by who gave it', () => {
    const { hall, contactId, cards } = urged();
    const { id: cardId } = cards()[0]!;
    hall.do(reply(cardId, 'song'));
    expect(hall.docket.contacts[contactId]!.urged).toHaveLength(1);
    hall.do(reply(cardId, 'liu'));
    expect(hall.docket.contacts[contactId]).toMatchObject({ urged: [], alarms: {} });
    expect(hall.clock('2026-11-25', '17:30').tick()).toEqual([]);
  });

  it('counts each of several orders, and keeps what is due through a hand-over', () => {
    const { hall, contactId, urge, cards } = urged();
    hall.clock('2026-11-25');
    urge('pan');
    hall.do({ type: 'hand-over', contactId, byId: 'liu', toId: 'ma', words: null });
    hall.later(5).do({ type: 'acknowledge', contactId, byId: 'ma' });
    expect(hall.clock('2026-11-25', '17:30').tick()).toEqual(['reply-late']);
    hall.do(reply(cards()[0]!.id, 'ma'));
    expect(hall.clock('2026-11-26', '17:30').tick()).toEqual(['reply-late']);
    expect(cards().at(-1)!.to[0]).toBe('ma');
  });

  it('is over with what it urged', () => {
    const { hall, contactId } = urged();
    const id = hall.docket.contacts[contactId]!.caseId!;
    const grounds = { ground: 'not-eligible', explained: true, officeNamed: false } as const;
    hall.do({ type: 'refuse-case', caseId: id, byId: 'liu', ...grounds, words: WORDS });
    expect(hall.clock('2026-11-26', '17:30').tick()).toEqual([]);
  });
});

describe('a card whose receiver is away', () => {
  it('given to the stand-in, is seen by the handler who is back; given to the handler, by the stand-in', () => {
    const hall = new TestDocket().onLeave({ staffId: 'li', from: '2026-11-24', until: '2026-11-24' });
    const id = hall.receive('permit', 'li');
    const { id: contactId } = hall.contactOf(id);
    hall.do({ type: 'urge', contactId, byId: 'song', words: WORDS });
    const [first] = Object.values(hall.docket.cards);
    expect(first!.to[0]).toBe('yang');
    hall.onLeave().do({ type: 'acknowledge-card', cardId: first!.id, byId: 'li' });
    expect(Object.keys(hall.docket.cards[first!.id]!.acknowledged)).toEqual(['yang']);
    expect(hall.refused({ type: 'acknowledge-card', cardId: first!.id, byId: 'yang' })).toBe('card-acknowledged');
    hall.do({ type: 'urge', contactId, byId: 'song', words: WORDS });
    const second = Object.values(hall.docket.cards).at(-1)!;
    expect(second.to[0]).toBe('li');
    hall.onLeave({ staffId: 'li', from: '2026-11-24', until: '2026-11-24' });
    expect(hall.refused({ type: 'acknowledge-card', cardId: second.id, byId: 'liu' })).toBe('not-addressed-to-you');
    hall.do({ type: 'reply-card', cardId: second.id, byId: 'yang', words: WORDS });
    expect(Object.keys(hall.docket.cards[second.id]!.acknowledged)).toEqual(['li']);
  });
});
