import { TestDocket, WORDS, moment } from '../../../../test/support/domain-docket.ts';

const REGISTER = {
  type: 'register-contact',
  byId: 'xu',
  channel: 'desk',
  about: 'matter',
  matterId: 'school',
  departmentId: null,
  materialsTaken: 2,
  answered: false,
  ticketId: null,
  servingN: null,
  words: null,
} as const;

function registered(hall = new TestDocket()) {
  hall.do(REGISTER);
  const id = Object.keys(hall.docket.contacts).at(-1)!;
  const contact = () => hall.docket.contacts[id]!;
  const handTo = (toId: string, byId = contact().answerableId) =>
    ({ type: 'hand-over', contactId: id, byId, toId, words: null }) as const;
  return { hall, id, contact, handTo };
}

describe('first contact', () => {
  it('stays with the first receiver until somebody has acknowledged; then the first receiver answers for the telling', () => {
    const { hall, id, contact, handTo } = registered();
    expect(contact()).toMatchObject({ answerableId: 'xu', feedbackBy: '2026-11-27' });
    hall.do(handTo('liu'));
    expect(contact().answerableId).toBe('xu');
    hall.later(9).do({ type: 'acknowledge', contactId: id, byId: 'liu' });
    expect(contact()).toMatchObject({ answerableId: 'liu', firstReceiverId: 'xu', handOver: null });
    expect(hall.refused({ type: 'answer', contactId: id, byId: 'xu', told: false, words: WORDS })).toBe('not-yours');
    hall.do({ type: 'answer', contactId: id, byId: 'liu', told: false, words: WORDS });
    expect(contact().closedAt).toBeNull();
    hall.do({ type: 'tell-citizen', contactId: id, byId: 'xu', words: null });
    expect(contact()).toMatchObject({ late: false });
    expect(contact().closedAt).not.toBeNull();
  });

  it('refuses a hand-over to oneself, to nobody, to another hall’s staff, in a circle, or twice at once', () => {
    const { hall, id, contact, handTo } = registered();
    expect(hall.refused(handTo('xu'))).toBe('hand-over-to-oneself');
    expect(hall.refused(handTo(''))).toBe('unknown-staff');
    expect(hall.refused(handTo('clerk-of-elsewhere'))).toBe('unknown-staff');
    hall.do(handTo('liu')).do({ type: 'acknowledge', contactId: id, byId: 'liu' });
    hall.do(handTo('li'));
    expect(hall.refused(handTo('hou'))).toBe('hand-over-pending');
    hall.do({ type: 'acknowledge', contactId: id, byId: 'li' });
    expect(hall.refused(handTo('liu'))).toBe('hand-over-in-a-circle');
    expect(contact().line).toEqual(['xu', 'liu', 'li']);
  });

  it('goes to the stand-in when the receiver is away, and says so; to the department head when both are', () => {
    const one = registered(new TestDocket().onLeave({ staffId: 'liu', from: '2026-11-24', until: '2026-11-24' }));
    one.hall.do(one.handTo('liu'));
    expect(one.contact().handOver).toMatchObject({ toId: 'ma', standsInFor: 'liu' });
    const both = registered(
      new TestDocket().onLeave(
        { staffId: 'li', from: '2026-11-24', until: '2026-11-24' },
        { staffId: 'yang', from: '2026-11-24', until: '2026-11-24' },
      ),
    );
    both.hall.do(both.handTo('li'));
    expect(both.contact().handOver).toMatchObject({ toId: 'hou', standsInFor: 'li' });
  });

  it('comes back with a reason when refused; the second refusal goes to the supervisor, who names somebody', () => {
    const { hall, id, contact, handTo } = registered();
    const refuse = (byId: string) =>
      ({ type: 'refuse-hand-over', contactId: id, byId, reason: 'not-my-duty', words: null }) as const;
    hall.do(handTo('liu'));
    expect(hall.refused(refuse('li'))).toBe('not-addressed-to-you');
    hall.do(refuse('liu')).do(handTo('li')).do(refuse('li'));
    expect(contact()).toMatchObject({ answerableId: 'xu', refusals: 2, awaitsAppointment: true });
    expect(hall.refused(handTo('hou'))).toBe('hand-over-pending');
    expect(hall.refused({ type: 'appoint', contactId: id, byId: 'li', toId: 'liu' })).toBe('not-the-head');
    hall.do({ type: 'appoint', contactId: id, byId: 'song', toId: 'liu' });
    expect(contact()).toMatchObject({ answerableId: 'liu', awaitsAppointment: false });
  });

  it('climbs the ladder while nobody acknowledges: 50, 100, 200 % of thirty minutes that the hall is open', () => {
    const { hall, id, contact, handTo } = registered(new TestDocket().clock('2026-11-24', '17:20'));
    hall.do(handTo('liu'));
    expect(contact().alarms).toMatchObject({
      remind: moment('2026-11-25', '08:35'),
      'to-supervisor': moment('2026-11-25', '08:50'),
      'to-director': moment('2026-11-25', '09:20'),
    });
    expect(hall.clock('2026-11-25', '08:34').tick()).toEqual([]);
    expect(hall.clock('2026-11-25', '08:35').tick()).toEqual(['remind']);
    expect(hall.clock('2026-11-25', '08:50').tick()).toEqual(['to-supervisor']);
    expect(hall.clock('2026-11-25', '09:20').tick()).toEqual(['to-director']);
    expect(Object.values(hall.docket.cards).map((card) => card.to)).toEqual([
      ['liu'],
      ['liu', 'pan'],
      ['liu', 'pan', 'shen'],
    ]);
    hall.do({ type: 'acknowledge', contactId: id, byId: 'liu' });
    expect(contact().alarms).toEqual({ 'feedback-late': moment('2026-11-27', '17:30') });
  });

  it('names the right office when it is not ours, and is closed with that', () => {
    const { hall, id, contact } = registered();
    const referOut = { type: 'refer-out', contactId: id, byId: 'xu', explained: false, words: WORDS } as const;
    expect(hall.refused({ ...referOut, officeNamed: false })).toBe('office-missing');
    hall.do({ ...referOut, officeNamed: true });
    expect(contact()).toMatchObject({ settled: { how: 'referred-out' } });
    expect(hall.refused({ ...referOut, officeNamed: true })).toBe('contact-closed');
  });

  it('goes back to the supervisor each time that it is refused after the second', () => {
    const { hall, id, contact, handTo } = registered();
    const refuse = (byId: string) =>
      ({ type: 'refuse-hand-over', contactId: id, byId, reason: 'not-my-duty', words: null }) as const;
    hall.do(handTo('liu')).do(refuse('liu')).do(handTo('li')).do(refuse('li'));
    hall.do({ type: 'appoint', contactId: id, byId: 'song', toId: 'liu' }).do(handTo('hou')).do(refuse('hou'));
    expect(contact()).toMatchObject({ answerableId: 'liu', awaitsAppointment: true });
    expect(Object.values(hall.docket.cards).filter(({ kind }) => kind === 'refused-twice')).toHaveLength(2);
    hall.do({ type: 'appoint', contactId: id, byId: 'song', toId: 'liu' });
    expect(contact().line).toEqual(['xu', 'liu']);
  });

  it('asks nobody to decide while somebody has been asked to take it', () => {
    const { hall, id, handTo } = registered();
    hall.do(handTo('liu'));
    expect(hall.refused({ type: 'report-unclear', contactId: id, byId: 'xu', words: WORDS })).toBe('hand-over-pending');
  });

  it('does not come back in a circle through a stand-in, nor to who hands it on', () => {
    const { hall, id, contact, handTo } = registered();
    hall.do(handTo('li')).do({ type: 'acknowledge', contactId: id, byId: 'li' }).do(handTo('yang'));
    hall.onLeave({ staffId: 'yang', from: '2026-11-24', until: '2026-11-24' });
    expect(hall.refused({ type: 'acknowledge', contactId: id, byId: 'li' })).toBe('hand-over-in-a-circle');
    const other = registered(new TestDocket().onLeave({ staffId: 'pan', from: '2026-11-24', until: '2026-11-24' }));
    other.hall.do(other.handTo('pan', 'song'));
    expect(other.contact().handOver).toMatchObject({ toId: 'shen', standsInFor: 'pan' });
    expect(contact().answerableId).toBe('li');
  });

  it('answers a question the same day while the hall is open, also on a Saturday that is no working day', () => {
    const asked = (day: string, wall: string, open = false) => {
      const hall = new TestDocket().clock(day, wall);
      if (open) hall.catalogue = { ...hall.catalogue, calendar: { [day]: { day, kind: 'open' } } };
      hall.do({ ...REGISTER, about: 'question' });
      return Object.values(hall.docket.contacts)[0]!.feedbackBy;
    };
    expect(asked('2026-11-24', '07:00')).toBe('2026-11-24');
    expect(asked('2026-11-24', '17:29')).toBe('2026-11-24');
    expect(asked('2026-11-24', '17:30')).toBe('2026-11-25');
    expect(asked('2026-11-27', '20:00')).toBe('2026-11-30');
    expect(asked('2026-11-28', '10:00')).toBe('2026-11-30');
    expect(asked('2026-11-28', '10:00', true)).toBe('2026-11-28');
  });

  it('reminds the first receiver, who tells the citizen, once there is an answer', () => {
    const { hall, id, handTo } = registered();
    hall.do(handTo('liu')).do({ type: 'acknowledge', contactId: id, byId: 'liu' });
    hall.do({ type: 'answer', contactId: id, byId: 'liu', told: false, words: WORDS });
    hall.clock('2026-11-27', '17:30').tick();
    expect(Object.values(hall.docket.cards).map(({ kind, to }) => [kind, to[0]])).toEqual([['feedback-late', 'xu']]);
  });

  it('goes by the limit of the case from the moment that it becomes one', () => {
    const { hall, id, contact } = registered();
    hall.do({
      type: 'receive-case',
      byId: 'liu',
      channel: 'desk',
      contactId: id,
      matterId: 'school',
      kind: 'commitment',
      materials: ['register', 'card', 'copy'],
      ticketId: null,
      servingN: null,
      words: null,
    });
    expect(contact()).toMatchObject({ about: 'case', feedbackBy: null, alarms: {} });
    expect(hall.clock('2026-11-27', '17:30').tick()).toEqual([]);
  });

  it('gives a card when the citizen was not told in time', () => {
    const { hall } = registered();
    expect(hall.clock('2026-11-27', '17:30').tick()).toEqual(['feedback-late']);
  });

  it('keeps urging on record: to the handler, acknowledged, answered, never taken back', () => {
    const { hall, id } = registered();
    expect(hall.refused({ type: 'urge', contactId: id, byId: 'li', words: WORDS })).toBe('not-the-head');
    hall.do({ type: 'urge', contactId: id, byId: 'song', words: WORDS });
    const [card] = Object.values(hall.docket.cards);
    expect(card).toMatchObject({ kind: 'urged', to: ['xu', 'song'] });
    expect(hall.refused({ type: 'acknowledge-card', cardId: card!.id, byId: 'liu' })).toBe('not-addressed-to-you');
    hall.do({ type: 'acknowledge-card', cardId: card!.id, byId: 'xu' });
    expect(hall.refused({ type: 'acknowledge-card', cardId: card!.id, byId: 'xu' })).toBe('card-acknowledged');
    hall.do({ type: 'reply-card', cardId: card!.id, byId: 'xu', words: WORDS });
    expect(hall.docket.cards[card!.id]).toMatchObject({ replies: 1 });
  });
});
