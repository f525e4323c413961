import { TestHall, at } from '../../../../test/support/domain-hall.ts';
import { DOCKET_CATALOGUE } from '../../../../test/support/domain-docket.ts';
import { clerkToSee } from '../first-contact/second-visit.ts';
import { BEYOND_PROMISE_MS } from './waits-for.ts';
import { closedWindow } from '../window/window.ts';

/** Windows 1 and 3 call queue a; somebody comes again to the clerk of window 1, after an ordinary citizen. */
function given() {
  const hall = new TestHall().clock('09:30').open('w1').open('w3');
  hall.do({
    type: 'issue-ticket',
    queueId: 'a',
    matterId: 'm-a',
    headStart: 'second-visit',
    channel: 'kiosk',
    waitsForId: 'clerk-w1',
  });
  const again = hall.events.flatMap((event) => (event.kind === 'ticket-issued' ? [event.data.ticketId] : [])).at(-1)!;
  return { hall, again };
}
const callNext = (windowId: string) => ({ type: 'call-next', windowId, clerkId: `clerk-${windowId}` }) as const;

describe('a second visit goes to the clerk who knows the matter', () => {
  it('is called there by its rank, and passed over elsewhere without disorder', () => {
    const { hall, again } = given();
    expect(hall.ticket(again).waitsFor).toEqual({ clerkId: 'clerk-w1', until: at('09:45') + BEYOND_PROMISE_MS });
    expect(hall.try(callNext('w3'))).toEqual({
      refused: 'all-awaited-elsewhere',
      detail: { at: at('09:45') + BEYOND_PROMISE_MS },
    });
    const ordinary = hall.later(1).take('a');
    hall.step('call-next', 'w3');
    expect(hall.atWindow('w3')).toBe(ordinary);
    hall.step('call-next', 'w1');
    expect(hall.atWindow('w1')).toBe(again);
    const kept = hall.events.flatMap((event) => (event.kind === 'ticket-called' ? [event.data.kept] : []));
    expect(kept).toEqual([true, true]);
  });

  it.each([
    ['the clerk pauses', (hall: TestHall) => hall.do({ type: 'pause-window', ...own, reason: 'lunch' })],
    ['the window closes', (hall: TestHall) => hall.do({ type: 'close-window', ...own })],
    ['the clerk is away', (hall: TestHall) => hall.do({ type: 'mark-away', ...own })],
    ['it has waited five minutes beyond the promise', (hall: TestHall) => hall.clock('09:50')],
  ])('may be called anywhere when %s', (_why, happens) => {
    const { hall, again } = given();
    happens(hall).step('call-next', 'w3');
    expect(hall.atWindow('w3')).toBe(again);
  });

  it('still waits one second before its time is over, and after it was put back', () => {
    const { hall, again } = given();
    hall.step('call-next', 'w1').step('put-back', 'w1').clock('09:49').later(59);
    expect(hall.refused(callNext('w3'))).toBe('all-awaited-elsewhere');
    hall.later(1).step('call-next', 'w3');
    expect(hall.atWindow('w3')).toBe(again);
  });

  it('waits for nobody any more in another queue', () => {
    const { hall, again } = given();
    hall.step('call-next', 'w1').step('start', 'w1');
    hall.do({ type: 'transfer', ...own, queueId: 'b', matterId: 'm-b' });
    expect(hall.ticket(again).waitsFor).toBeNull();
  });

  it('reads an event from before this rule as waiting for nobody', () => {
    const hall = new TestHall().open('w3');
    const ordinary = hall.take('a');
    expect(hall.events.at(-1)!.data).not.toHaveProperty('waitsFor');
    expect(hall.ticket(ordinary).waitsFor).toBeNull();
  });
});
const own = { windowId: 'w1', clerkId: 'clerk-w1' };

describe('whom to see', () => {
  const window = (clerkId: string | null, state: 'open' | 'paused' = 'open') => ({
    ...closedWindow('w1', '2026-11-24'),
    ...(clerkId && { state, clerkId }),
  });
  const rule = { id: 'w1', number: 1, zoneId: 'A', firstQueues: ['q'], secondQueues: [], secondAfterSeconds: 0 };
  const contact = { firstReceiverId: 'li', answerableId: 'liu' };
  const see = (at: ReturnType<typeof window>, leaves = {}) =>
    clerkToSee(contact, 'q', '2026-11-24', { w1: at }, { ...DOCKET_CATALOGUE, windows: { w1: rule }, leaves });
  const away = { l: { id: 'l', staffId: 'li', from: '2026-11-24', until: '2026-11-24' } };

  it('is the first receiver at their window, else who answers for it at theirs, else the first receiver in office', () => {
    expect(see(window('li'))).toBe('li');
    expect(see(window('liu'))).toBe('liu');
    expect(see(window(null))).toBe('li');
    expect(see(window('li', 'paused'))).toBe('li');
    expect(see(window('liu'), away)).toBe('liu');
    expect(see(window(null), away)).toBeNull();
  });
});
