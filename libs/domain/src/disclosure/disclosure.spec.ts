import { TestDocket, WORDS } from '../../../../test/support/domain-docket.ts';
import type { ApplicantKind, Disclosure } from './disclosure.ts';
import { DISCLOSURE_OUTCOMES } from './disclosure.ts';
import { statutoryTable, TABLE_ROWS } from './statutory-table.ts';

const asked = (applicant: ApplicantKind = 'person') =>
  ({
    type: 'register-disclosure',
    byId: 'xu',
    channel: 'desk',
    applicant,
    departmentId: null,
    words: WORDS,
  }) as const;
const requestOf = (hall: TestDocket): Disclosure => Object.values(hall.docket.petitions).at(-1) as Disclosure;
const step = (hall: TestDocket, byId = 'pan') => ({ contactId: requestOf(hall).id, byId, words: WORDS });

describe('a request for disclosure, day by day', () => {
  it('is answered within twenty working days, delivered, closed', () => {
    const hall = new TestDocket().do(asked());
    expect(requestOf(hall)).toMatchObject({ state: 'to-answer', dueBy: '2026-12-22' });
    expect(hall.clock('2026-12-17', '08:31').tick()).toEqual(['answer-soon']);
    hall.clock('2026-12-22', '17:00').do({ type: 'answer-disclosure', outcome: 'partly', ...step(hall) });
    expect(requestOf(hall)).toMatchObject({ state: 'to-tell', outcome: 'partly', answered: { late: false } });
    hall.do({ type: 'tell-petition', ...step(hall) });
    expect(requestOf(hall)).toMatchObject({ state: 'closed', dueBy: null });
    expect(Object.values(hall.docket.contacts)[0]).toMatchObject({ closedAt: expect.any(Number) as number });
  });

  it('asked online it is entered by nobody of the hall, and answered for from the first moment', () => {
    const hall = new TestDocket().do({ ...asked(), byId: 'citizen', channel: 'online' });
    expect(Object.values(hall.docket.contacts)[0]).toMatchObject({ channel: 'online', answerableId: 'pan' });
    expect(requestOf(hall)).toMatchObject({ state: 'to-answer', named: true });
    expect(hall.refused({ ...asked(), byId: 'nobody' })).toBe('unknown-staff');
  });

  it('twenty more working days when the head approves', () => {
    const hall = new TestDocket().do(asked()).clock('2026-12-20');
    hall.do({ type: 'ask-time', ...step(hall) }).do({ type: 'approve-time', ...step(hall, 'shen') });
    // The calendar of 2027 is not published yet: its weekdays count.
    expect(requestOf(hall).dueBy).toBe('2027-01-19');
    expect(hall.clock('2026-12-22', '17:31').tick()).toEqual([]);
  });

  it('what is unclear is asked for once, within seven working days; the limit counts again from the day it came', () => {
    const hall = new TestDocket().do(asked()).clock('2026-12-03');
    hall.do({ type: 'ask-correction', ...step(hall) });
    expect(requestOf(hall).state).toBe('to-correct');
    expect(hall.refused({ type: 'answer-disclosure', outcome: 'granted', ...step(hall) })).toBe('waits-for-correction');
    hall.clock('2026-12-08').do({ type: 'bring-correction', ...step(hall) });
    expect(requestOf(hall)).toMatchObject({ state: 'to-answer', countsFrom: '2026-12-08' });
    expect(hall.refused({ type: 'ask-correction', ...step(hall) })).toBe('correction-used');
    const late = new TestDocket().do(asked()).clock('2026-12-04');
    expect(late.refused({ type: 'ask-correction', ...step(late) })).toBe('correction-too-late');
  });

  it('never brought, it ends as not corrected, and only after the time was over', () => {
    const hall = new TestDocket().do(asked());
    hall.do({ type: 'ask-correction', ...step(hall) });
    const silent = { type: 'answer-disclosure', outcome: 'not-corrected', ...step(hall) } as const;
    expect(hall.refused(silent)).toBe('waits-for-correction');
    expect(hall.clock('2026-12-15', '17:31').tick()).toEqual(['correction-late']);
    hall.do(silent);
    expect(requestOf(hall)).toMatchObject({ outcome: 'not-corrected', answered: { late: false } });
  });

  it('without a correction nothing is “still unclear” or “not corrected”', () => {
    const hall = new TestDocket().do(asked());
    for (const outcome of ['still-unclear', 'not-corrected'] as const)
      expect(hall.refused({ type: 'answer-disclosure', outcome, ...step(hall) })).toBe('correction-not-asked');
  });
});

describe('the table of the annual report', () => {
  it('has a row for every outcome, once', () => {
    const named = TABLE_ROWS.flatMap(({ outcomes }) => outcomes ?? []);
    expect([...named].sort()).toEqual([...DISCLOSURE_OUTCOMES].sort());
  });

  it('received and carried over is decided and carried on, in every column', () => {
    const hall = new TestDocket().clock('2026-12-29').do(asked('person')).do(asked('enterprise'));
    hall.do({ type: 'answer-disclosure', outcome: 'granted', ...step(hall) });
    hall.clock('2027-01-04').do(asked('person'));
    hall.do({ type: 'answer-disclosure', outcome: 'not-ours', ...step(hall) });
    hall.do(asked('research'));
    const all = Object.values(hall.docket.petitions) as Disclosure[];
    for (const year of [2026, 2027]) {
      const table = statutoryTable(all, year);
      const row = (id: string) => table.find((one) => one.id === id)!;
      for (const kind of ['person', 'enterprise', 'research', 'other'] as const)
        expect(row('received').counts[kind] + row('carried-over').counts[kind]).toBe(
          row('total').counts[kind] + row('carried-on').counts[kind],
        );
    }
    const row = (year: number, id: string) => statutoryTable(all, year).find((one) => one.id === id)!;
    expect(row(2026, 'received').total).toBe(2);
    expect(row(2026, 'granted').counts.enterprise).toBe(1);
    expect(row(2026, 'carried-on').counts.person).toBe(1);
    expect(row(2027, 'carried-over').total).toBe(1);
    expect(row(2027, 'not-held').total).toBe(1);
    expect(row(2027, 'carried-on').total).toBe(2);
  });
});
