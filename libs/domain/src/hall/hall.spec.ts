import { at, CATALOGUE, openOn, TestHall } from '../../../../test/support/domain-hall.ts';
import { inOrder } from '../queue/rank.ts';
import { whyBefore } from '../queue/explain.ts';
import { ticketNumber } from '../ticket/ticket.ts';
import { MINUTE } from '../time/instant.ts';
import { availableActions, WINDOW_ACTIONS } from './available-actions.ts';
import { isRefusal } from './context.ts';
import { decide } from './decide.ts';
import type { HallCommand } from './commands.ts';

const by = (windowId = 'w1') => ({ windowId, clerkId: `clerk-${windowId}` });
const order = (hall: TestHall, queueIds = ['a']) => inOrder(hall.state, queueIds).map(({ number }) => number);

describe('taking a number (取号)', () => {
  it('gives each queue its own letters and running numbers, without a gap (PEERS 1)', () => {
    const hall = new TestHall();
    expect([hall.take('a'), hall.take('b'), hall.take('a')].map((id) => hall.ticket(id).number)).toEqual([
      'A001',
      'B001',
      'A002',
    ]);
  });

  it('does not cut the thousandth number of a day (PEERS 8)', () => {
    expect(ticketNumber('A', 999)).toBe('A999');
    expect(ticketNumber('A', 1000)).toBe('A1000');
    const ids = Array.from({ length: 1500 }, (_, n) => ticketNumber('A', n + 1));
    expect(new Set(ids).size).toBe(1500);
  });

  it('is refused before opening, after closing and on a closed day', () => {
    const issue = { type: 'issue-ticket', queueId: 'a', matterId: null, headStart: null, channel: 'kiosk' } as const;
    expect(new TestHall().clock('07:59').refused(issue)).toBe('hall-closed');
    expect(new TestHall().clock('18:00').refused(issue)).toBe('hall-closed');
    const hall = new TestHall();
    expect(decide(hall.state, issue, { ...openOn(at('09:00')), open: null })).toMatchObject({ refused: 'hall-closed' });
  });

  it('is refused beyond the daily quota, and when the queue already reaches closing time (限号)', () => {
    const full = new TestHall();
    for (let n = 0; n < 60; n++) full.take('c');
    expect(
      full.refused({ type: 'issue-ticket', queueId: 'c', matterId: null, headStart: null, channel: 'kiosk' }),
    ).toBe('queue-full');
    const late = new TestHall().clock('17:58').open('w1');
    late.take('a');
    late.take('a');
    expect(
      late.refused({ type: 'issue-ticket', queueId: 'a', matterId: null, headStart: null, channel: 'kiosk' }),
    ).toBe('queue-past-closing');
  });

  it('knows the matter: one of another queue is refused', () => {
    const hall = new TestHall();
    expect(
      hall.refused({ type: 'issue-ticket', queueId: 'a', matterId: 'm-b', headStart: null, channel: 'kiosk' }),
    ).toBe('unknown-matter');
    expect(
      hall.refused({ type: 'issue-ticket', queueId: 'x', matterId: null, headStart: null, channel: 'kiosk' }),
    ).toBe('unknown-queue');
  });
});

describe('whose turn it is (叫号次序)', () => {
  it('puts a senior 20 minutes, a second visit 30 minutes ahead, never without bound (PEERS 10)', () => {
    const hall = new TestHall().clock('09:00');
    hall.take('a');
    hall.clock('09:15').take('a', 'senior');
    hall.clock('09:25').take('a', 'senior');
    hall.clock('09:29').take('a', 'second-visit');
    hall.clock('09:31').take('a', 'second-visit');
    expect(order(hall)).toEqual(['A002', 'A004', 'A001', 'A005', 'A003']);
  });

  it('says why one stands before another', () => {
    const hall = new TestHall().clock('09:00');
    const mine = hall.take('a');
    const senior = hall.clock('09:15').take('a', 'senior');
    const later = hall.clock('09:30').take('a');
    expect(whyBefore(hall.ticket(senior), hall.ticket(mine))).toEqual({
      why: 'head-start',
      headStart: 'senior',
      issuedAt: at('09:15'),
      countsAs: at('08:55'),
    });
    expect(whyBefore(hall.ticket(mine), hall.ticket(later))).toEqual({ why: 'arrived-earlier', at: at('09:00') });
    expect(whyBefore(hall.ticket(later), hall.ticket(mine))).toBeNull();
  });

  it('calls first-choice queues first, a second-choice one only after its head has waited long enough', () => {
    const hall = new TestHall().open('w4');
    const other = hall.take('a');
    expect(hall.refused({ type: 'call-next', ...by('w4') })).toBe('queue-empty');
    hall.later(120);
    const own = hall.take('c');
    hall.step('call-next', 'w4');
    expect(hall.atWindow('w4')).toBe(own);
    hall
      .step('start', 'w4')
      .do({ type: 'finish', ...by('w4'), outcome: 'done' })
      .step('call-next', 'w4');
    expect(hall.atWindow('w4')).toBe(other);
  });

  it('is kept when a chosen ticket was next anyway, broken when not', () => {
    const hall = new TestHall().open('w1');
    const [first, second] = [hall.take('a'), hall.later(1).take('a')];
    const chosen = (ticketId: string): HallCommand => ({ type: 'call-chosen', ...by(), ticketId, reason: 'unwell' });
    hall.do(chosen(second)).step('put-back').do(chosen(first));
    const kept = hall.events.flatMap((event) => (event.kind === 'ticket-called' ? [event.data.kept] : []));
    expect(kept).toEqual([false, true]);
  });
});

