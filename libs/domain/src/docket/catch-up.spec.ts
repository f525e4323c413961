import { TestDocket, WORDS, moment } from '../../../../test/support/domain-docket.ts';

const accept = (id: string, byId = 'li') => ({ type: 'accept-case', caseId: id, byId, missingBy: null }) as const;

/** Received on Tuesday 24 November: after five working days without an answer, on 1 December at 17:30, it counts as accepted. */
const received = () => {
  const hall = new TestDocket();
  return { hall, id: hall.receive('permit') };
};

describe('what fell due before the clock looked', () => {
  it('accepts a case as of its receipt, though somebody accepts it after the moment and before the clock', () => {
    const { hall, id } = received();
    hall.clock('2026-12-01', '17:30');
    expect(hall.refused(accept(id))).toBe('wrong-case-state');
    hall.do({ type: 'decide-case', caseId: id, byId: 'li', result: 'granted', words: null });
    expect(hall.file(id)).toMatchObject({ accepted: { how: 'deemed', day: '2026-11-24' }, broken: { promised: true } });
    const kinds = hall.events.slice(2).map(({ kind, data }) => [kind, (data as { byId: string | null }).byId]);
    expect(kinds.slice(0, 2)).toEqual([
      ['card-given', null],
      ['case-accepted', 'clock'],
    ]);
  });

  it('lets it be accepted in the last second, and gives the clock nothing to do then', () => {
    const { hall, id } = received();
    hall.clock('2026-12-01', '17:29').do(accept(id));
    expect(hall.file(id).accepted).toMatchObject({ how: 'complete', day: '2026-12-01' });
    expect(hall.clock('2026-12-01', '17:31').tick()).toEqual([]);
  });

  it('refuses a notice that comes too late, and materials that come after their day', () => {
    const { hall, id } = received();
    const ask = {
      type: 'ask-supplement',
      caseId: id,
      byId: 'li',
      missing: ['card'],
      bringBy: null,
      words: null,
    } as const;
    expect(hall.clock('2026-12-01', '17:30').refused(ask)).toBe('wrong-case-state');
    const other = new TestDocket();
    const held = other.receive('permit', 'li', ['register', 'card']);
    other.do({ ...accept(held), missingBy: '2026-11-27' }).clock('2026-11-27', '17:30');
    const bring = { type: 'bring-materials', caseId: held, byId: 'li', materials: ['copy'] } as const;
    expect(other.refused(bring)).toBe('case-ended');
    expect(other.clock('2026-11-27', '17:29').refused(bring)).toBe('done');
  });

  it('gives the card of a broken promise with the decision that broke it, once', () => {
    const { hall, id } = received();
    hall.do(accept(id)).clock('2026-12-01', '17:30');
    hall.do({ type: 'decide-case', caseId: id, byId: 'li', result: 'granted', words: null });
    const cards = Object.values(hall.docket.cards).map(({ kind, dueAt }) => [kind, dueAt]);
    expect(cards).toEqual([
      ['prompt', moment('2026-11-27', '08:30')],
      ['yellow', moment('2026-11-30', '08:30')],
      ['red', moment('2026-12-01', '17:30')],
    ]);
    expect(hall.tick()).toEqual([]);
  });

  it('leaves everything as it was when the command itself is refused', () => {
    const { hall, id } = received();
    hall.do(accept(id)).clock('2026-12-01', '17:30');
    expect(hall.refused({ type: 'decide-case', caseId: id, byId: 'liu', result: 'granted', words: null })).toBe(
      'not-yours',
    );
    expect(Object.keys(hall.docket.cards)).toEqual([]);
  });

  it('climbs the ladder before the late receiver takes a hand-over', () => {
    const hall = new TestDocket();
    const id = hall.receive('permit');
    const { id: contactId } = hall.contactOf(id);
    hall.do({ type: 'hand-over', contactId, byId: 'li', toId: 'liu', words: WORDS });
    hall.later(31).do({ type: 'acknowledge', contactId, byId: 'liu' });
    expect(Object.values(hall.docket.cards).map(({ kind, to }) => [kind, to[0]])).toEqual([
      ['remind', 'liu'],
      ['to-supervisor', 'liu'],
    ]);
  });
});

describe('a clock that stops on its last day', () => {
  const suspend = (id: string) =>
    ({
      type: 'suspend-case',
      caseId: id,
      byId: 'li',
      kind: 'testing',
      expectedEnd: '2026-12-04',
      words: null,
    }) as const;

  it('takes the day out when it stops within office hours', () => {
    const { hall, id } = received();
    hall.do(accept(id)).clock('2026-12-01', '17:29').do(suspend(id));
    hall.clock('2026-12-03').do({ type: 'resume-case', caseId: id, byId: 'li' });
    expect(hall.file(id)).toMatchObject({ promisedLastDay: '2026-12-04', fired: {} });
  });

  it('does not heal a promise that ran out that evening', () => {
    const { hall, id } = received();
    hall.do(accept(id)).clock('2026-12-01', '17:30').do(suspend(id));
    expect(hall.file(id).suspensions[0]).toMatchObject({ from: '2026-12-02' });
    hall.do({ type: 'explain-breach', caseId: id, byId: 'li', reason: 'complex', words: null });
    hall.clock('2026-12-03').do({ type: 'resume-case', caseId: id, byId: 'li' });
    expect(hall.file(id).promisedLastDay).toBe('2026-12-01');
    hall.do({ type: 'decide-case', caseId: id, byId: 'li', result: 'granted', words: null });
    expect(hall.file(id).broken.promised).toBe(true);
  });

  it('counts no day when it goes on the same evening', () => {
    const { hall, id } = received();
    hall.do(accept(id)).clock('2026-11-25', '18:00').do(suspend(id)).later(5);
    hall.do({ type: 'resume-case', caseId: id, byId: 'li' });
    expect(hall.file(id).promisedLastDay).toBe('2026-12-01');
  });

  it('asks for no extension while it stands still, and for one again when it goes on in time', () => {
    const { hall, id } = received();
    const ask = { type: 'ask-extension', caseId: id, byId: 'li', days: 5, words: WORDS } as const;
    hall.do(accept(id)).clock('2026-11-25').do(suspend(id));
    expect(hall.refused(ask)).toBe('wrong-case-state');
    hall.clock('2026-11-26').do({ type: 'resume-case', caseId: id, byId: 'li' }).do(ask);
    hall.do({ type: 'approve-extension', caseId: id, byId: 'hou' });
    // Received 24 November: two days out, ten days of promise.
    expect(hall.file(id)).toMatchObject({ promisedDays: 10, promisedLastDay: '2026-12-10' });
  });
});
