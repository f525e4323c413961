import { TestDocket, WORDS } from '../../../../test/support/domain-docket.ts';
import { enquiryFigures } from './enquiry.ts';

const answeredAt = (channel: 'desk' | 'window' | 'telephone') =>
  ({
    type: 'register-contact',
    byId: 'xu',
    channel,
    about: 'question',
    matterId: null,
    departmentId: null,
    materialsTaken: 0,
    answered: true,
    ticketId: null,
    servingN: null,
    words: null,
  }) as const;

describe('enquiries', () => {
  it('asked online, the guide on duty has it until the next working day; answered, it is told by its page', () => {
    const hall = new TestDocket()
      .clock('2026-11-27', '22:00')
      .do({ type: 'ask-online', matterId: 'permit', words: WORDS });
    const [contact] = Object.values(hall.docket.contacts);
    expect(contact).toMatchObject({
      channel: 'online',
      about: 'question',
      answerableId: 'xu',
      feedbackBy: '2026-11-30',
    });
    hall.do({ type: 'answer', contactId: contact!.id, byId: 'xu', told: false, words: WORDS });
    expect(Object.values(hall.docket.contacts)[0]).toMatchObject({
      late: false,
      closedAt: expect.any(Number) as number,
    });
  });

  it('with the guide away, whoever leads has it; late, a red card', () => {
    const hall = new TestDocket().onLeave({ staffId: 'xu', from: '2026-11-01', until: '2026-12-31' });
    hall.do({ type: 'ask-online', matterId: null, words: WORDS });
    expect(Object.values(hall.docket.contacts)[0]!.answerableId).toBe('pan');
    expect(hall.clock('2026-11-25', '17:31').tick()).toEqual(['feedback-late']);
    expect(hall.refused({ type: 'ask-online', matterId: null, words: null })).toBe('grounds-missing');
    expect(hall.refused({ type: 'ask-online', matterId: 'none', words: WORDS })).toBe('unknown-subject');
  });

  it('are counted by channel, as the annual report does: 131 = 60 + 41 + 30, every one answered', () => {
    const hall = new TestDocket();
    const times = (n: number, act: () => void) => Array.from({ length: n }).forEach(act);
    times(60, () => hall.do(answeredAt('telephone')));
    times(21, () => hall.do(answeredAt('desk')));
    times(20, () => hall.do(answeredAt('window')));
    times(30, () => hall.do({ type: 'ask-online', matterId: null, words: WORDS }));
    const open = enquiryFigures(Object.values(hall.docket.contacts));
    expect(open.map(({ received }) => received)).toEqual([60, 41, 30, 0]);
    expect(open.map(({ rate }) => rate)).toEqual([1, 1, 0, null]);
    for (const { id, settled } of Object.values(hall.docket.contacts))
      if (settled === null) hall.do({ type: 'answer', contactId: id, byId: 'xu', told: false, words: WORDS });
    expect(enquiryFigures(Object.values(hall.docket.contacts)).map(({ rate }) => rate)).toEqual([1, 1, 1, null]);
  });
});