describe('at the window', () => {
  it('measures nothing below zero when the clock jumps back an hour', () => {
    const hall = new TestHall().clock('10:00').open('w1');
    const ticketId = hall.take('a');
    hall.clock('09:00').step('call-next').step('start').clock('09:10').step('hold');
    hall.clock('08:10').do({ type: 'resume', ...by(), ticketId });
    hall.clock('08:05').do({ type: 'finish', ...by(), outcome: 'done' });
    expect(hall.state.servings[`${ticketId}.1`]).toMatchObject({ waitedMs: 0, heldMs: 0 });
    expect(hall.state.windows['w1']).toMatchObject({ handledMs: 0 });
    expect(hall.state.queues['a']!.paceMs).toBe(0);
  });

  it('has at most one ticket, however often the key is pressed (PEERS 4)', () => {
    const hall = new TestHall().open('w1');
    hall.take('a');
    hall.take('a');
    hall.step('call-next');
    expect(hall.refused({ type: 'call-next', ...by() })).toBe('window-busy');
  });

  it('tells the slower of two clerks that a colleague was faster (PEERS 3)', () => {
    const hall = new TestHall().open('w1').open('w3');
    const ticketId = hall.take('a');
    hall.do({ type: 'call-chosen', ...by('w1'), ticketId, reason: 'urgent' });
    expect(hall.try({ type: 'call-chosen', ...by('w3'), ticketId, reason: 'urgent' })).toMatchObject({
      refused: 'ticket-not-waiting',
      detail: { number: 'A001', windowId: 'w1' },
    });
    expect(hall.refused({ type: 'call-next', ...by('w3') })).toBe('queue-empty');
  });

  it('takes steps only from the clerk who is signed in there', () => {
    const hall = new TestHall().open('w1');
    hall.take('a');
    expect(hall.refused({ type: 'call-next', windowId: 'w1', clerkId: 'somebody' })).toBe('not-your-window');
    expect(hall.refused({ type: 'call-next', ...by('w2') })).toBe('window-not-open');
    expect(hall.refused({ type: 'open-window', windowId: 'w1', clerkId: 'somebody' })).toBe('window-taken');
    expect(hall.refused({ type: 'open-window', windowId: 'w2', clerkId: 'clerk-w1' })).toBe('clerk-elsewhere');
  });

  it('calls again after 20 s, marks a no-show after three calls and 30 s (过号)', () => {
    const hall = new TestHall().open('w1');
    hall.take('a');
    hall.step('call-next');
    expect(hall.later(19).refused({ type: 'recall', ...by() })).toBe('recall-too-early');
    hall.later(1).step('recall');
    expect(hall.later(40).refused({ type: 'no-show', ...by() })).toBe('no-show-too-early');
    hall.step('recall');
    expect(hall.later(29).refused({ type: 'no-show', ...by() })).toBe('no-show-too-early');
    hall.later(1).step('no-show');
    expect(hall.atWindow()).toBeNull();
  });

  it('never overwrites the first call with a recall (PEERS 11)', () => {
    const hall = new TestHall().clock('09:00').open('w1');
    const id = hall.take('a');
    hall.step('call-next').later(20).step('recall').later(5).step('start');
    expect(hall.ticket(id).firstCalledAt).toBe(at('09:00'));
    expect(hall.state.servings[`${id}.1`]!.waitedMs).toBe(0);
  });

  it('lets a missed citizen come back once, as if arrived ten minutes ago', () => {
    const hall = new TestHall().clock('09:00').open('w1');
    const id = hall.take('a');
    const missed = () =>
      hall.step('call-next').later(20).step('recall').later(20).step('recall').later(30).step('no-show');
    missed();
    hall.clock('09:30').do({ type: 'return-ticket', ticketId: id });
    expect(hall.ticket(id).rank).toBe(at('09:20'));
    missed();
    expect(hall.refused({ type: 'return-ticket', ticketId: id })).toBe('ticket-already-returned');
  });

  it('leaves holds out of the handling time', () => {
    const hall = new TestHall().clock('09:00').open('w1');
    const id = hall.take('a');
    hall.step('call-next').step('start').later(60).step('hold').later(600);
    hall.do({ type: 'resume', ...by(), ticketId: id }).later(60);
    hall.do({ type: 'finish', ...by(), outcome: 'done' });
    expect(hall.state.servings[`${id}.1`]).toMatchObject({ heldMs: 10 * MINUTE });
    expect(hall.state.windows['w1']!.handledMs).toBe(2 * MINUTE);
  });

  it('keeps number and place of who is passed on, and of who is put back (PEERS 11)', () => {
    const hall = new TestHall().clock('09:00').open('w1').open('w2');
    const id = hall.take('a');
    hall.clock('09:10').take('b');
    hall.clock('09:20').step('call-next').step('start');
    hall.do({ type: 'transfer', ...by(), queueId: 'b', matterId: 'm-b' });
    expect(order(hall, ['b'])).toEqual(['A001', 'B001']);
    expect(hall.ticket(id)).toMatchObject({ rank: at('09:00'), queueId: 'b' });
    hall.step('call-next', 'w2').step('put-back', 'w2');
    expect(order(hall, ['b'])).toEqual(['A001', 'B001']);
  });

  it('takes a wrong finish back within ten seconds', () => {
    const hall = new TestHall().open('w1');
    const id = hall.take('a');
    hall.step('call-next').step('start').later(90);
    const before = hall.state;
    hall
      .do({ type: 'finish', ...by(), outcome: 'done' })
      .later(10)
      .step('undo-finish');
    expect(hall.ticket(id)).toEqual(before.tickets[id]);
    expect(hall.state.windows['w1']).toMatchObject({ ticketId: id, finished: 0, handledMs: 0 });
    hall.do({ type: 'finish', ...by(), outcome: 'done' }).later(11);
    expect(hall.refused({ type: 'undo-finish', ...by() })).toBe('undo-too-late');
  });

  it('shows exactly the steps that would be accepted (PEERS 14)', () => {
    const hall = new TestHall().open('w1');
    hall.take('a');
    const check = () => {
      const actions = availableActions(hall.state, 'w1', 'clerk-w1', hall.context);
      expect(actions.map(({ action }) => action)).toEqual([...WINDOW_ACTIONS]);
      for (const { action, refusal } of actions) {
        const command = {
          type: action,
          ...by(),
          ...(action === 'finish' && { outcome: 'done' }),
          ...(action === 'transfer' && { queueId: 'b', matterId: null }),
          ...(action === 'pause-window' && { reason: 'rest' }),
        } as HallCommand;
        const decision = decide(hall.state, command, hall.context);
        expect([action, isRefusal(decision) ? decision : undefined]).toEqual([action, refusal]);
      }
    };
    check();
    hall.step('call-next');
    check();
    hall.later(20).step('recall').step('start');
    check();
    hall.do({ type: 'finish', ...by(), outcome: 'done' });
    check();
    hall.do({ type: 'pause-window', ...by(), reason: 'lunch' });
    check();
  });
});

describe('the end of the day (日终)', () => {
  it('ends every ticket and closes every window', () => {
    const hall = new TestHall().open('w1').open('w2');
    const waiting = hall.take('a');
    const called = hall.take('b');
    hall.step('call-next', 'w2').do({ type: 'close-day' });
    expect([hall.ticket(waiting).state, hall.ticket(called).state]).toEqual(['expired', 'expired']);
    expect(hall.state.windows['w2']).toMatchObject({ state: 'closed', ticketId: null });
    expect(hall.refused({ type: 'return-ticket', ticketId: waiting })).toBe('day-closed');
  });
});

describe('an appointment (预约)', () => {
  const book: HallCommand = {
    type: 'book-appointment',
    appointmentId: '123456',
    slotAt: at('10:00'),
    queueId: 'a',
    matterId: 'm-a',
  };
  const checkIn: HallCommand = { type: 'check-in', appointmentId: '123456', headStart: null };

  it('ranks ten minutes before its slot when kept', () => {
    const hall = new TestHall().clock('09:00').do(book);
    hall.clock('09:45').take('a');
    hall.clock('09:52').take('a');
    expect(hall.clock('09:39').refused(checkIn)).toBe('appointment-too-early');
    hall.clock('10:05').do(checkIn);
    expect(order(hall)).toEqual(['A001', 'A003', 'A002']);
    expect(hall.refused(checkIn)).toBe('appointment-used');
  });

  it('is an ordinary ticket when more than ten minutes late', () => {
    const hall = new TestHall().clock('09:00').do(book).clock('10:11').do(checkIn);
    expect(Object.values(hall.state.tickets)[0]).toMatchObject({ headStart: null, rank: at('10:11') });
  });

  it('is refused outside opening hours and in the past', () => {
    const hall = new TestHall().clock('09:00');
    expect(hall.refused({ ...book, slotAt: at('18:00') })).toBe('slot-not-open');
    expect(hall.refused({ ...book, slotAt: at('08:30') })).toBe('slot-not-open');
    expect(CATALOGUE.hall.nationalCalendar).toBe(false);
  });
});
